// SPDX-License-Identifier: MIT
// Records of CSV as RFC 4180 has it: commas, quotes doubled inside quotes, LF or CRLF, line breaks inside quotes.
// Fields are slices of the reader's own buffer, unquoted in place; nothing is allocated for them.
#ifndef JIXIAO_READ_CSV_H
#define JIXIAO_READ_CSV_H

#include "base/error.h"
#include "base/str.h"
#include "read/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JX_CSV_RECORD = 1 << 20 }; // bytes of the longest record

typedef struct jx_record {
    const jx_str *fields;
    size_t count;  // at least 1
    uint32_t line; // of its first byte
} jx_record;

typedef struct jx_csv jx_csv;

// Opens the file ("-": standard input). Errors: those of jx_source_open.
jx_status jx_csv_open(const char *path, jx_encoding encoding, jx_csv **ret, jx_error *err);

// The same of a file that is open already, and closed with the reader whatever comes of it; `path` is for messages. Where that is
// a sheet of a workbook, CR stands for a line break within a cell, so that a line is a row of the sheet.
jx_status jx_csv_open_file(
    int file, const char *path, jx_encoding encoding, jx_csv **ret, jx_error *err);

// A reader of parts, none yet.
jx_status jx_csv_new(jx_csv **ret, jx_error *err);

// Goes on with another part, lent until it is read; what was left of the one before is forgotten.
void jx_csv_take(jx_csv *csv, const jx_part *part);

// The next record, lent until the next call; lines without a byte are skipped. *ret_more is false behind the last.
// Every error is final: a quote that stands wrong or is not closed, CR without LF, a record too long, and those
// of jx_source_next.
jx_status jx_csv_next(jx_csv *csv, jx_record *ret, bool *ret_more, jx_error *err);

// Closes and frees. NULL is allowed.
void jx_csv_close(jx_csv *csv);

#endif

// SPDX-License-Identifier: MIT
// Workbooks as Excel, WPS and LibreOffice save them (.xlsx): which sheets there are, and what their cells share. One workbook
// serves one thread.
#ifndef JIXIAO_READ_XLSX_WORKBOOK_H
#define JIXIAO_READ_XLSX_WORKBOOK_H

#include "base/error.h"
#include "base/str.h"
#include "read/xlsx_package.h"
#include "read/xlsx_strings.h"
#include "read/xlsx_styles.h"

#include <stdbool.h>
#include <stddef.h>

enum { JX_XLSX_SHEETS = 10000 }; // of one workbook

typedef struct jx_xlsx_sheet {
    jx_str name;
    jx_str part;      // the name of its part
    const char *path; // as places of messages have it, see base/sheet_path.h
    bool is_hidden;
} jx_xlsx_sheet;

typedef struct jx_xlsx {
    jx_arena *arena;
    const char *path;
    jx_xlsx_package *package;
    const jx_xlsx_sheet *sheets; // those with cells, in the order of their tabs
    size_t sheet_count;
    bool from_1904; // days are counted from 1904-01-01
    jx_xlsx_strings strings;
    jx_xlsx_styles styles;
} jx_xlsx;

// Opens the workbook. Errors are JX_EDATA (what the package, its XML and its lists may have wrong, no
// sheet) and JX_ESYSTEM.
jx_status jx_xlsx_open(const char *path, jx_xlsx **ret, jx_error *err);

// Closes and frees. NULL is allowed.
void jx_xlsx_close(jx_xlsx *book);

#endif

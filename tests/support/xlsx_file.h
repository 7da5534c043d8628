// SPDX-License-Identifier: MIT
// Workbooks made of XML that a test shows.
#ifndef JIXIAO_TESTS_SUPPORT_XLSX_FILE_H
#define JIXIAO_TESTS_SUPPORT_XLSX_FILE_H

#include "base/str.h"

#include <stddef.h>

// A part of the file; a text of NULL leaves out what every workbook has under that name.
typedef struct xlsx_part {
    const char *name;
    const char *text;
} xlsx_part;

typedef struct xlsx_sheet_text {
    const char *name;
    const char *state; // "hidden", "veryHidden"; NULL: visible
    const char *rows;  // what stands in <sheetData>
    const char *tail;  // behind it; may be NULL
} xlsx_sheet_text;

typedef struct xlsx_file {
    const xlsx_sheet_text *sheets;
    size_t sheet_count;
    const char *strings;    // what stands in <sst>; NULL: no such part
    const char *formats;    // what stands in <numFmts>; NULL: no styles at all
    const char *styles;     // what stands in <cellXfs>
    const char *properties; // <workbookPr …/>; may be NULL
    const xlsx_part *others;
    size_t other_count;
} xlsx_file;

// Writes the workbook; parts of `others` replace those of the same name, or come besides.
void xlsx_file_put(const char *path, const xlsx_file *file);

// Writes an archive of these parts and nothing else.
void xlsx_file_put_parts(const char *path, const xlsx_part *parts, size_t count);

// Writes an archive with one more part, of `size` blanks.
void xlsx_file_put_blanks(const char *path, const xlsx_file *file, const char *part, size_t size);

#endif

// SPDX-License-Identifier: MIT
// The strings that the cells of a workbook share, and texts of any of its parts: plain or in runs, without what tells how they
// are pronounced.
#ifndef JIXIAO_READ_XLSX_STRINGS_H
#define JIXIAO_READ_XLSX_STRINGS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "read/xlsx_package.h"
#include "read/xlsx_xml.h"

enum {
    JX_XLSX_STRINGS = 1 << 22,     // shared by one workbook
    JX_XLSX_STRING_BYTES = 1 << 27 // of all of them
};

typedef struct jx_xlsx_strings {
    const jx_str *rows;
    size_t count;
} jx_xlsx_strings;

// Reads the part of that name into the arena; none where the package has none. Errors: those of jx_xml_next, too many strings.
jx_status jx_xlsx_strings_read(
    jx_arena *arena, jx_xlsx_package *package, jx_str name, jx_xlsx_strings *ret, jx_error *err);

// Adds the text of the element that has just begun, up to its end. Line ends are LF; _x000A_ and the like stand for the
// characters of those numbers.
jx_status jx_xlsx_text_read(jx_xml *xml, jx_text *text, jx_error *err);

#endif

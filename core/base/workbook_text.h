// SPDX-License-Identifier: MIT
// What texts must be to stand in a workbook. [any-thread]
#ifndef JIXIAO_BASE_WORKBOOK_TEXT_H
#define JIXIAO_BASE_WORKBOOK_TEXT_H

#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

enum {
    JX_WORKBOOK_TEXT_MOST = 32767, // units of UTF-16 in a cell
    JX_WORKBOOK_NAME_MOST = 31     // in the name of a sheet
};

// Adds the text as a cell may hold it, of at most `most` units: lines end in LF, tabs are blanks, bytes that are no UTF-8 and
// what XML or a reader cannot hold become visible, as \x1b; a spelling that spreadsheets take for a character (_x0041_)
// stays itself; what is too long is cut and ends in an ellipsis.
void jx_workbook_text_add(jx_text *out, jx_str text, size_t most);

// Adds the text as the name of a sheet, of at most `most` units: without []:*?/\ and apostrophes at its ends; `Sheet` where nothing
// is left.
void jx_workbook_name_add(jx_text *out, jx_str text, size_t most);

// How many lines the text takes in a cell of so many columns.
uint32_t jx_workbook_lines(jx_str text, uint32_t columns);

#endif

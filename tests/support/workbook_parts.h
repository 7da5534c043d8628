// SPDX-License-Identifier: MIT
// Workbooks read back by other means than they were made: libzip and libxml2.
#ifndef JIXIAO_TESTS_SUPPORT_WORKBOOK_PARTS_H
#define JIXIAO_TESTS_SUPPORT_WORKBOOK_PARTS_H

#include "base/arena.h"
#include "base/str.h"

#include <stddef.h>

typedef struct jx_parts jx_parts;

// Opens a workbook whose bytes lie in memory, which must outlive it. Fails unless each of its parts is whole and, where it is
// XML, well-formed.
jx_parts *jx_parts_open(jx_arena *arena, jx_str bytes);
void jx_parts_close(jx_parts *parts);

// What an XPath of a part comes to as a string; the elements of sheets and workbooks have the prefix x. Lent by the arena.
const char *jx_parts_ask(const jx_parts *parts, const char *part, const char *xpath);

// What stands in a cell (H9) of the sheet of that number, from 1; its formula.
const char *jx_parts_cell(const jx_parts *parts, size_t sheet, const char *name);
const char *jx_parts_formula(const jx_parts *parts, size_t sheet, const char *name);

// A property of the cell's look, by an XPath from its xf element in xl/styles.xml, as "x:protection/@locked".
const char *jx_parts_look(const jx_parts *parts, size_t sheet, const char *name, const char *xpath);

// The number format of the cell; "" for none.
const char *jx_parts_number_format(const jx_parts *parts, size_t sheet, const char *name);

#endif

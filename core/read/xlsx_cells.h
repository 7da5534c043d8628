// SPDX-License-Identifier: MIT
// What stands in a cell, as the text that a file of text would have in its place: numbers exactly, dates as 2024-06-30,
// percentages as 91.5%, yes and no as true and false.
#ifndef JIXIAO_READ_XLSX_CELLS_H
#define JIXIAO_READ_XLSX_CELLS_H

#include "base/error.h"
#include "base/text.h"
#include "read/xlsx_workbook.h"

// Text that begins with one of these is none: what follows tells what went wrong in the cell. XML has no such characters.
#define JX_XLSX_FAULTY   '\x01' // an error of the program that saved it: #DIV/0!
#define JX_XLSX_UNSTORED '\x02' // a formula whose result was not saved

static inline bool jx_xlsx_is_marked(jx_str text)
{
    return text.size != 0 && (text.data[0] == JX_XLSX_FAULTY || text.data[0] == JX_XLSX_UNSTORED);
}

// A cell as its element says.
typedef struct jx_xlsx_raw {
    jx_str type; // b, d, e, n, s, str, inlineStr; empty: n
    jx_str value;
    jx_str formula; // shown where it has no value
    bool has_value;
    bool has_formula;
    uint32_t style;
} jx_xlsx_raw;

// Adds the text of the cell that stands there. Errors are JX_EDATA: a string or style that there is not, a number that is
// none, a type that nobody knows. [any-thread]
jx_status jx_xlsx_cell_write(const jx_xlsx *book,
                             const jx_xlsx_raw *raw,
                             const jx_place *place,
                             jx_text *text,
                             jx_error *err);

#endif

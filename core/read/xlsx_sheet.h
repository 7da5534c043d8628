// SPDX-License-Identifier: MIT
// The rows of a sheet, one after the other. Of merged cells the first has the text, the others are empty, whatever the file
// says. One reader serves one thread.
#ifndef JIXIAO_READ_XLSX_SHEET_H
#define JIXIAO_READ_XLSX_SHEET_H

#include "base/error.h"
#include "read/xlsx_workbook.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    JX_XLSX_ROWS = 1048576,
    JX_XLSX_COLUMNS = 16384,
    JX_XLSX_MERGES = 1 << 20,
    JX_XLSX_CELLS = 1 << 26
};

typedef struct jx_xlsx_row {
    const jx_str *cells; // untrimmed, perhaps marked, see xlsx_cells.h; lent until the next row
    size_t count;        // up to the last one with text
    uint32_t number;     // from 1
    bool is_hidden;
} jx_xlsx_row;

// What stands in a column of the row, trimmed; empty behind its last text. [any-thread]
static inline jx_str jx_xlsx_row_cell(const jx_xlsx_row *row, size_t column)
{
    return column < row->count ? jx_str_trim(row->cells[column]) : (jx_str)JX_STR("");
}

typedef struct jx_xlsx_rows jx_xlsx_rows;

// Opens the rows of a sheet of the workbook, both lent. What is merged stands behind all rows, so that the sheet is read through for
// it first, unless it does not matter. Errors are JX_EDATA: no such part, XML that is not well-formed, cells
// that cannot stand where they say; JX_ESYSTEM.
jx_status jx_xlsx_rows_open(const jx_xlsx *book,
                            const jx_xlsx_sheet *sheet,
                            bool merged,
                            jx_xlsx_rows **ret,
                            jx_error *err);

// The next row that has any text; *ret_more is false behind the last one.
jx_status jx_xlsx_rows_next(jx_xlsx_rows *rows, jx_xlsx_row *ret, bool *ret_more, jx_error *err);

// Whether a cell of the row that came last, its column counted from 0, is merged with one above or before it.
bool jx_xlsx_rows_cover(const jx_xlsx_rows *rows, size_t column);

// Closes and frees. NULL is allowed.
void jx_xlsx_rows_close(jx_xlsx_rows *rows);

#endif

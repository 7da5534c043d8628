// SPDX-License-Identifier: MIT
// Which cells of a sheet are merged.
#ifndef JIXIAO_READ_XLSX_MERGES_H
#define JIXIAO_READ_XLSX_MERGES_H

#include "base/arena.h"
#include "base/error.h"
#include "read/xlsx_workbook.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct jx_xlsx_area {
    uint32_t top; // rows and columns from 1, both ends inside
    uint32_t left;
    uint32_t bottom;
    uint32_t right;
} jx_xlsx_area;

// The areas of a sheet, walked through row by row.
typedef struct jx_xlsx_merges {
    jx_xlsx_area *rows; // by their top
    size_t count;
    size_t first;  // areas before it end above the row
    size_t next;   // those from it on begin below it
    uint64_t work; // cells and areas looked at so far
} jx_xlsx_merges;

// Reads them into the arena; they stand behind all cells, so that the sheet is read through. Errors: those of jx_xml_next, an
// area that is none, too many.
jx_status jx_xlsx_merges_read(jx_arena *arena,
                              const jx_xlsx *book,
                              const jx_xlsx_sheet *sheet,
                              jx_xlsx_merges *ret,
                              jx_error *err);

enum { JX_XLSX_MERGE_WORK = 1 << 28 }; // areas that do not overlap take less

// Empties the cells of the row that others cover. Rows come in their order. False where areas overlap beyond measure.
bool jx_xlsx_merges_clear(jx_xlsx_merges *merges, uint32_t row, jx_str *cells, size_t count);

// Whether a cell of the row that was cleared last is merged with one above or before it.
bool jx_xlsx_merges_cover(const jx_xlsx_merges *merges, uint32_t row, uint32_t column);

// Reads D7; false where there cannot be such a cell. [any-thread]
bool jx_xlsx_read_reference(jx_str text, uint32_t *ret_column, uint32_t *ret_row);

#endif

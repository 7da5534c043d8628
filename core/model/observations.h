// SPDX-License-Identifier: MIT
// What was achieved by one project, as written: one cell for each slot of its sheet.
#ifndef JIXIAO_MODEL_OBSERVATIONS_H
#define JIXIAO_MODEL_OBSERVATIONS_H

#include "base/error.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

typedef struct jx_cell {
    const char *data; // trimmed UTF-8, not ended by NUL
    uint32_t size;    // 0: nothing was written
    uint32_t line;    // in the actuals file
} jx_cell;

// What was written in the cell; empty where nothing was.
static inline jx_str jx_cell_text(const jx_cell *cell)
{
    return cell->size == 0 ? (jx_str)JX_STR("") : (jx_str){cell->data, cell->size};
}

// Lent by a reader until its next row.
typedef struct jx_observations {
    const char *file;  // of the actuals, as given on the command line; NULL where there are none
    const char *where; // what places in messages say: a sheet of that workbook; NULL: the file
    const uint32_t
        *columns;    // of sheets of workbooks: the column of each cell, from 1; NULL elsewhere
    jx_str project;  // as written: the project's id, ID/INSTANCE, or an instance
    jx_str instance; // JX_STR_NONE where `project` is the project's id itself
    uint64_t key;    // differs where projects differ (by 64 bits of hash); 0: there is none
    uint32_t line;   // of its (first) row; 0 where there is none
    uint32_t sheet;  // which of the reader's sheets it fills
    jx_cell *cells;  // slot_count of that sheet; NULL where there are none
    const jx_error *fault; // why the rows could not be read; NULL where they could
} jx_observations;

// What places in messages say.
static inline const char *jx_observations_where(const jx_observations *observations)
{
    return observations->where != NULL ? observations->where : observations->file;
}

#endif

// SPDX-License-Identifier: MIT
// A table as it stands in a file: rows of cells, nothing interpreted yet. Plain data in the arena of whoever read it.
#ifndef JIXIAO_MODEL_GRID_H
#define JIXIAO_MODEL_GRID_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

typedef struct jx_grid_row {
    const jx_str *cells; // untrimmed UTF-8; an empty one for an empty cell
    size_t count;
    uint32_t line; // in the file, from 1
} jx_grid_row;

typedef struct jx_grid {
    const char *path;  // as given on the command line
    const char *where; // the same, or the sheet of the workbook: what places in messages say
    const jx_grid_row *rows;
    size_t count;
} jx_grid;

#endif

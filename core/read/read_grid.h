// SPDX-License-Identifier: MIT
// Reads whole tables, whatever the file's format: one row for each reader, chosen by the file's ending. [any-thread]
#ifndef JIXIAO_READ_READ_GRID_H
#define JIXIAO_READ_READ_GRID_H

#include "base/arena.h"
#include "base/error.h"
#include "model/grid.h"
#include "read/encoding.h"

#include <stdbool.h>

enum { JX_GRID_BYTES = 1 << 26 }; // of the largest table

// Takes one row; false where memory is out or the table is too large.
typedef struct jx_grid_builder {
    jx_arena *arena;
    jx_grid_row *rows;
    size_t count;
    size_t bytes;      // of all cells
    const char *where; // the sheet that is read, where the file has several; NULL elsewhere
} jx_grid_builder;

// Copies a row into the grid; false where memory is out. JX_GRID_BYTES is the reader's to mind.
bool jx_grid_add(jx_grid_builder *builder, const jx_str *cells, size_t count, uint32_t line);

typedef struct jx_grid_reader {
    const char *ending; // of the file's name, with its dot, in lower case
    jx_words says;
    jx_status (*read)(const char *path, // of the file, or of a sheet of it
                      jx_encoding encoding,
                      jx_grid_builder *builder,
                      jx_error *err);
} jx_grid_reader;

extern const jx_grid_reader jx_grid_reader_csv;  // as RFC 4180 has it
extern const jx_grid_reader jx_grid_reader_tsv;  // a row a line, cells parted by tabs, no quotes
extern const jx_grid_reader jx_grid_reader_xlsx; // the first visible sheet with any text

// Reads the table into the arena; rows without any text are left out. `path` may be that of a sheet of a workbook. Errors are JX_ECONFIG (an ending that no reader has,
// not readable, not well-formed, too large) with the place, and JX_ESYSTEM.
jx_status jx_grid_read(
    jx_arena *arena, const char *path, jx_encoding encoding, jx_grid *ret, jx_error *err);

#endif

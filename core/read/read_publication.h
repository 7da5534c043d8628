// SPDX-License-Identifier: MIT
// Published tables: which of a grid's rows has the headings, which column is what, what stands above, and the rows. [any-thread]
#ifndef JIXIAO_READ_READ_PUBLICATION_H
#define JIXIAO_READ_READ_PUBLICATION_H

#include "base/arena.h"
#include "base/error.h"
#include "model/grid.h"
#include "model/publication.h"

enum { JX_HEADING_LINES = 40, JX_CELL_BYTES = 60000 };

// Reads the grid into the arena. Line breaks within cells are layout and taken out; rows of sums and signatures are left
// out. Every fault (JX_ECONFIG) is added to `faults` with its line and column; *ret is set only where there is none.
jx_status jx_publication_read(jx_arena *arena,
                              const jx_grid *grid,
                              jx_faults *faults,
                              jx_publication *ret);

// The cell without line breaks and other control characters, trimmed; JX_STR_NONE where memory is out.
jx_str jx_publication_tidy(jx_arena *arena, jx_str cell);

#endif

// SPDX-License-Identifier: MIT
// The sheet of a project's cases: its own with further inputs for what is expected. A reader of actuals then reads
// cases, in either shape, without knowing. [any-thread]
#ifndef JIXIAO_READ_CASE_SHEET_H
#define JIXIAO_READ_CASE_SHEET_H

#include "base/arena.h"
#include "model/observations.h"
#include "model/sheet.h"

#include <stdbool.h>

// Lays the sheet in the arena; `plain` must outlive it. Every row has all the further inputs, so that what is expected
// of a whole case may stand in any row of it. False where memory is out.
bool jx_case_sheet_lay(jx_arena *arena, const jx_sheet *plain, jx_sheet *ret);

// The cell of that further input (JX_EXPECTED_…) of the row of that number.
const jx_cell *jx_case_sheet_cell(const jx_sheet *sheet,
                                  uint32_t row,
                                  uint32_t expected,
                                  const jx_cell *cells);

// Copies what belongs to the plain sheet, whose slots `ret` has.
void jx_case_sheet_copy(const jx_sheet *sheet,
                        const jx_cell *cells,
                        const jx_sheet *plain,
                        jx_cell *ret);

#endif

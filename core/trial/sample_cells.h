// SPDX-License-Identifier: MIT
// The cells of one row that a plugin is tried with. [main-thread]
#ifndef JIXIAO_TRIAL_SAMPLE_CELLS_H
#define JIXIAO_TRIAL_SAMPLE_CELLS_H

#include "base/arena.h"
#include "model/observations.h"
#include "score/plan.h"
#include "trial/sample_values.h"

// The cells of the row for the plan's only indicator, in the arena; NULL where memory is out.
jx_cell *jx_sample_cells(jx_arena *arena, const jx_plan *plan, const jx_sample_row *row);

// An observation of them.
jx_observations jx_sample_observe(jx_cell *cells);

#endif

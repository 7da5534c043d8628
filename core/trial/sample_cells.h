// SPDX-License-Identifier: MIT
// The rows that a plugin is tried with, and the cells of one. [main-thread]
#ifndef JIXIAO_TRIAL_SAMPLE_CELLS_H
#define JIXIAO_TRIAL_SAMPLE_CELLS_H

#include "base/arena.h"
#include "model/observations.h"
#include "score/plan.h"
#include "trial/sample_values.h"

#include <stdbool.h>

// Rows to try the plan's only indicator with, in the arena.
jx_sample_rows jx_sample_plan_rows(jx_arena *arena, const jx_plan *plan);

// Sets *ret to an observation of the row, whose cells lie in the arena. False where memory is out.
bool jx_sample_observe(jx_arena *arena,
                       const jx_plan *plan,
                       const jx_sample_row *row,
                       jx_observations *ret);

#endif

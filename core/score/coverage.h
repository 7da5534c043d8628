// SPDX-License-Identifier: MIT
// Coverage: which branches of each indicator's method some case reached, of those that the method has by its terms. A
// category that loses points in its own way is asked for everything, something less, and a missing actual only: what
// else it may leave nobody knows. [any-thread]
#ifndef JIXIAO_SCORE_COVERAGE_H
#define JIXIAO_SCORE_COVERAGE_H

#include "model/scorecard.h"
#include "score/plan.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum jx_branch {
    JX_BRANCH_FULL,    // no point was lost
    JX_BRANCH_PART,    // something between that and the least
    JX_BRANCH_FLOOR,   // the least that the method can leave
    JX_BRANCH_MISSING, // no actual
    JX_BRANCH_COUNT
} jx_branch;

// Of one indicator.
typedef struct jx_coverage_row {
    bool asked[JX_BRANCH_COUNT];
    uint32_t cases[JX_BRANCH_COUNT]; // how many reached it
    jx_decimal least;                // that the method can leave, rounded as points are
} jx_coverage_row;

typedef struct jx_coverage {
    const jx_plan *plan;
    jx_coverage_row *rows;   // in the order of the plan's indicators
    uint32_t not_applicable; // cases with an indicator that was; asked for where table.rescale
} jx_coverage;

// Nothing was reached yet. Errors: out of memory.
jx_status jx_coverage_begin(jx_arena *arena, const jx_plan *plan, jx_coverage *ret, jx_error *err);

// Counts what the scorecard's indicator of that row reached.
void jx_coverage_add(jx_coverage *coverage, const jx_scorecard *card, size_t row);

// Whether nothing of that row was reached.
bool jx_coverage_is_untouched(const jx_coverage_row *row);

// How many of the things asked for no case reached.
size_t jx_coverage_count_holes(const jx_coverage *coverage);

#endif

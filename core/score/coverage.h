// SPDX-License-Identifier: MIT
// Coverage: which branches of each indicator's method some case reached, of those that the method has by its terms, and which
// scripts. A category that loses points in its own way is asked for everything, something less, and a missing actual
// only: what else it may leave nobody knows. [any-thread]
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
    JX_BRANCH_RAN,     // its script ran
    JX_BRANCH_TOOK,    // and took points
    JX_BRANCH_NOT_APPLICABLE,
    JX_BRANCH_COUNT
} jx_branch;

// Of one indicator; or of the project itself, which may have a script, and where indicators may not be applicable one is
// asked for.
typedef struct jx_coverage_row {
    bool asked[JX_BRANCH_COUNT];
    uint32_t cases[JX_BRANCH_COUNT]; // how many reached it
    jx_decimal least;                // that the method can leave, rounded as points are
} jx_coverage_row;

typedef struct jx_coverage {
    const jx_plan *plan;
    jx_coverage_row *rows; // in the order of the plan's indicators, then the project's own
} jx_coverage;

// Nothing was reached yet. Errors: out of memory.
jx_status jx_coverage_begin(jx_arena *arena, const jx_plan *plan, jx_coverage *ret, jx_error *err);

// Counts what the scorecard's indicator of that row reached; what the project itself did where `row` is behind the last.
void jx_coverage_add(jx_coverage *coverage, const jx_scorecard *card, size_t row);

// Whether the branch is asked of anybody.
bool jx_coverage_asks(const jx_coverage *coverage, jx_branch branch);

// Whether nothing of that row was reached.
bool jx_coverage_is_untouched(const jx_coverage_row *row);

// How many of the things asked for no case reached.
size_t jx_coverage_count_holes(const jx_coverage *coverage);

#endif

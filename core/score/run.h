// SPDX-License-Identifier: MIT
// An evaluator at work: shared by evaluate.c, evaluator.c, observe.c, losing.c, scripting.c and host.c only.
// [score-thread]
#ifndef JIXIAO_SCORE_RUN_H
#define JIXIAO_SCORE_RUN_H

#include "base/arena.h"
#include "score/evaluate.h"
#include "score/recall.h"
#include "score/settle.h"
#include "script/cage.h"

#include <stdbool.h>

struct jx_evaluator {
    const jx_plan *plan;
    jx_arena *arena; // of the evaluator itself
    jx_arena *row;   // texts of the current project; emptied with each, where anything was written
    jx_error err;    // its text is that of the last fault
    jx_scorecard card;
    jx_outcome *outcomes;
    jx_lost *losses; // loss_capacity of them, card.loss_count in use
    uint32_t loss_capacity;
    jx_remark *remarks;
    uint32_t remark_capacity;
    jx_cage *cage;    // of the plan's scripts; NULL: it has none
    jx_value *inputs; // of the current indicator
    int64_t *counts;
    bool row_written;   // `row` is not empty
    jx_recall *recalls; // by indicator; NULL: each outcome is worked out
    bool points_only;   // losses are counted, not kept

    // the indicator that is being scored; NULL: the project itself
    const jx_plan_indicator *indicator;
    const jx_cell *cells; // its first slot; NULL: there are none
    jx_job job;
    jx_outcome *outcome;
    jx_outcome own; // whose losses are the project's own
    const jx_value *script_inputs;
    jx_remainder remainder;
    jx_decimal floor; // the least that a loss may leave now
    jx_str source;    // who loses now
};

// Reads the indicator's cells into evaluator->job. *ret_state is JX_SCORED where it can be measured, JX_MISSING or
// JX_NOT_APPLICABLE where the cell says so; a cell that cannot be read is JX_EDATA.
jx_status jx_observe(jx_evaluator *evaluator, jx_state *ret_state);

// Reads the project's own inputs into evaluator->script_inputs.
jx_status jx_observe_project(jx_evaluator *evaluator);

// Records a loss of the current indicator, or of the project. JX_EDATA, without a message, where it does not fit exact
// arithmetic.
jx_status jx_take(jx_evaluator *evaluator, const jx_loss *loss);

// The place of the indicator's cell `slot` (JX_SLOT_…), for messages.
jx_place jx_run_place(const jx_evaluator *evaluator, uint32_t slot);

#endif

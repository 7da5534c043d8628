// SPDX-License-Identifier: MIT
#include "score/scripting.h"

#include "base/ratio.h"

enum { FIRST_REMARKS = 16 };

// ------------------------------------------------------------------------------------- what the cage calls

static jx_ratio tell_left(void *host)
{
    const jx_evaluator *evaluator = host;
    return evaluator->remainder.exact;
}

static jx_losses tell_losses(void *host)
{
    const jx_evaluator *evaluator = host;
    const uint32_t count = evaluator->outcome->loss_count;
    return count == 0 ? (jx_losses){NULL, 0}
                      : (jx_losses){evaluator->losses + evaluator->outcome->first_loss, count};
}

// Texts of a script live as long as the scorecard.
static bool keep_words(jx_evaluator *evaluator, jx_words says, jx_words *ret)
{
    evaluator->row_written = true;
    ret->zh = jx_arena_copy(evaluator->row, jx_str_of(says.zh)).data;
    ret->en = says.en == says.zh ? ret->zh : jx_arena_copy(evaluator->row, jx_str_of(says.en)).data;
    return ret->zh != NULL && ret->en != NULL;
}

static jx_status deduct(void *host, const jx_script_loss *loss)
{
    jx_evaluator *evaluator = host;
    jx_loss_code *code = jx_arena_alloc(evaluator->row, sizeof *code);
    if (code == NULL || !keep_words(evaluator, loss->says, &code->says)) {
        return jx_fail_memory(&evaluator->err);
    }
    jx_loss taken = {.struct_size = sizeof taken, .code = code, .points = loss->points};
    code->code = jx_arena_copy(evaluator->row, jx_str_of(loss->code)).data;
    bool kept = code->code != NULL;
    for (size_t i = 0; kept && i < JX_LOSS_FIGURES && loss->names[i] != NULL; i++) {
        code->figures[i] = jx_arena_copy(evaluator->row, jx_str_of(loss->names[i])).data;
        taken.figures[i] = loss->figures[i];
        kept = code->figures[i] != NULL;
    }
    return kept ? jx_take(evaluator, &taken) : jx_fail_memory(&evaluator->err);
}

static bool make_room(jx_evaluator *evaluator)
{
    uint32_t capacity = evaluator->remark_capacity;
    if (evaluator->card.remark_count < capacity) {
        return true;
    }
    uint32_t larger = capacity == 0 ? FIRST_REMARKS : 2 * capacity;
    jx_remark *remarks = jx_arena_grow(evaluator->arena, evaluator->remarks,
                                       capacity * sizeof *remarks, larger * sizeof *remarks);
    if (remarks == NULL) {
        return false;
    }
    evaluator->remarks = remarks;
    evaluator->card.remarks = remarks;
    evaluator->remark_capacity = larger;
    return true;
}

static jx_status note(void *host, jx_words says)
{
    jx_evaluator *evaluator = host;
    jx_remark remark = {.row = JX_OF_NO_ROW, .source = evaluator->source};
    if (evaluator->indicator != NULL) {
        remark.row = (uint32_t)(evaluator->indicator - evaluator->plan->indicators);
    }
    if (!make_room(evaluator) || !keep_words(evaluator, says, &remark.says)) {
        return jx_fail_memory(&evaluator->err);
    }
    evaluator->remarks[evaluator->card.remark_count++] = remark;
    return JX_OK;
}

// ------------------------------------------------------------------------------------------------- running

static jx_status run(jx_evaluator *evaluator, const jx_plan_script *script, const jx_table_row *row)
{
    jx_script_job job = {
        .params = script->params,
        .inputs = evaluator->script_inputs,
        .card = &evaluator->card,
        .row = row,
        .job = &evaluator->job,
        .counted = row != NULL && evaluator->indicator->form.actual == JX_ACTUAL_COUNTS,
        .host = evaluator,
        .left = tell_left,
        .deduct = deduct,
        .note = note,
        .losses = tell_losses,
    };
    jx_place place = jx_run_place(evaluator, JX_SLOT_ACTUAL);
    evaluator->floor = JX_DECIMAL_ZERO;
    evaluator->source = evaluator->plan->scripts[script->index]->name;
    return jx_cage_run(evaluator->cage, script->index, &job, &place, &evaluator->err);
}

jx_status jx_run_indicator_script(jx_evaluator *evaluator)
{
    const jx_plan_script *script = &evaluator->indicator->script;
    return script->index == JX_NO_SCRIPT ? JX_OK
                                         : run(evaluator, script, evaluator->indicator->row);
}

// The project takes the place of an indicator, its subtotal that of the weight.
static void start_project(jx_evaluator *evaluator)
{
    const jx_plan *plan = evaluator->plan;
    const jx_cell *cells = evaluator->card.observations->cells;
    evaluator->indicator = NULL;
    evaluator->cells = cells == NULL ? NULL : &cells[plan->sheet.rows[plan->count].first];
    evaluator->own = (jx_outcome){.first_loss = evaluator->card.loss_count};
    evaluator->outcome = &evaluator->own;
    evaluator->remainder =
        jx_settle_start(evaluator->card.subtotal, plan->table.places, plan->table.rounding);
    evaluator->err.status = JX_OK;
}

jx_status jx_run_project_script(jx_evaluator *evaluator)
{
    const jx_plan_script *script = &evaluator->plan->script;
    if (script->index == JX_NO_SCRIPT || evaluator->card.observations->cells == NULL) {
        return JX_OK;
    }
    start_project(evaluator);
    jx_status status = jx_observe_project(evaluator);
    status = status != JX_OK ? status : run(evaluator, script, NULL);
    status = status != JX_OK ? status : evaluator->err.status;
    if (status == JX_OK) {
        evaluator->card.first_own_loss = evaluator->own.first_loss;
        evaluator->card.own_loss_count = evaluator->own.loss_count;
        evaluator->card.total = evaluator->remainder.rounded;
    }
    return status;
}

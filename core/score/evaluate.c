// SPDX-License-Identifier: MIT
// THE PIPELINE. An indicator is settled in five steps: observe what was written, measure what was achieved, lose points for
// what is missing, run the script, settle what is left. Settling runs along with losing, so that each
// loss is recorded with what it really took. A project is settled likewise: sum, script, grade.
#include "score/evaluate.h"

#include "base/date.h"
#include "base/ratio.h"
#include "score/losing.h"
#include "score/recalling.h"
#include "score/run.h"
#include "score/scripting.h"
#include "score/total.h"

// ------------------------------------------------------------------------------------------- the steps

// Whether a plugin's figure is of the prepared kind, and one that methods can do with.
static bool is_sound(const jx_plan_indicator *indicator, const jx_figure *figure)
{
    if (figure->kind != indicator->figure) {
        return false;
    }
    switch (figure->kind) {
    case JX_FIGURE_NUMBER:
        return jx_ratio_is_sound(figure->number);
    case JX_FIGURE_LEVEL:
        return figure->index >= 0 && (uint32_t)figure->index < indicator->facts.level_count;
    case JX_FIGURE_DATE:
        return figure->first_day >= JX_DATE_FIRST && figure->first_day <= figure->last_day &&
               figure->last_day <= JX_DATE_LAST;
    default:
        return figure->index == 0 || figure->index == 1;
    }
}

static jx_status measure(jx_evaluator *evaluator)
{
    const jx_plan_indicator *indicator = evaluator->indicator;
    jx_figure *measured = &evaluator->job.measured;
    jx_status status = indicator->measure->find(&evaluator->plan->host, &evaluator->job, measured);
    return status == JX_OK && !is_sound(indicator, measured) ? JX_EPLUGIN : status;
}

static jx_status lose(jx_evaluator *evaluator)
{
    const jx_plan_indicator *indicator = evaluator->indicator;
    evaluator->floor = indicator->floor;
    evaluator->source = indicator->category;
    return indicator->plugin->lose != NULL
               ? indicator->plugin->lose(&evaluator->plan->host, &evaluator->job)
               : indicator->method->lose(indicator->terms, &evaluator->job);
}

static jx_status lose_everything(jx_evaluator *evaluator)
{
    evaluator->floor = JX_DECIMAL_ZERO;
    evaluator->source = (jx_str)JX_STR("host");
    return jx_lose(&evaluator->job, &(jx_loss){
                                        .struct_size = sizeof(jx_loss),
                                        .code = &jx_missing_code,
                                        .points = jx_ratio_of(evaluator->indicator->facts.weight),
                                    });
}

static void settle(jx_evaluator *evaluator, jx_state state)
{
    evaluator->outcome->state = state;
    evaluator->outcome->measured = evaluator->job.measured;
    evaluator->outcome->points =
        state == JX_NOT_APPLICABLE ? JX_DECIMAL_ZERO : evaluator->remainder.rounded;
    if (evaluator->points_only) {
        evaluator->outcome->measured.kind = JX_FIGURE_NONE;
        evaluator->outcome->loss_count = 0;
    }
}

static jx_status score_indicator(jx_evaluator *evaluator)
{
    jx_state state = JX_SCORED;
    jx_status status = jx_observe(evaluator, &state);
    if (status == JX_OK && state == JX_SCORED) {
        status = measure(evaluator);
        status = status != JX_OK ? status : lose(evaluator);
        status = status != JX_OK ? status : jx_run_indicator_script(evaluator);
    } else if (status == JX_OK && state == JX_MISSING) {
        status = lose_everything(evaluator);
    }
    if (status != JX_OK) {
        return status;
    }
    settle(evaluator, state);
    return evaluator->err.status; // of what a plugin refused, or was refused, and passed over
}

// -------------------------------------------------------------------------------------------- a project

static void start_indicator(jx_evaluator *evaluator, size_t index)
{
    const jx_plan *plan = evaluator->plan;
    const jx_plan_indicator *indicator = &plan->indicators[index];
    const jx_cell *cells = evaluator->card.observations->cells;
    evaluator->indicator = indicator;
    evaluator->cells = cells == NULL ? NULL : &cells[indicator->row->slot];
    evaluator->outcome = &evaluator->outcomes[index];
    evaluator->outcome->state = JX_SCORED;
    evaluator->outcome->measured.kind = JX_FIGURE_NONE;
    evaluator->outcome->points = JX_DECIMAL_ZERO;
    evaluator->outcome->first_loss = evaluator->card.loss_count;
    evaluator->outcome->loss_count = 0;
    evaluator->outcome->error = NULL;
    evaluator->remainder =
        jx_settle_start(indicator->facts.weight, plan->table.places, plan->table.rounding);
    evaluator->err.status = JX_OK;
    evaluator->job.given = 0;
    evaluator->job.indicator = &indicator->facts;
    evaluator->job.instance = indicator->instance;
    evaluator->job.measured.kind = JX_FIGURE_NONE;
    evaluator->job.baseline = JX_DECIMAL_ZERO;
}

// The text of the last fault; where it cannot be kept, out of memory is the fault.
static const char *keep_error(jx_evaluator *evaluator, jx_status *status)
{
    jx_str copy = jx_arena_copy(evaluator->row, jx_str_of(evaluator->err.text));
    evaluator->row_written = true;
    if (copy.data != NULL) {
        return copy.data;
    }
    *status = JX_ESYSTEM;
    return jx_words_in(jx_message_find(JX_MESSAGE_MEMORY)->says, evaluator->err.lang);
}

static void add_error(jx_evaluator *evaluator, jx_status status, const char *error)
{
    jx_scorecard *card = &evaluator->card;
    card->state = JX_FAULTY;
    card->error = card->error_count++ == 0 ? error : card->error;
    card->status = jx_status_worse(card->status, status);
}

// A plugin that failed without saying why is broken, whatever it returned.
static void fail_indicator(jx_evaluator *evaluator, jx_status status)
{
    if (evaluator->err.status == JX_OK || (status != JX_EDATA && status != JX_ESYSTEM)) {
        jx_place place = jx_run_place(evaluator, JX_SLOT_ACTUAL);
        jx_message message =
            evaluator->err.status == JX_EPLUGIN ? JX_MESSAGE_NONE : JX_MESSAGE_PLUGIN_FAILED;
        if (message != JX_MESSAGE_NONE) {
            (void)jx_fail(&evaluator->err, &place, message,
                          jx_str_of(evaluator->indicator->plugin->name));
        }
        status = JX_EPLUGIN;
    }
    evaluator->card.loss_count = evaluator->outcome->first_loss;
    evaluator->outcome->loss_count = 0;
    evaluator->outcome->state = JX_FAULTY;
    evaluator->outcome->error = keep_error(evaluator, &status);
    add_error(evaluator, status, evaluator->outcome->error);
}

static void start_project(jx_evaluator *evaluator, const jx_observations *observations)
{
    if (evaluator->row_written) {
        jx_arena_reset(evaluator->row);
        evaluator->row_written = false;
    }
    evaluator->card = (jx_scorecard){
        .table = &evaluator->plan->table,
        .observations = observations,
        .state = JX_SCORED,
        .outcomes = evaluator->outcomes,
        .losses = evaluator->losses,
        .remarks = evaluator->remarks,
    };
}

// Sum, script, grade.
static void settle_project(jx_evaluator *evaluator)
{
    jx_status status = jx_total(&evaluator->card, &evaluator->err);
    if (status == JX_OK && evaluator->card.state != JX_FAULTY) {
        status = jx_run_project_script(evaluator);
    }
    if (status != JX_OK) {
        const char *error = keep_error(evaluator, &status);
        add_error(evaluator, status, error);
    }
    jx_total_grade(&evaluator->card);
}

static jx_status work_out(jx_evaluator *evaluator, size_t index)
{
    start_indicator(evaluator, index);
    jx_status status = score_indicator(evaluator);
    if (status != JX_OK) {
        fail_indicator(evaluator, status);
    }
    return status;
}

static void score_project(jx_evaluator *evaluator, const jx_observations *observations)
{
    const bool recalls = evaluator->recalls != NULL && observations->cells != NULL;
    start_project(evaluator, observations);
    for (size_t i = 0; i < evaluator->plan->count; i++) {
        if (recalls && jx_recall_outcome(evaluator, i)) {
            continue;
        }
        if (work_out(evaluator, i) == JX_OK && recalls) {
            jx_keep_outcome(evaluator, i);
        }
    }
    settle_project(evaluator);
}

static void refuse_project(jx_evaluator *evaluator, const jx_observations *observations)
{
    start_project(evaluator, observations);
    for (size_t i = 0; i < evaluator->plan->count; i++) {
        evaluator->outcomes[i] =
            (jx_outcome){.state = JX_FAULTY, .error = observations->fault->text};
    }
    add_error(evaluator, observations->fault->status, observations->fault->text);
}

const jx_scorecard *jx_evaluate(jx_evaluator *evaluator, const jx_observations *observations)
{
    if (observations->fault != NULL) {
        refuse_project(evaluator, observations);
        return &evaluator->card;
    }
    if (evaluator->cage != NULL) {
        jx_cage_begin(evaluator->cage);
    }
    score_project(evaluator, observations);
    if (evaluator->cage != NULL && jx_cage_begin_again(evaluator->cage)) {
        score_project(evaluator, observations);
    }
    return &evaluator->card;
}

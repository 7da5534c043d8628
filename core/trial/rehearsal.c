// SPDX-License-Identifier: MIT
#include "trial/rehearsal.h"

#include "base/decimal.h"
#include "base/list.h"
#include "base/text.h"
#include "score/evaluate.h"
#include "score/plan.h"
#include "trial/sample_cells.h"

#include <stdio.h>

// What one row came to.
typedef struct result {
    jx_state state;
    uint32_t loss_count;
    int32_t status;
    jx_str text; // everything, to be compared
} result;

static void set_step(const jx_rehearsal *at, const jx_sample_row *row)
{
    const jx_sample_project *sample = at->sample;
    jx_trial_notes *notes = at->notes;
    const char *baseline = row == NULL ? NULL : row->baseline;
    (void)snprintf(notes->step, sizeof notes->step, "%s: measure = %s, method = %s%s%s%s%s",
                   sample->plugin->name, sample->measure->name, sample->method->name,
                   row == NULL ? "" : ", actual = ", row == NULL ? "" : row->actual,
                   baseline == NULL ? "" : ", baseline = ", baseline == NULL ? "" : baseline);
}

// Notes a breach, with what was being done.
static void blame(const jx_rehearsal *at, uint32_t rule, const char *found)
{
    char text[JX_ERROR_TEXT];
    (void)snprintf(text, sizeof text, "%s: %s", at->notes->step, found);
    (void)jx_trial_blame(at->notes, rule, text);
}

// --------------------------------------------------------------------------------------------- results

static void add_decimal(jx_text *text, jx_decimal number)
{
    char digits[JX_DECIMAL_TEXT];
    jx_text_add(text, jx_decimal_format(number, 0, digits));
    jx_text_add_char(text, ' ');
}

static void add_ratio(jx_text *text, jx_ratio ratio)
{
    add_decimal(text, ratio.numerator);
    add_decimal(text, ratio.denominator);
}

static void add_figure(jx_text *text, const jx_figure *figure)
{
    jx_text_add_number(text, figure->kind);
    jx_text_add_char(text, ' ');
    if (figure->kind == JX_FIGURE_NUMBER) {
        add_ratio(text, figure->number);
    } else if (figure->kind == JX_FIGURE_DATE) {
        jx_text_add_number(text, (uint32_t)figure->first_day);
        jx_text_add_number(text, (uint32_t)figure->last_day);
    } else if (figure->kind != JX_FIGURE_NONE) {
        jx_text_add_number(text, (uint32_t)figure->index);
    }
}

static void add_loss(jx_text *text, const jx_lost *lost)
{
    jx_text_put(text, "\n");
    jx_text_put(text, lost->code->code);
    jx_text_add_char(text, ' ');
    add_decimal(text, lost->points);
    add_ratio(text, lost->exact);
    for (size_t i = 0; i < JX_LOSS_FIGURES && lost->code->figures[i] != NULL; i++) {
        add_ratio(text, lost->figures[i]);
    }
}

static result keep_result(jx_arena *arena, const jx_scorecard *card)
{
    const jx_outcome *outcome = &card->outcomes[0];
    jx_text text = jx_text_in(arena);
    jx_text_add_number(&text, (uint64_t)outcome->state);
    jx_text_add_char(&text, ' ');
    if (outcome->state == JX_SCORED) {
        add_decimal(&text, outcome->points);
        add_figure(&text, &outcome->measured);
    }
    jx_text_put(&text, outcome->error == NULL ? "" : outcome->error);
    for (uint32_t i = 0; i < outcome->loss_count; i++) {
        add_loss(&text, &card->losses[outcome->first_loss + i]);
    }
    return (result){
        .state = outcome->state,
        .loss_count = outcome->loss_count,
        .status = card->status,
        .text = jx_text_end(&text),
    };
}

// --------------------------------------------------------------------------------------------- one row

// Scores one row; NULL where memory is out.
static const jx_scorecard *score_row(const jx_rehearsal *at,
                                     jx_evaluator *evaluator,
                                     const jx_plan *plan,
                                     const jx_sample_row *row)
{
    jx_observations observations;
    if (!jx_sample_observe(at->arena, plan, row, &observations)) {
        return NULL;
    }
    set_step(at, row);
    return jx_evaluate(evaluator, &observations);
}

static bool declares(const jx_list *codes, const char *code)
{
    for (uint32_t i = 0; i < codes->count; i++) {
        const jx_loss_code *row = jx_list_at(codes, i);
        if (strcmp(row->code, code) == 0) {
            return true;
        }
    }
    return false;
}

static void check_codes(const jx_rehearsal *at, const jx_scorecard *card)
{
    const jx_outcome *outcome = &card->outcomes[0];
    for (uint32_t i = 0; i < outcome->loss_count; i++) {
        const jx_lost *lost = &card->losses[outcome->first_loss + i];
        const char *code = lost->code->code == NULL ? "NULL" : lost->code->code;
        bool known =
            jx_str_is(lost->source, "host") || declares(&at->sample->plugin->loss_codes, code);
        for (size_t k = 0; !known && k < jx_method_count(); k++) {
            known = declares(&jx_method_at(k)->codes, code);
        }
        if (!known) {
            blame(at, JX_TRIAL_CODES, code);
        }
    }
}

// ------------------------------------------------------------------------------------------ all the rows

typedef struct rows_result {
    jx_sample_rows rows;
    result *results;
} rows_result;

// Scores every row and keeps what came of it; in the other direction where there are results to compare with.
static bool score_rows(const jx_rehearsal *at, const jx_plan *plan, rows_result *kept, bool again)
{
    jx_evaluator *evaluator = jx_evaluator_new(plan, at->notes->faults.lang);
    bool enough = evaluator != NULL;
    for (size_t i = 0; enough && i < kept->rows.count; i++) {
        const size_t index = again ? kept->rows.count - 1 - i : i;
        const jx_scorecard *card = score_row(at, evaluator, plan, &kept->rows.rows[index]);
        const result now = card == NULL ? (result){0} : keep_result(at->arena, card);
        enough = now.text.data != NULL && now.status != JX_ESYSTEM;
        if (enough && again && !jx_str_equal(now.text, kept->results[index].text)) {
            blame(at, JX_TRIAL_STEADY, now.text.data);
        } else if (enough && !again) {
            kept->results[index] = now;
            check_codes(at, card);
            if (now.status == JX_EPLUGIN) {
                blame(at, JX_TRIAL_ANSWERS, card->outcomes[0].error);
            }
        }
    }
    jx_evaluator_free(evaluator);
    return enough;
}

// ------------------------------------------------------------------------------------------- passing on

static int32_t fail_lose(const jx_job *job, const jx_loss *loss)
{
    (void)job;
    (void)loss;
    return JX_ESYSTEM;
}

static int32_t fail_lose_by_method(const jx_job *job)
{
    (void)job;
    return JX_ESYSTEM;
}

static int32_t refuse_silently(const jx_job *job, jx_words why)
{
    (void)job;
    (void)why;
    return JX_EDATA;
}

// With services that fail: a row that lost points by them, or that they refused, cannot be scored.
static bool check_passing_on(const jx_rehearsal *at, jx_plan *plan, const rows_result *kept)
{
    jx_evaluator *evaluator = jx_evaluator_new(plan, at->notes->faults.lang);
    bool enough = evaluator != NULL;
    const bool loses = at->sample->plugin->lose != NULL;
    plan->host.lose = fail_lose;
    plan->host.lose_by_method = fail_lose_by_method;
    plan->host.refuse = refuse_silently;
    for (size_t i = 0; enough && i < kept->rows.count; i++) {
        const result *before = &kept->results[i];
        const bool failed = before->state == JX_FAULTY && before->status == JX_EDATA;
        if (!failed && (!loses || before->state != JX_SCORED || before->loss_count == 0)) {
            continue;
        }
        const jx_scorecard *card = score_row(at, evaluator, plan, &kept->rows.rows[i]);
        enough = card != NULL;
        if (enough && card->outcomes[0].state == JX_SCORED) {
            blame(at, JX_TRIAL_PASSES_ON, failed ? "refuse → JX_OK" : "lose → JX_OK");
        }
    }
    jx_evaluator_free(evaluator);
    return enough;
}

// --------------------------------------------------------------------------------------------- the plan

static jx_plan *build_plan(jx_rehearsal *at)
{
    jx_plan *plan = NULL;
    const jx_project *project = jx_sample_project_make(at->arena, at->sample);
    jx_faults_init(at->faults, at->notes->faults.lang);
    if (project == NULL) {
        at->notes->failed = true;
        return NULL;
    }
    set_step(at, NULL);
    const jx_status status = jx_plan_build(at->arena, project, at->sources, at->faults, &plan);
    if (status == JX_EPLUGIN) {
        blame(at, JX_TRIAL_ANSWERS, at->faults->shown[0].text);
    }
    at->notes->failed = at->notes->failed || status == JX_ESYSTEM;
    return plan;
}

static bool rehearse_plan(jx_rehearsal *at, const jx_plan *plan)
{
    rows_result kept = {.rows = jx_sample_plan_rows(at->arena, plan)};
    kept.results = jx_arena_array(at->arena, kept.rows.count, sizeof *kept.results);
    if (kept.rows.failed || kept.results == NULL || !score_rows(at, plan, &kept, false)) {
        return false;
    }
    jx_plan *another = build_plan(at);
    if (at->notes->failed) {
        return false;
    }
    if (another == NULL) {
        blame(at, JX_TRIAL_STEADY, at->faults->shown[0].text);
        return true;
    }
    const bool enough =
        score_rows(at, another, &kept, true) && check_passing_on(at, another, &kept);
    set_step(at, NULL);
    jx_plan_free(another);
    return enough;
}

bool jx_rehearse(jx_rehearsal *at, bool thorough)
{
    jx_plan *plan = build_plan(at);
    if (plan == NULL) {
        return false;
    }
    at->notes->failed = at->notes->failed || (thorough && !rehearse_plan(at, plan));
    set_step(at, NULL);
    jx_plan_free(plan);
    return true;
}

// SPDX-License-Identifier: MIT
#include "score/coverage.h"

#include "base/decimal.h"
#include "base/ratio.h"

// What is measured is the actual itself only where it is a number in the indicator's own unit.
static jx_range find_range(const jx_plan_indicator *indicator)
{
    const jx_cell_form *form = &indicator->form;
    if (form->actual != JX_ACTUAL_NUMBER || indicator->measure->unit != NULL) {
        return (jx_range){.whole = false};
    }
    return (jx_range){
        .whole = form->whole,
        .has_least = form->minimum.given,
        .has_most = form->maximum.given,
        .least = jx_ratio_of(form->minimum.at),
        .most = jx_ratio_of(form->maximum.at),
    };
}

static void ask(const jx_plan *plan, const jx_plan_indicator *indicator, jx_coverage_row *row)
{
    jx_reach reach = {.full = true, .part = true};
    if (indicator->plugin->lose == NULL) {
        const jx_range range = find_range(indicator);
        reach = indicator->method->reach(indicator->terms, &indicator->facts, &range);
    }
    row->asked[JX_BRANCH_FULL] = reach.full;
    row->asked[JX_BRANCH_PART] = reach.part;
    row->asked[JX_BRANCH_FLOOR] = reach.floor && jx_ratio_round(reach.least, plan->table.places,
                                                                plan->table.rounding, &row->least);
    row->asked[JX_BRANCH_MISSING] = true;
}

static void ask_script(const jx_plan_script *script, jx_coverage_row *row)
{
    row->asked[JX_BRANCH_RAN] = script->index != JX_NO_SCRIPT;
    row->asked[JX_BRANCH_TOOK] = script->index != JX_NO_SCRIPT;
}

jx_status jx_coverage_begin(jx_arena *arena, const jx_plan *plan, jx_coverage *ret, jx_error *err)
{
    jx_coverage_row *rows = jx_arena_array(arena, plan->count + 1, sizeof *rows);
    if (rows == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < plan->count; i++) {
        ask(plan, &plan->indicators[i], &rows[i]);
        ask_script(&plan->indicators[i].script, &rows[i]);
    }
    ask_script(&plan->script, &rows[plan->count]);
    rows[plan->count].asked[JX_BRANCH_NOT_APPLICABLE] = plan->table.rescale;
    *ret = (jx_coverage){.plan = plan, .rows = rows};
    return JX_OK;
}

// What was lost by the category, its method included; scripts lose under names of their own.
static jx_decimal sum_losses(jx_losses losses, jx_str category)
{
    jx_decimal sum = JX_DECIMAL_ZERO;
    for (uint32_t i = 0; i < losses.count; i++) {
        const jx_lost *lost = &losses.rows[i];
        if (jx_str_equal(lost->source, category)) {
            (void)jx_decimal_add(sum, lost->points, &sum); // at most the weight
        }
    }
    return sum;
}

static jx_branch find_branch(const jx_coverage *coverage, const jx_scorecard *card, size_t row)
{
    const jx_plan_indicator *indicator = &coverage->plan->indicators[row];
    const jx_decimal weight = indicator->facts.weight;
    const jx_decimal lost = sum_losses(jx_scorecard_losses(card, row), indicator->category);
    jx_decimal left = weight;
    if (jx_decimal_sign(lost) == 0) {
        return JX_BRANCH_FULL;
    }
    const bool is_least = coverage->rows[row].asked[JX_BRANCH_FLOOR] &&
                          jx_decimal_subtract(weight, lost, &left) &&
                          jx_decimal_compare(left, coverage->rows[row].least) <= 0;
    return is_least ? JX_BRANCH_FLOOR : JX_BRANCH_PART;
}

// A script runs where its indicator was measured, and loses under its own name.
static void add_script(jx_coverage_row *row, jx_losses losses, jx_str script)
{
    bool took = false;
    for (uint32_t i = 0; i < losses.count; i++) {
        took = took || (jx_str_equal(losses.rows[i].source, script) &&
                        jx_decimal_sign(losses.rows[i].points) > 0);
    }
    row->cases[JX_BRANCH_RAN] += row->asked[JX_BRANCH_RAN] ? 1 : 0;
    row->cases[JX_BRANCH_TOOK] += row->asked[JX_BRANCH_TOOK] && took ? 1 : 0;
}

static void add_indicator(jx_coverage *coverage, const jx_scorecard *card, size_t row)
{
    jx_coverage_row *at = &coverage->rows[row];
    switch (card->outcomes[row].state) {
    case JX_SCORED:
        at->cases[find_branch(coverage, card, row)]++;
        add_script(at, jx_scorecard_losses(card, row), card->table->rows[row].script);
        break;
    case JX_MISSING:
        at->cases[JX_BRANCH_MISSING]++;
        break;
    case JX_NOT_APPLICABLE:
        coverage->rows[coverage->plan->count].cases[JX_BRANCH_NOT_APPLICABLE]++;
        break;
    case JX_FAULTY:
        break;
    }
}

void jx_coverage_add(jx_coverage *coverage, const jx_scorecard *card, size_t row)
{
    if (row < coverage->plan->count) {
        add_indicator(coverage, card, row);
    } else if (card->state != JX_FAULTY) {
        add_script(&coverage->rows[row], jx_scorecard_losses(card, JX_OF_NO_ROW),
                   card->table->script);
    }
}

bool jx_coverage_asks(const jx_coverage *coverage, jx_branch branch)
{
    for (size_t i = 0; i <= coverage->plan->count; i++) {
        if (coverage->rows[i].asked[branch]) {
            return true;
        }
    }
    return false;
}

bool jx_coverage_is_untouched(const jx_coverage_row *row)
{
    for (size_t i = 0; i < JX_BRANCH_COUNT; i++) {
        if (row->cases[i] != 0) {
            return false;
        }
    }
    return true;
}

size_t jx_coverage_count_holes(const jx_coverage *coverage)
{
    size_t holes = 0;
    for (size_t i = 0; i <= coverage->plan->count; i++) {
        for (size_t k = 0; k < JX_BRANCH_COUNT; k++) {
            const jx_coverage_row *row = &coverage->rows[i];
            holes += row->asked[k] && row->cases[k] == 0 ? 1 : 0;
        }
    }
    return holes;
}

// SPDX-License-Identifier: MIT
#include "report/view.h"

#include "base/decimal.h"
#include "model/sheet.h"

static const jx_table no_table = {.id = JX_STR(""), .name = JX_STR(""), .path = ""};
static const jx_outcome no_outcome = {.state = JX_FAULTY};

const jx_table *jx_view_table(const jx_scorecard *card)
{
    return card->table == NULL ? &no_table : card->table;
}

const jx_outcome *jx_view_outcome(const jx_scorecard *card, size_t row)
{
    return card->outcomes == NULL ? &no_outcome : &card->outcomes[row];
}

jx_str jx_view_cell(const jx_scorecard *card, size_t row, uint32_t slot)
{
    const jx_observations *observations = card->observations;
    if (observations->cells == NULL) {
        return JX_STR_NONE;
    }
    return jx_view_stated(jx_cell_text(&observations->cells[card->table->rows[row].slot + slot]));
}

bool jx_view_has_points(const jx_outcome *outcome)
{
    return outcome->state == JX_SCORED || outcome->state == JX_MISSING;
}

bool jx_view_has_total(const jx_scorecard *card)
{
    return card->state == JX_SCORED || card->state == JX_MISSING;
}

bool jx_view_is_unnoted(const jx_scorecard *card, size_t row)
{
    const jx_losses losses = jx_scorecard_losses(card, row);
    bool lost = false;
    for (uint32_t i = 0; i < losses.count; i++) {
        lost = lost || jx_decimal_sign(losses.rows[i].points) > 0;
    }
    return lost && jx_view_cell(card, row, JX_SLOT_NOTE).size == 0;
}

size_t jx_view_count(const jx_scorecard *card, jx_state state)
{
    size_t count = 0;
    for (size_t i = 0; i < jx_view_table(card)->row_count; i++) {
        count += jx_view_outcome(card, i)->state == state;
    }
    return count;
}

static void add_row(jx_category_sum *sum, jx_decimal weight, const jx_outcome *outcome)
{
    bool fits = jx_decimal_add(sum->full, weight, &sum->full);
    sum->has_points = sum->has_points && fits && jx_view_has_points(outcome) &&
                      jx_decimal_add(sum->points, outcome->points, &sum->points);
}

jx_category_sum jx_view_sum(const jx_scorecard *card, size_t category)
{
    const jx_table *table = jx_view_table(card);
    jx_category_sum sum = {.has_points = true};
    size_t applicable = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        const jx_outcome *outcome = jx_view_outcome(card, i);
        if (table->rows[i].category == category && outcome->state != JX_NOT_APPLICABLE) {
            add_row(&sum, table->rows[i].weight, outcome);
            applicable++;
        }
    }
    sum.has_points = sum.has_points && applicable > 0;
    return sum;
}

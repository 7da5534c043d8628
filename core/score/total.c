// SPDX-License-Identifier: MIT
#include "score/total.h"

#include "base/decimal.h"

// The highest grade whose least percentage the total reaches, compared without rounding: total × 100 >= least × full.
static const jx_grade *find_grade(const jx_table *table, jx_decimal total)
{
    jx_decimal hundredfold;
    jx_decimal least;
    for (size_t i = 0; i < table->grade_count; i++) {
        const jx_grade *grade = &table->grades[i];
        if (jx_decimal_multiply(total, jx_decimal_make(100, 0), &hundredfold) &&
            jx_decimal_multiply(grade->least, table->full, &least) &&
            jx_decimal_compare(hundredfold, least) >= 0) {
            return grade;
        }
    }
    return NULL;
}

// Sums points, and the weights that were applicable.
static bool sum_up(jx_scorecard *card, jx_decimal *ret_applicable)
{
    bool fits = true;
    *ret_applicable = JX_DECIMAL_ZERO;
    for (size_t i = 0; i < card->table->row_count; i++) {
        const jx_outcome *outcome = &card->outcomes[i];
        if (outcome->state == JX_NOT_APPLICABLE) {
            card->rescaled = true;
            continue;
        }
        if (outcome->state == JX_MISSING && card->state == JX_SCORED) {
            card->state = JX_MISSING;
        }
        fits = fits && jx_decimal_add(card->raw_total, outcome->points, &card->raw_total) &&
               jx_decimal_add(*ret_applicable, card->table->rows[i].weight, ret_applicable);
    }
    return fits;
}

static jx_place place_of(const jx_scorecard *card)
{
    const jx_observations *observations = card->observations;
    return (jx_place){
        .file = observations->file,
        .line = observations->line,
        .project = observations->project.data == NULL ? card->table->id : observations->project,
    };
}

jx_status jx_total(jx_scorecard *card, jx_error *err)
{
    const jx_table *table = card->table;
    jx_decimal applicable;
    jx_place place = place_of(card);
    if (!sum_up(card, &applicable)) {
        return jx_fail(err, &place, JX_MESSAGE_TOO_LARGE, JX_STR_NONE);
    }
    if (card->state == JX_FAULTY) {
        return JX_OK;
    }
    card->total = card->raw_total;
    if (card->rescaled) {
        card->rescaled_from = applicable;
        if (jx_decimal_sign(applicable) == 0) {
            return jx_fail(err, &place, JX_MESSAGE_NOTHING_APPLICABLE, JX_STR_NONE);
        }
        if (!jx_decimal_multiply_divide(card->raw_total, table->full, applicable, table->places,
                                        table->rounding, &card->total)) {
            return jx_fail(err, &place, JX_MESSAGE_TOO_LARGE, JX_STR_NONE);
        }
    }
    if (card->state == JX_SCORED) {
        card->grade = find_grade(table, card->total);
    }
    return JX_OK;
}

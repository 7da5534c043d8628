// SPDX-License-Identifier: MIT
#include "score/total.h"

#include "base/decimal_parts.h"

// The highest grade whose least percentage the total reaches, compared without rounding: total × 100 >= least × full.
static const jx_grade *find_grade(const jx_table *table, jx_decimal total)
{
    jx_decimal hundredfold;
    jx_decimal least;
    const bool fits = jx_decimal_multiply_inline(total, jx_decimal_make(100, 0), &hundredfold);
    for (size_t i = 0; i < table->grade_count && fits; i++) {
        const jx_grade *grade = &table->grades[i];
        if (jx_decimal_multiply_inline(grade->least, table->full, &least) &&
            jx_decimal_compare_inline(hundredfold, least) >= 0) {
            return grade;
        }
    }
    return NULL;
}

// The sum of everyday points; false of others, and where an indicator was not scored.
static bool sum_quickly(const jx_scorecard *card, jx_decimal *ret)
{
    const uint32_t places = card->table->places;
    int64_t sum = 0;
    bool fits = places <= JX_PLACES_ROUNDED;
    for (size_t i = 0; i < card->table->row_count && fits; i++) {
        const jx_outcome *outcome = &card->outcomes[i];
        const uint32_t had = jx_decimal_places(outcome->points);
        int64_t points = jx_short_coefficient(outcome->points);
        fits = outcome->state == JX_SCORED && jx_is_short(outcome->points) && had <= places &&
               jx_short_scale(&points, places - had) && !__builtin_add_overflow(sum, points, &sum);
    }
    if (fits) {
        *ret = jx_short_pack(sum, places);
    }
    return fits;
}

static bool sum_points(jx_scorecard *card)
{
    bool fits = true;
    if (sum_quickly(card, &card->raw_total)) {
        return true;
    }
    for (size_t i = 0; i < card->table->row_count; i++) {
        const jx_outcome *outcome = &card->outcomes[i];
        if (outcome->state == JX_NOT_APPLICABLE) {
            card->rescaled = true;
            continue;
        }
        if (outcome->state == JX_MISSING && card->state == JX_SCORED) {
            card->state = JX_MISSING;
        }
        fits = fits && jx_decimal_add(card->raw_total, outcome->points, &card->raw_total);
    }
    return fits;
}

// The weights of what was applicable.
static bool sum_applicable(const jx_scorecard *card, jx_decimal *ret)
{
    bool fits = true;
    *ret = JX_DECIMAL_ZERO;
    for (size_t i = 0; i < card->table->row_count; i++) {
        if (card->outcomes[i].state != JX_NOT_APPLICABLE) {
            fits = fits && jx_decimal_add(*ret, card->table->rows[i].weight, ret);
        }
    }
    return fits;
}

static jx_status fail(const jx_scorecard *card, jx_message message, jx_error *err)
{
    const jx_observations *observations = card->observations;
    const jx_place place = {
        .file = jx_observations_where(observations),
        .line = observations->line,
        .project = observations->project.data == NULL ? card->table->id : observations->project,
    };
    return jx_fail(err, &place, message, JX_STR_NONE);
}

static jx_status rescale(jx_scorecard *card, jx_error *err)
{
    const jx_table *table = card->table;
    bool fits = sum_applicable(card, &card->rescaled_from);
    if (fits && jx_decimal_sign(card->rescaled_from) == 0) {
        return fail(card, JX_MESSAGE_NOTHING_APPLICABLE, err);
    }
    fits = fits && jx_decimal_multiply_divide(card->raw_total, table->full, card->rescaled_from,
                                              table->places, table->rounding, &card->subtotal);
    return fits ? JX_OK : fail(card, JX_MESSAGE_TOO_LARGE, err);
}

jx_status jx_total(jx_scorecard *card, jx_error *err)
{
    jx_status status = JX_OK;
    if (!sum_points(card)) {
        return fail(card, JX_MESSAGE_TOO_LARGE, err);
    }
    card->subtotal = card->raw_total;
    if (card->rescaled && card->state != JX_FAULTY) {
        status = rescale(card, err);
    }
    card->total = card->subtotal;
    return status;
}

void jx_total_grade(jx_scorecard *card)
{
    if (card->state == JX_SCORED) {
        card->grade = find_grade(card->table, card->total);
    }
}

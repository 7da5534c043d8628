// SPDX-License-Identifier: MIT
#include "report/row_findings.h"

#include "base/decimal.h"
#include "base/ratio.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/labels.h"
#include "report/scratch.h"
#include "report/view.h"

#include <string.h>

static const struct finding_row {
    const char *code;
    jx_label says; // {1}: the actual as written, {2}: what was compared
} rows[JX_ROW_FINDINGS] = {
    [JX_FOUND_ACTUAL_MISSING] = {"actual_missing", JX_LABEL_FOUND_ACTUAL_MISSING},
    [JX_FOUND_PERCENT_SIGN] = {"percent_sign", JX_LABEL_FOUND_PERCENT_SIGN},
    [JX_FOUND_UNITS_APART] = {"units_apart", JX_LABEL_FOUND_UNITS_APART},
    [JX_FOUND_NOTE_MISSING] = {"note_missing", JX_LABEL_UNNOTED},
};

// |a| against the whole number b.
static int compare_size(jx_ratio a, int64_t b)
{
    const bool below = jx_decimal_sign(a.numerator) < 0;
    const jx_ratio size = {below ? jx_decimal_negate(a.numerator) : a.numerator, a.denominator};
    return jx_ratio_compare(size, jx_ratio_of(jx_decimal_make(b, 0)));
}

static bool has_sign(jx_str written)
{
    const jx_str text = jx_str_trim(written);
    return jx_str_ends(text, (jx_str)JX_STR("%")) || jx_str_ends(text, (jx_str)JX_STR("％"));
}

// A fraction is at most 2 (200 %), and a target in percent is far above it.
static bool lacks_sign(const jx_scorecard *card, size_t index, const jx_figure *measured)
{
    enum { MOST = 2, APART = 20 };
    const jx_table_row *row = &card->table->rows[index];
    const jx_str written = jx_view_cell(card, index, JX_SLOT_ACTUAL);
    jx_decimal target;
    jx_ratio figure = measured->number;
    return jx_str_is(row->unit, "%") && !has_sign(written) &&
           jx_view_cell(card, index, JX_SLOT_BASELINE).size == 0 && jx_ratio_sign(figure) != 0 &&
           compare_size(figure, MOST) <= 0 && jx_target_number(row, &target) &&
           jx_decimal_multiply(figure.numerator, jx_decimal_make(APART, 0), &figure.numerator) &&
           compare_size((jx_ratio){target, JX_DECIMAL_ONE}, MOST) > 0 &&
           jx_ratio_compare(jx_ratio_of(target), figure) >= 0;
}

// Beyond ten times, or below a hundredth of the baseline; nothing at all is no doubt.
static bool is_apart(const jx_scorecard *card, size_t index, const jx_figure *measured)
{
    enum { MOST = 1000, LEAST = 1, NEARLY_ALL = 99, ALL = 100 };
    const jx_table_row *row = &card->table->rows[index];
    const jx_ratio figure = measured->number;
    if (!jx_str_is(row->measured_unit, "%") ||
        jx_view_cell(card, index, JX_SLOT_BASELINE).size == 0) {
        return false;
    }
    if (compare_size(figure, MOST) > 0) {
        return true;
    }
    if (strcmp(row->measure, "growth") == 0) {
        return jx_ratio_sign(figure) < 0 && compare_size(figure, NEARLY_ALL) > 0 &&
               compare_size(figure, ALL) != 0;
    }
    return jx_ratio_sign(figure) != 0 && compare_size(figure, LEAST) < 0;
}

uint32_t jx_row_findings(const jx_scorecard *card, size_t row)
{
    const jx_outcome *outcome = jx_view_outcome(card, row);
    uint32_t found = 0;
    if (outcome->state == JX_MISSING) {
        found |= 1U << JX_FOUND_ACTUAL_MISSING;
    }
    if (outcome->state == JX_SCORED && outcome->measured.kind == JX_FIGURE_NUMBER) {
        found |= (uint32_t)lacks_sign(card, row, &outcome->measured) << JX_FOUND_PERCENT_SIGN;
        found |= (uint32_t)is_apart(card, row, &outcome->measured) << JX_FOUND_UNITS_APART;
    }
    return found | (uint32_t)jx_view_is_unnoted(card, row) << JX_FOUND_NOTE_MISSING;
}

const char *jx_row_finding_code(jx_row_finding finding)
{
    return rows[finding].code;
}

void jx_row_finding_add(
    jx_text *out, const jx_scorecard *card, size_t row, jx_row_finding finding, jx_lang lang)
{
    jx_text figure = jx_text_in(out->arena);
    if (finding == JX_FOUND_PERCENT_SIGN || finding == JX_FOUND_UNITS_APART) {
        jx_achieved_add(&figure, card, row, lang);
    }
    jx_label_add(out, lang, rows[finding].says, jx_view_cell(card, row, JX_SLOT_ACTUAL),
                 jx_text_str(&figure));
    jx_scratch_end(out, &figure);
}

bool jx_row_doubts_add(
    jx_text *out, const jx_scorecard *card, size_t row, const char *end, jx_lang lang)
{
    const uint32_t found = jx_row_findings(card, row);
    bool any = false;
    for (jx_row_finding i = JX_FOUND_PERCENT_SIGN; i <= JX_FOUND_UNITS_APART; i++) {
        if (jx_row_finds(found, i)) {
            jx_row_finding_add(out, card, row, i, lang);
            jx_text_put(out, end);
            any = true;
        }
    }
    return any;
}

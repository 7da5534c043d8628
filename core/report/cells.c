// SPDX-License-Identifier: MIT
#include "report/cells.h"

#include "base/decimal.h"
#include "base/ratio.h"
#include "base/utf8.h"
#include "model/sheet.h"
#include "report/labels.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/view.h"

enum { NUMBER_TEXT = 128 };

static bool ends_in_number(jx_str text)
{
    const bool digit =
        text.size > 0 && text.data[text.size - 1] >= '0' && text.data[text.size - 1] <= '9';
    return digit || jx_str_ends(text, (jx_str)JX_STR("万")) ||
           jx_str_ends(text, (jx_str)JX_STR("亿"));
}

static jx_str without_end(jx_str text, jx_str end)
{
    bool ends = end.size > 0 && jx_str_ends(text, end);
    return ends ? jx_str_trim(jx_str_first(text, text.size - end.size)) : text;
}

// A number as somebody may write it, without separators of thousands and unit.
static bool read_number(jx_str written, const jx_table_row *row, jx_decimal *ret)
{
    char narrowed[NUMBER_TEXT];
    jx_str narrow = jx_utf8_narrow(written, narrowed, sizeof narrowed);
    if (narrow.data == NULL) {
        return false;
    }
    narrow = without_end(narrow, row->unit);
    narrow = without_end(narrow, row->measured_unit);
    narrow = without_end(narrow, (jx_str)JX_STR("%"));
    char digits[NUMBER_TEXT];
    size_t count = 0;
    for (size_t i = 0; i < narrow.size; i++) {
        if (narrow.data[i] != ',' && narrow.data[i] != ' ') {
            digits[count++] = narrow.data[i];
        }
    }
    return jx_decimal_parse((jx_str){digits, count}, ret);
}

// A level may be written alone, or with the percentage chosen inside it.
static bool says_level(jx_str written, const jx_table_row *row, const jx_figure *measured)
{
    if (measured->index < 0 || (size_t)measured->index >= row->level_count) {
        return true;
    }
    jx_str level = row->levels[measured->index];
    bool chosen = jx_decimal_sign(measured->number.denominator) > 0;
    return jx_str_equal(written, level) || (chosen && jx_str_starts(written, level));
}

// Whether what was written shows the measured figure.
static bool says_itself(jx_str written, const jx_table_row *row, const jx_figure *measured)
{
    jx_decimal number;
    switch (measured->kind) {
    case JX_FIGURE_NUMBER:
        return read_number(written, row, &number) &&
               jx_ratio_compare(jx_ratio_of(number), measured->number) == 0;
    case JX_FIGURE_LEVEL:
        return says_level(written, row, measured);
    default:
        return true;
    }
}

void jx_target_add(jx_text *out, const jx_table_row *row, bool ascii)
{
    if (row->target.size == 0) {
        return;
    }
    if (row->comparator != JX_COMPARE_EQUAL) {
        jx_text_put(out, ascii ? jx_comparator_name(row->comparator)
                               : jx_comparator_sign(row->comparator));
    }
    const jx_str bare = jx_target_bare(row);
    jx_text_add(out, bare);
    if (ends_in_number(bare)) {
        jx_text_add(out, row->measured_unit);
    }
}

bool jx_target_number(const jx_table_row *row, jx_decimal *ret)
{
    return read_number(jx_target_bare(row), row, ret);
}

void jx_achieved_add(jx_text *out, const jx_scorecard *card, size_t row, jx_lang lang)
{
    const jx_table_row *of = &card->table->rows[row];
    const jx_outcome *outcome = jx_view_outcome(card, row);
    const jx_figure *measured = &outcome->measured;
    jx_str written = jx_view_cell(card, row, JX_SLOT_ACTUAL);
    if (outcome->state == JX_MISSING || outcome->state == JX_NOT_APPLICABLE) {
        jx_text_put(out, jx_words_in(jx_state_words(outcome->state, false), lang));
    } else if (measured->kind == JX_FIGURE_NONE ||
               (measured->kind == JX_FIGURE_LEVEL && says_itself(written, of, measured))) {
        jx_text_add(out, written);
    } else {
        jx_figure_add(out, of, measured, lang);
        jx_text_add(out, of->measured_unit);
    }
}

// What stands in the indicator's further columns; whether anything did.
static bool add_inputs(jx_text *out, const jx_scorecard *card, size_t row, bool first, jx_lang lang)
{
    const jx_table_row *of = &card->table->rows[row];
    for (size_t i = 0; i < of->input_count; i++) {
        jx_str written = jx_view_cell(card, row, JX_SLOT_INPUTS + (uint32_t)i);
        if (written.data == NULL) {
            continue;
        }
        jx_text_put(out, first ? "" : jx_label_in(JX_LABEL_SEMICOLON, lang));
        jx_label_add(out, lang, JX_LABEL_DERIVED_FURTHER, of->inputs[i], written);
        first = false;
    }
    return !first;
}

bool jx_derivation_add(jx_text *out, const jx_scorecard *card, size_t row, jx_lang lang)
{
    const jx_table_row *of = &card->table->rows[row];
    const jx_outcome *outcome = jx_view_outcome(card, row);
    jx_str written = jx_view_cell(card, row, JX_SLOT_ACTUAL);
    jx_str baseline = jx_view_cell(card, row, JX_SLOT_BASELINE);
    bool plain = baseline.data == NULL && says_itself(written, of, &outcome->measured);
    if (outcome->state != JX_SCORED) {
        return false;
    }
    if (baseline.data != NULL) {
        jx_label_add(out, lang, JX_LABEL_DERIVED_BASELINE, written, baseline);
    } else if (!plain) {
        jx_label_add(out, lang, JX_LABEL_DERIVED, written, JX_STR_NONE);
    }
    return add_inputs(out, card, row, plain, lang) || !plain;
}

bool jx_scored_by_add(jx_text *out, const jx_table_row *row, jx_lang lang)
{
    switch (row->scored_by) {
    case JX_BY_RULE:
        jx_text_put(out, jx_label_in(JX_LABEL_BY_RULE, lang));
        return true;
    case JX_BY_DEFAULT:
        jx_label_add(out, lang, JX_LABEL_BY_DEFAULT,
                     jx_str_of(jx_words_in(row->method_label, lang)));
        return true;
    case JX_BY_METHOD:
    default:
        return false;
    }
}

void jx_reason_add(
    jx_text *out, const jx_scorecard *card, size_t row, const jx_lost *lost, jx_lang lang)
{
    jx_sentence_add(out, card, row, lost, lang);
    if (jx_loss_is_of_script(card, row, lost)) {
        jx_bracketed_add(out, lost->source, lang);
    }
}

void jx_remark_add(jx_text *out, const jx_remark *remark, jx_lang lang)
{
    jx_text_add(out, remark->source);
    jx_text_put(out, jx_label_in(JX_LABEL_COLON, lang));
    jx_text_put(out, jx_words_in(remark->says, lang));
}

void jx_cut_add(jx_text *out, const jx_table *table, const jx_lost *lost, jx_lang lang)
{
    char asked[JX_DECIMAL_TEXT];
    char taken[JX_DECIMAL_TEXT];
    jx_label_add(out, lang, JX_LABEL_CUT, jx_points_format(table, lost->asked, asked),
                 jx_points_format(table, lost->points, taken));
}

void jx_state_reason_add(jx_text *out, const jx_scorecard *card, jx_lang lang)
{
    char buffer[JX_DECIMAL_TEXT];
    size_t concerned = jx_view_count(card, card->state);
    jx_decimal number = jx_decimal_make((int64_t)concerned, 0);
    jx_str count = jx_decimal_format(number, 0, buffer);
    if (card->state == JX_MISSING) {
        jx_label_add(out, lang, JX_LABEL_SOME_MISSING, count);
    } else if (card->state == JX_FAULTY && card->outcomes != NULL && concerned > 0) {
        jx_label_add(out, lang, JX_LABEL_SOME_FAULTY, count);
    } else if (card->state == JX_FAULTY && card->error != NULL) {
        jx_text_put(out, card->error);
    } else if (card->state != JX_SCORED) {
        jx_text_put(out, jx_label_in(JX_LABEL_NO_TOTAL, lang));
    }
}

void jx_grade_add(jx_text *out, const jx_table *table, const jx_grade *grade, jx_lang lang)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_text from = jx_text_in(out->arena);
    bool lowest = jx_decimal_sign(grade->least) == 0;
    jx_text_add(out, grade->name);
    if (!lowest) {
        jx_str least = jx_decimal_format(grade->least, 0, buffer);
        jx_label_add(&from, lang, JX_LABEL_GRADE_FROM, least);
    } else if (grade > table->grades) {
        jx_str below = jx_decimal_format(grade[-1].least, 0, buffer);
        jx_label_add(&from, lang, JX_LABEL_GRADE_BELOW, below);
    }
    if (from.size > 0) {
        jx_bracketed_add(out, jx_text_str(&from), lang);
    }
    jx_scratch_end(out, &from);
}

void jx_plugins_add(jx_text *out, const jx_table *table, jx_lang lang)
{
    for (size_t i = 0; i < table->plugin_count; i++) {
        jx_text_put(out, i == 0 ? "" : jx_label_in(JX_LABEL_PAUSE, lang));
        jx_text_add(out, table->plugins[i].name);
        jx_text_add_char(out, ' ');
        jx_text_add(out, table->plugins[i].version);
    }
}

void jx_scripts_add(jx_text *out, const jx_table *table, jx_lang lang)
{
    for (size_t i = 0; i < table->script_count; i++) {
        jx_text_put(out, i == 0 ? "" : jx_label_in(JX_LABEL_PAUSE, lang));
        jx_text_add(out, table->scripts[i].name);
    }
}

void jx_bracketed_add(jx_text *out, jx_str inside, jx_lang lang)
{
    jx_label_add(out, lang, JX_LABEL_BRACKETS, inside);
}

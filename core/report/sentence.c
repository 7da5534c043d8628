// SPDX-License-Identifier: MIT
#include "report/sentence.h"

#include "base/date.h"
#include "base/list.h"
#include "base/ratio.h"
#include "model/placeholders.h"
#include "model/sheet.h"
#include "report/labels.h"
#include "report/view.h"

enum { SHOWN_PLACES = 6, LEAST_PLACES = 2, FRACTION_TEXT = 2 * JX_DECIMAL_TEXT };

// ------------------------------------------------------------------------------------------------ words

static const jx_words state_words[] = {
    {"已评分", "scored"},
    {"未填报", "missing"},
    {"不适用", "n/a"},
    {"错误", "error"},
};

static const char *const scored_by_names[] = {"method", "rule", "default"};

static const char *const comparator_names[] = {"", ">=", "<=", "=", ">", "<"};
static const char *const comparator_signs[] = {"", "≥", "≤", "=", ">", "<"};

jx_words jx_state_words(jx_state state, bool of_project)
{
    return of_project && state == JX_MISSING ? (jx_words){"不完整", "incomplete"}
                                             : state_words[state];
}

const char *jx_scored_by_name(jx_scored_by scored_by)
{
    return scored_by_names[scored_by];
}

const char *jx_comparator_name(uint32_t comparator)
{
    return comparator_names[comparator];
}

const char *jx_comparator_sign(uint32_t comparator)
{
    return comparator_signs[comparator];
}

// ---------------------------------------------------------------------------------------------- numbers

bool jx_ratio_show(jx_ratio ratio, jx_decimal *ret)
{
    // a number of nearly 35 digits leaves no room for six places
    for (uint32_t places = SHOWN_PLACES + 1; places-- > 0;) {
        if (jx_ratio_round(ratio, places, JX_ROUND_HALF_UP, ret)) {
            return true;
        }
    }
    return false;
}

static jx_str format_ratio(jx_ratio ratio, char buffer[FRACTION_TEXT])
{
    jx_decimal shown;
    if (jx_ratio_show(ratio, &shown)) {
        return jx_decimal_format(shown, 0, buffer);
    }
    jx_str numerator = jx_decimal_format(ratio.numerator, 0, buffer);
    buffer[numerator.size] = '/';
    jx_str denominator = jx_decimal_format(ratio.denominator, 0, buffer + numerator.size + 1);
    return (jx_str){buffer, numerator.size + 1 + denominator.size};
}

void jx_ratio_add_text(jx_text *out, jx_ratio ratio)
{
    char buffer[FRACTION_TEXT];
    jx_text_add(out, format_ratio(ratio, buffer));
}

uint32_t jx_points_places(const jx_table *table)
{
    return table->places < LEAST_PLACES ? LEAST_PLACES : table->places;
}

jx_str jx_points_format(const jx_table *table, jx_decimal points, char buffer[JX_DECIMAL_TEXT])
{
    return jx_decimal_format(points, jx_points_places(table), buffer);
}

void jx_points_add(jx_text *out, const jx_table *table, jx_decimal points)
{
    char *at = jx_text_reserve(out, JX_DECIMAL_TEXT);
    if (at != NULL) {
        jx_text_keep(out, jx_decimal_write(points, jx_points_places(table), at));
    }
}

// ---------------------------------------------------------------------------------------------- figures

static jx_str find_level(const jx_table_row *row, const jx_figure *figure)
{
    bool known = figure->index >= 0 && (size_t)figure->index < row->level_count;
    return known ? row->levels[figure->index] : (jx_str)JX_STR("");
}

static jx_str format_figure(const jx_table_row *row,
                            const jx_figure *figure,
                            jx_lang lang,
                            char buffer[FRACTION_TEXT])
{
    switch (figure->kind) {
    case JX_FIGURE_NUMBER:
        return format_ratio(figure->number, buffer);
    case JX_FIGURE_YES_NO:
        return jx_str_of(jx_label_in(figure->index != 0 ? JX_LABEL_YES : JX_LABEL_NO, lang));
    case JX_FIGURE_LEVEL:
        return find_level(row, figure);
    case JX_FIGURE_DATE:
        return jx_date_format((jx_date_range){figure->first_day, figure->last_day}, buffer);
    default:
        return (jx_str)JX_STR("");
    }
}

void jx_figure_add(jx_text *out, const jx_table_row *row, const jx_figure *figure, jx_lang lang)
{
    char buffer[FRACTION_TEXT];
    jx_text_add(out, format_figure(row, figure, lang, buffer));
}

jx_str jx_target_bare(const jx_table_row *row)
{
    const jx_str target = row->compared.size > 0 ? row->compared : row->target;
    const jx_str unit = row->measured_unit;
    const bool has = unit.size > 0 && jx_str_ends(target, unit);
    return has ? jx_str_trim(jx_str_first(target, target.size - unit.size)) : target;
}

// -------------------------------------------------------------------------------------------- sentences

typedef struct placeholders {
    const jx_scorecard *card;
    size_t index; // of the row
    const jx_table_row *row;
    const jx_lost *lost;
    jx_lang lang;
    char buffer[FRACTION_TEXT]; // lends one answer at a time
} placeholders;

typedef jx_str (*answer)(placeholders *about);

static jx_str or_empty(jx_str text)
{
    return text.data == NULL ? (jx_str)JX_STR("") : text;
}

// Sentences put {unit} behind: a target that was written with it must not have it twice.
static jx_str answer_target(placeholders *about)
{
    return or_empty(jx_target_bare(about->row));
}

// `=` goes without saying.
static jx_str answer_comparator(placeholders *about)
{
    uint32_t comparator = about->row->comparator;
    return jx_str_of(comparator == JX_COMPARE_EQUAL ? "" : jx_comparator_sign(comparator));
}

static jx_str answer_measured(placeholders *about)
{
    const jx_outcome *outcome = jx_view_outcome(about->card, about->index);
    return format_figure(about->row, &outcome->measured, about->lang, about->buffer);
}

static jx_str answer_actual(placeholders *about)
{
    return or_empty(jx_view_cell(about->card, about->index, JX_SLOT_ACTUAL));
}

static jx_str answer_baseline(placeholders *about)
{
    return or_empty(jx_view_cell(about->card, about->index, JX_SLOT_BASELINE));
}

static jx_str answer_unit(placeholders *about)
{
    return or_empty(about->row->measured_unit);
}

static jx_str answer_weight(placeholders *about)
{
    return jx_decimal_format(about->row->weight, 0, about->buffer);
}

static jx_str answer_points(placeholders *about)
{
    return jx_points_format(about->card->table, about->lost->points, about->buffer);
}

static const answer answers[JX_PLACEHOLDER_COUNT] = {
    [JX_PLACEHOLDER_TARGET] = answer_target,     [JX_PLACEHOLDER_COMPARATOR] = answer_comparator,
    [JX_PLACEHOLDER_MEASURED] = answer_measured, [JX_PLACEHOLDER_ACTUAL] = answer_actual,
    [JX_PLACEHOLDER_BASELINE] = answer_baseline, [JX_PLACEHOLDER_UNIT] = answer_unit,
    [JX_PLACEHOLDER_WEIGHT] = answer_weight,     [JX_PLACEHOLDER_POINTS] = answer_points,
};

// Of the loss itself.
static jx_str find_figure(void *user, jx_str name)
{
    placeholders *about = user;
    const jx_loss_code *code = about->lost->code;
    for (size_t i = 0; i < JX_LOSS_FIGURES && code->figures[i] != NULL; i++) {
        if (jx_str_is(name, code->figures[i])) {
            return format_ratio(about->lost->figures[i], about->buffer);
        }
    }
    return JX_STR_NONE;
}

static jx_str find_placeholder(void *user, jx_str name)
{
    placeholders *about = user;
    jx_str figure = find_figure(user, name);
    if (figure.data != NULL) {
        return figure;
    }
    for (size_t i = 0; i < JX_PLACEHOLDER_COUNT; i++) {
        if (jx_str_is(name, jx_placeholder_names[i])) {
            return answers[i](about);
        }
    }
    return JX_STR_NONE;
}

bool jx_loss_is_of_script(const jx_scorecard *card, size_t row, const jx_lost *lost)
{
    if (row == JX_OF_NO_ROW) {
        return true;
    }
    const jx_table_category *category = &card->table->categories[card->table->rows[row].category];
    return !jx_str_is(lost->source, "host") && !jx_str_equal(lost->source, category->name);
}

// The category's own sentence for the host's code, else that of the code.
static jx_words find_words(const jx_table_category *category, const jx_lost *lost)
{
    const jx_list *own = &category->loss_codes;
    for (uint32_t i = 0; i < own->count; i++) {
        const jx_loss_code *code = jx_list_at(own, i);
        if (strcmp(code->code, lost->code->code) == 0) {
            return code->says;
        }
    }
    return lost->code->says;
}

void jx_sentence_add(
    jx_text *out, const jx_scorecard *card, size_t row, const jx_lost *lost, jx_lang lang)
{
    if (row == JX_OF_NO_ROW) {
        placeholders own = {.card = card, .lost = lost, .lang = lang};
        jx_str says = jx_str_of(jx_words_in(lost->code->says, lang));
        jx_text_fill(out, says, find_figure, &own);
        return;
    }
    const jx_table_row *of = &card->table->rows[row];
    jx_words words = jx_loss_is_of_script(card, row, lost)
                         ? lost->code->says
                         : find_words(&card->table->categories[of->category], lost);
    placeholders about = {.card = card, .index = row, .row = of, .lost = lost, .lang = lang};
    jx_text_fill(out, jx_str_of(jx_words_in(words, lang)), find_placeholder, &about);
}

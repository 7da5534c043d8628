// SPDX-License-Identifier: MIT
#include "form/hints.h"

#include "base/decimal.h"
#include "plugin/fields.h"
#include "report/labels.h"

// A sentence in the making.
typedef struct hint {
    jx_text text;
    jx_lang lang;
} hint;

static void say(hint *says, jx_label label, jx_str first, jx_str second)
{
    jx_label_add(&says->text, says->lang, label, first, second);
}

static const jx_str percent = JX_STR("%");

static jx_bound at_least(int64_t least)
{
    return (jx_bound){.given = true, .at = jx_decimal_make(least, 0)};
}

static void say_bounds(hint *says, const jx_form_cell *cell)
{
    char buffer[JX_DECIMAL_TEXT];
    if (cell->least.given) {
        say(says, cell->above ? JX_LABEL_FORM_ABOVE : JX_LABEL_FORM_LEAST,
            jx_decimal_format(cell->least.at, 0, buffer), JX_STR_NONE);
    }
    if (cell->most.given) {
        say(says, JX_LABEL_FORM_MOST, jx_decimal_format(cell->most.at, 0, buffer), JX_STR_NONE);
    }
}

static void say_number(hint *says, const jx_form_cell *cell)
{
    const bool has_unit = cell->unit.size > 0;
    if (cell->whole) {
        say(says, has_unit ? JX_LABEL_FORM_WHOLE : JX_LABEL_FORM_SOME_WHOLE, cell->unit,
            JX_STR_NONE);
    } else {
        say(says, has_unit ? JX_LABEL_FORM_NUMBER : JX_LABEL_FORM_SOME_NUMBER, cell->unit,
            JX_STR_NONE);
    }
    say_bounds(says, cell);
}

static void say_levels(hint *says, jx_label label, const jx_str *levels, size_t count)
{
    jx_text names = jx_text_in(says->text.arena);
    for (size_t i = 0; i < count; i++) {
        jx_text_put(&names, i == 0 ? "" : jx_label_in(JX_LABEL_PAUSE, says->lang));
        jx_text_add(&names, levels[i]);
    }
    say(says, label, jx_text_str(&names), count == 0 ? (jx_str)JX_STR("") : levels[0]);
    says->text.failed = says->text.failed || names.failed;
}

static const jx_str *yes_no(jx_arena *arena, jx_lang lang)
{
    jx_str *words = jx_arena_array(arena, 2, sizeof *words);
    if (words != NULL) {
        words[0] = jx_str_of(jx_label_in(JX_LABEL_YES, lang));
        words[1] = jx_str_of(jx_label_in(JX_LABEL_NO, lang));
    }
    return words;
}

// ------------------------------------------------------------------------------------------------ the actual

static void take_number(hint *says, const jx_cell_form *form, jx_form_cell *cell)
{
    const bool is_percent = jx_str_equal(form->unit, percent);
    *cell = (jx_form_cell){.kind = is_percent ? JX_FORM_RATE : JX_FORM_AMOUNT,
                           .whole = form->whole,
                           .least = form->minimum,
                           .most = form->maximum,
                           .unit = form->unit};
    if (is_percent) {
        say(says, JX_LABEL_FORM_PERCENT, JX_STR_NONE, JX_STR_NONE);
        say_bounds(says, cell);
    } else {
        say_number(says, cell);
    }
}

// A rate, or an amount beside a baseline: bounds hold for both only where they are stated.
static void take_rate(hint *says, const jx_cell_form *form, bool grows, jx_form_cell *cell)
{
    const bool has_unit = form->unit.size > 0 && !jx_str_equal(form->unit, percent);
    *cell = (jx_form_cell){.kind = JX_FORM_RATE, .unit = form->unit};
    if (form->minimum.given && form->minimum.rates) {
        cell->least = form->minimum;
    }
    if (form->maximum.given && form->maximum.rates) {
        cell->most = form->maximum;
    }
    say(says,
        grows      ? JX_LABEL_FORM_GROWTH
        : has_unit ? JX_LABEL_FORM_RATE
                   : JX_LABEL_FORM_SOME_RATE,
        form->unit, JX_STR_NONE);
    say_bounds(says, cell);
}

static void take_level(hint *says, const jx_cell_form *form, jx_form_cell *cell)
{
    *cell = (jx_form_cell){.kind = form->chooses ? JX_FORM_WORDS : JX_FORM_CHOICE,
                           .choices = form->levels,
                           .choice_count = form->level_count};
    say_levels(says, form->chooses ? JX_LABEL_FORM_CHOSEN : JX_LABEL_FORM_LEVEL, form->levels,
               form->level_count);
}

static void take_form(hint *says, const jx_cell_form *form, bool grows, jx_form_cell *cell)
{
    switch (form->actual) {
    case JX_ACTUAL_RATE:
        take_rate(says, form, grows, cell);
        break;
    case JX_ACTUAL_AMOUNT:
        take_number(says, form, cell);
        say(says, JX_LABEL_FORM_BESIDE, JX_STR_NONE, JX_STR_NONE);
        break;
    case JX_ACTUAL_YES_NO:
        *cell = (jx_form_cell){.kind = JX_FORM_CHOICE,
                               .choices = yes_no(says->text.arena, says->lang),
                               .choice_count = 2};
        says->text.failed = says->text.failed || cell->choices == NULL;
        say(says, JX_LABEL_FORM_YES_NO, JX_STR_NONE, JX_STR_NONE);
        break;
    case JX_ACTUAL_DATE:
        *cell = (jx_form_cell){.kind = JX_FORM_DAY};
        say(says, JX_LABEL_FORM_DATE, JX_STR_NONE, JX_STR_NONE);
        break;
    case JX_ACTUAL_LEVEL:
        take_level(says, form, cell);
        break;
    case JX_ACTUAL_COUNTS:
        *cell = (jx_form_cell){.kind = JX_FORM_WORDS};
        say_levels(says, JX_LABEL_FORM_COUNTS, form->levels, form->level_count);
        break;
    case JX_ACTUAL_NUMBER:
    default:
        take_number(says, form, cell);
        break;
    }
}

jx_form_cell jx_form_actual(jx_arena *arena, const jx_plan *plan, size_t index, jx_lang lang)
{
    hint says = {.text = jx_text_in(arena), .lang = lang};
    jx_form_cell cell = {.kind = JX_FORM_ABSENT};
    take_form(&says, &plan->indicators[index].form,
              strcmp(plan->table.rows[index].measure, "growth") == 0, &cell);
    cell.not_applicable = plan->table.rescale;
    if (plan->table.rescale) {
        say(&says, JX_LABEL_FORM_NOT_APPLICABLE, JX_STR_NONE, JX_STR_NONE);
    }
    cell.hint = jx_text_end(&says.text);
    return cell;
}

jx_form_cell jx_form_baseline(jx_arena *arena, const jx_plan *plan, size_t index, jx_lang lang)
{
    hint says = {.text = jx_text_in(arena), .lang = lang};
    const jx_cell_form *form = &plan->indicators[index].form;
    const bool is_amount = form->unit.size > 0 && !jx_str_equal(form->unit, percent);
    jx_form_cell cell = {.kind = JX_FORM_AMOUNT,
                         .whole = form->whole,
                         .least = at_least(0),
                         .above = true,
                         .unit = is_amount ? form->unit : (jx_str)JX_STR("")};
    say(&says, is_amount ? JX_LABEL_FORM_BASELINE_IN : JX_LABEL_FORM_BASELINE_IS, form->unit,
        JX_STR_NONE);
    say_bounds(&says, &cell);
    cell.hint = jx_text_end(&says.text);
    return cell;
}

// ------------------------------------------------------------------------------------------ further columns

static jx_bound read_bound(const char *text)
{
    jx_bound bound = {.given = false};
    bound.given = text != NULL && jx_decimal_parse(jx_str_of(text), &bound.at);
    return bound;
}

static const jx_str *read_choices(jx_arena *arena, const jx_field *field, size_t *ret_count)
{
    jx_str *choices = NULL;
    size_t count = 0;
    for (jx_str rest = jx_str_of(field->choices); rest.data != NULL;) {
        jx_str *more = jx_arena_room(arena, choices, count, sizeof *choices);
        if (more == NULL) {
            return NULL;
        }
        choices = more;
        choices[count++] = jx_str_trim(jx_str_next(&rest, '|'));
    }
    *ret_count = count;
    return choices;
}

static jx_form_cell cell_of(jx_arena *arena,
                            const jx_field *field,
                            const jx_cell_form *form,
                            jx_lang lang)
{
    jx_form_cell cell = {.kind = JX_FORM_WORDS};
    switch (field->type) {
    case JX_FIELD_INTEGER:
    case JX_FIELD_DECIMAL:
        cell.kind = JX_FORM_AMOUNT;
        cell.whole = field->type == JX_FIELD_INTEGER;
        cell.least = read_bound(field->minimum);
        cell.most = read_bound(field->maximum);
        break;
    case JX_FIELD_BOOLEAN:
        cell.kind = JX_FORM_CHOICE;
        cell.choices = yes_no(arena, lang);
        cell.choice_count = 2;
        break;
    case JX_FIELD_CHOICE:
        cell.kind = JX_FORM_CHOICE;
        cell.choices = read_choices(arena, field, &cell.choice_count);
        break;
    case JX_FIELD_LEVEL:
        cell.kind = form == NULL ? JX_FORM_WORDS : JX_FORM_CHOICE;
        cell.choices = form == NULL ? NULL : form->levels;
        cell.choice_count = form == NULL ? 0 : form->level_count;
        break;
    case JX_FIELD_DATE:
        cell.kind = JX_FORM_DAY;
        break;
    default: // a text; a percentage or points, written with or without %
        break;
    }
    return cell;
}

jx_form_cell jx_form_input(jx_arena *arena,
                           const jx_field *field,
                           const jx_cell_form *form,
                           jx_lang lang)
{
    hint says = {.text = jx_text_in(arena), .lang = lang};
    jx_form_cell cell = cell_of(arena, field, form, lang);
    const jx_str expects = jx_field_expects(arena, field, lang);
    if (cell.unit.data == NULL) {
        cell.unit = (jx_str)JX_STR("");
    }
    if (expects.data == NULL || (cell.kind == JX_FORM_CHOICE && cell.choices == NULL)) {
        cell.hint = JX_STR_NONE;
        return cell;
    }
    say(&says, JX_LABEL_FORM_INPUT, jx_str_of(jx_words_in(field->says, lang)), expects);
    cell.hint = jx_text_end(&says.text);
    return cell;
}

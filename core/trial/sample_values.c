// SPDX-License-Identifier: MIT
#include "trial/sample_values.h"

#include "base/text.h"

#define GREATEST   "99999999999999999999999999999999999"
#define LEAST      "-99999999999999999999999999999999999"
#define SMALLEST   "0.00000000000000000000000000000000001"
#define MOST_RATES "99999999999999999999999999999999999%"

// ---------------------------------------------------------------------------------------------- fields

static const char *join(jx_arena *arena, jx_str start, const char *end)
{
    jx_text text = jx_text_in(arena);
    jx_text_add(&text, start);
    jx_text_put(&text, end);
    return jx_text_end(&text).data;
}

static const char *choose_either(const char *first, const char *second, const char *otherwise)
{
    return first != NULL ? first : second != NULL ? second : otherwise;
}

// A number of the field, without the % of a percentage. Points are at most the weight.
static const char *choose_number(const jx_field *field, jx_sample_choice choice)
{
    const bool points = field->type == JX_FIELD_POINTS;
    if (choice == JX_SAMPLE_LEAST) {
        return choose_either(field->minimum, points ? "0" : NULL, LEAST);
    }
    if (choice == JX_SAMPLE_GREATEST) {
        return choose_either(field->maximum, points ? "10" : NULL, GREATEST);
    }
    return choose_either(field->minimum, field->maximum, "1");
}

static const char *choose_word(jx_arena *arena, const char *choices, bool last)
{
    jx_str rest = jx_str_of(choices);
    jx_str word = jx_str_next(&rest, '|');
    while (last && rest.data != NULL) {
        word = jx_str_next(&rest, '|');
    }
    return join(arena, word, "");
}

static const char *choose_date(jx_sample_choice choice)
{
    return choice == JX_SAMPLE_LEAST      ? "0001-01-01"
           : choice == JX_SAMPLE_GREATEST ? "9999-12-31"
                                          : "2024-06-30";
}

static const char *choose(jx_arena *arena,
                          const jx_field *field,
                          jx_sample_choice choice,
                          const jx_str *levels,
                          size_t level_count)
{
    const bool last = choice == JX_SAMPLE_GREATEST;
    switch (field->type) {
    case JX_FIELD_INTEGER:
    case JX_FIELD_DECIMAL:
    case JX_FIELD_POINTS:
        return choose_number(field, choice);
    case JX_FIELD_PERCENT:
        return join(arena, jx_str_of(choose_number(field, choice)), "%");
    case JX_FIELD_BOOLEAN:
        return choice == JX_SAMPLE_LEAST ? "no" : "yes";
    case JX_FIELD_CHOICE:
        return choose_word(arena, field->choices, last);
    case JX_FIELD_DATE:
        return choose_date(choice);
    case JX_FIELD_LEVEL:
        return join(arena, levels[last ? level_count - 1 : 0], "");
    default:
        return last ? "一段相当长的文字，写在一个参数或一列里，没有别的用处" : "x";
    }
}

bool jx_sample_value(jx_arena *arena,
                     const jx_field *field,
                     jx_sample_choice choice,
                     const jx_str *levels,
                     size_t level_count,
                     const char **ret)
{
    const bool required = (field->flags & JX_FIELD_REQUIRED) != 0;
    if ((choice == JX_SAMPLE_ABSENT && !required) ||
        (field->type == JX_FIELD_LEVEL && level_count == 0)) {
        *ret = NULL;
        return true;
    }
    *ret = choice == JX_SAMPLE_USUAL && field->fallback != NULL
               ? field->fallback
               : choose(arena, field, choice, levels, level_count);
    return *ret != NULL;
}

// --------------------------------------------------------------------------------------------- actuals

static const char *const numbers[] = {
    "60", "59", "61", "0", "-1", "0.5", "59.999999999999999999", GREATEST, LEAST, SMALLEST};
static const char *const rates[] = {"60%", "0%", "-5.5%", "100%", MOST_RATES, "120"};
static const char *const answers[] = {"是", "否"};
static const char *const dates[] = {"2024-06-30", "2024-07-01", "2024", "0001-01-01", "9999-12-31"};
static const char *const rubbish[] = {"", "?", "六十"};
static const char *const baselines[] = {NULL, "100", "0", "-50", GREATEST, SMALLEST};

static void add_row(jx_arena *arena, jx_sample_rows *list, const jx_sample_row *row)
{
    jx_sample_row *rows = jx_arena_room(arena, list->rows, list->count, sizeof *rows);
    list->failed = list->failed || rows == NULL || row->actual == NULL;
    if (rows != NULL) {
        list->rows = rows;
        rows[list->count++] = *row;
    }
}

typedef struct sampler {
    jx_arena *arena;
    jx_sample_rows list;
    size_t baseline_count; // of `baselines`
    bool has_inputs;
} sampler;

static void add_actual(sampler *at, const char *actual)
{
    for (size_t i = 0; i < at->baseline_count; i++) {
        for (int choice = 0; choice < (at->has_inputs ? JX_SAMPLE_CHOICES : 1); choice++) {
            const jx_sample_row row = {actual, baselines[i], (jx_sample_choice)choice};
            add_row(at->arena, &at->list, &row);
        }
    }
}

#define ADD_ALL(at, actuals) add_all((at), (actuals), sizeof(actuals) / sizeof((actuals)[0]))

static void add_all(sampler *at, const char *const *actuals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_actual(at, actuals[i]);
    }
}

static void add_levels(sampler *at, const jx_cell_form *form)
{
    for (size_t i = 0; i < form->level_count; i++) {
        add_actual(at, join(at->arena, form->levels[i], form->chooses ? ":70%" : ""));
    }
}

// Answers per level: the same of all, only of one, none, more than can be added.
static void add_counts(sampler *at, const jx_cell_form *form)
{
    static const char *const counts[] = {"0", "1", "25", "9223372036854775807"};
    for (size_t count = 0; count < sizeof counts / sizeof counts[0]; count++) {
        jx_text all = jx_text_in(at->arena);
        for (size_t i = 0; i < form->level_count; i++) {
            jx_text_put(&all, i == 0 ? "" : ", ");
            jx_text_add(&all, form->levels[i]);
            jx_text_add_char(&all, ':');
            jx_text_put(&all, counts[count]);
        }
        add_actual(at, jx_text_end(&all).data);
    }
    for (size_t i = 0; i < form->level_count; i++) {
        add_actual(at, join(at->arena, form->levels[i], ":3"));
    }
}

jx_sample_rows jx_sample_actuals(jx_arena *arena, const jx_cell_form *form, bool has_inputs)
{
    sampler at = {.arena = arena, .baseline_count = 2, .has_inputs = has_inputs};
    switch (form->actual) {
    case JX_ACTUAL_RATE:
    case JX_ACTUAL_AMOUNT:
        at.baseline_count = sizeof baselines / sizeof baselines[0];
        ADD_ALL(&at, numbers);
        ADD_ALL(&at, rates);
        break;
    case JX_ACTUAL_YES_NO:
        ADD_ALL(&at, answers);
        break;
    case JX_ACTUAL_DATE:
        ADD_ALL(&at, dates);
        break;
    case JX_ACTUAL_LEVEL:
        add_levels(&at, form);
        break;
    case JX_ACTUAL_COUNTS:
        add_counts(&at, form);
        break;
    default:
        ADD_ALL(&at, numbers);
        break;
    }
    ADD_ALL(&at, rubbish);
    return at.list;
}

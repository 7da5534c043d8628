// SPDX-License-Identifier: MIT
#include "wording/probes.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/ratio.h"
#include "base/text.h"

enum { MOST_NUMBERS = 24, PLACES = 6, PAIRED = 10 };

// The numbers that a section's keys name, the target apart.
typedef struct numbers {
    jx_decimal rows[MOST_NUMBERS];
    size_t count;
} numbers;

static void add_text(jx_probes *probes, jx_str text)
{
    jx_str *rows = jx_arena_room(probes->arena, probes->rows, probes->count, sizeof *rows);
    const jx_str kept = rows == NULL ? JX_STR_NONE : jx_arena_copy(probes->arena, text);
    if (kept.data == NULL) {
        probes->failed = true;
        return;
    }
    probes->rows = rows;
    rows[probes->count++] = kept;
}

static bool is_rate(const jx_plan_indicator *indicator)
{
    return indicator->form.actual == JX_ACTUAL_RATE;
}

void jx_probes_add_number(jx_probes *probes, const jx_plan_indicator *indicator, jx_decimal number)
{
    char buffer[JX_DECIMAL_TEXT + 1];
    const jx_str text = jx_decimal_format(number, 0, buffer);
    buffer[text.size] = '%';
    add_text(probes, (jx_str){buffer, text.size + (is_rate(indicator) ? 1 : 0)});
}

// ---------------------------------------------------------------------------------------------- numbers

static bool is_of_number(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '.';
}

static void harvest(numbers *found, jx_str text)
{
    for (size_t i = 0; i < text.size && found->count < MOST_NUMBERS;) {
        size_t end = i;
        while (end < text.size && is_of_number(text.data[end])) {
            end++;
        }
        if (end > i &&
            jx_decimal_parse((jx_str){text.data + i, end - i}, &found->rows[found->count])) {
            found->count++;
        }
        i = end == i ? i + 1 : end;
    }
}

// Words of the table name other numbers than its keys do.
static bool is_formal(jx_str key)
{
    static const char *const words[] = {"category", "subcategory", "name", "value", "content",
                                        "rule",     "kind",        "unit", "remark"};
    return !jx_str_is_among(key, words, sizeof words / sizeof words[0]);
}

static numbers harvest_all(const jx_section *section)
{
    numbers found = {.count = 0};
    for (size_t i = 0; i < section->count; i++) {
        if (is_formal(section->entries[i].key)) {
            harvest(&found, section->entries[i].value);
        }
    }
    return found;
}

static void add_sum(jx_probes *probes,
                    const jx_plan_indicator *indicator,
                    jx_decimal a,
                    jx_decimal b)
{
    jx_decimal sum;
    if (jx_decimal_add(a, b, &sum)) {
        jx_probes_add_number(probes, indicator, sum);
    }
}

static void add_both(jx_probes *probes,
                     const jx_plan_indicator *indicator,
                     jx_decimal a,
                     jx_decimal b)
{
    add_sum(probes, indicator, a, jx_decimal_negate(b));
    add_sum(probes, indicator, a, b);
}

// At and beside a number.
static void add_around(jx_probes *probes, const jx_plan_indicator *indicator, jx_decimal number)
{
    static const int64_t beside[] = {1, 2, 3, 5, 10, 20, 50, 100};
    jx_probes_add_number(probes, indicator, number);
    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
        add_both(probes, indicator, number, jx_decimal_make(beside[i], 0));
    }
}

static void add_beside(jx_probes *probes, const jx_plan_indicator *indicator, jx_decimal number)
{
    add_both(probes, indicator, number, jx_decimal_make(1, 1));
    add_both(probes, indicator, number, jx_decimal_make(25, 2));
    add_both(probes, indicator, number, jx_decimal_make(1, 2));
    add_both(probes, indicator, number, jx_decimal_make(15, 1));
}

// A part of the target, in percent.
static void add_share(jx_probes *probes,
                      const jx_plan_indicator *indicator,
                      jx_decimal target,
                      jx_decimal percent)
{
    jx_decimal part;
    if (jx_decimal_multiply_divide(target, percent, jx_decimal_make(100, 0), PLACES,
                                   JX_ROUND_HALF_UP, &part)) {
        add_around(probes, indicator, part);
    }
}

// How far from the target a number of steps leads: what any key divided by another gives.
static void add_quotients(jx_probes *probes,
                          const jx_plan_indicator *indicator,
                          jx_decimal target,
                          const numbers *found)
{
    const size_t count = found->count < PAIRED ? found->count : PAIRED;
    for (size_t a = 0; a < count; a++) {
        for (size_t b = 0; b < count; b++) {
            jx_decimal steps;
            if (jx_decimal_multiply_divide(found->rows[a], JX_DECIMAL_ONE, found->rows[b], PLACES,
                                           JX_ROUND_HALF_UP, &steps)) {
                add_both(probes, indicator, target, steps);
                add_both(probes, indicator, target, jx_decimal_round(steps, 0, JX_ROUND_HALF_UP));
            }
        }
    }
}

static void add_numbers(jx_probes *probes,
                        const jx_plan_indicator *indicator,
                        const jx_section *section)
{
    static const int64_t percents[] = {50, 60, 70, 80, 90, 95, 110, 150, 200};
    const numbers found = harvest_all(section);
    const jx_figure *figure = &indicator->facts.target;
    jx_decimal target = JX_DECIMAL_ZERO;
    if (figure->kind == JX_FIGURE_NUMBER) {
        (void)jx_ratio_round(figure->number, PLACES, JX_ROUND_HALF_UP, &target);
    }
    add_around(probes, indicator, target);
    for (size_t i = 0; i < found.count; i++) {
        add_around(probes, indicator, found.rows[i]);
    }
    add_around(probes, indicator, JX_DECIMAL_ZERO);
    for (size_t i = 0; i < sizeof percents / sizeof percents[0]; i++) {
        add_share(probes, indicator, target, jx_decimal_make(percents[i], 0));
    }
    for (size_t i = 0; i < found.count; i++) {
        add_share(probes, indicator, target, found.rows[i]);
        add_both(probes, indicator, target, found.rows[i]);
        add_beside(probes, indicator, found.rows[i]);
    }
    add_beside(probes, indicator, target);
    add_quotients(probes, indicator, target, &found);
}

// ------------------------------------------------------------------------------------------- other forms

static void add_day(jx_probes *probes, int32_t day)
{
    char buffer[JX_DATE_TEXT];
    if (day >= JX_DATE_FIRST && day <= JX_DATE_LAST) {
        add_text(probes, jx_date_format((jx_date_range){day, day}, buffer));
    }
}

static void add_days(jx_probes *probes, const jx_plan_indicator *indicator)
{
    static const int32_t beside[] = {0,  1,  2,   7,   10,  15,  30,  31, 45,
                                     60, 90, 100, 180, 200, 365, 366, 800};
    const jx_figure *target = &indicator->facts.target;
    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
        add_day(probes, target->last_day + beside[i]);
        add_day(probes, target->first_day - beside[i]);
    }
    for (int32_t months = 1; months <= 24; months++) {
        add_day(probes, jx_date_add_months(target->last_day, months));
    }
}

static void add_level(jx_probes *probes, const jx_plan_indicator *indicator, jx_str level)
{
    static const char *const chosen[] = {"100", "95", "90", "85", "80", "70",
                                         "60",  "50", "30", "10", "0"};
    if (!indicator->form.chooses) {
        add_text(probes, level);
        return;
    }
    for (size_t i = 0; i < sizeof chosen / sizeof chosen[0]; i++) {
        jx_text text = jx_text_in(probes->arena);
        jx_text_add(&text, level);
        jx_text_add_char(&text, ':');
        jx_text_put(&text, chosen[i]);
        jx_text_add_char(&text, '%');
        add_text(probes, jx_text_str(&text));
    }
}

// Every level alone, then two beside each other in all shares of ten.
static void add_counts(jx_probes *probes, const jx_cell_form *form)
{
    for (size_t i = 0; i < form->level_count; i++) {
        for (size_t k = 0; k <= 20 && form->level_count > 1; k++) {
            jx_text text = jx_text_in(probes->arena);
            jx_text_add(&text, form->levels[i]);
            jx_text_add_char(&text, ':');
            jx_text_add_number(&text, 5 * k);
            jx_text_put(&text, ", ");
            jx_text_add(&text, form->levels[i == 0 ? form->level_count - 1 : i - 1]);
            jx_text_add_char(&text, ':');
            jx_text_add_number(&text, 100 - 5 * k);
            add_text(probes, jx_text_str(&text));
        }
    }
}

void jx_probes_add(jx_probes *probes, const jx_plan_indicator *indicator, const jx_section *section)
{
    const jx_cell_form *form = &indicator->form;
    switch (form->actual) {
    case JX_ACTUAL_YES_NO:
        add_text(probes, (jx_str)JX_STR("是"));
        add_text(probes, (jx_str)JX_STR("否"));
        break;
    case JX_ACTUAL_DATE:
        add_days(probes, indicator);
        break;
    case JX_ACTUAL_LEVEL:
        for (size_t i = 0; i < form->level_count; i++) {
            add_level(probes, indicator, form->levels[i]);
        }
        break;
    case JX_ACTUAL_COUNTS:
        add_counts(probes, form);
        break;
    default:
        add_numbers(probes, indicator, section);
    }
}

// SPDX-License-Identifier: MIT
#include "wording/probes.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/ratio.h"
#include "base/text.h"

enum { MOST_NUMBERS = 24, PLACES = 6, PAIRED = 10, ANSWERS = 10000 };

// The numbers that a section's keys name, the target apart.
typedef struct numbers {
    jx_decimal rows[MOST_NUMBERS];
    size_t count;
} numbers;

static void add_probe(jx_probes *probes, jx_probe probe)
{
    jx_probe *rows = jx_arena_room(probes->arena, probes->rows, probes->count, sizeof *rows);
    probes->rows = rows != NULL ? rows : probes->rows; // where they are now, whatever follows
    probe.text = rows == NULL ? JX_STR_NONE : jx_arena_copy(probes->arena, probe.text);
    if (probe.text.data == NULL) {
        probes->failed = true;
        return;
    }
    rows[probes->count++] = probe;
}

static void add_text(jx_probes *probes, jx_str text)
{
    add_probe(probes, (jx_probe){.kind = JX_PROBE_TEXT, .text = text});
}

static void add_number(jx_probes *probes, jx_decimal number)
{
    add_probe(probes, (jx_probe){.kind = JX_PROBE_NUMBER, .number = number});
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

static void add_sum(jx_probes *probes, jx_decimal a, jx_decimal b)
{
    jx_decimal sum;
    if (jx_decimal_add(a, b, &sum)) {
        add_number(probes, sum);
    }
}

static void add_both(jx_probes *probes, jx_decimal a, jx_decimal b)
{
    add_sum(probes, a, jx_decimal_negate(b));
    add_sum(probes, a, b);
}

// At and beside a number.
static void add_around(jx_probes *probes, jx_decimal number)
{
    static const int64_t beside[] = {1, 2, 3, 5, 10, 20, 50, 100};
    add_number(probes, number);
    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
        add_both(probes, number, jx_decimal_make(beside[i], 0));
    }
}

static void add_beside(jx_probes *probes, jx_decimal number)
{
    add_both(probes, number, jx_decimal_make(1, 1));
    add_both(probes, number, jx_decimal_make(25, 2));
    add_both(probes, number, jx_decimal_make(1, 2));
    add_both(probes, number, jx_decimal_make(15, 1));
}

// A part of the target, in percent.
static void add_share(jx_probes *probes, jx_decimal target, jx_decimal percent)
{
    jx_decimal part;
    if (jx_decimal_multiply_divide(target, percent, jx_decimal_make(100, 0), PLACES,
                                   JX_ROUND_HALF_UP, &part)) {
        add_around(probes, part);
    }
}

// How far from the target a number of steps leads: what any key divided by another gives.
static void add_quotients(jx_probes *probes, jx_decimal target, const numbers *found)
{
    for (size_t a = 0; a < found->count && a < PAIRED; a++) {
        for (size_t b = 0; b < found->count && b < PAIRED; b++) {
            jx_decimal steps;
            if (jx_decimal_multiply_divide(found->rows[a], JX_DECIMAL_ONE, found->rows[b], PLACES,
                                           JX_ROUND_HALF_UP, &steps)) {
                add_both(probes, target, steps);
                add_both(probes, target, jx_decimal_round(steps, 0, JX_ROUND_HALF_UP));
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
    add_around(probes, target);
    for (size_t i = 0; i < found.count; i++) {
        add_around(probes, found.rows[i]);
    }
    add_around(probes, JX_DECIMAL_ZERO);
    for (size_t i = 0; i < sizeof percents / sizeof percents[0]; i++) {
        add_share(probes, target, jx_decimal_make(percents[i], 0));
    }
    for (size_t i = 0; i < found.count; i++) {
        add_share(probes, target, found.rows[i]);
        add_both(probes, target, found.rows[i]);
        add_beside(probes, found.rows[i]);
    }
    add_beside(probes, target);
    add_quotients(probes, target, &found);
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

static void add_chosen(jx_probes *probes, jx_str level)
{
    static const char *const chosen[] = {"100", "95", "90", "85", "80", "70",
                                         "60",  "50", "30", "10", "0"};
    for (size_t i = 0; i < sizeof chosen / sizeof chosen[0]; i++) {
        jx_text text = jx_text_in(probes->arena);
        jx_text_add(&text, level);
        jx_text_add_char(&text, ':');
        jx_text_put(&text, chosen[i]);
        jx_text_add_char(&text, '%');
        add_text(probes, jx_text_str(&text));
    }
}

static void add_levels(jx_probes *probes, const jx_cell_form *form)
{
    for (size_t i = 0; i < form->level_count; i++) {
        if (form->chooses) {
            add_chosen(probes, form->levels[i]);
        } else {
            add_probe(probes, (jx_probe){.kind = JX_PROBE_LEVEL, .text = form->levels[i]});
        }
    }
}

void jx_probes_add(jx_probes *probes, const jx_plan_indicator *indicator, const jx_section *section)
{
    switch (indicator->figure) {
    case JX_FIGURE_YES_NO:
        add_text(probes, (jx_str)JX_STR("是"));
        add_text(probes, (jx_str)JX_STR("否"));
        break;
    case JX_FIGURE_DATE:
        add_days(probes, indicator);
        break;
    case JX_FIGURE_LEVEL:
        add_levels(probes, &indicator->form);
        break;
    default:
        add_numbers(probes, indicator, section);
    }
}

// --------------------------------------------------------------------------------------------- writing

static jx_str end_text(jx_probes *probes, jx_text *text)
{
    const jx_str whole = jx_text_end(text);
    probes->failed = probes->failed || whole.data == NULL;
    return whole;
}

// A share of answers: so many of ten thousand at the best level, all others at the last.
static jx_str write_share(jx_probes *probes, const jx_cell_form *form, jx_decimal percent)
{
    int64_t share = 0;
    jx_decimal scaled;
    jx_text text = jx_text_in(probes->arena);
    if (form->level_count < 2 ||
        !jx_decimal_multiply(percent, jx_decimal_make(ANSWERS / 100, 0), &scaled) ||
        !jx_decimal_to_integer(scaled, &share) || share < 0 || share > ANSWERS) {
        return JX_STR_NONE;
    }
    jx_text_add(&text, form->levels[0]);
    jx_text_add_char(&text, ':');
    jx_text_add_number(&text, (uint64_t)share);
    jx_text_put(&text, ", ");
    jx_text_add(&text, form->levels[form->level_count - 1]);
    jx_text_add_char(&text, ':');
    jx_text_add_number(&text, (uint64_t)(ANSWERS - share));
    return end_text(probes, &text);
}

static jx_str write_number(jx_probes *probes, const jx_plan_indicator *indicator, jx_decimal number)
{
    char buffer[JX_DECIMAL_TEXT + 1];
    const uint32_t actual = indicator->form.actual;
    const jx_str text = jx_decimal_format(number, 0, buffer);
    buffer[text.size] = '%';
    if (actual == JX_ACTUAL_COUNTS && indicator->figure == JX_FIGURE_NUMBER) {
        return write_share(probes, &indicator->form, number);
    }
    if (actual != JX_ACTUAL_NUMBER && actual != JX_ACTUAL_RATE) {
        return JX_STR_NONE;
    }
    const jx_str written = {buffer, text.size + (actual == JX_ACTUAL_RATE ? 1 : 0)};
    const jx_str kept = jx_arena_copy(probes->arena, written);
    probes->failed = probes->failed || kept.data == NULL;
    return kept;
}

static jx_str write_level(jx_probes *probes, const jx_plan_indicator *indicator, jx_str level)
{
    jx_text text = jx_text_in(probes->arena);
    if (indicator->figure != JX_FIGURE_LEVEL || indicator->form.chooses) {
        return JX_STR_NONE;
    }
    jx_text_add(&text, level);
    jx_text_put(&text, indicator->form.actual == JX_ACTUAL_COUNTS ? ":1" : "");
    return end_text(probes, &text);
}

// What is written as it stands fits the forms that it was made for only.
static bool takes_text(const jx_plan_indicator *indicator)
{
    return indicator->form.actual == JX_ACTUAL_YES_NO || indicator->form.actual == JX_ACTUAL_DATE ||
           indicator->form.chooses;
}

jx_str jx_probe_write(jx_probes *probes, const jx_probe *probe, const jx_plan_indicator *indicator)
{
    switch (probe->kind) {
    case JX_PROBE_NUMBER:
        return write_number(probes, indicator, probe->number);
    case JX_PROBE_LEVEL:
        return write_level(probes, indicator, probe->text);
    case JX_PROBE_TEXT:
    default:
        return takes_text(indicator) ? probe->text : JX_STR_NONE;
    }
}

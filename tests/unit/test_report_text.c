// SPDX-License-Identifier: MIT
#include "base/utf8.h"
#include "report/page.h"
#include "support/jx_rows.h"
#include "support/sample_report.h"

#define GOLDEN(file) "golden/report/" file

static const jx_sample_report reports[] = {
    {"tells what scripts took and said",
     "text",
     JX_ZH,
     false,
     false,
     {jx_sample_scripted},
     GOLDEN("text-scripted.zh")},
    {"shows a scored project in Chinese",
     "text",
     JX_ZH,
     false,
     false,
     {jx_sample_scored},
     GOLDEN("text-scored.zh")},
    {"shows a scored project in English",
     "text",
     JX_EN,
     false,
     false,
     {jx_sample_scored},
     GOLDEN("text-scored.en")},
    {"shows what is missing, cut and rescaled in Chinese",
     "text",
     JX_ZH,
     false,
     false,
     {jx_sample_incomplete},
     GOLDEN("text-incomplete.zh")},
    {"shows what is missing, cut and rescaled in English",
     "text",
     JX_EN,
     false,
     false,
     {jx_sample_incomplete},
     GOLDEN("text-incomplete.en")},
    {"shows an error under its indicator and no total",
     "text",
     JX_ZH,
     false,
     false,
     {jx_sample_faulty},
     GOLDEN("text-faulty.zh")},
    {"shows control characters escaped and wraps long cells",
     "text",
     JX_EN,
     false,
     false,
     {jx_sample_hostile},
     GOLDEN("text-hostile.en")},
    {"shows a project whose rows could not be read",
     "text",
     JX_ZH,
     false,
     false,
     {jx_sample_unreadable},
     GOLDEN("text-unreadable.zh")},
    {"colours losses, grade and errors",
     "text",
     JX_ZH,
     false,
     true,
     {jx_sample_faulty},
     GOLDEN("text-colour.zh")},
};

// ------------------------------------------------------------------------------------------------ layout

static const jx_sample_report layouts[] = {
    {"lines up a scored project", "text", JX_ZH, false, false, {jx_sample_scored}, NULL},
    {"lines up a scored project in English", "text", JX_EN, false, false, {jx_sample_scored}, NULL},
    {"lines up an incomplete project", "text", JX_ZH, false, false, {jx_sample_incomplete}, NULL},
    {"lines up a faulty project", "text", JX_EN, false, false, {jx_sample_faulty}, NULL},
    {"lines up hostile texts", "text", JX_ZH, false, false, {jx_sample_hostile}, NULL},
    {"lines up hostile texts in English", "text", JX_EN, false, false, {jx_sample_hostile}, NULL},
};

static bool is_rule(jx_str line)
{
    return jx_str_starts(line, (jx_str)JX_STR("----"));
}

// Whether the line is of the table, not a text under an indicator.
static bool is_row(jx_str line)
{
    return line.size > 0 && !jx_str_starts(line, (jx_str)JX_STR("    "));
}

// Between the columns that the rule shows there is nothing but blanks, and nothing stands behind the last one.
static void expect_aligned(jx_str line, jx_str rule)
{
    assert_true(jx_utf8_width(line) <= rule.size);
    for (size_t column = 0; column < rule.size; column++) {
        if (rule.data[column] == '-') {
            continue;
        }
        jx_str before = jx_utf8_fit(line, column);
        if (before.size < line.size) {
            assert_int_equal(jx_utf8_width(before), column);
            assert_int_equal(line.data[before.size], ' ');
        }
    }
}

static jx_str find_rule(jx_str report)
{
    while (report.data != NULL) {
        jx_str line = jx_str_next(&report, '\n');
        if (is_rule(line)) {
            return line;
        }
    }
    return JX_STR_NONE;
}

static void lines_up(void **state)
{
    jx_arena *arena = jx_arena_new();
    jx_str report = jx_sample_report_write(arena, *state);
    jx_str rule = find_rule(report);
    jx_str heading = JX_STR_NONE;
    size_t rows = 0;
    bool inside = false;
    assert_non_null(rule.data);
    for (jx_str rest = report; rest.data != NULL;) {
        jx_str line = jx_str_next(&rest, '\n');
        inside = is_rule(line) ? rows++ == 0 : inside;
        if (inside && is_row(line)) {
            expect_aligned(line, rule);
        }
        heading = rows == 0 ? line : heading;
    }
    expect_aligned(heading, rule);
    assert_int_equal(jx_utf8_width(heading), rule.size);
    assert_int_equal(rows, 2);
    jx_arena_free(arena);
}

static void fits_the_page(void **state)
{
    jx_arena *arena = jx_arena_new();
    jx_str rest = jx_sample_report_write(arena, *state);
    while (rest.data != NULL) {
        jx_str line = jx_str_next(&rest, '\n');
        assert_true(jx_utf8_width(line) <= JX_PAGE_COLUMNS);
        assert_false(jx_str_ends(line, (jx_str)JX_STR(" ")));
    }
    jx_arena_free(arena);
}

static void sends_no_control(void **state)
{
    jx_arena *arena = jx_arena_new();
    jx_str report = jx_sample_report_write(arena, *state);
    for (size_t i = 0; i < report.size; i++) {
        unsigned char byte = (unsigned char)report.data[i];
        assert_true((byte >= 0x20 && byte != 0x7F) || byte == '\n');
    }
    assert_true(jx_utf8_check(report, NULL));
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------------------ colour

static jx_str without_colour(jx_arena *arena, jx_str text)
{
    jx_text plain = jx_text_in(arena);
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\x1b') {
            i += strcspn(text.data + i, "m");
        } else {
            jx_text_add_char(&plain, text.data[i]);
        }
    }
    return jx_text_str(&plain);
}

static void colours_only(void **state)
{
    jx_arena *arena = jx_arena_new();
    jx_sample_report row = *(const jx_sample_report *)*state;
    jx_str plain = jx_sample_report_write(arena, &row);
    row.colour = true;
    jx_str coloured = jx_sample_report_write(arena, &row);
    assert_true(coloured.size > plain.size);
    assert_true(jx_str_equal(without_colour(arena, coloured), plain));
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, reports, jx_sample_report_test);
    JX_ROWS(&all, layouts, lines_up);
    JX_ROWS(&all, layouts, fits_the_page);
    JX_ROWS(&all, layouts, sends_no_control);
    JX_ROWS(&all, layouts, colours_only);
    return jx_rows_run(&all, "report_text");
}

// SPDX-License-Identifier: MIT
#include "report/sentence.h"
#include "support/jx_rows.h"
#include "support/sample_build.h"

// A number met with a unit, of the category satisfaction, which says other_code its own way.
static void make_sample(jx_sample *sample)
{
    jx_sample_start(sample, "sample", "sample");
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("a"),
                                 .name = JX_STR("a"),
                                 .category = JX_SAMPLE_SATISFACTION,
                                 .target = JX_STR("30%"),
                                 .unit = JX_STR("元"),
                                 .measured_unit = JX_STR("%"),
                                 .comparator = JX_COMPARE_AT_LEAST,
                                 .method = "step",
                                 .levels = jx_sample_levels,
                                 .level_count = 5},
                  "12.50", "8,5\x1b", "1000万", NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_number("2", "3"), "10");
}

// ----------------------------------------------------------------------------------------- placeholders

typedef struct sentence_row {
    const char *name;
    const char *template;
    const char *sentence;
} sentence_row;

static const sentence_row sentences[] = {
    {"keeps words without placeholders", "没有达到", "没有达到"},
    {"takes the unit off a target, which the template adds", "{target}{unit}", "30%"},
    {"shows the comparator as a sign", "{comparator}{target}", "≥30"},
    {"rounds what was measured half up to six places", "{measured}", "0.666667"},
    {"shows the actual as it was written", "{actual}", "8,5\x1b"},
    {"shows the baseline as it was written", "{baseline}", "1000万"},
    {"shows the weight without trailing zeros", "{weight}", "12.5"},
    {"shows points with the table's places", "{points}", "2.50"},
    {"fills in the figures of the loss", "{gap}/{rate}", "1/0.333333"},
    {"leaves a name that nobody knows", "{gap}{nobody}{}", "1{nobody}{}"},
    {"leaves a brace that is never closed", "{gap", "{gap"},
};

static void fills_sentence(void **state)
{
    const sentence_row *row = *state;
    const jx_loss_code code = {"own", {"gap", "rate", NULL}, {row->template, row->template}};
    jx_sample sample;
    make_sample(&sample);
    jx_lost *lost = jx_sample_lose(&sample, &code, "2.5", jx_sample_fraction("2.5", "1"));
    lost->figures[0] = jx_sample_fraction("1.0", "1");
    lost->figures[1] = jx_sample_fraction("1", "3");
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_sentence_add(&out, &sample.card, 0, lost, JX_ZH);
    jx_expect_text(jx_text_str(&out), row->sentence);
    jx_arena_free(arena);
}

// ---------------------------------------------------------------------------------------- whose sentence

typedef struct source_row {
    const char *name;
    const char *source;
    jx_lang lang;
    const char *sentence;
} source_row;

static const source_row sources[] = {
    {"says a loss of the category in the category's words", "satisfaction", JX_ZH,
     "满意度为“满意”，按规定得9分"},
    {"says a loss of the host in the category's words", "host", JX_ZH,
     "满意度为“满意”，按规定得9分"},
    {"says it in English", "satisfaction", JX_EN, "satisfaction is \"满意\", which earns 9 points"},
    {"says a loss of a script in the script's words", "scripts/levels.lua", JX_ZH,
     "等次为“满意”，按规定得9分"},
};

static void says_by_source(void **state)
{
    const source_row *row = *state;
    jx_sample sample;
    make_sample(&sample);
    jx_sample_score(&sample, JX_SCORED, jx_sample_level(2), "9");
    jx_lost *lost =
        jx_sample_lose(&sample, &jx_sample_level_code, "1", jx_sample_fraction("1", "1"));
    lost->source = jx_str_of(row->source);
    lost->figures[0] = jx_sample_fraction("9", "1");
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_sentence_add(&out, &sample.card, 0, lost, row->lang);
    jx_expect_text(jx_text_str(&out), row->sentence);
    jx_arena_free(arena);
}

// ----------------------------------------------------------------------------------------------- figures

static void expect_figure(jx_figure figure, jx_lang lang, const char *expected)
{
    jx_sample sample;
    make_sample(&sample);
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_figure_add(&out, &sample.rows[0], &figure, lang);
    jx_expect_text(jx_text_str(&out), expected);
    jx_arena_free(arena);
}

static void writes_figures(void **state)
{
    (void)state;
    expect_figure((jx_figure){.kind = JX_FIGURE_NONE}, JX_ZH, "");
    expect_figure(jx_sample_number("27.500", "1"), JX_ZH, "27.5");
    expect_figure(jx_sample_number("-1", "2000000"), JX_ZH, "-0.000001");
    expect_figure(jx_sample_number("1", "3000000"), JX_ZH, "0");
    expect_figure(jx_sample_level(0), JX_EN, "非常满意");
    expect_figure(jx_sample_level(4), JX_EN, "不满意");
    expect_figure(jx_sample_yes_no(1), JX_ZH, "是");
    expect_figure(jx_sample_yes_no(0), JX_EN, "no");
    expect_figure(jx_sample_date(19723, 20088), JX_ZH, "2024");
    expect_figure(jx_sample_date(19797, 19797), JX_ZH, "2024-03-15");
}

static void shows_nothing_outside_levels(void **state)
{
    (void)state;
    expect_figure(jx_sample_level(5), JX_ZH, "");
    expect_figure(jx_sample_level(-1), JX_ZH, "");
}

static void keeps_huge_ratios(void **state)
{
    (void)state;
    jx_decimal shown;
    jx_ratio huge = jx_sample_fraction("12345678901234567890123456789012345", "0.001");
    assert_false(jx_ratio_show(huge, &shown));
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_ratio_add_text(&out, huge);
    jx_expect_text(jx_text_str(&out), "12345678901234567890123456789012345/0.001");
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------------------ points

typedef struct points_row {
    const char *name;
    uint32_t places;
    const char *points;
    const char *written;
} points_row;

static const points_row points[] = {
    {"points have two decimals at least", 0, "12", "12.00"},
    {"points have the table's places", 3, "12.5", "12.500"},
    {"points are never rounded here", 2, "12.125", "12.125"},
};

static void writes_points(void **state)
{
    const points_row *row = *state;
    const jx_table table = {.places = row->places};
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_points_add(&out, &table, jx_sample_decimal(row->points));
    jx_expect_text(jx_text_str(&out), row->written);
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------------------- words

static void names_states(void **state)
{
    (void)state;
    assert_string_equal(jx_state_name(JX_SCORED, false), "scored");
    assert_string_equal(jx_state_name(JX_MISSING, false), "missing");
    assert_string_equal(jx_state_name(JX_NOT_APPLICABLE, false), "not_applicable");
    assert_string_equal(jx_state_name(JX_FAULTY, false), "error");
    assert_string_equal(jx_state_name(JX_SCORED, true), "scored");
    assert_string_equal(jx_state_name(JX_MISSING, true), "incomplete");
    assert_string_equal(jx_state_name(JX_FAULTY, true), "error");
    assert_string_equal(jx_state_words(JX_MISSING, false).zh, "未填报");
    assert_string_equal(jx_state_words(JX_MISSING, true).zh, "不完整");
    assert_string_equal(jx_state_words(JX_FAULTY, true).en, "error");
}

static void names_comparators(void **state)
{
    static const char *const names[] = {"", ">=", "<=", "=", ">", "<"};
    static const char *const signs[] = {"", "≥", "≤", "=", ">", "<"};
    (void)state;
    for (uint32_t i = JX_COMPARE_NONE; i <= JX_COMPARE_BELOW; i++) {
        assert_string_equal(jx_comparator_name(i), names[i]);
        assert_string_equal(jx_comparator_sign(i), signs[i]);
    }
}

static void names_what_scored(void **state)
{
    (void)state;
    assert_string_equal(jx_scored_by_name(JX_BY_METHOD), "method");
    assert_string_equal(jx_scored_by_name(JX_BY_RULE), "rule");
    assert_string_equal(jx_scored_by_name(JX_BY_DEFAULT), "default");
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, sentences, fills_sentence);
    JX_ROWS(&all, sources, says_by_source);
    JX_ROWS(&all, points, writes_points);
    jx_rows_add_one(&all, "writes figures of every kind", writes_figures, NULL);
    jx_rows_add_one(&all, "shows nothing for a level that is none", shows_nothing_outside_levels,
                    NULL);
    jx_rows_add_one(&all, "keeps a ratio that is too large as a fraction", keeps_huge_ratios, NULL);
    jx_rows_add_one(&all, "names the states of indicators and projects", names_states, NULL);
    jx_rows_add_one(&all, "names comparators for files and for people", names_comparators, NULL);
    jx_rows_add_one(&all, "names what an indicator was scored by", names_what_scored, NULL);
    return jx_rows_run(&all, "sentence");
}

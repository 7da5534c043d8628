// SPDX-License-Identifier: MIT
// What coverage asks of cases by the terms of each method, and what a case reached.
#include "base/ratio.h"
#include "base/text.h"
#include "score/coverage.h"
#include "support/fault_rows.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

#include <stdio.h>

enum { KEYS = 512 };

// Starts coverage of the fixture's project.
static jx_coverage begin(jx_score_fixture *fixture)
{
    jx_coverage coverage;
    jx_error err = JX_ERROR(JX_EN);
    if (fixture->plan == NULL) {
        fail_msg("%s", fixture->faults.shown[0].text);
    }
    assert_int_equal(jx_coverage_begin(fixture->arena, fixture->plan, &coverage, &err), JX_OK);
    return coverage;
}

// ------------------------------------------------------------------------------------- what is asked for

static const struct asked_row {
    const char *name;
    const char *keys;
    const char *asked; // full, part and the least, in the order of branches
} asked_rows[] = {
    {"threshold has no part", "target = 5\nmethod = threshold\n", "full floor 0"},
    {"threshold's floor is its consolation", "target = 5\nmethod = threshold\notherwise = 4\n",
     "full floor 4"},
    {"threshold that always gives everything has no floor",
     "target = 5\nmethod = threshold\notherwise = 10\n", "full"},
    {"step has all three", "target = 5\nmethod = step\ndeduct = 1\n", "full part floor 0"},
    {"step's floor is what it states", "target = 5\nmethod = step\ndeduct = 1\nfloor = 4\n",
     "full part floor 4"},
    {"step whose floor is everything only gives everything",
     "target = 5\nmethod = step\ndeduct = 1\nfloor = 10\n", "full"},
    {"a zero line goes past the floor",
     "target = 5\nmethod = step\ndeduct = 1\nfloor = 4\nzero_below = 2\n", "full part floor 0"},
    {"a zero line at the target leaves no part",
     "target = 5\nmethod = step\ndeduct = 1\nzero_below = 5\n", "full floor 0"},
    {"a whole step up that costs everything leaves no part",
     "target = 5\nmethod = step\ndeduct = 10\npart = up\n", "full floor 0"},
    {"a whole step down that costs everything leaves no part",
     "target = 5\nmethod = step\ndeduct = 10\npart = down\n", "full floor 0"},
    {"parts of a step that costs everything are parts", "target = 5\nmethod = step\ndeduct = 10\n",
     "full part floor 0"},
    {"one piece that costs everything leaves no part",
     "unit = 个\ntarget = 5\nmethod = step\ndeduct = 10\n", "full floor 0"},
    {"counts end at 0", "unit = 个\ntarget = 5\nmethod = step\ndeduct = 1\n", "full part floor 5"},
    {"counts end at the minimum that is stated",
     "unit = 个\nminimum = 2\ntarget = 5\nmethod = step\ndeduct = 1\n", "full part floor 7"},
    {"counts may end at the target",
     "unit = 个\nminimum = 5\ntarget = 5\nmethod = step\ndeduct = 1\n", "full"},
    {"bounds are those of the actual, not of a growth",
     "unit = 个\nmeasure = growth\nminimum = 0\ntarget = 0\nmethod = step\ndeduct = 1\n",
     "full part floor 0"},
    {"too short for a step down",
     "unit = 个\ntarget = 5\nmethod = step\nstep = 6\npart = down\ndeduct = 1\n", "full"},
    {"> counts from the next whole number",
     "unit = 个\ntarget = 4\ncomparator = >\nmethod = step\ndeduct = 1\n", "full part floor 5"},
    {"dates have all three",
     "measure = date\ntarget = 2024\ncomparator = <=\nmethod = step\ndeduct = 1\n",
     "full part floor 0"},
    {"a month that counts whole and costs everything leaves no part",
     "measure = date\ntarget = 2024\ncomparator = <=\nmethod = step\nstep_unit = month\npart = up\n"
     "deduct = 10\n",
     "full floor 0"},
    {"a day of a month that costs everything is a part",
     "measure = date\ntarget = 2024\ncomparator = <=\nmethod = step\nstep_unit = month\n"
     "deduct = 10\n",
     "full part floor 0"},
    {"a day that costs everything leaves no part",
     "measure = date\ntarget = 2024\ncomparator = <=\nmethod = step\ndeduct = 10\nfloor = 2\n",
     "full floor 2"},
    {"proportion has all three", "target = 5\nmethod = proportion\n", "full part floor 0"},
    {"proportion starts at the minimum", "target = 5\nminimum = 1\nmethod = proportion\n",
     "full part floor 2"},
    {"proportion below the pass mark is nothing",
     "target = 5\nminimum = 1\nmethod = proportion\npass = 60%\n", "full part floor 0"},
    {"proportion of the least that misses", "target = 5\ncomparator = <=\nmethod = proportion\n",
     "full part"},
    {"proportion of the least that misses counts",
     "unit = 个\ntarget = 5\ncomparator = <=\nmethod = proportion\n", "full part"},
    {"<= with a maximum ends there",
     "target = 5\nmaximum = 10\ncomparator = <=\nmethod = proportion\n", "full part floor 5"},
    {"<= with a pass mark comes to nothing",
     "target = 5\ncomparator = <=\nmethod = proportion\npass = 60%\n", "full part floor 0"},
    {"<= 0 is everything or nothing", "target = 0\ncomparator = <=\nmethod = proportion\n",
     "full floor 0"},
    {">= 0 cannot be missed", "target = 0\nmethod = proportion\n", "full"},
    {"one piece in proportion is everything or nothing",
     "unit = 个\ntarget = 1\nmethod = proportion\n", "full floor 0"},
    {"levels of everything and nothing have no part",
     "measure = level\nmethod = levels\nlevels = 好:10, 中:10, 差:0\n", "full floor 0"},
    {"levels with something between",
     "measure = level\nmethod = levels\nlevels = 好:10, 中:6, 差:2\n", "full part floor 2"},
    {"levels in any order", "measure = level\nmethod = levels\nlevels = 好:2, 中:6, 差:10\n",
     "full part floor 2"},
    {"levels that never give everything",
     "measure = level\nmethod = levels\nlevels = 好:9, 中:9, 差:9\n", "floor 9"},
    {"levels that always give everything",
     "measure = level\nmethod = levels\nlevels = 好:10, 中:10\n", "full"},
    {"bands with something between", "method = bands\nbands = >=95:10, >=90:8, else:0\n",
     "full part floor 0"},
    {"bands of everything and something", "method = bands\nbands = >=95:10, else:3\n",
     "full floor 3"},
    {"a grade judged from nothing to everything",
     "method = judged\njudged = 好:100-80, 中:80-60, 差:60-0\n", "full part floor 0"},
    {"a grade judged without a choice", "method = judged\njudged = 好:100-100, 差:40-40\n",
     "full floor 4"},
    {"a grade judged with one choice between",
     "method = judged\njudged = 好:100-100, 中:50-50, 差:0-0\n", "full part floor 0"},
    {"the least is rounded as points are",
     "measure = level\nmethod = levels\nlevels = 好:10, 差:3.336\n", "full floor 3.34"},
};

static const char *say_asked(const jx_coverage_row *row, char *buffer, size_t size)
{
    char least[JX_DECIMAL_TEXT];
    const bool floor = row->asked[JX_BRANCH_FLOOR];
    (void)snprintf(buffer, size, "%s%s%s%s", row->asked[JX_BRANCH_FULL] ? "full " : "",
                   row->asked[JX_BRANCH_PART] ? "part " : "", floor ? "floor " : "",
                   floor ? jx_decimal_format(row->least, 0, least).data : "");
    for (size_t end = strlen(buffer); end > 0 && buffer[end - 1] == ' '; end--) {
        buffer[end - 1] = '\0';
    }
    return buffer;
}

static void asks(void **state)
{
    const struct asked_row *row = *state;
    char said[KEYS];
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, jx_score_one(&fixture, row->keys));
    const jx_coverage coverage = begin(&fixture);
    assert_string_equal(say_asked(&coverage.rows[0], said, sizeof said), row->asked);
    assert_true(coverage.rows[0].asked[JX_BRANCH_MISSING]);
    jx_score_end(&fixture);
}

// ---------------------------------------------------------------- what is asked for is what can be reached

// The points of every whole actual from 0 to 12, held against what is asked for.
static void expect_reachable(jx_score_fixture *fixture, const char *keys)
{
    bool full = false;
    bool part = false;
    jx_decimal least = jx_decimal_make(10, 0);
    const jx_decimal weight = least;
    jx_decimal points[13];
    jx_score_read_text(fixture, jx_score_one(fixture, keys));
    const jx_coverage coverage = begin(fixture);
    const jx_coverage_row *row = &coverage.rows[0];
    for (int actual = 0; actual <= 12; actual++) {
        char text[KEYS];
        (void)snprintf(text, sizeof text, "%d", actual);
        jx_score_set(fixture, "it", "actual", jx_str_of(text));
        points[actual] = jx_score_run(fixture)->outcomes[0].points;
        least = jx_decimal_compare(points[actual], least) < 0 ? points[actual] : least;
    }
    for (int actual = 0; actual <= 12; actual++) {
        const bool everything = jx_decimal_compare(points[actual], weight) == 0;
        full = full || everything;
        part = part || (!everything && jx_decimal_compare(points[actual], least) > 0);
    }
    const bool floor = jx_decimal_compare(least, weight) < 0;
    if (full != row->asked[JX_BRANCH_FULL] || part != row->asked[JX_BRANCH_PART] ||
        floor != row->asked[JX_BRANCH_FLOOR] ||
        (floor && jx_decimal_compare(least, row->least) != 0)) {
        char said[KEYS];
        fail_msg("full %d, part %d, floor %d, but asked for %s by\n%s", full, part, floor,
                 say_asked(row, said, sizeof said), keys);
    }
}

static const char range_keys[] = "unit = 个\nminimum = 0\nmaximum = 12\n";

static void test_steps(void **state)
{
    (void)state;
    static const char *const comparators[] = {">=", "<=", "=", ">", "<"};
    static const char *const parts[] = {"exact", "up", "down"};
    static const char *const deducts[] = {"0.5", "2", "5", "10", "12"};
    static const char *const lines[] = {"", "zero_below = 3\n", "zero_above = 9\n",
                                        "zero_below = 6\nzero_above = 6\n"};
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    for (size_t i = 0; i < (size_t)5 * 3 * 5 * 4 * 3 * 2; i++) {
        char keys[KEYS];
        (void)snprintf(keys, sizeof keys,
                       "%starget = 6\ncomparator = %s\nmethod = step\npart = %s\ndeduct = %s\n%s"
                       "step = %d\nfloor = %d\n",
                       range_keys, comparators[i % 5], parts[i / 5 % 3], deducts[i / 15 % 5],
                       // beyond > 6 and < 6 a line at 6 would leave nothing to earn
                       i % 5 > 2 && i / 75 % 4 == 3 ? "" : lines[i / 75 % 4],
                       (int)(i / 300 % 3) * 2 + 1, (int)(i / 900) * 4);
        expect_reachable(&fixture, keys);
    }
    jx_score_end(&fixture);
}

static void test_proportions(void **state)
{
    (void)state;
    static const char *const comparators[] = {">=", "<="};
    static const char *const passes[] = {"", "pass = 0%\n", "pass = 60%\n", "pass = 95%\n"};
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    for (size_t i = 0; i < (size_t)2 * 4 * 13; i++) {
        char keys[KEYS];
        (void)snprintf(keys, sizeof keys, "%starget = %d\ncomparator = %s\nmethod = proportion\n%s",
                       range_keys, (int)(i / 8), comparators[i % 2], passes[i / 2 % 4]);
        expect_reachable(&fixture, keys);
    }
    jx_score_end(&fixture);
}

// --------------------------------------------------------------------------------------- what was reached

static const struct reached_row {
    const char *name;
    const char *keys;
    const char *actual;
    jx_branch branch; // JX_BRANCH_COUNT: none
} reached_rows[] = {
    {"everything", "target = 5\nmethod = step\ndeduct = 1\n", "5", JX_BRANCH_FULL},
    {"a part", "target = 5\nmethod = step\ndeduct = 1\n", "4", JX_BRANCH_PART},
    {"nothing", "target = 5\nmethod = step\ndeduct = 1\n", "-5", JX_BRANCH_FLOOR},
    {"far below nothing", "target = 5\nmethod = step\ndeduct = 1\n", "-500", JX_BRANCH_FLOOR},
    {"the floor", "target = 5\nmethod = step\ndeduct = 1\nfloor = 4\n", "-1", JX_BRANCH_FLOOR},
    {"just above the floor", "target = 5\nmethod = step\ndeduct = 1\nfloor = 4\n", "-0.99",
     JX_BRANCH_PART},
    {"the floor, where a line leaves less",
     "target = 5\nmethod = step\ndeduct = 1\nfloor = 4\nzero_below = -9\n", "-1", JX_BRANCH_PART},
    {"beyond the line", "target = 5\nmethod = step\ndeduct = 1\nfloor = 4\nzero_below = -9\n",
     "-9.01", JX_BRANCH_FLOOR},
    {"a loss that is rounded away", "target = 5\nmethod = step\ndeduct = 1\n", "4.999",
     JX_BRANCH_FULL},
    {"a consolation", "target = 5\nmethod = threshold\notherwise = 4\n", "4", JX_BRANCH_FLOOR},
    {"less than everything, where there is no floor",
     "target = 5\ncomparator = <=\nmethod = proportion\n", "5000000", JX_BRANCH_PART},
    {"no actual", "target = 5\nmethod = step\ndeduct = 1\n", "", JX_BRANCH_MISSING},
    {"an error", "target = 5\nmethod = step\ndeduct = 1\n", "five", JX_BRANCH_COUNT},
};

static void reaches(void **state)
{
    const struct reached_row *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, jx_score_one(&fixture, row->keys));
    jx_coverage coverage = begin(&fixture);
    const size_t holes = jx_coverage_count_holes(&coverage);
    assert_true(jx_coverage_is_untouched(&coverage.rows[0]));
    jx_score_set(&fixture, "it", "actual", jx_str_of(row->actual));
    jx_coverage_add(&coverage, jx_score_run(&fixture), 0);
    for (jx_branch i = 0; i < JX_BRANCH_COUNT; i++) {
        assert_int_equal(coverage.rows[0].cases[i], i == row->branch);
    }
    const bool reached = row->branch != JX_BRANCH_COUNT;
    assert_int_equal(jx_coverage_is_untouched(&coverage.rows[0]), !reached);
    assert_int_equal(jx_coverage_count_holes(&coverage), holes - reached);
    jx_score_end(&fixture);
}

static void test_not_applicable(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read(&fixture, JX_TEST_SOURCE_DIR "/conf/examples/rescaling/project.ini");
    jx_coverage coverage = begin(&fixture);
    assert_int_equal(jx_coverage_count_holes(&coverage), 3 * 4 + 1);
    jx_score_set(&fixture, "rangers-satisfied", "actual", (jx_str)JX_STR("不适用"));
    const jx_scorecard *card = jx_score_run(&fixture);
    jx_coverage_add(&coverage, card, jx_score_find(&fixture, "rangers-satisfied"));
    assert_int_equal(jx_coverage_count_holes(&coverage), 3 * 4);
    assert_int_equal(coverage.rows[3].cases[JX_BRANCH_NOT_APPLICABLE], 1);
    jx_score_end(&fixture);
}

// A category that loses by itself.
static void test_own_losses(void **state)
{
    (void)state;
    char said[KEYS];
    jx_score_fixture fixture;
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    jx_score_read_text(&fixture,
                       jx_score_one(&fixture, "category = odd\ntarget = 5\nmethod = step\n"
                                              "deduct = 1\nfault = lose_past_floor\n"));
    jx_coverage coverage = begin(&fixture);
    assert_string_equal(say_asked(&coverage.rows[0], said, sizeof said), "full part");
    jx_score_set(&fixture, "it", "actual", (jx_str)JX_STR("好:3"));
    jx_score_set(&fixture, "it", "visits", (jx_str)JX_STR("1"));
    jx_coverage_add(&coverage, jx_score_run(&fixture), 0);
    assert_int_equal(coverage.rows[0].cases[JX_BRANCH_PART], 1);
    jx_score_end(&fixture);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, asked_rows, asks);
    jx_rows_add_one(&all, "asks of steps what can be reached", test_steps, NULL);
    jx_rows_add_one(&all, "asks of proportions what can be reached", test_proportions, NULL);
    JX_ROWS(&all, reached_rows, reaches);
    jx_rows_add_one(&all, "asks once for what is not applicable", test_not_applicable, NULL);
    jx_rows_add_one(&all, "asks no floor of a category that loses by itself", test_own_losses,
                    NULL);
    return jx_rows_run(&all, "coverage");
}

// SPDX-License-Identifier: MIT
// Every measure: what the compared figure is, and what cannot be measured.
#include "score/measures.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"
#include "support/score_rows.h"

#include <string.h>

#define STEP "method = step\ndeduct = 1\n"

// ------------------------------------------------------------------------------- value, growth and ratio

#define VALUE  "target = 10\n" STEP
#define GROWTH "measure = growth\ntarget = 5\n" STEP
#define RATIO  "measure = ratio\nunit = 元\ntarget = 100\ncomparator = <=\n" STEP
#define COUNTS "measure = growth\nunit = 家\ntarget = 0\n" STEP

static const jx_score_row values[] = {
    {"value is the actual itself", VALUE, "8.5", "8.5", "below_target 1.5"},
    {"value is the default and can be stated", VALUE "measure = value\n", "9", "9",
     "below_target 1"},
    {"value takes no baseline", VALUE, "9|100", NULL,
     "measure = value takes no baseline, found \"100\""},
    {"value takes no rate where the unit is none", VALUE, "9%", NULL,
     "expected a number, found \"9%\""},
    {"value takes % where that is the unit", VALUE "unit = %\n", "9%", "9", "below_target 1"},
    {"value takes % where the unit is full-width", VALUE "unit = ％\n", "9%", "9",
     "below_target 1"},
    {"growth of 5%", GROWTH, "105|100", "10", ""},
    {"growth just under", GROWTH, "104.9|100", "9.9", "below_target 0.1"},
    {"growth of nothing", GROWTH, "100|100", "5", "below_target 5"},
    {"growth below 0", GROWTH, "99|100", "4", "below_target 6"},
    {"growth of an actual below 0", GROWTH, "-1|100", "0", "below_target 10 of 106"},
    {"growth that never ends", GROWTH, "3.1|3", "8.33", "below_target 1.67"},
    {"growth of figures that are too long", GROWTH,
     "99999999999999999999999999999999977|0.000000000000000001", NULL,
     "too large to be computed exactly"},
    {"growth written as a rate", GROWTH, "5%", "10", ""},
    {"growth written as a rate just under", GROWTH, "4.9%", "9.9", "below_target 0.1"},
    {"growth written as a rate below 0", GROWTH, "-1%", "4", "below_target 6"},
    {"growth written in full width", GROWTH, "４．５％", "9.5", "below_target 0.5"},
    {"growth written without %", GROWTH, "5", NULL,
     "a rate with %, or a baseline beside it, found \"5\""},
    {"growth against 0", GROWTH, "5|0", NULL, "expected a baseline above 0, found \"0\""},
    {"growth against less than 0", GROWTH, "5|-3", NULL,
     "expected a baseline above 0, found \"-3\""},
    {"growth against words", GROWTH, "5|上年", NULL, "baseline: expected a number, found \"上年\""},
    {"growth against a rate", GROWTH, "5|100%", NULL,
     "baseline: expected a number, found \"100%\""},
    {"a rate beside a baseline is a rate", GROWTH, "4%|100", "9", "below_target 1"},
    {"growth of amounts in their unit", GROWTH "unit = 元\n", "1.04亿元|1亿元", "9",
     "below_target 1"},
    {"growth of amounts where the unit is %", GROWTH "unit = %\n", "1.04亿|1亿", "9",
     "below_target 1"},
    {"growth against a rate where the unit is %", GROWTH "unit = %\n", "104|100%", NULL,
     "expected a number"},
    {"growth against a rate where the unit is full-width", GROWTH "unit = ％\n", "104|100%", NULL,
     "expected a number"},
    {"growth of counts", COUNTS, "99|100", "9", "below_target 1"},
    {"growth of counts, as a rate with decimals", COUNTS, "-1.5%", "8.5", "below_target 1.5"},
    {"growth of counts that are none", COUNTS, "99.5|100", NULL,
     "expected a whole number, found \"99.5\""},
    {"growth against a count that is none", COUNTS, "99|100.5", NULL,
     "expected a whole number, found \"100.5\""},
    {"growth of counts below 0", COUNTS, "-1|100", NULL, "expected at least 0, found \"-1\""},
    {"ratio at the target", RATIO, "1,000,000|100万", "10", ""},
    {"ratio just over", RATIO, "1000000.01|1000000", "10", "above_target 0"},
    {"ratio over by 1%", RATIO, "101|100", "9", "above_target 1"},
    {"ratio written as a rate", RATIO, "101%", "9", "above_target 1"},
    {"ratio written without %", RATIO, "101", NULL, "a rate with %, or a baseline beside it"},
    {"ratio against 0", RATIO, "101|0", NULL, "expected a baseline above 0, found \"0\""},
    {"ratio of less than 0", RATIO, "-101|100", "10", ""},
    {"the bounds of a rate", GROWTH "minimum = -2\nmaximum = 6\n", "-2.1%", NULL,
     "expected at least -2, found \"-2.1%\""},
    {"the bounds of a rate, above", GROWTH "minimum = -2\nmaximum = 6\n", "6.1%", NULL,
     "expected at most 6, found \"6.1%\""},
    {"the bounds of a rate, at them", GROWTH "minimum = -2\nmaximum = 6\n", "-2%", "3",
     "below_target 7"},
};

// ------------------------------------------------------------------------------------ words, dates, levels

static const jx_score_row words[] = {
    {"是 is done", "measure = done\n", "是", "10", ""},
    {"有 is done", "measure = done\n", "有", "10", ""},
    {"YES is done", "measure = done\n", "YES", "10", ""},
    {"True is done", "measure = done\n", "True", "10", ""},
    {"否 is not", "measure = done\n", "否", "0", "not_met 10"},
    {"无 is not", "measure = done\n", "无", "0", "not_met 10"},
    {"No is not", "measure = done\n", "No", "0", "not_met 10"},
    {"false is not", "measure = done\n", "false", "0", "not_met 10"},
    {"other words are neither", "measure = done\n", "完成", NULL,
     "expected yes or no, found \"完成\""},
    {"numbers are neither", "measure = done\n", "1", NULL, "expected yes or no, found \"1\""},
    {"2024-5-1 is a date", "measure = date\ntarget = 2024\n", "2024-5-1", "10", ""},
    {"2024/5/31 is a date", "measure = date\ntarget = 2024\n", "2024/5/31", "10", ""},
    {"2024.5.31 is a date", "measure = date\ntarget = 2024\n", "2024.5.31", "10", ""},
    {"2024年5月31日 is a date", "measure = date\ntarget = 2024\n", "2024年5月31日", "10", ""},
    {"2024-13-01 is none", "measure = date\ntarget = 2024\n", "2024-13-01", NULL,
     "no such date as \"2024-13-01\""},
    {"31/5/2024 is none", "measure = date\ntarget = 2024\n", "31/5/2024", NULL, "expected a date"},
    {"a level", "measure = level\nlevels = 好, 差\ntarget = 好\n", "好", "10", ""},
    {"no level", "measure = level\nlevels = 好, 差\ntarget = 好\n", "坏", NULL,
     "one of the levels 好, 差, found \"坏\""},
};

// ----------------------------------------------------------------------------------------------- survey

#define SURVEY "category = satisfaction\nmeasure = survey\n"
#define RATE   SURVEY "target = 90\n" STEP
#define MEDIAN SURVEY "survey = level\n"

static const jx_score_row surveys[] = {
    {"the share from 满意 on, at the target", RATE,
     "非常满意:30, 较为满意:30, 满意:30, 基本满意:10", "10", ""},
    {"the share just under", RATE, "满意:899, 不满意:101", "9.9", "below_target 0.1"},
    {"a share that never ends", RATE, "满意:8, 不满意:1", "8.89", "below_target 1.11"},
    {"levels that nobody chose may be left out", RATE, "满意:9, 不满意:1", "10", ""},
    {"nobody satisfied", RATE, "基本满意:9, 不满意:1", "0", "below_target 10 of 90"},
    {"answers in 人, with separators of their own", RATE, "满意：９人；不满意：1人", "10", ""},
    {"answers in 万", RATE, "满意:0.9万, 不满意:1000", "10", ""},
    {"the target with %", SURVEY "target = 90%\n" STEP, "满意:8, 不满意:2", "0", "below_target 10"},
    {"the level from which answers count", RATE "satisfied = 基本满意\n", "基本满意:9, 不满意:1",
     "10", ""},
    {"a level as target wants every answer", SURVEY "target = 满意\n", "满意:1, 基本满意:1", "5",
     "partly_met 5"},
    {"a level as target, reached by all", SURVEY "target = 满意\n", "非常满意:1, 满意:1", "10", ""},
    {"a better level as target", SURVEY "target = 较为满意\n", "较为满意:1, 满意:3", "2.5",
     "partly_met 7.5"},
    {"a level as target beside the level from which answers count",
     SURVEY "target = 较为满意\nsatisfied = 满意\n", "较为满意:1, 满意:3", "10", ""},
    {"a survey of levels of its own", SURVEY "levels = 好, 差\nsatisfied = 好\ntarget = 50\n",
     "好:1, 差:1", "10", ""},
    {"survey = rate can be stated", RATE "survey = rate\n", "满意:9, 不满意:1", "10", ""},
    {"the median of an odd number", MEDIAN "target = 满意\n", "非常满意:1, 满意:1, 不满意:1", "10",
     ""},
    {"the median just below", MEDIAN "target = 满意\n", "非常满意:1, 基本满意:1, 不满意:1", "0",
     "not_met 10"},
    {"two middle ones that are alike", MEDIAN "target = 满意\n", "非常满意:1, 满意:2, 不满意:1",
     "10", ""},
    {"the worse of two middle ones", MEDIAN "target = 满意\n", "满意:2, 基本满意:2", "0",
     "not_met 10"},
    {"the better half by one", MEDIAN "target = 满意\n", "满意:3, 基本满意:2", "10", ""},
    {"the median earns what its level earns",
     MEDIAN "method = levels\nlevels = 满意:10, 基本满意:9, 不满意:0\n", "满意:2, 基本满意:2", "9",
     "lower_level 1"},
    {"no answers", RATE, "满意:0", NULL, "no answers"},
    {"more answers than can be counted", RATE, "满意:9223372036854775807, 不满意:1", NULL,
     "too many answers to count"},
    {"as many answers as can be counted", RATE, "满意:9223372036854775806, 不满意:1", "10", ""},
    {"a level counted twice", RATE, "满意:1, 满意:2", NULL, "the level \"满意\" is counted twice"},
    {"a level that is not listed", RATE, "满意:1, 还行:2", NULL, "found \"还行\""},
    {"parts of an answer", RATE, "满意:1.5", NULL, "expected answers as \"LEVEL:COUNT\""},
    {"answers below 0", RATE, "满意:-1", NULL, "expected answers as"},
    {"answers in percent", RATE, "满意:90%", NULL, "expected answers as"},
    {"a level without answers", RATE, "满意", NULL, "expected answers as"},
    {"a comma too many", RATE, "满意:9,", NULL, "expected answers as"},
    {"a baseline beside a survey", RATE, "满意:9|3", NULL, "takes no baseline"},
};

// --------------------------------------------------------------------------------------------- execution

#define BUDGET "category = budget\nunit = 元\n"

static const jx_score_row budgets[] = {
    {"the budget is a ratio in proportion to 100", BUDGET, "95|100", "9.5", "partly_met 0.5"},
    {"paid in full", BUDGET, "100|100", "10", ""},
    {"paid more than that", BUDGET, "110|100", "10", ""},
    {"paid nothing", BUDGET, "0|100", "0", "partly_met 10"},
    {"paid less than nothing", BUDGET, "-1|100", NULL, "not negative"},
    {"a rate", BUDGET, "95%", "9.5", "partly_met 0.5"},
    {"of no budget", BUDGET, "95|0", NULL, "expected a baseline above 0, found \"0\""},
    {"as a value in percent", "category = budget\nmeasure = value\nunit = %\n", "95", "9.5",
     "partly_met 0.5"},
};

static const struct executing {
    const char *name;
    const char *paid;
    const char *budget;
    const char *adjustment;
    const char *points; // NULL: an error
    const char *says;
} executions[] = {
    {"execution of the budget as it was", "95", "100", "", "9.5", "partly_met 0.5"},
    {"execution of a budget that grew", "95", "90", "10", "9.5", "partly_met 0.5"},
    {"execution of a budget that was cut", "95万元", "100万元", "-50000", "10", ""},
    {"execution of a budget that came late", "8", "0", "10", "8", "partly_met 2"},
    {"execution of a third", "1", "2", "1", "3.33", "partly_met 6.67"},
    {"execution of a budget that was cut to nothing", "8", "10", "-10", NULL,
     "expected a budget above 0 after adjustment, the budget is \"10\""},
    {"execution of a budget below 0", "8", "-10", "", NULL, "expected a budget above 0"},
    {"execution without a budget", "8", "", "", NULL,
     "the baseline is missing beside the actual \"8\""},
    {"execution as a rate", "95%", "100", "", NULL,
     "expected a number, with or without the unit \"元\", found \"95%\""},
    {"an adjustment in words", "95", "100", "追加", NULL, "adjustment"},
    {"execution of amounts that are too long", "99999999999999999999999999999999977",
     "99999999999999999999999999999999979", "", NULL, "too large to be computed exactly"},
};

static void test_execution(void **state)
{
    const struct executing *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, jx_score_one(&fixture, BUDGET "measure = execution\n"));
    assert_non_null(fixture.plan);
    jx_score_set(&fixture, "it", "actual", jx_str_of(row->paid));
    jx_score_set(&fixture, "it", "baseline", jx_str_of(row->budget));
    jx_score_set(&fixture, "it", "adjustment", jx_str_of(row->adjustment));
    const jx_scorecard *card = jx_score_run(&fixture);
    if (row->points == NULL) {
        assert_int_equal(card->status, JX_EDATA);
        assert_non_null(strstr(card->error, row->says));
    } else {
        assert_int_equal(card->state, JX_SCORED);
        jx_score_expect_losses(card, 0, row->says);
        jx_score_expect_number(card->total, row->points);
    }
    jx_score_end(&fixture);
}

static void test_names(void **state)
{
    (void)state;
    static const char *const names[] = {"value", "growth", "ratio", "done", "date", "level"};
    assert_int_equal(jx_measure_count(), sizeof names / sizeof names[0]);
    for (size_t i = 0; i < jx_measure_count(); i++) {
        assert_string_equal(jx_measure_at(i)->name, names[i]);
        assert_ptr_equal(jx_measure_find(jx_str_of(names[i])), jx_measure_at(i));
    }
    assert_null(jx_measure_find((jx_str)JX_STR("survey")));
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, values, jx_score_row_test);
    JX_ROWS(&all, words, jx_score_row_test);
    JX_ROWS(&all, surveys, jx_score_row_test);
    JX_ROWS(&all, budgets, jx_score_row_test);
    JX_ROWS(&all, executions, test_execution);
    jx_rows_add_one(&all, "lists the measures in the order of the reference", test_names, NULL);
    return jx_rows_run(&all, "measures");
}

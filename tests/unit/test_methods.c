// SPDX-License-Identifier: MIT
// Every method but `step`, at, just under and just over its boundaries.
#include "score/method.h"
#include "support/jx_rows.h"
#include "support/score_rows.h"

// -------------------------------------------------------------------------------------------- threshold

#define NUMBER(comparator) "target = 100\ncomparator = " comparator "\nmethod = threshold\n"
#define DONE(target)       "measure = done\n" target "method = threshold\n"
#define WHEN(target, comparator)                                                                   \
  "measure = date\ntarget = " target "\ncomparator = " comparator "\nmethod = threshold\n"
#define GRADE(target, comparator)                                                                  \
  "measure = level\nlevels = 好, 中, 差\ntarget = " target "\ncomparator = " comparator            \
  "\nmethod = threshold\n"

static const jx_score_row thresholds[] = {
    {">= at the target", NUMBER(">="), "100", "10", ""},
    {">= just under", NUMBER(">="), "99.999999", "0", "not_met 10"},
    {">= just over", NUMBER(">="), "100.000001", "10", ""},
    {"<= at the target", NUMBER("<="), "100", "10", ""},
    {"<= just under", NUMBER("<="), "99.999999", "10", ""},
    {"<= just over", NUMBER("<="), "100.000001", "0", "not_met 10"},
    {"= at the target", NUMBER("="), "100.00", "10", ""},
    {"= just under", NUMBER("="), "99.999999", "0", "not_met 10"},
    {"= just over", NUMBER("="), "100.000001", "0", "not_met 10"},
    {"> at the target", NUMBER(">"), "100", "0", "not_met 10"},
    {"> just over", NUMBER(">"), "100.000001", "10", ""},
    {"> just under", NUMBER(">"), "99.999999", "0", "not_met 10"},
    {"< at the target", NUMBER("<"), "100", "0", "not_met 10"},
    {"< just under", NUMBER("<"), "99.999999", "10", ""},
    {"< just over", NUMBER("<"), "100.000001", "0", "not_met 10"},
    {"a rate just over a third, compared without rounding",
     "measure = ratio\ntarget = 33.333333\nmethod = threshold\n", "1|3", "10", ""},
    {"a rate of a third is under 33.333334",
     "measure = ratio\ntarget = 33.333334\nmethod = threshold\n", "1|3", "0", "not_met 10"},
    {"otherwise, where the target is missed", NUMBER(">=") "otherwise = 4\n", "99", "4",
     "not_met_consoled 6"},
    {"otherwise, where it is met", NUMBER(">=") "otherwise = 4\n", "100", "10", ""},
    {"otherwise in percent of the weight", NUMBER(">=") "otherwise = 25%\nweight = 20\n", "99", "5",
     "not_met_consoled 15"},
    {"otherwise nothing", NUMBER(">=") "otherwise = 0\n", "99", "0", "not_met 10"},
    {"otherwise everything", NUMBER(">=") "otherwise = 10\n", "99", "10", "not_met_consoled 0"},
    {"done", DONE(""), "是", "10", ""},
    {"not done", DONE(""), "否", "0", "not_met 10"},
    {"not to be done, and not done", DONE("target = 否\n"), "无", "10", ""},
    {"not to be done, and done", DONE("target = no\n"), "有", "0", "not_met 10"},
    {"done is met exactly where the category compares by <=", "category = cost\nmeasure = done\n",
     "否", "0", "not_met 10"},
    {"a date on the last day", WHEN("2024-06", "<="), "2024-06-30", "10", ""},
    {"a date the day after", WHEN("2024-06", "<="), "2024-07-01", "0", "not_met 10"},
    {"a date in the range", WHEN("2024-01-01..2024-12-31", "="), "2024-02-29", "10", ""},
    {"a date before the range", WHEN("2024-01-01..2024-12-31", "="), "2023-12-31", "0",
     "not_met 10"},
    {"a date after the range", WHEN("2024-01-01..2024-12-31", "="), "2025-01-01", "0",
     "not_met 10"},
    {"a date of a target given in Chinese", WHEN("2024年5月", "="), "2024年5月31日", "10", ""},
    {"> the day after the range", WHEN("2024", ">"), "2025-01-01", "10", ""},
    {"> the last day of the range", WHEN("2024", ">"), "2024-12-31", "0", "not_met 10"},
    {"< the day before the range", WHEN("2024", "<"), "2023-12-31", "10", ""},
    {"< the first day of the range", WHEN("2024", "<"), "2024-01-01", "0", "not_met 10"},
    {"a month wholly inside", WHEN("2024", "="), "2024-05", "10", ""},
    {"the year itself", WHEN("2024", "="), "2024", "10", ""},
    {"a year wholly outside", WHEN("2024", "="), "2023", "0", "not_met 10"},
    {"a year partly inside", WHEN("2024-06", "<="), "2024", NULL,
     "only partly within the target \"2024-06\""},
    {"a month partly inside", WHEN("2024-06-15", ">="), "2024-06", NULL, "only partly within"},
    {"a level as good", GRADE("中", ">="), "中", "10", ""},
    {"a level better", GRADE("中", ">="), "好", "10", ""},
    {"a level worse", GRADE("中", ">="), "差", "0", "not_met 10"},
    {"> wants a better level", GRADE("中", ">"), "中", "0", "not_met 10"},
    {"> gets a better level", GRADE("中", ">"), "好", "10", ""},
    {"= wants that level", GRADE("中", "="), "好", "0", "not_met 10"},
    {"<= takes a worse level", GRADE("中", "<="), "差", "10", ""},
    {"< refuses the level itself", GRADE("中", "<"), "中", "0", "not_met 10"},
};

// ------------------------------------------------------------------------------------------- proportion

#define SHARE(target, comparator)                                                                  \
  "target = " target "\ncomparator = " comparator "\nmethod = proportion\n"

static const jx_score_row proportions[] = {
    {">= at the target", SHARE("100", ">="), "100", "10", ""},
    {">= over it, no more than full", SHARE("100", ">="), "250", "10", ""},
    {">= just under", SHARE("100", ">="), "99.9", "9.99", "partly_met 0.01"},
    {">= under by less than can be seen", SHARE("100", ">="), "99.99", "10", "partly_met 0"},
    {">= half", SHARE("100", ">="), "50", "5", "partly_met 5"},
    {">= two thirds", SHARE("3", ">="), "2", "6.67", "partly_met 3.33"},
    {">= nothing", SHARE("100", ">="), "0", "0", "partly_met 10"},
    {">= a negative actual", SHARE("100", ">="), "-1", NULL,
     "not negative: target 100, actual \"-1\""},
    {">= a negative target, met", SHARE("-5", ">="), "-5", "10", ""},
    {">= a negative target, missed", SHARE("-5", ">="), "-6", NULL, "not negative"},
    {">= a target of 0, met", SHARE("0", ">="), "0", "10", ""},
    {">= a target of 0, missed", SHARE("0", ">="), "-0.01", NULL, "not negative"},
    {"<= at the target", SHARE("100", "<="), "100", "10", ""},
    {"<= below it", SHARE("100", "<="), "1", "10", ""},
    {"<= just over", SHARE("100", "<="), "100.1", "9.99", "partly_met 0.01"},
    {"<= twice", SHARE("100", "<="), "200", "5", "partly_met 5"},
    {"<= three times", SHARE("100", "<="), "300", "3.33", "partly_met 6.67"},
    {"<= a target of 0, met", SHARE("0", "<="), "0", "10", ""},
    {"<= a target of 0, met from below", SHARE("0", "<="), "-3", "10", ""},
    {"<= a target of 0, missed", SHARE("0", "<="), "0.01", "0", "partly_met 10"},
    {"<= a negative target, met", SHARE("-5", "<="), "-6", "10", ""},
    {"<= a negative target, missed", SHARE("-5", "<="), "-4", NULL, "not negative"},
    {"<= a negative target, missed above 0", SHARE("-5", "<="), "4", NULL, "not negative"},
    {"pass, met", SHARE("100", ">=") "pass = 60%\n", "100", "10", ""},
    {"pass, half of what is above it", SHARE("100", ">=") "pass = 60%\n", "80", "5",
     "partly_met_above_pass 5"},
    {"pass, just above", SHARE("100", ">=") "pass = 60%\n", "60.04", "0.01",
     "partly_met_above_pass 9.99"},
    {"pass, at it", SHARE("100", ">=") "pass = 60%\n", "60", "0", "partly_met_above_pass 10"},
    {"pass, just below", SHARE("100", ">=") "pass = 60%\n", "59.99", "0", "below_pass 10"},
    {"pass under <=, above it", SHARE("60", "<=") "pass = 60%\n", "75", "5",
     "partly_met_above_pass 5"},
    {"pass under <=, at it", SHARE("60", "<=") "pass = 60%\n", "100", "0",
     "partly_met_above_pass 10"},
    {"pass under <=, below it", SHARE("60", "<=") "pass = 60%\n", "100.01", "0", "below_pass 10"},
    {"pass with decimals", SHARE("100", ">=") "pass = 62.5%\n", "70", "2",
     "partly_met_above_pass 8"},
    {"pass of nothing", SHARE("100", ">=") "pass = 0%\n", "50", "5", "partly_met_above_pass 5"},
    {"pass in full width", SHARE("100", ">=") "pass = ６０％\n", "80", "5",
     "partly_met_above_pass 5"},
    {"half a hundredth is rounded up", SHARE("1000", ">="), "999.5", "10", "partly_met 0"},
    {"and down", "rounding = down\n--\n" SHARE("1000", ">="), "999.5", "9.99", "partly_met 0.01"},
    {"and to even", "rounding = half_even\n--\n" SHARE("1000", ">="), "998.5", "9.98",
     "partly_met 0.02"},
    {"a rate of large amounts",
     "rounding = down\n--\nmeasure = ratio\nunit = 元\ntarget = 100\nmethod = proportion\n",
     "999,999,999,999.99|1万亿元", "9.99", "partly_met 0.01"},
    {"figures that are too long", SHARE("99999999999999999999999999999999977", ">="),
     "99999999999999999999999999999999947.1", NULL, "expected a number of at most 35 digits"},
    {"a quotient that is too long",
     "measure = ratio\ntarget = 99999999999999999999999999999999977\nmethod = proportion\n",
     "99999999999999999999999999999999947|0.000000000000000003", NULL,
     "is too large to be computed exactly"},
};

// ----------------------------------------------------------------------------------------------- levels

#define LEVELS "method = levels\nlevels = 好:10, 中:62.5%, 差:0\n"

static const jx_score_row levels[] = {
    {"the best", LEVELS, "好", "10", ""},
    {"points in percent of the weight", LEVELS, "中", "6.25", "lower_level 3.75"},
    {"no points", LEVELS, "差", "0", "lower_level 10"},
    {"a level that is not listed", LEVELS, "良", NULL,
     "one of the levels 好, 中, 差, found \"良\""},
    {"Chinese commas and colons", "method = levels\nlevels = 好：10，中：6；差：0\n", "中", "6",
     "lower_level 4"},
    {"levels one to a line", "method = levels\nlevels = 好:10\n  中:6\n  差:0\n", "差", "0",
     "lower_level 10"},
    {"a better level may earn less", "method = levels\nlevels = 超额:8, 正好:10\n", "超额", "8",
     "lower_level 2"},
    {"the levels of satisfaction",
     "category = satisfaction\nmethod = levels\nlevels = 非常满意:10, 较为满意:10, 满意:10, 基本满意:9, 不满意:0\n",
     "基本满意", "9", "lower_level 1"},
    {"a measure that is stated stands",
     "category = satisfaction\nmeasure = survey\nsurvey = level\nmethod = levels\nlevels = 满意:10, 不满意:2\n",
     "满意:1, 不满意:2", "2", "lower_level 8"},
};

// ------------------------------------------------------------------------------------------------ bands

#define BANDS "method = bands\nbands = >=95:10, [90..95):8, (80..90):50%, =0:3, else:1\n"
#define OF_TARGET                                                                                  \
  "target = 200\nmethod = bands\nof = target\nbands = >=100:10, [50..100):5, <50:0\n"

static const jx_score_row bands[] = {
    {">= at its end", BANDS, "95", "10", ""},
    {"[ ) just under its upper end", BANDS, "94.99", "8", "band 2"},
    {"[ ) at its lower end", BANDS, "90", "8", "band 2"},
    {"( ) just under its upper end", BANDS, "89.99", "5", "band 5"},
    {"( ) just over its lower end", BANDS, "80.01", "5", "band 5"},
    {"( ) at its lower end is outside", BANDS, "80", "1", "band 9"},
    {"= at it", BANDS, "0", "3", "band 7"},
    {"= just over it", BANDS, "0.01", "1", "band 9"},
    {"= just under it", BANDS, "-0.01", "1", "band 9"},
    {"( ] at both ends, above", "method = bands\nbands = (80..90]:8, else:0\n", "90", "8",
     "band 2"},
    {"( ] at both ends, below", "method = bands\nbands = (80..90]:8, else:0\n", "80", "0",
     "band 10"},
    {"[ ] of one figure", "method = bands\nbands = [5..5]:8, else:0\n", "5", "8", "band 2"},
    {"the first of two that match", "method = bands\nbands = >=60:6, >=90:10\n", "95", "6",
     "band 4"},
    {"> at its end", "method = bands\nbands = >60:10, <=60:6\n", "60", "6", "band 4"},
    {"> just over", "method = bands\nbands = >60:10, <=60:6\n", "60.01", "10", ""},
    {"< at its end", "method = bands\nbands = <60:0, >=60:6\n", "60", "6", "band 4"},
    {"< just under", "method = bands\nbands = <60:0, >=60:6\n", "59.99", "0", "band 10"},
    {"no match and no else", "method = bands\nbands = >=60:10\n", "59", NULL,
     "\"59\" lies in none of the bands"},
    {"negative ends", "method = bands\nbands = [-5..-1):4, else:0\n", "-5", "4", "band 6"},
    {"negative ends, just outside", "method = bands\nbands = [-5..-1):4, else:0\n", "-1", "0",
     "band 10"},
    {"ends in the unit", "unit = 天\nmethod = bands\nbands = <=30天:10, else:0\n", "30天", "10",
     ""},
    {"ends with %", "unit = %\nmethod = bands\nbands = >=95%:10, else:0\n", "95%", "10", ""},
    {"≥ and full width", "method = bands\nbands = ≥９５：１０，［９０..９５）：８，else：0\n", "90",
     "8", "band 2"},
    {"a rate", "measure = growth\nmethod = bands\nbands = >=5:10, else:0\n", "105|100", "10", ""},
    {"ends with decimals, at the lower", "method = bands\nbands = [90.5..95.5]:8, else:0\n", "90.5",
     "8", "band 2"},
    {"ends with decimals, just under", "method = bands\nbands = [90.5..95.5]:8, else:0\n", "90.49",
     "0", "band 10"},
    {"ends with decimals, at the upper", "method = bands\nbands = [90.5..95.5]:8, else:0\n", "95.5",
     "8", "band 2"},
    {"of = target, at it", OF_TARGET, "200", "10", ""},
    {"of = target, just under", OF_TARGET, "199.99", "5", "band_of_target 5"},
    {"of = target, at half", OF_TARGET, "100", "5", "band_of_target 5"},
    {"of = target, just under half", OF_TARGET, "99.99", "0", "band_of_target 10"},
    {"of = target, with %",
     "target = 200\nmethod = bands\nof = target\nbands = >=100%:10, else:0\n", "200", "10", ""},
    {"of = target, a third that never ends",
     "target = 3\nmethod = bands\nof = target\nbands = >=33.333333:10, else:0\n", "1", "10", ""},
    {"of = target, a third is no more than that",
     "target = 3\nmethod = bands\nof = target\nbands = >=33.333334:10, else:0\n", "1", "0",
     "band_of_target 10"},
    {"of = target, figures that are too long",
     "target = 99999999999999999999999999999999977\nmethod = bands\nof = target\nbands = else:10\n",
     "99999999999999999999999999999999947", NULL, "too large to be computed exactly"},
    {"figures of very many digits on both sides of 0",
     "measure = ratio\nmethod = bands\nbands = <=0.999999999999999999:10, else:1\n",
     "-99999999999999999|99999999999999999999999999999999977", "10", ""},
};

// ----------------------------------------------------------------------------------------------- judged

#define JUDGED "weight = 20\nmethod = judged\njudged = 达成:100-80, 部分达成:80-60, 未达成:60-0\n"

static const jx_score_row judged[] = {
    {"everything", JUDGED, "达成:100%", "20", ""},
    {"inside", JUDGED, "达成:95%", "19", "judged 1"},
    {"at the lower end", JUDGED, "达成:80%", "16", "judged 4"},
    {"just under the lower end", JUDGED, "达成:79.99%", NULL,
     "inside the grade's band, found \"达成:79.99%\""},
    {"over the upper end", JUDGED, "达成:100.01%", NULL, "inside the grade's band"},
    {"the next grade at its upper end", JUDGED, "部分达成:80%", "16", "judged 4"},
    {"the next grade over its upper end", JUDGED, "部分达成:80.01%", NULL,
     "inside the grade's band"},
    {"the last grade at nothing", JUDGED, "未达成:0%", "0", "judged 20"},
    {"below nothing", JUDGED, "未达成:-1%", NULL, "inside the grade's band"},
    {"full width", JUDGED, "部分达成：６６．６％", "13.32", "judged 6.68"},
    {"decimals that are rounded", JUDGED, "达成:99.99%", "20", "judged 0"},
    {"decimals of no weight", JUDGED, "达成:99.97%", "19.99", "judged 0.01"},
    {"a grade without percentage", JUDGED, "达成", NULL, "such as \"达成:95%\", found \"达成\""},
    {"a percentage without %", JUDGED, "达成:95", NULL, "such as \"达成:95%\", found \"达成:95\""},
    {"no grade", JUDGED, "95%", NULL, "such as \"达成:95%\", found \"95%\""},
    {"a grade that is not listed", JUDGED, "好:95%", NULL,
     "one of the levels 达成, 部分达成, 未达成, found \"好\""},
    {"bands upside down, and with %", "method = judged\njudged = 好:80%-100%, 差:0%-79.5%\n",
     "差:79.5%", "7.95", "judged 2.05"},
};

// --------------------------------------------------------------------------------------------- defaults

static const jx_score_row defaults[] = {
    {"value is scored in proportion", "target = 100\n", "50", "5", "partly_met 5"},
    {"costs are scored in proportion", "category = cost\ntarget = 100\n", "200", "5",
     "partly_met 5"},
    {"growth is scored in proportion", "measure = growth\ntarget = 10\n", "105|100", "5",
     "partly_met 5"},
    {"ratio is scored in proportion", "measure = ratio\ntarget = 80\n", "40%", "5", "partly_met 5"},
    {"done is scored by threshold", "measure = done\n", "否", "0", "not_met 10"},
    {"a date is scored by threshold", "measure = date\ntarget = 2024\n", "2025", "0", "not_met 10"},
    {"a level is scored by threshold", "measure = level\nlevels = 好, 差\ntarget = 好\n", "差", "0",
     "not_met 10"},
};

static void test_default_methods(void **state)
{
    (void)state;
    assert_ptr_equal(jx_method_default(JX_FIGURE_NUMBER), &jx_method_proportion);
    assert_ptr_equal(jx_method_default(JX_FIGURE_YES_NO), &jx_method_threshold);
    assert_ptr_equal(jx_method_default(JX_FIGURE_DATE), &jx_method_threshold);
    assert_ptr_equal(jx_method_default(JX_FIGURE_LEVEL), &jx_method_threshold);
}

static void test_names(void **state)
{
    (void)state;
    static const char *const names[] = {"threshold", "step",  "proportion",
                                        "levels",    "bands", "judged"};
    assert_int_equal(jx_method_count(), sizeof names / sizeof names[0]);
    for (size_t i = 0; i < jx_method_count(); i++) {
        assert_string_equal(jx_method_at(i)->name, names[i]);
        assert_ptr_equal(jx_method_find(jx_str_of(names[i])), jx_method_at(i));
    }
    assert_null(jx_method_find((jx_str)JX_STR("steps")));
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, thresholds, jx_score_row_test);
    JX_ROWS(&all, proportions, jx_score_row_test);
    JX_ROWS(&all, levels, jx_score_row_test);
    JX_ROWS(&all, bands, jx_score_row_test);
    JX_ROWS(&all, judged, jx_score_row_test);
    JX_ROWS(&all, defaults, jx_score_row_test);
    jx_rows_add_one(&all, "chooses the default by the kind of figure", test_default_methods, NULL);
    jx_rows_add_one(&all, "lists the methods in the order of the reference", test_names, NULL);
    return jx_rows_run(&all, "methods");
}

// SPDX-License-Identifier: MIT
// Cells of the actuals: what each form takes, and what it says to the rest.
#include "base/decimal.h"
#include "score/cell.h"
#include "support/jx_rows.h"

enum { LEVELS_MOST = 3 };

static const jx_str levels[] = {JX_STR("好"), JX_STR("中"), JX_STR("差")};

#define COUNTED                                                                                    \
  {                                                                                                \
    .given = true                                                                                  \
  }

static const jx_cell_form number = {.actual = JX_ACTUAL_NUMBER, .unit = JX_STR("")};
static const jx_cell_form percentage = {.actual = JX_ACTUAL_NUMBER, .unit = JX_STR("%")};
static const jx_cell_form yuan = {.actual = JX_ACTUAL_NUMBER, .unit = JX_STR("万元")};
static const jx_cell_form counted = {
    .actual = JX_ACTUAL_NUMBER, .unit = JX_STR("个"), .whole = true, .minimum = COUNTED};
static const jx_cell_form rate = {
    .actual = JX_ACTUAL_RATE, .unit = JX_STR("家"), .whole = true, .minimum = COUNTED};
static const jx_cell_form rate_of_percent = {.actual = JX_ACTUAL_RATE, .unit = JX_STR("%")};
static const jx_cell_form amount = {.actual = JX_ACTUAL_AMOUNT, .unit = JX_STR("元")};
static const jx_cell_form yes_no = {.actual = JX_ACTUAL_YES_NO, .unit = JX_STR("")};
static const jx_cell_form date = {.actual = JX_ACTUAL_DATE, .unit = JX_STR("")};
static const jx_cell_form level = {
    .actual = JX_ACTUAL_LEVEL, .unit = JX_STR(""), .levels = levels, .level_count = LEVELS_MOST};
static const jx_cell_form chosen = {.actual = JX_ACTUAL_LEVEL,
                                    .chooses = true,
                                    .unit = JX_STR(""),
                                    .levels = levels,
                                    .level_count = LEVELS_MOST};
static const jx_cell_form counts = {
    .actual = JX_ACTUAL_COUNTS, .unit = JX_STR("%"), .levels = levels, .level_count = LEVELS_MOST};

// --------------------------------------------------------------------------------------------- numbers

static const struct number_row {
    const char *name;
    const jx_cell_form *form;
    const char *text;
    const char *found; // a number with % where it was written so; NULL: an error
    jx_message message;
} numbers[] = {
    {"a plain number", &number, "12.5", "12.5", JX_MESSAGE_NONE},
    {"no rate", &number, "12.5%", NULL, JX_MESSAGE_ACTUAL_NUMBER},
    {"no words", &number, "若干", NULL, JX_MESSAGE_ACTUAL_NUMBER},
    {"no 36 digits", &number, "100000000000000000000000000000000000", NULL,
     JX_MESSAGE_ACTUAL_RANGE},
    {"a percentage without sign", &percentage, "96.5", "96.5", JX_MESSAGE_NONE},
    {"a percentage", &percentage, "96.5%", "96.5%", JX_MESSAGE_NONE},
    {"no other unit", &percentage, "96.5元", NULL, JX_MESSAGE_ACTUAL_NUMBER_IN},
    {"an amount in its unit", &yuan, "3.5万元", "3.5", JX_MESSAGE_NONE},
    {"an amount in doubt", &yuan, "3.5万", NULL, JX_MESSAGE_ACTUAL_AMBIGUOUS},
    {"no rate for an amount", &yuan, "3.5%", NULL, JX_MESSAGE_ACTUAL_NUMBER_IN},
    {"a count", &counted, "27个", "27", JX_MESSAGE_NONE},
    {"a count of nothing", &counted, "0", "0", JX_MESSAGE_NONE},
    {"a whole count with decimals", &counted, "27.00", "27", JX_MESSAGE_NONE},
    {"a count of 万", &counted, "0.0003万", "3", JX_MESSAGE_NONE},
    {"no part of a count", &counted, "27.5", NULL, JX_MESSAGE_ACTUAL_WHOLE},
    {"no count below 0", &counted, "-1", NULL, JX_MESSAGE_ACTUAL_MINIMUM},
    {"no rate for a count", &counted, "27%", NULL, JX_MESSAGE_ACTUAL_NUMBER_IN},
    {"a rate", &rate, "-3.5%", "-3.5%", JX_MESSAGE_NONE},
    {"an amount beside a rate is whole", &rate, "3.5", NULL, JX_MESSAGE_ACTUAL_WHOLE},
    {"an amount beside a rate is not below 0", &rate, "-3", NULL, JX_MESSAGE_ACTUAL_MINIMUM},
    {"a rate where that is the unit", &rate_of_percent, "-3.5%", "-3.5%", JX_MESSAGE_NONE},
    {"an amount where the unit is %", &rate_of_percent, "3亿", "300000000", JX_MESSAGE_NONE},
    {"an amount beside a baseline", &amount, "3亿元", "300000000", JX_MESSAGE_NONE},
    {"no rate beside a baseline", &amount, "96%", NULL, JX_MESSAGE_ACTUAL_NUMBER_IN},
};

static jx_status read(const jx_cell_form *form,
                      const char *text,
                      int64_t *answers,
                      jx_cell_value *value,
                      jx_error *err)
{
    *err = JX_ERROR(JX_EN);
    jx_place place = {.file = "a.csv", .line = 7};
    jx_status status = jx_cell_read(form, jx_str_of(text), &place, answers, value, err);
    assert_int_equal(status, err->status);
    if (status != JX_OK) {
        assert_int_equal(status, JX_EDATA);
        assert_int_equal(err->line, 7);
    }
    return status;
}

static void test_number(void **state)
{
    const struct number_row *row = *state;
    jx_error err;
    jx_cell_value value = {.percent = false};
    jx_status status = read(row->form, row->text, NULL, &value, &err);
    assert_int_equal(err.message, row->message);
    if (row->found == NULL) {
        return;
    }
    assert_int_equal(status, JX_OK);
    assert_int_equal(value.figure.kind, JX_FIGURE_NUMBER);
    char text[JX_DECIMAL_TEXT + 1];
    size_t size = jx_decimal_format(value.figure.number.numerator, 0, text).size;
    memcpy(text + size, value.percent ? "%" : "", value.percent ? 2 : 1);
    assert_string_equal(text, row->found);
    jx_decimal one = value.figure.number.denominator;
    assert_int_equal(jx_decimal_compare(one, jx_decimal_make(1, 0)), 0);
}

static const struct number_row baselines[] = {
    {"a number", &rate, "100", "100", JX_MESSAGE_NONE},
    {"in its unit", &amount, "1.5亿元", "150000000", JX_MESSAGE_NONE},
    {"below 0, for the measure to judge", &rate, "-5", "-5", JX_MESSAGE_NONE},
    {"whole where the actual is", &rate, "100.5", NULL, JX_MESSAGE_ACTUAL_WHOLE},
    {"an amount where the unit is %", &rate_of_percent, "100", "100", JX_MESSAGE_NONE},
    {"no rate", &rate, "100%", NULL, JX_MESSAGE_ACTUAL_NUMBER_IN},
    {"no rate where the unit is %", &rate_of_percent, "100%", NULL, JX_MESSAGE_ACTUAL_NUMBER},
    {"no words", &amount, "上年数", NULL, JX_MESSAGE_ACTUAL_NUMBER_IN},
};

static void test_baseline(void **state)
{
    const struct number_row *row = *state;
    jx_error err = JX_ERROR(JX_EN);
    jx_place place = {.file = "a.csv", .line = 7};
    jx_decimal found = jx_decimal_make(42, 0);
    jx_status status = jx_cell_read_baseline(row->form, jx_str_of(row->text), &place, &found, &err);
    assert_int_equal(err.message, row->message);
    assert_int_equal(status, row->found == NULL ? JX_EDATA : JX_OK);
    char text[JX_DECIMAL_TEXT];
    assert_string_equal(jx_decimal_format(found, 0, text).data,
                        row->found == NULL ? "42" : row->found);
    if (row->found == NULL) {
        assert_non_null(strstr(err.text, "a.csv:7: baseline: "));
    }
}

static const struct bound_row {
    const char *name;
    const char *text;
    bool rates; // the bounds, 5 and 10, hold for rates as well
    jx_message message;
} bounds[] = {
    {"an amount at the minimum", "5", false, JX_MESSAGE_NONE},
    {"an amount under the minimum", "4.99", false, JX_MESSAGE_ACTUAL_MINIMUM},
    {"an amount at the maximum", "10", false, JX_MESSAGE_NONE},
    {"an amount over the maximum", "10.01", false, JX_MESSAGE_ACTUAL_MAXIMUM},
    {"a rate under the minimum of amounts", "4.99%", false, JX_MESSAGE_NONE},
    {"a rate over the maximum of amounts", "10.01%", false, JX_MESSAGE_NONE},
    {"a rate at the minimum", "5%", true, JX_MESSAGE_NONE},
    {"a rate under the minimum", "4.99%", true, JX_MESSAGE_ACTUAL_MINIMUM},
    {"a rate at the maximum", "10%", true, JX_MESSAGE_NONE},
    {"a rate over the maximum", "10.01%", true, JX_MESSAGE_ACTUAL_MAXIMUM},
};

static void test_bounds(void **state)
{
    const struct bound_row *row = *state;
    jx_error err;
    jx_cell_value value;
    jx_decimal baseline;
    jx_cell_form form = {
        .actual = JX_ACTUAL_RATE,
        .unit = JX_STR("元"),
        .minimum = {true, row->rates, jx_decimal_make(5, 0)},
        .maximum = {true, row->rates, jx_decimal_make(10, 0)},
    };
    (void)read(&form, row->text, NULL, &value, &err);
    assert_int_equal(err.message, row->message);
    jx_str eleven = JX_STR("11");
    assert_int_equal(
        jx_cell_read_baseline(&form, eleven, &(jx_place){.file = NULL}, &baseline, &err), JX_OK);
}

// ---------------------------------------------------------------------------------- words, dates, levels

static const struct word_row {
    const char *name;
    const jx_cell_form *form;
    const char *text;
    int32_t index; // yes, level; for dates the days of the range
    const char *chosen;
    jx_message message;
} words[] = {
    {"是", &yes_no, "是", 1, NULL, JX_MESSAGE_NONE},
    {"有", &yes_no, "有", 1, NULL, JX_MESSAGE_NONE},
    {"yes", &yes_no, "yes", 1, NULL, JX_MESSAGE_NONE},
    {"TRUE", &yes_no, "TRUE", 1, NULL, JX_MESSAGE_NONE},
    {"否", &yes_no, "否", 0, NULL, JX_MESSAGE_NONE},
    {"无", &yes_no, "无", 0, NULL, JX_MESSAGE_NONE},
    {"No", &yes_no, "No", 0, NULL, JX_MESSAGE_NONE},
    {"false", &yes_no, "false", 0, NULL, JX_MESSAGE_NONE},
    {"yes in full width", &yes_no, "ｙｅｓ", 1, NULL, JX_MESSAGE_NONE},
    {"neither yes nor no", &yes_no, "是的", 0, NULL, JX_MESSAGE_ACTUAL_YES_NO},
    {"y is neither", &yes_no, "y", 0, NULL, JX_MESSAGE_ACTUAL_YES_NO},
    {"a day", &date, "2024-05-31", 1, NULL, JX_MESSAGE_NONE},
    {"a day of short numbers", &date, "2024/5/1", 1, NULL, JX_MESSAGE_NONE},
    {"a day with points", &date, "2024.5.31", 1, NULL, JX_MESSAGE_NONE},
    {"a day in Chinese", &date, "2024年5月31日", 1, NULL, JX_MESSAGE_NONE},
    {"a leap February", &date, "2024-02", 29, NULL, JX_MESSAGE_NONE},
    {"a month in Chinese", &date, "2023年2月", 28, NULL, JX_MESSAGE_NONE},
    {"a leap year", &date, "2024", 366, NULL, JX_MESSAGE_NONE},
    {"a year in Chinese", &date, "2023年", 365, NULL, JX_MESSAGE_NONE},
    {"a day that no calendar has", &date, "2023-02-29", 0, NULL, JX_MESSAGE_ACTUAL_NO_SUCH_DATE},
    {"a month that no year has", &date, "2024-13", 0, NULL, JX_MESSAGE_ACTUAL_NO_SUCH_DATE},
    {"a day first", &date, "31-05-2024", 0, NULL, JX_MESSAGE_ACTUAL_DATE},
    {"two days", &date, "2024-05-30..2024-05-31", 0, NULL, JX_MESSAGE_ACTUAL_DATE},
    {"a year of two digits", &date, "24-05-31", 0, NULL, JX_MESSAGE_ACTUAL_DATE},
    {"the best level", &level, "好", 0, NULL, JX_MESSAGE_NONE},
    {"the last level", &level, "差", 2, NULL, JX_MESSAGE_NONE},
    {"no such level", &level, "良", 0, NULL, JX_MESSAGE_ACTUAL_LEVEL},
    {"a level with points", &level, "好:10", 0, NULL, JX_MESSAGE_ACTUAL_LEVEL},
    {"a level by its number", &level, "1", 0, NULL, JX_MESSAGE_ACTUAL_LEVEL},
    {"a chosen percentage", &chosen, "中:72.5%", 1, "72.5", JX_MESSAGE_NONE},
    {"a chosen percentage in full width", &chosen, "中：７２％", 1, "72", JX_MESSAGE_NONE},
    {"a chosen percentage with blanks", &chosen, "中 : 72 %", 1, "72", JX_MESSAGE_NONE},
    {"a choice without percentage", &chosen, "中", 1, NULL, JX_MESSAGE_ACTUAL_JUDGED},
    {"a choice without %", &chosen, "中:72", 1, NULL, JX_MESSAGE_ACTUAL_JUDGED},
    {"a choice of words", &chosen, "中:大半", 1, NULL, JX_MESSAGE_ACTUAL_JUDGED},
    {"a choice of an unknown level", &chosen, "良:72%", 1, NULL, JX_MESSAGE_ACTUAL_LEVEL},
    {"a choice of no level", &chosen, ":72%", 1, NULL, JX_MESSAGE_ACTUAL_LEVEL},
};

static void test_word(void **state)
{
    const struct word_row *row = *state;
    jx_error err;
    jx_cell_value value = {.percent = false};
    jx_status status = read(row->form, row->text, NULL, &value, &err);
    assert_int_equal(err.message, row->message);
    if (status != JX_OK) {
        assert_non_null(strstr(err.text, "a.csv:7: "));
        return;
    }
    const jx_figure *figure = &value.figure;
    if (row->form == &date) {
        assert_int_equal(figure->kind, JX_FIGURE_DATE);
        assert_int_equal(figure->last_day - figure->first_day + 1, row->index);
        return;
    }
    assert_int_equal(figure->kind, row->form == &yes_no ? JX_FIGURE_YES_NO : JX_FIGURE_LEVEL);
    assert_int_equal(figure->index, row->index);
    if (row->chosen != NULL) {
        char text[JX_DECIMAL_TEXT];
        assert_string_equal(jx_decimal_format(figure->number.numerator, 0, text).data, row->chosen);
    }
}

// ---------------------------------------------------------------------------------------------- counts

static const struct count_row {
    const char *name;
    const char *text;
    int64_t answers[LEVELS_MOST];
    jx_message message;
} count_rows[] = {
    {"every level", "好:120, 中:40, 差:3", {120, 40, 3}, JX_MESSAGE_NONE},
    {"levels in any order", "差:3, 好:120", {120, 0, 3}, JX_MESSAGE_NONE},
    {"one level", "中:40", {0, 40, 0}, JX_MESSAGE_NONE},
    {"none at all", "好:0", {0, 0, 0}, JX_MESSAGE_NONE},
    {"Chinese punctuation", "好：１２０，中：40、差：3", {120, 40, 3}, JX_MESSAGE_NONE},
    {"semicolons and lines", "好:120; 中:40\n差:3", {120, 40, 3}, JX_MESSAGE_NONE},
    {"人 and 万", "好:1.2万人, 中:40 人", {12000, 40, 0}, JX_MESSAGE_NONE},
    {"a level twice", "好:1, 好:2", {0}, JX_MESSAGE_ACTUAL_COUNT_TWICE},
    {"a level twice, nobody at first", "好:0, 好:2", {0}, JX_MESSAGE_ACTUAL_COUNT_TWICE},
    {"an unknown level", "良:1", {0}, JX_MESSAGE_ACTUAL_LEVEL},
    {"no level", ":1", {0}, JX_MESSAGE_ACTUAL_LEVEL},
    {"no colon", "好1", {0}, JX_MESSAGE_ACTUAL_COUNT},
    {"no count", "好:", {0}, JX_MESSAGE_ACTUAL_COUNT},
    {"half an answer", "好:1.5", {0}, JX_MESSAGE_ACTUAL_COUNT},
    {"answers below 0", "好:-1", {0}, JX_MESSAGE_ACTUAL_COUNT},
    {"shares", "好:60%", {0}, JX_MESSAGE_ACTUAL_COUNT},
    {"more than can be counted", "好:9223372036854775808", {0}, JX_MESSAGE_ACTUAL_COUNT},
    {"separators of thousands", "好:1,200", {0}, JX_MESSAGE_ACTUAL_COUNT},
    {"a separator too many", "好:1,,中:2", {0}, JX_MESSAGE_ACTUAL_COUNT},
};

static void test_counts(void **state)
{
    const struct count_row *row = *state;
    jx_error err;
    jx_cell_value value = {.percent = false};
    int64_t answers[LEVELS_MOST] = {7, 7, 7};
    jx_status status = read(&counts, row->text, answers, &value, &err);
    assert_int_equal(err.message, row->message);
    for (size_t i = 0; i < LEVELS_MOST && status == JX_OK; i++) {
        assert_int_equal(answers[i], row->answers[i]);
    }
}

// --------------------------------------------------------------------------------------------- the rest

static void test_not_applicable(void **state)
{
    (void)state;
    static const char *const meant[] = {"不适用", "n/a", "N/A", "n/A"};
    static const char *const others[] = {"", "不适用。", "na", "n/a ", "无", "-", "n/ab"};
    for (size_t i = 0; i < sizeof meant / sizeof meant[0]; i++) {
        assert_true(jx_cell_is_not_applicable(jx_str_of(meant[i])));
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_false(jx_cell_is_not_applicable(jx_str_of(others[i])));
    }
}

static void test_list_of_levels(void **state)
{
    (void)state;
    char buffer[64];
    jx_expect_text(jx_cell_list_levels(levels, LEVELS_MOST, JX_ZH, buffer, sizeof buffer),
                   "好、中、差");
    jx_expect_text(jx_cell_list_levels(levels, LEVELS_MOST, JX_EN, buffer, sizeof buffer),
                   "好, 中, 差");
    jx_expect_text(jx_cell_list_levels(levels, 0, JX_EN, buffer, sizeof buffer), "");
    jx_expect_text(jx_cell_list_levels(levels, LEVELS_MOST, JX_ZH, buffer, 15), "好、中、差");
    jx_expect_text(jx_cell_list_levels(levels, LEVELS_MOST, JX_ZH, buffer, 14), "好、中");
    for (size_t size = 0; size < 20; size++) {
        assert_true(jx_cell_list_levels(levels, LEVELS_MOST, JX_ZH, buffer, size).size <= size);
    }
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, numbers, test_number);
    JX_ROWS(&all, baselines, test_baseline);
    JX_ROWS(&all, bounds, test_bounds);
    JX_ROWS(&all, words, test_word);
    JX_ROWS(&all, count_rows, test_counts);
    jx_rows_add_one(&all, "knows what is not applicable", test_not_applicable, NULL);
    jx_rows_add_one(&all, "lists levels as far as they fit", test_list_of_levels, NULL);
    return jx_rows_run(&all, "cell");
}

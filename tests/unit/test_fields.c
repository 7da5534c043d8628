// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "plugin/fields.h"
#include "support/jx_rows.h"

#include <stdio.h>

static const jx_str levels[] = {JX_STR("非常满意"), JX_STR("满意"), JX_STR("不满意")};

static jx_field_context context_in(jx_arena *arena)
{
    return (jx_field_context){
        .arena = arena,
        .weight = jx_decimal_make(12, 0),
        .levels = levels,
        .level_count = sizeof levels / sizeof levels[0],
    };
}

static const jx_field text = {.type = JX_FIELD_TEXT, .key = "t"};
static const jx_field needed_text = {
    .type = JX_FIELD_TEXT, .flags = JX_FIELD_REQUIRED, .key = "t", .says = {"名称", "its name"}};
static const jx_field integer = {.type = JX_FIELD_INTEGER, .key = "i"};
static const jx_field grace = {
    .type = JX_FIELD_INTEGER, .key = "i", .fallback = "3", .minimum = "0", .maximum = "12"};
static const jx_field decimal = {.type = JX_FIELD_DECIMAL, .key = "d", .minimum = "-0.5"};
static const jx_field decimal_below = {.type = JX_FIELD_DECIMAL, .key = "d", .maximum = "2.5"};
static const jx_field boolean = {.type = JX_FIELD_BOOLEAN, .key = "b"};
static const jx_field choice = {.type = JX_FIELD_CHOICE, .key = "c", .choices = "rate|level|none"};
static const jx_field two = {.type = JX_FIELD_CHOICE, .key = "c", .choices = "甲（一）|乙"};
static const jx_field comparator = {
    .type = JX_FIELD_CHOICE, .key = "comparator", .choices = ">=|<=|=|>|<"};
static const jx_field percent = {
    .type = JX_FIELD_PERCENT, .key = "p", .minimum = "0", .maximum = "100"};
static const jx_field points = {
    .type = JX_FIELD_POINTS, .key = "s", .minimum = "0", .maximum = "6"};
static const jx_field date = {.type = JX_FIELD_DATE, .key = "day"};
static const jx_field level = {.type = JX_FIELD_LEVEL, .key = "l"};
static const jx_field share = {.type = JX_FIELD_POINTS, .key = "s", .fallback = "50%"};
static const jx_field wrong = {.type = JX_FIELD_INTEGER, .key = "i", .fallback = "x"};

// ------------------------------------------------------------------------------------------ good values

static const struct reading {
    const char *name;
    const jx_field *field;
    const char *text;
    const char *number;
    int32_t index;
} readings[] = {
    {"keeps a text as written", &text, "第 1 条；#", "0", 0},
    {"keeps an empty text that is not required", &text, "", "0", 0},
    {"reads a whole number", &integer, "12", "12", 0},
    {"reads a negative whole number", &integer, "-3", "-3", 0},
    {"reads a whole number with decimals of zero", &integer, "3.0", "3", 0},
    {"reads full-width digits", &integer, "－１２", "-12", 0},
    {"reads a number at its least", &grace, "0", "0", 0},
    {"reads a number at its greatest", &grace, "12", "12", 0},
    {"reads a decimal", &decimal, "0.4", "0.4", 0},
    {"reads a decimal with a full-width point", &decimal, "0．4", "0.4", 0},
    {"reads a decimal at its least", &decimal, "-0.50", "-0.5", 0},
    {"reads 18 places", &decimal, "0.000000000000000001", "0.000000000000000001", 0},
    {"reads 是", &boolean, "是", "0", 1},
    {"reads 否", &boolean, "否", "0", 0},
    {"reads 有", &boolean, "有", "0", 1},
    {"reads 无", &boolean, "无", "0", 0},
    {"reads yes in any case", &boolean, "Yes", "0", 1},
    {"reads NO in any case", &boolean, "NO", "0", 0},
    {"reads true", &boolean, "true", "0", 1},
    {"reads false in full width", &boolean, "ＦＡＬＳＥ", "0", 0},
    {"reads full-width FALSE", &boolean, "ＦＡＬＳＥ", "0", 0},
    {"reads the first choice", &choice, "rate", "0", 0},
    {"reads the last choice", &choice, "none", "0", 2},
    {"reads a choice that is written in full width", &two, "甲（一）", "0", 0},
    {"reads >=", &comparator, ">=", "0", 0},
    {"reads ≥", &comparator, "≥", "0", 0},
    {"reads ≤", &comparator, "≤", "0", 1},
    {"reads ≧", &comparator, "≧", "0", 0},
    {"reads ≦", &comparator, "≦", "0", 1},
    {"reads ＝", &comparator, "＝", "0", 2},
    {"reads ＞", &comparator, "＞", "0", 3},
    {"reads ＜", &comparator, "＜", "0", 4},
    {"reads ＞＝", &comparator, "＞＝", "0", 0},
    {"reads a percentage", &percent, "60%", "60", 0},
    {"reads a full-width percentage", &percent, "６０．５％", "60.5", 0},
    {"reads points", &points, "0.4", "0.4", 0},
    {"reads a share of the weight as points", &points, "10%", "1.2", 0},
    {"reads a share of the weight exactly", &points, "0.0001%", "0.000012", 0},
    {"reads a share at the greatest points", &points, "50%", "6", 0},
    {"reads a day", &date, "2024-05-31", "0", 19874},
    {"reads a day in Chinese", &date, "2024年5月31日", "0", 19874},
    {"reads the first day of all", &date, "1970-01-01", "0", 0},
    {"reads the best level", &level, "非常满意", "0", 0},
    {"reads the last level", &level, "不满意", "0", 2},
};

static void reads(void **state)
{
    const struct reading *row = *state;
    jx_arena *arena = jx_arena_new();
    const jx_field_context context = context_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    jx_value value = {0};
    char number[JX_DECIMAL_TEXT];
    assert_int_equal(jx_field_parse(row->field, jx_str_of(row->text), &context, NULL, &value, &err),
                     JX_OK);
    assert_int_equal(value.given, 1);
    assert_int_equal(value.index, row->index);
    assert_string_equal(jx_decimal_format(value.number, 0, number).data, row->number);
    assert_string_equal(value.text, row->text);
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------------ bad values

static const struct refusal {
    const char *name;
    const jx_field *field;
    const char *text;
    const char *zh;
    const char *en;
} refusals[] = {
    {"rejects a required text that is empty", &needed_text, "", "应为文字，实为“”",
     "expected text, found \"\""},
    {"rejects a word for a number", &integer, "abc", "应为整数，实为“abc”",
     "expected a whole number, found \"abc\""},
    {"rejects nothing for a number", &integer, "", "应为整数，实为“”",
     "expected a whole number, found \"\""},
    {"rejects half a number", &integer, "1.5", "应为整数，实为“1.5”",
     "expected a whole number, found \"1.5\""},
    {"rejects a unit behind a number", &integer, "3个", "应为整数，实为“3个”",
     "expected a whole number, found \"3个\""},
    {"rejects thousands separators", &decimal, "1,000", "应为不小于-0.5的数字，实为“1,000”",
     "expected a number of at least -0.5, found \"1,000\""},
    {"rejects an exponent", &decimal, "1e3", "应为不小于-0.5的数字，实为“1e3”",
     "expected a number of at least -0.5, found \"1e3\""},
    {"rejects a blank inside a number", &integer, "1 2", "应为整数，实为“1 2”",
     "expected a whole number, found \"1 2\""},
    {"rejects a number below its least", &grace, "-1", "应为0至12的整数，实为“-1”",
     "expected a whole number from 0 to 12, found \"-1\""},
    {"rejects a number above its greatest", &grace, "13", "应为0至12的整数，实为“13”",
     "expected a whole number from 0 to 12, found \"13\""},
    {"rejects a decimal just below its least", &decimal, "-0.500001",
     "应为不小于-0.5的数字，实为“-0.500001”",
     "expected a number of at least -0.5, found \"-0.500001\""},
    {"rejects a decimal just above its greatest", &decimal_below, "2.500001",
     "应为不大于2.5的数字，实为“2.500001”", "expected a number of at most 2.5, found \"2.500001\""},
    {"rejects another word for yes", &boolean, "对", "应为是或否，实为“对”",
     "expected yes or no, found \"对\""},
    {"rejects half a yes", &boolean, "ye", "应为是或否，实为“ye”",
     "expected yes or no, found \"ye\""},
    {"rejects more than a yes", &boolean, "yess", "应为是或否，实为“yess”",
     "expected yes or no, found \"yess\""},
    {"suggests the nearest choice", &choice, "lebel",
     "应为rate、level或none，实为“lebel”；是否应为“level”？",
     "expected rate, level or none, found \"lebel\"; did you mean \"level\"?"},
    {"suggests no choice where none is near", &choice, "completely",
     "应为rate、level或none，实为“completely”",
     "expected rate, level or none, found \"completely\""},
    {"wants the whole choice", &choice, "rat", "应为rate、level或none，实为“rat”；是否应为“rate”？",
     "expected rate, level or none, found \"rat\"; did you mean \"rate\"?"},
    {"names two choices", &two, "丙丁", "应为甲（一）或乙，实为“丙丁”",
     "expected 甲（一） or 乙, found \"丙丁\""},
    {"asks for the sign of percent", &percent, "60", "应为0%至100%的百分数，实为“60”；请写作“60%”",
     "expected a percentage from 0% to 100%, found \"60\"; write \"60%\""},
    {"rejects a percentage out of range", &percent, "160%", "应为0%至100%的百分数，实为“160%”",
     "expected a percentage from 0% to 100%, found \"160%\""},
    {"does not ask for a sign that would not help", &percent, "160",
     "应为0%至100%的百分数，实为“160”", "expected a percentage from 0% to 100%, found \"160\""},
    {"rejects a sign of percent alone", &percent, "%", "应为0%至100%的百分数，实为“%”",
     "expected a percentage from 0% to 100%, found \"%\""},
    {"rejects two signs of percent", &percent, "60%%", "应为0%至100%的百分数，实为“60%%”",
     "expected a percentage from 0% to 100%, found \"60%%\""},
    {"rejects points above their greatest", &points, "6.01",
     "应为0至6的分值（N，或权重的 N%），实为“6.01”",
     "expected points (N, or N% of the weight) from 0 to 6, found \"6.01\""},
    {"rejects a share above the greatest points", &points, "51%",
     "应为0至6的分值（N，或权重的 N%），实为“51%”",
     "expected points (N, or N% of the weight) from 0 to 6, found \"51%\""},
    {"rejects a month for a day", &date, "2024-05", "应为日期（如 2024-05-31），实为“2024-05”",
     "expected a date such as 2024-05-31, found \"2024-05\""},
    {"rejects a day that is not", &date, "2023-02-29",
     "应为日期（如 2024-05-31），实为“2023-02-29”",
     "expected a date such as 2024-05-31, found \"2023-02-29\""},
    {"suggests the nearest level", &level, "不满易",
     "应为非常满意、满意或不满意，实为“不满易”；是否应为“不满意”？",
     "expected 非常满意, 满意 or 不满意, found \"不满易\"; did you mean \"不满意\"?"},
    {"names the levels", &level, "x", "应为非常满意、满意或不满意，实为“x”",
     "expected 非常满意, 满意 or 不满意, found \"x\""},
};

static void refuses_in(const struct refusal *row, jx_lang lang, const char *expected)
{
    jx_arena *arena = jx_arena_new();
    const jx_field_context context = context_in(arena);
    const jx_place place = {.file = "a.ini", .line = 42, .key = JX_STR("key")};
    const jx_value untouched = {.index = 77};
    jx_error err = JX_ERROR(lang);
    jx_value value = untouched;
    char whole[JX_ERROR_TEXT];
    snprintf(whole, sizeof whole, "a.ini:42: key%s%s", lang == JX_EN ? ": " : "：", expected);
    assert_int_equal(
        jx_field_parse(row->field, jx_str_of(row->text), &context, &place, &value, &err),
        JX_ECONFIG);
    assert_string_equal(err.text, whole);
    assert_memory_equal(&value, &untouched, sizeof value);
    jx_arena_free(arena);
}

static void refuses(void **state)
{
    const struct refusal *row = *state;
    refuses_in(row, JX_ZH, row->zh);
    refuses_in(row, JX_EN, row->en);
}

static void refuses_without_error(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_field_context context = context_in(arena);
    jx_value value;
    assert_int_equal(jx_field_parse(&integer, jx_str_of("x"), &context, NULL, &value, NULL),
                     JX_ECONFIG);
    jx_arena_free(arena);
}

static void refuses_very_long_numbers(void **state)
{
    (void)state;
    char digits[2000];
    memset(digits, '1', sizeof digits);
    jx_arena *arena = jx_arena_new();
    const jx_field_context context = context_in(arena);
    jx_value value;
    jx_error err = JX_ERROR(JX_EN);
    const jx_str number = {digits, sizeof digits};
    assert_int_equal(jx_field_parse(&integer, number, &context, NULL, &value, &err), JX_ECONFIG);
    assert_int_equal(jx_field_parse(&percent, number, &context, NULL, &value, &err), JX_ECONFIG);
    assert_int_equal(jx_field_parse(&text, number, &context, NULL, &value, &err), JX_OK);
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------------- defaults

static const struct unstated {
    const char *name;
    const jx_field *field;
    jx_status status;
    const char *expected; // the number, or the text of the error; NULL: not given
} unstateds[] = {
    {"gives the fallback of what is not stated", &grace, JX_OK, "3"},
    {"gives a share of the weight as fallback", &share, JX_OK, "6"},
    {"gives nothing where there is no fallback", &integer, JX_OK, NULL},
    {"tells what is required", &needed_text, JX_ECONFIG, "must be stated: its name; expected text"},
    {"tells of a fallback that does not parse", &wrong, JX_ECONFIG,
     "expected a whole number, found \"x\""},
};

static void gives_default(void **state)
{
    const struct unstated *row = *state;
    jx_arena *arena = jx_arena_new();
    const jx_field_context context = context_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    jx_value value = {.given = 77, .index = 77};
    char number[JX_DECIMAL_TEXT];
    assert_int_equal(jx_field_default(row->field, &context, NULL, &value, &err), row->status);
    if (row->status != JX_OK) {
        assert_string_equal(err.text, row->expected);
        assert_int_equal(value.given, 77);
    } else if (row->expected == NULL) {
        const jx_value nothing = {0};
        assert_memory_equal(&value, &nothing, sizeof value);
    } else {
        assert_int_equal(value.given, 1);
        assert_string_equal(jx_decimal_format(value.number, 0, number).data, row->expected);
    }
    jx_arena_free(arena);
}

// -------------------------------------------------------------------------------------------- finding

// As a plugin built with a longer row would hand it in.
typedef struct longer_field {
    jx_field field;
    const char *later;
} longer_field;

static void finds_by_key(void **state)
{
    (void)state;
    static const longer_field rows[] = {
        {{.type = JX_FIELD_TEXT, .key = "a"}, "x"},
        {{.type = JX_FIELD_TEXT, .key = "ab"}, "y"},
    };
    const jx_list list = JX_LIST(rows);
    uint32_t index = 77;
    assert_ptr_equal(jx_field_find(&list, jx_str_of("ab"), &index), &rows[1].field);
    assert_int_equal(index, 1);
    assert_ptr_equal(jx_field_find(&list, jx_str_of("a"), NULL), &rows[0].field);
}

static void finds_no_other_key(void **state)
{
    (void)state;
    static const jx_field rows[] = {{.type = JX_FIELD_TEXT, .key = "a"}};
    const jx_list list = JX_LIST(rows);
    const jx_list none = {NULL, 0, 0};
    uint32_t index = 77;
    assert_null(jx_field_find(&list, jx_str_of("b"), &index));
    assert_null(jx_field_find(&none, jx_str_of("a"), &index));
    assert_int_equal(index, 77);
}

static void says_what_it_expects(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_expect_text(jx_field_expects(arena, &grace, JX_EN), "a whole number from 0 to 12");
    jx_expect_text(jx_field_expects(arena, &choice, JX_ZH), "rate、level或none");
    jx_expect_text(jx_field_expects(arena, &level, JX_EN), "one of the levels");
    jx_arena_free(arena);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, readings, reads);
    JX_ROWS(&all, refusals, refuses);
    JX_ROWS(&all, unstateds, gives_default);
    jx_rows_add_one(&all, "refuses without an error to write", refuses_without_error, NULL);
    jx_rows_add_one(&all, "refuses very long numbers", refuses_very_long_numbers, NULL);
    jx_rows_add_one(&all, "finds a field by its key, whatever the stride", finds_by_key, NULL);
    jx_rows_add_one(&all, "finds no field of another key", finds_no_other_key, NULL);
    jx_rows_add_one(&all, "says what a field expects", says_what_it_expects, NULL);
    return jx_rows_run(&all, "fields");
}

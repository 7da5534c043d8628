// SPDX-License-Identifier: MIT
#include "base/ratio.h"
#include "support/jx_rows.h"

#define NINES_35 "99999999999999999999999999999999999"

static const jx_ratio UNTOUCHED = {{77u << 8, 0}, {78u << 8, 0}};
static const jx_decimal UNTOUCHED_DECIMAL = {77u << 8, 0};

static jx_decimal decimal(const char *text)
{
    jx_decimal value = JX_DECIMAL_ZERO;
    assert_true(jx_decimal_parse(jx_str_of(text), &value));
    return value;
}

static jx_ratio ratio(const char *above, const char *below)
{
    jx_ratio value;
    assert_true(jx_ratio_make(decimal(above), decimal(below), &value));
    return value;
}

static void expect_untouched(jx_ratio value)
{
    assert_memory_equal(&value, &UNTOUCHED, sizeof value);
}

// The same fraction, whatever its terms.
static void expect_ratio(jx_ratio value, jx_ratio expected)
{
    assert_true(jx_ratio_is_sound(value));
    assert_int_equal(jx_ratio_compare(value, expected), 0);
}

typedef bool operation(jx_ratio a, jx_ratio b, jx_ratio *ret);

static const struct calculation {
    const char *name;
    operation *run;
    const char *a[2];
    const char *b[2];
    const char *expected[2]; // NULL: does not fit or exist
} CALCULATIONS[] = {
    {"adds fractions", jx_ratio_add, {"1", "3"}, {"1", "6"}, {"1", "2"}},
    {"adds over one denominator", jx_ratio_add, {"12", "7"}, {"0.5", "7"}, {"12.5", "7"}},
    {"tells denominators apart that share their low bits",
     jx_ratio_add,
     {"1", "1"},
     {"1", "72057594037927937"},
     {"72057594037927938", "72057594037927937"}},
    {"subtracts below zero", jx_ratio_subtract, {"1", "3"}, {"1", "2"}, {"-1", "6"}},
    {"subtracts to zero", jx_ratio_subtract, {"1.5", "4.5"}, {"1", "3"}, {"0", "1"}},
    {"multiplies fractions", jx_ratio_multiply, {"-2", "3"}, {"3", "4"}, {"-1", "2"}},
    {"divides by a negative fraction", jx_ratio_divide, {"1", "3"}, {"-2", "3"}, {"-1", "2"}},
    {"refuses to divide by zero", jx_ratio_divide, {"1", "3"}, {"0.0", "3"}, {NULL, NULL}},
    {"reduces a product that does not fit as it is",
     jx_ratio_multiply,
     {NINES_35, "7"},
     {"7", NINES_35},
     {"1", "1"}},
    {"reduces a sum that does not fit as it is",
     jx_ratio_add,
     {"1", "30000000000000000000000000000000000"},
     {"1", "60000000000000000000000000000000000"},
     {"1", "20000000000000000000000000000000000"}},
    {"reduces fractions of unequal places",
     jx_ratio_multiply,
     {"12345678901234567.000000000000000001", "0.5"},
     {"0.5", "12345678901234567.000000000000000001"},
     {"1", "1"}},
    {"adds up a sum that overflows 35 digits in between",
     jx_ratio_add,
     {NINES_35, "7"},
     {"-" NINES_35, "11"},
     {NULL, NULL}}, // 4 × (10^35 − 1) / 77, which has a digit too many
    {"refuses a product of 36 digits",
     jx_ratio_multiply,
     {NINES_35, "1"},
     {"2", "1"},
     {NULL, NULL}},
    {"refuses a sum of 36 digits over its own denominator",
     jx_ratio_add,
     {NINES_35, "7"},
     {"4", "7"},
     {NULL, NULL}},
};

static void test_calculation(void **state)
{
    const struct calculation *row = *state;
    jx_ratio result = UNTOUCHED;
    bool fits = row->run(ratio(row->a[0], row->a[1]), ratio(row->b[0], row->b[1]), &result);
    assert_int_equal(fits, row->expected[0] != NULL);
    if (fits) {
        expect_ratio(result, ratio(row->expected[0], row->expected[1]));
    } else {
        expect_untouched(result);
    }
}

static const struct making {
    const char *name;
    const char *above;
    const char *below;
    int sign;
} MAKINGS[] = {
    {"has a positive fraction", "3", "4", 1},
    {"moves the sign above", "3", "-4", -1},
    {"drops two signs", "-3", "-4", 1},
    {"has a zero over a negative number", "0", "-4", 0},
};

static void test_making(void **state)
{
    const struct making *row = *state;
    jx_ratio made = ratio(row->above, row->below);
    assert_true(jx_ratio_is_sound(made));
    assert_int_equal(jx_ratio_sign(made), row->sign);
}

static void test_zero_denominator(void **state)
{
    (void)state;
    jx_ratio made = UNTOUCHED;
    assert_false(jx_ratio_make(decimal("1"), decimal("0.00"), &made));
    expect_untouched(made);
    assert_false(jx_ratio_is_sound((jx_ratio){decimal("1"), decimal("0")}));
    assert_false(jx_ratio_is_sound((jx_ratio){decimal("1"), decimal("-1")}));
    assert_false(jx_ratio_is_sound((jx_ratio){jx_decimal_make(1, 36), decimal("1")}));
    assert_false(jx_ratio_is_sound((jx_ratio){decimal("1"), jx_decimal_make(1, 36)}));
}

static const struct rounding {
    const char *name;
    const char *above;
    const char *below;
    uint32_t places;
    const char *rounded[3]; // by JX_ROUND_…
    const char *ceiling;
    const char *floor;
} ROUNDINGS[] = {
    {"rounds a whole number", "12.00", "4", 0, {"3", "3", "3"}, "3", "3"},
    {"rounds a third", "1", "3", 2, {"0.33", "0.33", "0.33"}, "1", "0"},
    {"rounds a negative third", "-1", "3", 2, {"-0.33", "-0.33", "-0.33"}, "0", "-1"},
    {"rounds a tie", "1", "8", 2, {"0.13", "0.12", "0.12"}, "1", "0"},
    {"rounds a negative tie", "-1", "8", 2, {"-0.13", "-0.12", "-0.12"}, "0", "-1"},
    {"rounds once, not twice", "4499999999", "10000000000", 0, {"0", "0", "0"}, "1", "0"},
    {"rounds zero", "0.00", "7", 2, {"0", "0", "0"}, "0", "0"},
    {"rounds just above a whole number", "3.000000000000000001", "1", 2, {"3", "3", "3"}, "4", "3"},
    {"rounds just below a negative whole number",
     "-3.000000000000000001",
     "1",
     2,
     {"-3", "-3", "-3"},
     "-3",
     "-4"},
    {"refuses a quotient of 36 digits", NINES_35, "0.5", 0, {NULL, NULL, NULL}, NULL, NULL},
};

static void expect_decimal(bool fitted, jx_decimal value, const char *expected)
{
    char text[JX_DECIMAL_TEXT];
    assert_int_equal(fitted, expected != NULL);
    if (fitted) {
        assert_string_equal(jx_decimal_format(value, 0, text).data, expected);
    } else {
        assert_memory_equal(&value, &UNTOUCHED_DECIMAL, sizeof value);
    }
}

static void test_rounding(void **state)
{
    const struct rounding *row = *state;
    jx_ratio number = ratio(row->above, row->below);
    for (uint32_t rounding = JX_ROUND_HALF_UP; rounding <= JX_ROUND_DOWN; rounding++) {
        jx_decimal result = UNTOUCHED_DECIMAL;
        bool fitted = jx_ratio_round(number, row->places, rounding, &result);
        expect_decimal(fitted, result, row->rounded[rounding]);
    }
    jx_decimal result = UNTOUCHED_DECIMAL;
    bool fitted = jx_ratio_ceiling(number, &result);
    expect_decimal(fitted, result, row->ceiling);
    result = UNTOUCHED_DECIMAL;
    fitted = jx_ratio_floor(number, &result);
    expect_decimal(fitted, result, row->floor);
}

static const struct comparison {
    const char *name;
    const char *a[2];
    const char *b[2];
    int expected;
} COMPARISONS[] = {
    {"orders by value", {"1", "3"}, {"1", "2"}, -1},
    {"finds unreduced fractions equal", {"2.0", "6.00"}, {"1", "3"}, 0},
    {"orders negatives", {"-1", "3"}, {"-1", "2"}, 1},
    {"orders by sign", {"-1", NINES_35}, {"0", "1"}, -1},
    {"compares products of 70 digits", {NINES_35, "2"}, {NINES_35, "3"}, 1},
    {"compares where places take more than 256 bits",
     {NINES_35, "0.000000000000000001"},
     {"0.000000000000000001", NINES_35},
     1},
};

static void test_comparison(void **state)
{
    const struct comparison *row = *state;
    jx_ratio a = ratio(row->a[0], row->a[1]);
    jx_ratio b = ratio(row->b[0], row->b[1]);
    int order = jx_ratio_compare(a, b);
    int reverse = jx_ratio_compare(b, a);
    assert_int_equal((order > 0) - (order < 0), row->expected);
    assert_int_equal((reverse > 0) - (reverse < 0), -row->expected);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, MAKINGS, test_making);
    jx_rows_add_one(&all, "has no denominator of zero", test_zero_denominator, NULL);
    JX_ROWS(&all, CALCULATIONS, test_calculation);
    JX_ROWS(&all, ROUNDINGS, test_rounding);
    JX_ROWS(&all, COMPARISONS, test_comparison);
    return jx_rows_run(&all, "ratio");
}

// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "support/jx_rows.h"

#define NINES_35 "99999999999999999999999999999999999"

static const jx_decimal UNTOUCHED = {77u << 8, 0};

static jx_decimal decimal(const char *text)
{
    jx_decimal value = JX_DECIMAL_ZERO;
    assert_true(jx_decimal_parse(jx_str_of(text), &value));
    return value;
}

static void expect_decimal(jx_decimal value, const char *expected)
{
    char text[JX_DECIMAL_TEXT];
    assert_true(jx_decimal_is_sound(value));
    assert_string_equal(jx_decimal_format(value, 0, text).data, expected);
}

static void expect_untouched(jx_decimal value)
{
    assert_memory_equal(&value, &UNTOUCHED, sizeof value);
}

// ------------------------------------------------------------------------------------- reading, writing

static const struct reading {
    const char *name;
    const char *text;
    const char *expected; // NULL: refused
} READINGS[] = {
    {"reads a whole number", "12", "12"},
    {"reads decimals", "12.50", "12.5"},
    {"reads zero with decimals", "0.00", "0"},
    {"reads a sign of plus", "+3.7", "3.7"},
    {"reads a sign of minus", "-3.7", "-3.7"},
    {"makes minus zero zero", "-0", "0"},
    {"allows leading zeros", "007.5", "7.5"},
    {"does not count leading zeros as digits", "00000000000000000000000000000000000000000001", "1"},
    {"reads 35 digits", NINES_35, NINES_35},
    {"reads 35 digits and 18 places", "-99999999999999999.999999999999999999",
     "-99999999999999999.999999999999999999"},
    {"reads 18 places", "0.000000000000000001", "0.000000000000000001"},
    {"rejects 19 places", "0.0000000000000000001", NULL},
    {"rejects 36 digits", "100000000000000000000000000000000000", NULL},
    {"rejects 36 digits with places", "1000000000000000000000000000000000.00", NULL},
    {"rejects 60 digits", "999999999999999999999999999999999999999999999999999999999999", NULL},
    {"rejects nothing", "", NULL},
    {"rejects a sign alone", "-", NULL},
    {"rejects two signs", "+-1", NULL},
    {"rejects a sign behind", "1-", NULL},
    {"rejects a point without digits behind", "5.", NULL},
    {"rejects a point without digits before", ".5", NULL},
    {"rejects a point alone", ".", NULL},
    {"rejects a second decimal point", "1.2.3", NULL},
    {"rejects a blank before", " 1", NULL},
    {"rejects a blank behind", "1 ", NULL},
    {"rejects a blank inside", "1 000", NULL},
    {"rejects a separator of thousands", "1,000", NULL},
    {"rejects an exponent", "1e5", NULL},
    {"rejects a sign of percent", "5%", NULL},
    {"rejects hexadecimal digits", "0x1f", NULL},
    {"rejects full-width digits", "１２", NULL},
    {"rejects a word", "nan", NULL},
};

static void test_reading(void **state)
{
    const struct reading *row = *state;
    jx_decimal value = UNTOUCHED;
    bool read = jx_decimal_parse(jx_str_of(row->text), &value);
    assert_int_equal(read, row->expected != NULL);
    if (read) {
        expect_decimal(value, row->expected);
    } else {
        expect_untouched(value);
    }
}

static void test_no_text(void **state)
{
    (void)state;
    jx_decimal value = UNTOUCHED;
    assert_false(jx_decimal_parse(JX_STR_NONE, &value));
    assert_false(jx_decimal_parse((jx_str){"1\0", 2}, &value));
    expect_untouched(value);
}

static const struct writing {
    const char *name;
    int64_t units;
    uint32_t unit_places;
    uint32_t places;
    const char *expected;
} WRITINGS[] = {
    {"writes zero", 0, 0, 0, "0"},
    {"writes zero with places", 0, 0, 2, "0.00"},
    {"fills up places", 5, 1, 2, "0.50"},
    {"fills up one place", 3, 0, 1, "3.0"},
    {"drops trailing zeros beyond the places", 125000, 4, 2, "12.50"},
    {"drops the point with the last zero", 12000, 3, 0, "12"},
    {"keeps the zeros of a whole number", 1200, 0, 0, "1200"},
    {"keeps digits beyond the places", 12345, 4, 2, "1.2345"},
    {"writes zeros behind the point", -7, 5, 0, "-0.00007"},
    {"writes the least integer", INT64_MIN, 0, 0, "-9223372036854775808"},
    {"writes the greatest integer", INT64_MAX, 18, 0, "9.223372036854775807"},
    {"writes 35 places", 1, 35, 0, "0.00000000000000000000000000000000001"},
    {"fills up 35 places", -1, 0, 35, "-1.00000000000000000000000000000000000"},
};

static void test_writing(void **state)
{
    const struct writing *row = *state;
    char text[JX_DECIMAL_TEXT];
    jx_decimal value = jx_decimal_make(row->units, row->unit_places);
    jx_str written = jx_decimal_format(value, row->places, text);
    assert_ptr_equal(written.data, text);
    assert_int_equal(written.size, strlen(text));
    assert_string_equal(text, row->expected);
}

static void test_longest_text(void **state)
{
    (void)state;
    char text[JX_DECIMAL_TEXT];
    jx_str written = jx_decimal_format(decimal("-" NINES_35), JX_DECIMAL_PLACES, text);
    assert_int_equal(written.size, 1 + 35 + 1 + 35);
    assert_string_equal(text, "-" NINES_35 ".00000000000000000000000000000000000");
}

// ------------------------------------------------------------------------------------------- arithmetic

typedef bool operation(jx_decimal a, jx_decimal b, jx_decimal *ret);

static const struct calculation {
    const char *name;
    operation *run;
    const char *a;
    const char *b;
    const char *expected; // NULL: does not fit
} CALCULATIONS[] = {
    {"adds unequal places", jx_decimal_add, "1.5", "2.25", "3.75"},
    {"adds to zero", jx_decimal_add, "-2.25", "2.250", "0"},
    {"subtracts below zero", jx_decimal_subtract, "0.1", "0.3", "-0.2"},
    {"adds up to the greatest number", jx_decimal_add, "99999999999999999999999999999999998", "1",
     NINES_35},
    {"refuses a sum of 36 digits", jx_decimal_add, NINES_35, "1", NULL},
    {"refuses a difference of 36 digits", jx_decimal_subtract, "-" NINES_35, "1", NULL},
    {"refuses a sum whose places do not fit", jx_decimal_add, NINES_35, "0.1", NULL},
    {"adds zero places to the greatest number", jx_decimal_add, NINES_35, "0.00", NINES_35},
    {"drops zeros where a sum does not fit with them", jx_decimal_add,
     "9999999999999999999999999999999999.0", "5.000", "10000000000000000000000000000000004"},
    {"meets in the middle", jx_decimal_add, "-10000000000000000000000000000000000", "0.1",
     "-9999999999999999999999999999999999.9"},
    {"multiplies places", jx_decimal_multiply, "1.25", "-0.4", "-0.5"},
    {"multiplies by zero", jx_decimal_multiply, NINES_35, "0.000000000000000000", "0"},
    {"multiplies past 64 bits", jx_decimal_multiply, "10000000000000000000", "10000000000000000",
     NULL},
    {"multiplies up to 35 digits", jx_decimal_multiply, "100000000000000000", "90000000000000000",
     "9000000000000000000000000000000000"},
    {"drops zeros where a product does not fit with them", jx_decimal_multiply,
     "100000000000000000.00000000000000000", "100000000000000000.00000000000000000",
     "10000000000000000000000000000000000"},
    {"multiplies down to 35 places", jx_decimal_multiply, "0.000000000000000001",
     "0.00000000000000005", "0.00000000000000000000000000000000005"},
    {"refuses the 36th place", jx_decimal_multiply, "0.000000000000000001", "0.000000000000000005",
     NULL},
    {"drops the zeros that a product gains", jx_decimal_multiply, "0.000000000000000002",
     "0.000000000000000005", "0.00000000000000000000000000000000001"},
};

static void test_calculation(void **state)
{
    const struct calculation *row = *state;
    jx_decimal result = UNTOUCHED;
    bool fits = row->run(decimal(row->a), decimal(row->b), &result);
    assert_int_equal(fits, row->expected != NULL);
    if (fits) {
        expect_decimal(result, row->expected);
    } else {
        expect_untouched(result);
    }
}

static const struct division {
    const char *name;
    const char *a;
    const char *b;
    const char *c;
    uint32_t places;
    const char *expected[3]; // by JX_ROUND_…; NULL: does not fit or exist
} DIVISIONS[] = {
    {"divides evenly", "12", "27", "30", 2, {"10.8", "10.8", "10.8"}},
    {"rounds below a tie", "1", "1", "3", 2, {"0.33", "0.33", "0.33"}},
    {"rounds above a tie", "2", "1", "3", 2, {"0.67", "0.67", "0.66"}},
    {"rounds a tie beside an even digit", "1", "1", "8", 2, {"0.13", "0.12", "0.12"}},
    {"rounds a tie beside an odd digit", "3", "1", "8", 2, {"0.38", "0.38", "0.37"}},
    {"rounds a negative tie", "-1", "1", "8", 2, {"-0.13", "-0.12", "-0.12"}},
    {"rounds a tie of a negative divisor", "3", "1", "-8", 2, {"-0.38", "-0.38", "-0.37"}},
    {"makes two minuses plus", "-3", "1", "-8", 2, {"0.38", "0.38", "0.37"}},
    {"makes three minuses minus", "-3", "-1", "-8", 2, {"-0.38", "-0.38", "-0.37"}},
    {"rounds a half to a whole", "1", "0.5", "1", 0, {"1", "0", "0"}},
    {"rounds less than a half away", "0.000000000000000001", "1", NINES_35, 18, {"0", "0", "0"}},
    {"has a product of 70 digits", NINES_35, NINES_35, NINES_35, 0, {NINES_35, NINES_35, NINES_35}},
    {"has a tie behind a product of 69 digits",
     "50000000000000000000000000000000000",
     "30000000000000000000000000000000001",
     "20000000000000000000000000000000000",
     0,
     {"75000000000000000000000000000000003", "75000000000000000000000000000000002",
      "75000000000000000000000000000000002"}},
    {"fills up places", "1", "1", "1", 18, {"1", "1", "1"}},
    {"refuses a quotient of 36 digits", NINES_35, "2", "1", 0, {NULL, NULL, NULL}},
    {"refuses places that push a quotient to 36 digits",
     "1000000000000000000",
     "1",
     "1",
     18,
     {NULL, NULL, NULL}},
    {"refuses to divide by zero", "1", "1", "0.00", 2, {NULL, NULL, NULL}},
    {"divides zero", "0", NINES_35, "-7", 2, {"0", "0", "0"}},
    {"refuses 19 places", "1", "1", "1", 19, {NULL, NULL, NULL}},
};

static void test_division(void **state)
{
    const struct division *row = *state;
    for (uint32_t rounding = JX_ROUND_HALF_UP; rounding <= JX_ROUND_DOWN; rounding++) {
        jx_decimal result = UNTOUCHED;
        bool fits = jx_decimal_multiply_divide(decimal(row->a), decimal(row->b), decimal(row->c),
                                               row->places, rounding, &result);
        assert_int_equal(fits, row->expected[rounding] != NULL);
        if (fits) {
            expect_decimal(result, row->expected[rounding]);
        } else {
            expect_untouched(result);
        }
    }
}

// The divisor takes 105 digits once the places are out of the way.
static void test_vanishing_quotient(void **state)
{
    (void)state;
    jx_decimal tiny = jx_decimal_make(-1, JX_DECIMAL_PLACES);
    jx_decimal result = UNTOUCHED;
    assert_true(
        jx_decimal_multiply_divide(tiny, tiny, decimal(NINES_35), 0, JX_ROUND_HALF_UP, &result));
    expect_decimal(result, "0");
}

static void test_unknown_rounding(void **state)
{
    (void)state;
    jx_decimal one = jx_decimal_make(1, 0);
    jx_decimal result = UNTOUCHED;
    assert_false(jx_decimal_multiply_divide(one, one, one, 2, JX_ROUND_DOWN + 1, &result));
    expect_untouched(result);
}

static const struct rounding {
    const char *name;
    const char *number;
    uint32_t places;
    const char *expected[3];
} ROUNDINGS[] = {
    {"leaves fewer places alone", "1.5", 2, {"1.5", "1.5", "1.5"}},
    {"rounds half a cent after an even one", "2.345", 2, {"2.35", "2.34", "2.34"}},
    {"rounds half a cent after an odd one", "2.335", 2, {"2.34", "2.34", "2.33"}},
    {"rounds half a cent below zero", "-2.345", 2, {"-2.35", "-2.34", "-2.34"}},
    {"rounds just below a half", "2.34499999999", 2, {"2.34", "2.34", "2.34"}},
    {"rounds just above a half", "2.34500000001", 2, {"2.35", "2.35", "2.34"}},
    {"carries through nines", "-9.995", 2, {"-10", "-10", "-9.99"}},
    {"carries through 34 nines",
     "9999999999999999999999999999999999.5",
     0,
     {"10000000000000000000000000000000000", "10000000000000000000000000000000000",
      "9999999999999999999999999999999999"}},
    {"rounds to zero", "-0.4", 0, {"0", "0", "0"}},
};

static void test_rounding(void **state)
{
    const struct rounding *row = *state;
    for (uint32_t rounding = JX_ROUND_HALF_UP; rounding <= JX_ROUND_DOWN; rounding++) {
        expect_decimal(jx_decimal_round(decimal(row->number), row->places, rounding),
                       row->expected[rounding]);
    }
}

// --------------------------------------------------------------------------------------------- questions

static const struct comparison {
    const char *name;
    const char *a;
    const char *b;
    int expected;
} COMPARISONS[] = {
    {"finds equal values of unequal places equal", "1.5", "1.500", 0},
    {"finds zeros equal", "0", "-0.000", 0},
    {"orders by value, not by digits", "1.9", "1.10", 1},
    {"orders negatives", "-2", "-1.999999999999999999", -1},
    {"orders by sign", "-0.000000000000000001", NINES_35, -1},
    {"compares where places take 53 digits", NINES_35, "99999999999999999.999999999999999999", 1},
    {"compares negatives where places take 53 digits", "-" NINES_35,
     "-99999999999999999.999999999999999999", -1},
    {"sees the last place of 35 digits", "12345678901234567.000000000000000001",
     "12345678901234567", 1},
};

static void test_comparison(void **state)
{
    const struct comparison *row = *state;
    jx_decimal a = decimal(row->a);
    jx_decimal b = decimal(row->b);
    int order = jx_decimal_compare(a, b);
    int reverse = jx_decimal_compare(b, a);
    assert_int_equal((order > 0) - (order < 0), row->expected);
    assert_int_equal((reverse > 0) - (reverse < 0), -row->expected);
}

static const struct property {
    const char *name;
    const char *number;
    int sign;
    uint32_t least_places; // that are needed to write it
    bool is_integer;
    int64_t integer;
} PROPERTIES[] = {
    {"knows zero", "0.00", 0, 0, true, 0},
    {"knows a whole number with places", "12.00", 1, 0, true, 12},
    {"knows a fraction", "-12.50", -1, 1, false, 0},
    {"knows 18 places", "0.000000000000000001", 1, 18, false, 0},
    {"knows the greatest integer", "9223372036854775807", 1, 0, true, INT64_MAX},
    {"knows a number past the greatest integer", "9223372036854775808", 1, 0, false, 0},
    {"knows the least integer", "-9223372036854775808.0", -1, 0, true, INT64_MIN},
    {"knows a number past the least integer", "-9223372036854775809", -1, 0, false, 0},
    {"knows the greatest number", NINES_35, 1, 0, false, 0},
};

static void test_property(void **state)
{
    const struct property *row = *state;
    jx_decimal number = decimal(row->number);
    assert_int_equal(jx_decimal_sign(number), row->sign);
    assert_int_equal(jx_decimal_sign(jx_decimal_negate(number)), -row->sign);
    assert_int_equal(jx_decimal_is_whole(number), row->least_places == 0);
    assert_true(jx_decimal_has_places(number, row->least_places));
    assert_int_equal(row->least_places > 0 && jx_decimal_has_places(number, row->least_places - 1),
                     false);
    int64_t integer = 4711;
    assert_int_equal(jx_decimal_to_integer(number, &integer), row->is_integer);
    assert_true(integer == (row->is_integer ? row->integer : 4711));
}

static void test_zero_bytes(void **state)
{
    (void)state;
    jx_decimal zero;
    memset(&zero, 0, sizeof zero);
    assert_int_equal(jx_decimal_compare(zero, JX_DECIMAL_ZERO), 0);
    expect_decimal(zero, "0");
}

static void test_soundness(void **state)
{
    (void)state;
    assert_true(jx_decimal_is_sound(decimal("-" NINES_35)));
    assert_true(jx_decimal_is_sound(jx_decimal_make(1, 35)));
    assert_false(jx_decimal_is_sound(jx_decimal_make(1, 36)));
    assert_false(jx_decimal_is_sound(jx_decimal_make(1, 256)));
    assert_false(jx_decimal_is_sound((jx_decimal){0, INT64_MAX}));
    assert_false(jx_decimal_is_sound((jx_decimal){0, INT64_MIN}));
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, READINGS, test_reading);
    jx_rows_add_one(&all, "rejects no text and a text with NUL", test_no_text, NULL);
    JX_ROWS(&all, WRITINGS, test_writing);
    jx_rows_add_one(&all, "writes the longest text", test_longest_text, NULL);
    JX_ROWS(&all, CALCULATIONS, test_calculation);
    JX_ROWS(&all, DIVISIONS, test_division);
    jx_rows_add_one(&all, "divides the least by the greatest", test_vanishing_quotient, NULL);
    jx_rows_add_one(&all, "refuses an unknown rounding", test_unknown_rounding, NULL);
    JX_ROWS(&all, ROUNDINGS, test_rounding);
    JX_ROWS(&all, COMPARISONS, test_comparison);
    JX_ROWS(&all, PROPERTIES, test_property);
    jx_rows_add_one(&all, "takes zero bytes for zero", test_zero_bytes, NULL);
    jx_rows_add_one(&all, "tells sound bits from others", test_soundness, NULL);
    return jx_rows_run(&all, "decimal");
}

// SPDX-License-Identifier: MIT
#include "score/quantity.h"
#include "support/jx_rows.h"

static const struct reading {
    const char *name;
    const char *text;
    const char *unit;
    const char *number; // NULL: a fault
    jx_quantity_fault fault;
    bool percent;
} readings[] = {
    {"reads digits", "27", "", "27", JX_QUANTITY_OK, false},
    {"reads a decimal", "0.05", "", "0.05", JX_QUANTITY_OK, false},
    {"reads a number below 0", "-3.50", "", "-3.5", JX_QUANTITY_OK, false},
    {"reads a plus sign", "+3", "", "3", JX_QUANTITY_OK, false},
    {"reads leading zeros", "007", "", "7", JX_QUANTITY_OK, false},
    {"reads the minus sign of print", "−5", "", "-5", JX_QUANTITY_OK, false},
    {"reads full-width digits", "１２．５", "", "12.5", JX_QUANTITY_OK, false},
    {"reads a full-width minus", "－１２", "", "-12", JX_QUANTITY_OK, false},
    {"reads an ideographic full stop between digits", "12。5", "", "12.5", JX_QUANTITY_OK, false},
    {"reads the unit", "27个", "个", "27", JX_QUANTITY_OK, false},
    {"reads the unit behind a blank", "27 个", "个", "27", JX_QUANTITY_OK, false},
    {"reads the unit behind an ideographic space", "27　个", "个", "27", JX_QUANTITY_OK, false},
    {"reads a unit of letters", "3.5km", "km", "3.5", JX_QUANTITY_OK, false},
    {"reads a unit of full-width letters", "3.5ｋｍ", "km", "3.5", JX_QUANTITY_OK, false},
    {"reads no unit where there is one", "27", "个", "27", JX_QUANTITY_OK, false},
    {"reads a unit of a fraction", "5元/平方米", "元/平方米", "5", JX_QUANTITY_OK, false},
    {"reads %", "96.5%", "", "96.5", JX_QUANTITY_OK, true},
    {"reads % where that is the unit", "96.5%", "%", "96.5", JX_QUANTITY_OK, true},
    {"reads % where the unit is another", "96.5%", "元", "96.5", JX_QUANTITY_OK, true},
    {"reads a full-width %", "96.5％", "%", "96.5", JX_QUANTITY_OK, true},
    {"reads % where the unit is full-width", "96.5%", "％", "96.5", JX_QUANTITY_OK, true},
    {"reads % behind a blank", "96.5 %", "", "96.5", JX_QUANTITY_OK, true},
    {"reads no % where that is the unit", "96.5", "%", "96.5", JX_QUANTITY_OK, false},
    {"reads separators of thousands", "1,234,567.89", "", "1234567.89", JX_QUANTITY_OK, false},
    {"reads separators below 0", "-1,234", "", "-1234", JX_QUANTITY_OK, false},
    {"reads full-width separators", "１，２３４", "", "1234", JX_QUANTITY_OK, false},
    {"reads separators and the unit", "1,234元", "元", "1234", JX_QUANTITY_OK, false},
    {"reads separators and 万", "1,234.5万", "元", "12345000", JX_QUANTITY_OK, false},
    {"reads 万", "3.5万", "", "35000", JX_QUANTITY_OK, false},
    {"reads 万 before the unit", "3.5万元", "元", "35000", JX_QUANTITY_OK, false},
    {"reads 万 and the unit behind blanks", "3.5 万 元", "元", "35000", JX_QUANTITY_OK, false},
    {"reads 亿", "1.2亿", "元", "120000000", JX_QUANTITY_OK, false},
    {"reads 万亿", "1.2万亿元", "元", "1200000000000", JX_QUANTITY_OK, false},
    {"reads 万 below 0", "-0.5万人", "人", "-5000", JX_QUANTITY_OK, false},
    {"reads 万 where the unit is %, as an amount", "3万", "%", "30000", JX_QUANTITY_OK, false},
    {"reads the unit 万元 whole", "3.5万元", "万元", "3.5", JX_QUANTITY_OK, false},
    {"reads the unit 亿元 whole", "3.5亿元", "亿元", "3.5", JX_QUANTITY_OK, false},
    {"reads the unit 万 whole", "3.5万", "万", "3.5", JX_QUANTITY_OK, false},
    {"reads a bare number in 万元", "3.5", "万元", "3.5", JX_QUANTITY_OK, false},
    {"reads 35 digits", "99999999999999999999999999999999999", "",
     "99999999999999999999999999999999999", JX_QUANTITY_OK, false},
    {"reads 18 places", "0.123456789012345678", "", "0.123456789012345678", JX_QUANTITY_OK, false},
    {"reads 17 digits", "-12345678901234567", "", "-12345678901234567", JX_QUANTITY_OK, false},
    {"reads 18 digits", "-123456789012345678", "", "-123456789012345678", JX_QUANTITY_OK, false},
    {"reads 19 digits", "-1234567890123456789", "", "-1234567890123456789", JX_QUANTITY_OK, false},
    {"reads 18 nines", "999999999999999999", "", "999999999999999999", JX_QUANTITY_OK, false},
    {"reads 19 nines", "9999999999999999999", "", "9999999999999999999", JX_QUANTITY_OK, false},
    {"reads 17 digits and a point", "1234567890.1234567", "", "1234567890.1234567", JX_QUANTITY_OK,
     false},
    {"reads 18 digits and a point", "1234567890.12345678", "", "1234567890.12345678",
     JX_QUANTITY_OK, false},
    {"reads a rate of 17 digits", "12345678901234567%", "", "12345678901234567", JX_QUANTITY_OK,
     true},
    {"reads a rate of 19 digits", "1234567890123456789%", "", "1234567890123456789", JX_QUANTITY_OK,
     true},
    {"reads nothing below 0", "-0", "", "0", JX_QUANTITY_OK, false},
    {"doubts 万 where the unit is 万元", "3万", "万元", NULL, JX_QUANTITY_AMBIGUOUS, false},
    {"doubts 亿 where the unit is 万元", "3亿", "万元", NULL, JX_QUANTITY_AMBIGUOUS, false},
    {"doubts 万 where the unit is 亿元", "3万", "亿元", NULL, JX_QUANTITY_AMBIGUOUS, false},
    {"doubts 万 before the unit 万元", "3万万元", "万元", NULL, JX_QUANTITY_AMBIGUOUS, false},
    {"doubts 亿 where the unit is 万人次", "3亿", "万人次", NULL, JX_QUANTITY_AMBIGUOUS, false},
    {"refuses nothing", "", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a sign alone", "-", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses the unit alone", "个", "个", NULL, JX_QUANTITY_FORM, false},
    {"refuses % alone", "%", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses 万 alone", "万", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses another unit", "27家", "个", NULL, JX_QUANTITY_FORM, false},
    {"refuses a unit where there is none", "27个", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses the unit twice", "27个个", "个", NULL, JX_QUANTITY_FORM, false},
    {"refuses the beginning of the unit", "27平方", "平方米", NULL, JX_QUANTITY_FORM, false},
    {"refuses the unit before the number", "个27", "个", NULL, JX_QUANTITY_FORM, false},
    {"refuses 元 where the unit is 万元", "3元", "万元", NULL, JX_QUANTITY_FORM, false},
    {"refuses 亿元 where the unit is 万元", "3亿元", "万元", NULL, JX_QUANTITY_FORM, false},
    {"refuses % and the unit", "27%个", "个", NULL, JX_QUANTITY_FORM, false},
    {"refuses 万 before %", "3万%", "%", NULL, JX_QUANTITY_FORM, false},
    {"refuses two signs of percent", "3%%", "%", NULL, JX_QUANTITY_FORM, false},
    {"refuses ‰", "3‰", "%", NULL, JX_QUANTITY_FORM, false},
    {"refuses a second decimal point", "1.2.3", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a point without digits", "5.", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a point before %", "5.%", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a point behind the sign", "-.5", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a sign in the middle", "5-5", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a sign before %", "-%", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a point at the beginning", ".5", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses an exponent", "1e5", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses hexadecimal digits", "0x1F", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses two signs", "--5", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a blank behind the sign", "- 5", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses blanks between digits", "1 234", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a group of two", "1,23", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a group of four", "1,2345", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses four digits before a group", "1234,567", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses an empty group", "1,,234", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a separator at the end", "1,234,", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses letters behind a group", "1,234x5", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a separator behind the point", "0.123,456", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a separator at the beginning", ",123", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses numerals", "二十七", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses words", "about 27", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a comparison", "≥27", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses a range", "27-30", "", NULL, JX_QUANTITY_FORM, false},
    {"refuses 百万", "3百万", "元", NULL, JX_QUANTITY_FORM, false},
    {"refuses 亿万", "3亿万", "元", NULL, JX_QUANTITY_FORM, false},
    {"refuses nan", "nan", "", NULL, JX_QUANTITY_FORM, false},
    {"cannot hold 36 digits", "100000000000000000000000000000000000", "", NULL, JX_QUANTITY_RANGE,
     false},
    {"cannot hold 19 places", "0.1234567890123456789", "", NULL, JX_QUANTITY_RANGE, false},
    {"cannot hold 36 digits in groups", "100,000,000,000,000,000,000,000,000,000,000,000", "", NULL,
     JX_QUANTITY_RANGE, false},
    {"cannot hold 35 digits of 万", "10000000000000000000000000000000000万", "元", NULL,
     JX_QUANTITY_RANGE, false},
};

static void test_reading(void **state)
{
    const struct reading *row = *state;
    jx_decimal untouched = jx_decimal_make(42, 0);
    jx_quantity quantity = {.number = untouched, .percent = !row->percent};
    jx_quantity_fault fault =
        jx_quantity_read(jx_str_of(row->text), jx_str_of(row->unit), &quantity);
    assert_int_equal(fault, row->fault);
    if (row->number == NULL) {
        assert_int_equal(jx_decimal_compare(quantity.number, untouched), 0);
        assert_int_equal(quantity.percent, !row->percent);
        return;
    }
    char text[JX_DECIMAL_TEXT];
    assert_string_equal(jx_decimal_format(quantity.number, 0, text).data, row->number);
    assert_int_equal(quantity.percent, row->percent);
}

// Leading zeros make numbers of any length; nobody writes 256 of them.
static void test_long_text(void **state)
{
    (void)state;
    enum { LONGEST = 255 };
    char digits[1000];
    jx_quantity quantity;
    memset(digits, '0', sizeof digits);
    for (size_t size = 1; size < sizeof digits; size++) {
        digits[size - 1] = '7';
        jx_quantity_fault fault =
            jx_quantity_read((jx_str){digits, size}, (jx_str)JX_STR("个"), &quantity);
        assert_int_equal(fault, size <= LONGEST ? JX_QUANTITY_OK : JX_QUANTITY_FORM);
        assert_int_equal(jx_decimal_compare(quantity.number, jx_decimal_make(7, 0)), 0);
        digits[size - 1] = 'x';
        fault = jx_quantity_read((jx_str){digits, size}, (jx_str)JX_STR("个"), &quantity);
        assert_int_equal(fault, JX_QUANTITY_FORM);
        digits[size - 1] = '0';
    }
}

static void test_percent_units(void **state)
{
    (void)state;
    assert_true(jx_quantity_is_percent((jx_str)JX_STR("%")));
    assert_true(jx_quantity_is_percent((jx_str)JX_STR("％")));
    assert_false(jx_quantity_is_percent((jx_str)JX_STR("")));
    assert_false(jx_quantity_is_percent((jx_str)JX_STR("%%")));
    assert_false(jx_quantity_is_percent((jx_str)JX_STR("百分点")));
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, readings, test_reading);
    jx_rows_add_one(&all, "reads texts of any length", test_long_text, NULL);
    jx_rows_add_one(&all, "knows the unit of percentages", test_percent_units, NULL);
    return jx_rows_run(&all, "quantity");
}

// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "plugin/host_numbers.h"
#include "support/jx_rows.h"

static jx_decimal decimal(const char *text)
{
    jx_decimal value = JX_DECIMAL_ZERO;
    assert_true(jx_decimal_parse(jx_str_of(text), &value));
    return value;
}

static void expect_decimal(jx_decimal value, const char *expected)
{
    char text[JX_DECIMAL_TEXT];
    assert_string_equal(jx_decimal_format(value, 0, text).data, expected);
}

static jx_host make_host(void)
{
    jx_host host = {.struct_size = sizeof host};
    jx_host_numbers(&host);
    return host;
}

static void makes_decimals(void **state)
{
    (void)state;
    const jx_host host = make_host();
    expect_decimal(host.decimal(1250, 2), "12.5");
    expect_decimal(host.decimal(-3, 0), "-3");
    expect_decimal(host.decimal(1, 18), "0.000000000000000001");
}

static void computes_decimals(void **state)
{
    (void)state;
    const jx_host host = make_host();
    jx_decimal ret;
    assert_int_equal(host.add(decimal("1.5"), decimal("2.25"), &ret), JX_OK);
    expect_decimal(ret, "3.75");
    assert_int_equal(host.subtract(decimal("1.5"), decimal("2.25"), &ret), JX_OK);
    expect_decimal(ret, "-0.75");
    assert_int_equal(host.multiply(decimal("1.5"), decimal("0.4"), &ret), JX_OK);
    expect_decimal(ret, "0.6");
    assert_int_equal(
        host.multiply_divide(decimal("10"), decimal("2"), decimal("3"), 2, JX_ROUND_HALF_UP, &ret),
        JX_OK);
    expect_decimal(ret, "6.67");
    assert_true(host.compare(decimal("1.5"), decimal("1.50")) == 0);
    assert_true(host.compare(decimal("-2"), decimal("1")) < 0);
    assert_true(host.compare(decimal("2"), decimal("1")) > 0);
}

static void computes_ratios(void **state)
{
    (void)state;
    const jx_host host = make_host();
    const jx_ratio third = {decimal("1"), decimal("3")};
    const jx_ratio half = {decimal("1"), decimal("2")};
    jx_ratio sum;
    jx_ratio found;
    int32_t order = 77;
    assert_int_equal(host.ratio_add(third, half, &sum), JX_OK);
    assert_int_equal(host.ratio_subtract(sum, half, &found), JX_OK);
    assert_int_equal(host.ratio_compare(found, third, &order), JX_OK);
    assert_int_equal(order, 0);
    assert_int_equal(host.ratio_multiply(third, half, &found), JX_OK);
    assert_int_equal(host.ratio_divide(found, half, &found), JX_OK);
    assert_int_equal(host.ratio_compare(found, third, &order), JX_OK);
    assert_int_equal(order, 0);
    assert_int_equal(host.ratio_compare(third, half, &order), JX_OK);
    assert_true(order < 0);
    assert_int_equal(host.ratio_compare(half, host.ratio(decimal("0.1")), &order), JX_OK);
    assert_true(order > 0);
}

// ------------------------------------------------------------------------------------------ refusals

#define NINES   "99999999999999999999999999999999999"
#define UNSOUND ((jx_decimal){UINT64_MAX, INT64_MAX})

static void expect_untouched(jx_decimal ret)
{
    expect_decimal(ret, "77");
}

static void refuses_what_does_not_fit(void **state)
{
    (void)state;
    const jx_host host = make_host();
    jx_decimal ret = decimal("77");
    assert_int_equal(host.add(decimal(NINES), decimal(NINES), &ret), JX_EDATA);
    assert_int_equal(host.subtract(decimal("-" NINES), decimal(NINES), &ret), JX_EDATA);
    assert_int_equal(host.multiply(decimal(NINES), decimal("11"), &ret), JX_EDATA);
    assert_int_equal(host.multiply_divide(decimal(NINES), decimal("2"), decimal("1"), 0, 0, &ret),
                     JX_EDATA);
    expect_untouched(ret);
}

static void refuses_what_does_not_exist(void **state)
{
    (void)state;
    const jx_host host = make_host();
    const jx_decimal one = decimal("1");
    const jx_ratio nought = host.ratio(decimal("0"));
    jx_decimal ret = decimal("77");
    jx_ratio found;
    assert_int_equal(host.multiply_divide(one, one, decimal("0"), 2, 0, &ret), JX_EDATA);
    assert_int_equal(host.multiply_divide(one, one, one, 19, 0, &ret), JX_EDATA);
    assert_int_equal(host.multiply_divide(one, one, one, UINT32_MAX, 0, &ret), JX_EDATA);
    assert_int_equal(host.multiply_divide(one, one, one, 2, 3, &ret), JX_EDATA);
    assert_int_equal(host.multiply_divide(one, one, one, 2, UINT32_MAX, &ret), JX_EDATA);
    assert_int_equal(host.ratio_divide(host.ratio(one), nought, &found), JX_EDATA);
    expect_untouched(ret);
}

static void refuses_unsound_decimals(void **state)
{
    (void)state;
    const jx_host host = make_host();
    const jx_decimal one = decimal("1");
    const jx_decimal bad[] = {UNSOUND, host.decimal(1, 36), host.decimal(1, UINT32_MAX)};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        jx_decimal ret = decimal("77");
        assert_int_equal(host.add(bad[i], one, &ret), JX_EDATA);
        assert_int_equal(host.add(one, bad[i], &ret), JX_EDATA);
        assert_int_equal(host.subtract(one, bad[i], &ret), JX_EDATA);
        assert_int_equal(host.multiply(bad[i], one, &ret), JX_EDATA);
        assert_int_equal(host.multiply_divide(one, one, bad[i], 0, 0, &ret), JX_EDATA);
        assert_int_equal(host.multiply_divide(one, bad[i], one, 0, 0, &ret), JX_EDATA);
        assert_int_equal(host.compare(bad[i], one), 0);
        expect_untouched(ret);
    }
}

static void refuses_unsound_ratios(void **state)
{
    (void)state;
    const jx_host host = make_host();
    const jx_decimal one = decimal("1");
    const jx_ratio good = host.ratio(one);
    const jx_ratio bad[] = {{one, decimal("0")},
                            {one, decimal("-1")},
                            {one, UNSOUND},
                            {UNSOUND, one},
                            {{0, 0}, {0, 0}}};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        jx_ratio ret = {decimal("77"), one};
        int32_t order = 77;
        assert_int_equal(host.ratio_add(bad[i], good, &ret), JX_EDATA);
        assert_int_equal(host.ratio_subtract(good, bad[i], &ret), JX_EDATA);
        assert_int_equal(host.ratio_multiply(bad[i], good, &ret), JX_EDATA);
        assert_int_equal(host.ratio_divide(good, bad[i], &ret), JX_EDATA);
        assert_int_equal(host.ratio_compare(bad[i], good, &order), JX_EDATA);
        assert_int_equal(order, 77);
        expect_untouched(ret.numerator);
    }
}

static void leaves_the_rest_alone(void **state)
{
    (void)state;
    const jx_host host = make_host();
    assert_int_equal(host.struct_size, sizeof host);
    assert_true(host.lose == NULL && host.lose_by_method == NULL);
    assert_true(host.refuse == NULL && host.reject == NULL);
}

int main(void)
{
    static jx_rows all;
    jx_rows_add_one(&all, "makes decimals", makes_decimals, NULL);
    jx_rows_add_one(&all, "computes with decimals", computes_decimals, NULL);
    jx_rows_add_one(&all, "computes with ratios", computes_ratios, NULL);
    jx_rows_add_one(&all, "refuses what does not fit", refuses_what_does_not_fit, NULL);
    jx_rows_add_one(&all, "refuses what does not exist", refuses_what_does_not_exist, NULL);
    jx_rows_add_one(&all, "refuses decimals that nobody made", refuses_unsound_decimals, NULL);
    jx_rows_add_one(&all, "refuses ratios that nobody made", refuses_unsound_ratios, NULL);
    jx_rows_add_one(&all, "leaves other services alone", leaves_the_rest_alone, NULL);
    return jx_rows_run(&all, "host_numbers");
}

// SPDX-License-Identifier: MIT
#include "base/wide.h"
#include "support/jx_rows.h"

enum { TRIALS = 20000 };

static const jx_uint128 ALL_ONES = ~(jx_uint128)0;

static void expect_wide(jx_wide found, jx_wide expected)
{
    assert_int_equal(jx_wide_compare(found, expected), 0);
}

static jx_wide power_of_two(uint32_t bits)
{
    jx_uint128 one = 1;
    return bits < 128 ? jx_wide_of(one << bits) : (jx_wide){one << (bits - 128), 0};
}

static const struct power {
    const char *name;
    uint32_t tens;
    bool fits;
} POWERS[] = {
    {"scales by nothing", 0, true},
    {"scales within one step", 19, true},
    {"scales over two steps", 20, true},
    {"scales to the greatest power of ten", 77, true},
    {"refuses what has more than 256 bits", 78, false},
    {"refuses what wraps twice", 200, false},
};

static void test_power(void **state)
{
    const struct power *row = *state;
    jx_wide scaled = jx_wide_of(4711);
    assert_int_equal(jx_wide_scale(jx_wide_of(1), row->tens, &scaled), row->fits);
    if (!row->fits) {
        expect_wide(scaled, jx_wide_of(4711));
        return;
    }
    uint32_t first = row->tens < 38 ? row->tens : 38;
    uint32_t second = row->tens - first < 38 ? row->tens - first : 38;
    jx_wide expected = jx_wide_multiply(jx_ten_to[first], jx_ten_to[second]);
    for (uint32_t left = row->tens - first - second; left > 0; left--) {
        jx_wide one = expected;
        for (int i = 1; i < 10; i++) {
            expected = jx_wide_add(expected, one);
        }
    }
    expect_wide(scaled, expected);
}

static void test_scaled_zero(void **state)
{
    (void)state;
    jx_wide scaled = jx_wide_of(4711);
    assert_true(jx_wide_scale(jx_wide_of(0), 200, &scaled));
    assert_true(jx_wide_is_zero(scaled));
}

static void test_greatest_product(void **state)
{
    (void)state;
    expect_wide(jx_wide_multiply(ALL_ONES, ALL_ONES), (jx_wide){ALL_ONES - 1, 1});
}

static void test_carries(void **state)
{
    (void)state;
    jx_wide sum = jx_wide_add(jx_wide_of(ALL_ONES), jx_wide_of(1));
    expect_wide(sum, (jx_wide){1, 0});
    expect_wide(jx_wide_subtract(sum, jx_wide_of(1)), jx_wide_of(ALL_ONES));
    assert_true(jx_wide_compare(sum, jx_wide_of(ALL_ONES)) > 0);
    assert_true(jx_wide_compare(jx_wide_of(ALL_ONES), sum) < 0);
}

static const struct quotient {
    const char *name;
    uint32_t bits;
    uint32_t divisor_bits;
    bool fits;
} QUOTIENTS[] = {
    {"divides 256 bits by 256", 255, 255, true},
    {"divides 256 bits by 129", 255, 129, true},
    {"divides by what is greater", 3, 200, true},
    {"refuses a quotient of 129 bits", 255, 127, false},
    {"refuses a quotient of 256 bits", 255, 0, false},
};

static void test_quotient(void **state)
{
    const struct quotient *row = *state;
    jx_uint128 quotient = 4711;
    jx_wide rest = jx_wide_of(4711);
    bool fits =
        jx_wide_divide(power_of_two(row->bits), power_of_two(row->divisor_bits), &quotient, &rest);
    assert_int_equal(fits, row->fits);
    if (row->bits >= row->divisor_bits && fits) {
        assert_true(quotient == power_of_two(row->bits - row->divisor_bits).low);
        assert_true(jx_wide_is_zero(rest));
    } else if (fits) {
        assert_true(quotient == 0);
        expect_wide(rest, power_of_two(row->bits));
    }
}

static uint64_t draw(uint64_t *seed)
{
    *seed += 0x9e3779b97f4a7c15u;
    uint64_t mixed = (*seed ^ *seed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 31;
}

// A number of 1 to 128 bits.
static jx_uint128 draw_limb(uint64_t *seed)
{
    jx_uint128 limb = (jx_uint128)draw(seed) << 64 | draw(seed);
    return (limb | (jx_uint128)1 << 127) >> draw(seed) % 128;
}

// quotient × divisor + rest is what was divided, and the rest is less than the divisor.
static void test_random_quotients(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < TRIALS; i++) {
        jx_uint128 quotient = draw_limb(&seed) >> 1;
        jx_uint128 divisor = draw_limb(&seed);
        jx_wide rest = jx_wide_of(draw_limb(&seed) % divisor);
        jx_wide number = jx_wide_add(jx_wide_multiply(quotient, divisor), rest);
        jx_uint128 found = 0;
        jx_wide left;
        assert_true(jx_wide_divide(number, jx_wide_of(divisor), &found, &left));
        assert_true(found == quotient);
        expect_wide(left, rest);
    }
}

static void test_random_wide_divisors(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < TRIALS; i++) {
        uint64_t quotient = draw(&seed);
        jx_wide divisor = jx_wide_multiply(draw_limb(&seed), draw_limb(&seed) >> 64 | 1);
        jx_wide number = jx_wide_of(0);
        for (int bit = 63; bit >= 0; bit--) {
            number = jx_wide_add(number, number);
            number = (quotient >> bit & 1) != 0 ? jx_wide_add(number, divisor) : number;
        }
        jx_wide rest = jx_wide_subtract(divisor, jx_wide_of(1));
        jx_uint128 found = 0;
        jx_wide left;
        assert_true(jx_wide_divide(jx_wide_add(number, rest), divisor, &found, &left));
        assert_true(found == quotient);
        expect_wide(left, rest);
    }
}

// Euclid's way, for numbers of 64 bits.
static uint64_t find_divisor(uint64_t a, uint64_t b)
{
    while (b > 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static void test_random_common_divisors(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < TRIALS / 4; i++) {
        uint64_t a = draw(&seed) >> draw(&seed) % 64;
        uint64_t b = draw(&seed) >> draw(&seed) % 64;
        jx_uint128 common = draw_limb(&seed);
        jx_wide found = jx_wide_gcd(jx_wide_multiply(a, common), jx_wide_multiply(b, common));
        expect_wide(found, jx_wide_multiply(find_divisor(a, b), common));
    }
}

static void test_divisor_of_zero(void **state)
{
    (void)state;
    expect_wide(jx_wide_gcd(jx_wide_of(0), jx_wide_of(12)), jx_wide_of(12));
    expect_wide(jx_wide_gcd(jx_wide_of(12), jx_wide_of(0)), jx_wide_of(12));
    assert_true(jx_wide_is_zero(jx_wide_gcd(jx_wide_of(0), jx_wide_of(0))));
}

static void test_divisor_of_high_bits(void **state)
{
    (void)state;
    jx_wide triple = jx_wide_add(power_of_two(180), power_of_two(181));
    expect_wide(jx_wide_gcd(power_of_two(200), triple), power_of_two(180));
    expect_wide(jx_wide_gcd(triple, power_of_two(128)), power_of_two(128));
    expect_wide(jx_wide_gcd(triple, power_of_two(100)), power_of_two(100));
}

static void test_ten_powers(void **state)
{
    (void)state;
    jx_uint128 power = 1;
    for (size_t tens = 0; tens < JX_TEN_POWERS; tens++) {
        assert_true(jx_ten_to[tens] == power);
        power *= 10u;
    }
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, POWERS, test_power);
    JX_ROWS(&all, QUOTIENTS, test_quotient);
    jx_rows_add_one(&all, "lists the powers of ten", test_ten_powers, NULL);
    jx_rows_add_one(&all, "scales zero by anything", test_scaled_zero, NULL);
    jx_rows_add_one(&all, "multiplies the greatest numbers", test_greatest_product, NULL);
    jx_rows_add_one(&all, "carries between the halves", test_carries, NULL);
    jx_rows_add_one(&all, "divides what it multiplied", test_random_quotients, NULL);
    jx_rows_add_one(&all, "divides by more than 128 bits", test_random_wide_divisors, NULL);
    jx_rows_add_one(&all, "finds the divisor that it put in", test_random_common_divisors, NULL);
    jx_rows_add_one(&all, "finds the divisor of a number and zero", test_divisor_of_zero, NULL);
    jx_rows_add_one(&all, "finds a divisor of high bits", test_divisor_of_high_bits, NULL);
    return jx_rows_run(&all, "wide");
}

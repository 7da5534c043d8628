// SPDX-License-Identifier: MIT
// Fractions against GMP: operations of all sizes, the same ones every run.
#include "base/ratio.h"
#include "support/jx_exact.h"
#include "support/jx_rows.h"

enum { OPERATIONS = 60000 };

static const jx_ratio UNTOUCHED = {{77u << 8, 0}, {78u << 8, 0}};
static const jx_decimal UNTOUCHED_DECIMAL = {77u << 8, 0};

static void expect_untouched(jx_ratio value)
{
    assert_memory_equal(&value, &UNTOUCHED, sizeof value);
}

typedef bool operation(jx_ratio a, jx_ratio b, jx_ratio *ret);

struct trial {
    jx_exact exact;
    mpq_t a;
    mpq_t b;
    mpq_t result;
    mpq_t part;
    size_t fitting;
};

static void begin(struct trial *trial, uint64_t seed)
{
    jx_exact_init(&trial->exact, seed);
    mpq_inits(trial->a, trial->b, trial->result, trial->part, NULL);
    trial->fitting = 0;
}

static void end(struct trial *trial, size_t least_fitting, size_t most_fitting)
{
    mpq_clears(trial->a, trial->b, trial->result, trial->part, NULL);
    jx_exact_clear(&trial->exact);
    assert_in_range(trial->fitting, least_fitting, most_fitting);
}

static void read_ratio(struct trial *trial, jx_ratio value, mpq_t ret)
{
    assert_true(jx_ratio_is_sound(value));
    jx_exact_of(&trial->exact, value.numerator, ret);
    jx_exact_of(&trial->exact, value.denominator, trial->part);
    mpq_div(ret, ret, trial->part);
}

static jx_ratio draw_ratio(struct trial *trial, mpq_t ret)
{
    jx_ratio value;
    jx_decimal above = jx_exact_draw(&trial->exact, ret);
    jx_decimal below = jx_exact_draw(&trial->exact, ret);
    if (jx_exact_below(&trial->exact, 4) == 0 || !jx_ratio_make(above, below, &value)) {
        value = jx_ratio_of(above);
    }
    read_ratio(trial, value, ret);
    return value;
}

// A fraction that shares its terms with a, as those of one project do.
static jx_ratio draw_relative(struct trial *trial, jx_ratio a, mpq_t ret)
{
    jx_ratio value = draw_ratio(trial, ret);
    if (jx_exact_below(&trial->exact, 2) == 0) {
        value.denominator = a.denominator;
    } else if (jx_decimal_sign(a.numerator) > 0) {
        value.denominator = a.numerator;
    }
    read_ratio(trial, value, ret);
    return value;
}

static bool is_short(const struct trial *trial, mpq_srcptr number)
{
    return mpz_cmpabs(mpq_numref(number), trial->exact.ten_to[JX_DECIMAL_DIGITS]) < 0 &&
           mpz_cmp(mpq_denref(number), trial->exact.ten_to[JX_DECIMAL_DIGITS]) < 0;
}

// What is promised to fit does; what fits is exact.
static void expect_result(struct trial *trial, bool fitted, jx_ratio result)
{
    trial->fitting += fitted;
    if (!fitted) {
        expect_untouched(result);
        assert_false(is_short(trial, trial->a) && is_short(trial, trial->b) &&
                     is_short(trial, trial->result));
        return;
    }
    read_ratio(trial, result, trial->a);
    assert_true(mpq_equal(trial->a, trial->result));
}

static void run_trial(operation *run,
                      void (*oracle)(mpq_t, const mpq_t, const mpq_t),
                      bool divides,
                      uint64_t seed)
{
    struct trial trial;
    begin(&trial, seed);
    for (size_t i = 0; i < OPERATIONS; i++) {
        jx_ratio a = draw_ratio(&trial, trial.a);
        jx_ratio b = i % 2 == 0 ? draw_ratio(&trial, trial.b) : draw_relative(&trial, a, trial.b);
        jx_ratio result = UNTOUCHED;
        bool fitted = run(a, b, &result);
        if (divides && mpq_sgn(trial.b) == 0) {
            assert_false(fitted);
            continue;
        }
        oracle(trial.result, trial.a, trial.b);
        expect_result(&trial, fitted, result);
    }
    end(&trial, OPERATIONS / 2, OPERATIONS - OPERATIONS / 100);
}

static void test_random_sums(void **state)
{
    (void)state;
    run_trial(jx_ratio_add, mpq_add, false, 11);
}

static void test_random_differences(void **state)
{
    (void)state;
    run_trial(jx_ratio_subtract, mpq_sub, false, 12);
}

static void test_random_products(void **state)
{
    (void)state;
    run_trial(jx_ratio_multiply, mpq_mul, false, 13);
}

static void test_random_quotients(void **state)
{
    (void)state;
    run_trial(jx_ratio_divide, mpq_div, true, 14);
}

static void test_random_comparisons(void **state)
{
    (void)state;
    struct trial trial;
    begin(&trial, 15);
    for (size_t i = 0; i < OPERATIONS; i++) {
        jx_ratio a = draw_ratio(&trial, trial.a);
        jx_ratio b = i % 2 == 0 ? draw_ratio(&trial, trial.b) : draw_relative(&trial, a, trial.b);
        int expected = mpq_cmp(trial.a, trial.b);
        int order = jx_ratio_compare(a, b);
        assert_int_equal((order > 0) - (order < 0), (expected > 0) - (expected < 0));
    }
    end(&trial, 0, 0);
}

// A long way of adding: twelve losses of one indicator, each a fraction of its own.
static void test_random_chains(void **state)
{
    (void)state;
    struct trial trial;
    begin(&trial, 16);
    for (size_t i = 0; i < OPERATIONS / 20; i++) {
        jx_ratio sum = jx_ratio_of(JX_DECIMAL_ZERO);
        mpq_set_ui(trial.result, 0, 1);
        for (int loss = 0; loss < 12; loss++) {
            jx_ratio part;
            jx_decimal points = jx_decimal_make(1 + jx_exact_below(&trial.exact, 1200), 2);
            jx_decimal step = jx_decimal_make(1 + jx_exact_below(&trial.exact, 100), 1);
            assert_true(jx_ratio_make(points, step, &part));
            assert_true(jx_ratio_add(sum, part, &sum));
            read_ratio(&trial, part, trial.a);
            mpq_add(trial.result, trial.result, trial.a);
        }
        read_ratio(&trial, sum, trial.a);
        assert_true(mpq_equal(trial.a, trial.result));
    }
    end(&trial, 0, 0);
}

static void check_rounding(struct trial *trial, jx_ratio a)
{
    jx_decimal result = UNTOUCHED_DECIMAL;
    uint32_t places = jx_exact_below(&trial->exact, 19);
    uint32_t rounding = jx_exact_below(&trial->exact, 3);
    bool fitted = jx_ratio_round(a, places, rounding, &result);
    bool fits = jx_exact_round(&trial->exact, trial->a, places, rounding, trial->result);
    assert_int_equal(fitted, fits);
    if (fits) {
        jx_exact_expect(&trial->exact, result, trial->result);
    }
    trial->fitting += fits;
}

static void check_whole(struct trial *trial,
                        jx_ratio a,
                        bool (*run)(jx_ratio, jx_decimal *),
                        void (*oracle)(mpz_t, const mpz_t, const mpz_t))
{
    jx_decimal result = UNTOUCHED_DECIMAL;
    bool fitted = run(a, &result);
    oracle(mpq_numref(trial->result), mpq_numref(trial->a), mpq_denref(trial->a));
    mpz_set_ui(mpq_denref(trial->result), 1);
    assert_int_equal(fitted, is_short(trial, trial->result));
    if (fitted) {
        jx_exact_expect(&trial->exact, result, trial->result);
    }
}

static void test_random_roundings(void **state)
{
    (void)state;
    struct trial trial;
    begin(&trial, 17);
    for (size_t i = 0; i < OPERATIONS; i++) {
        jx_ratio a = draw_ratio(&trial, trial.a);
        check_rounding(&trial, a);
        check_whole(&trial, a, jx_ratio_ceiling, mpz_cdiv_q);
        check_whole(&trial, a, jx_ratio_floor, mpz_fdiv_q);
    }
    end(&trial, OPERATIONS / 2, OPERATIONS - OPERATIONS / 100);
}

int main(void)
{
    jx_rows all = {.count = 0};
    jx_rows_add_one(&all, "adds as GMP does", test_random_sums, NULL);
    jx_rows_add_one(&all, "subtracts as GMP does", test_random_differences, NULL);
    jx_rows_add_one(&all, "multiplies as GMP does", test_random_products, NULL);
    jx_rows_add_one(&all, "divides as GMP does", test_random_quotients, NULL);
    jx_rows_add_one(&all, "compares as GMP does", test_random_comparisons, NULL);
    jx_rows_add_one(&all, "adds twelve losses as GMP does", test_random_chains, NULL);
    jx_rows_add_one(&all, "rounds as GMP shows", test_random_roundings, NULL);
    return jx_rows_run(&all, "ratio against GMP");
}

// SPDX-License-Identifier: MIT
// Decimals against GMP: over a million operations of all sizes, the same ones every run.
#include "base/decimal.h"
#include "support/jx_exact.h"
#include "support/jx_rows.h"

enum { OPERATIONS = 200000 };

static const jx_decimal UNTOUCHED = {77u << 8, 0};

static void expect_untouched(jx_decimal value)
{
    assert_memory_equal(&value, &UNTOUCHED, sizeof value);
}

typedef bool operation(jx_decimal a, jx_decimal b, jx_decimal *ret);

// What the random operations share.
struct trial {
    jx_exact exact;
    mpq_t a;
    mpq_t b;
    mpq_t c;
    mpq_t result;
    size_t fitting;
};

static void begin(struct trial *trial, uint64_t seed)
{
    jx_exact_init(&trial->exact, seed);
    mpq_inits(trial->a, trial->b, trial->c, trial->result, NULL);
    trial->fitting = 0;
}

// Most of the operations fitted and many did not, or the trial proves little.
static void end(struct trial *trial, size_t least_fitting, size_t most_fitting)
{
    mpq_clears(trial->a, trial->b, trial->c, trial->result, NULL);
    jx_exact_clear(&trial->exact);
    assert_in_range(trial->fitting, least_fitting, most_fitting);
}

static void expect_result(struct trial *trial, bool fitted, bool fits, jx_decimal result)
{
    assert_int_equal(fitted, fits);
    trial->fitting += fits;
    if (fits) {
        jx_exact_expect(&trial->exact, result, trial->result);
    } else {
        expect_untouched(result);
    }
}

static void run_trial(operation *run,
                      void (*oracle)(mpq_t, const mpq_t, const mpq_t),
                      uint64_t seed)
{
    struct trial trial;
    begin(&trial, seed);
    for (size_t i = 0; i < OPERATIONS; i++) {
        jx_decimal a = jx_exact_draw(&trial.exact, trial.a);
        jx_decimal b = jx_exact_draw(&trial.exact, trial.b);
        jx_decimal result = UNTOUCHED;
        bool fitted = run(a, b, &result);
        oracle(trial.result, trial.a, trial.b);
        expect_result(&trial, fitted, jx_exact_fits(&trial.exact, trial.result), result);
    }
    end(&trial, OPERATIONS / 2, OPERATIONS - OPERATIONS / 100);
}

static void test_random_sums(void **state)
{
    (void)state;
    run_trial(jx_decimal_add, mpq_add, 1);
}

static void test_random_differences(void **state)
{
    (void)state;
    run_trial(jx_decimal_subtract, mpq_sub, 2);
}

static void test_random_products(void **state)
{
    (void)state;
    run_trial(jx_decimal_multiply, mpq_mul, 3);
}

static void check_division(
    struct trial *trial, jx_decimal a, jx_decimal b, jx_decimal c, uint32_t places)
{
    for (uint32_t rounding = JX_ROUND_HALF_UP; rounding <= JX_ROUND_DOWN; rounding++) {
        jx_decimal result = UNTOUCHED;
        bool fitted = jx_decimal_multiply_divide(a, b, c, places, rounding, &result);
        mpq_mul(trial->result, trial->a, trial->b);
        bool fits = mpq_sgn(trial->c) != 0;
        if (fits) {
            mpq_div(trial->result, trial->result, trial->c);
            fits = jx_exact_round(&trial->exact, trial->result, places, rounding, trial->result);
        }
        expect_result(trial, fitted, fits, result);
    }
}

static void test_random_divisions(void **state)
{
    (void)state;
    struct trial trial;
    begin(&trial, 4);
    for (size_t i = 0; i < OPERATIONS / 2; i++) {
        jx_decimal a = jx_exact_draw(&trial.exact, trial.a);
        jx_decimal b = jx_exact_draw(&trial.exact, trial.b);
        jx_decimal c = jx_exact_draw(&trial.exact, trial.c);
        check_division(&trial, a, b, c, jx_exact_below(&trial.exact, 19));
    }
    end(&trial, OPERATIONS / 2, 3 * OPERATIONS / 2 - OPERATIONS / 100);
}

// c × (2k + 1) × 5 × 10^-(places + 1) / c lies just between two neighbours.
static void test_random_ties(void **state)
{
    (void)state;
    struct trial trial;
    begin(&trial, 5);
    for (size_t i = 0; i < OPERATIONS / 4; i++) {
        uint32_t places = jx_exact_below(&trial.exact, 18);
        jx_decimal c = jx_exact_draw(&trial.exact, trial.c);
        jx_decimal odd =
            jx_decimal_make(2 * (int64_t)jx_exact_below(&trial.exact, 100000) - 99999, 0);
        jx_decimal b = jx_decimal_make(5, places + 1);
        jx_decimal a;
        if (!jx_decimal_multiply(c, odd, &a)) {
            continue;
        }
        jx_exact_of(&trial.exact, a, trial.a);
        jx_exact_of(&trial.exact, b, trial.b);
        check_division(&trial, a, b, c, places);
    }
    end(&trial, OPERATIONS / 4, 3 * OPERATIONS / 4);
}

static void test_random_roundings(void **state)
{
    (void)state;
    struct trial trial;
    begin(&trial, 6);
    for (size_t i = 0; i < OPERATIONS / 2; i++) {
        jx_decimal a = jx_exact_draw(&trial.exact, trial.a);
        uint32_t places = jx_exact_below(&trial.exact, 19);
        uint32_t rounding = jx_exact_below(&trial.exact, 3);
        jx_exact_round(&trial.exact, trial.a, places, rounding, trial.result);
        jx_exact_expect(&trial.exact, jx_decimal_round(a, places, rounding), trial.result);
        assert_int_equal(jx_decimal_has_places(a, places), mpq_equal(trial.a, trial.result) != 0);
    }
    end(&trial, 0, 0);
}

// A number beside a: a itself with more places, or one that differs in the last place.
static jx_decimal draw_neighbour(struct trial *trial, jx_decimal a)
{
    jx_decimal neighbour = a;
    jx_decimal tiny = jx_decimal_make((int64_t)jx_exact_below(&trial->exact, 3) - 1,
                                      jx_exact_below(&trial->exact, 36));
    jx_decimal_multiply(a, jx_decimal_make(100000, 5), &neighbour);
    jx_decimal_add(neighbour, tiny, &neighbour);
    jx_exact_of(&trial->exact, neighbour, trial->b);
    return neighbour;
}

static void test_random_comparisons(void **state)
{
    (void)state;
    struct trial trial;
    begin(&trial, 7);
    for (size_t i = 0; i < OPERATIONS; i++) {
        jx_decimal a = jx_exact_draw(&trial.exact, trial.a);
        jx_decimal b =
            i % 2 == 0 ? jx_exact_draw(&trial.exact, trial.b) : draw_neighbour(&trial, a);
        int expected = mpq_cmp(trial.a, trial.b);
        int order = jx_decimal_compare(a, b);
        assert_int_equal((order > 0) - (order < 0), (expected > 0) - (expected < 0));
        trial.fitting += expected == 0;
    }
    end(&trial, OPERATIONS / 20, OPERATIONS / 2);
}

int main(void)
{
    jx_rows all = {.count = 0};
    jx_rows_add_one(&all, "adds as GMP does", test_random_sums, NULL);
    jx_rows_add_one(&all, "subtracts as GMP does", test_random_differences, NULL);
    jx_rows_add_one(&all, "multiplies as GMP does", test_random_products, NULL);
    jx_rows_add_one(&all, "multiplies and divides as GMP does", test_random_divisions, NULL);
    jx_rows_add_one(&all, "rounds ties as GMP shows", test_random_ties, NULL);
    jx_rows_add_one(&all, "rounds as GMP shows", test_random_roundings, NULL);
    jx_rows_add_one(&all, "compares as GMP does", test_random_comparisons, NULL);
    return jx_rows_run(&all, "decimal against GMP");
}

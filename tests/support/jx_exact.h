// SPDX-License-Identifier: MIT
// Random decimals beside the GMP rationals that they ought to be. The same numbers every run.
#ifndef JIXIAO_TESTS_SUPPORT_JX_EXACT_H
#define JIXIAO_TESTS_SUPPORT_JX_EXACT_H

#include "base/decimal.h"
#include "support/jx_test.h"

#include <gmp.h>
#include <stdbool.h>
#include <string.h>

enum { JX_EXACT_TEXT = 48, JX_EXACT_POWERS = 72 };

typedef struct jx_exact {
    uint64_t seed;
    mpz_t ten_to[JX_EXACT_POWERS];
    mpz_t left;
    mpz_t right;
} jx_exact;

static inline void jx_exact_init(jx_exact *exact, uint64_t seed)
{
    exact->seed = seed;
    mpz_inits(exact->left, exact->right, NULL);
    for (unsigned power = 0; power < JX_EXACT_POWERS; power++) {
        mpz_init(exact->ten_to[power]);
        mpz_ui_pow_ui(exact->ten_to[power], 10, power);
    }
}

static inline void jx_exact_clear(jx_exact *exact)
{
    mpz_clears(exact->left, exact->right, NULL);
    for (unsigned power = 0; power < JX_EXACT_POWERS; power++) {
        mpz_clear(exact->ten_to[power]);
    }
}

// A random number below `bound`.
static inline uint32_t jx_exact_below(jx_exact *exact, uint32_t bound)
{
    exact->seed += 0x9e3779b97f4a7c15u;
    uint64_t mixed = exact->seed;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return (uint32_t)((mixed ^ mixed >> 31) % bound);
}

// The rational that a decimal's text stands for.
static inline void jx_exact_read(jx_exact *exact, const char *text, mpq_t ret)
{
    char digits[JX_DECIMAL_TEXT];
    size_t size = 0;
    size_t places = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '.') {
            places = strlen(at + 1);
        } else {
            digits[size++] = *at;
        }
    }
    digits[size] = '\0';
    assert_int_equal(mpz_set_str(mpq_numref(ret), digits, 10), 0);
    mpz_set(mpq_denref(ret), exact->ten_to[places]);
    mpq_canonicalize(ret);
}

// The rational that a decimal is.
static inline void jx_exact_of(jx_exact *exact, jx_decimal value, mpq_t ret)
{
    char text[JX_DECIMAL_TEXT];
    assert_true(jx_decimal_is_sound(value));
    jx_decimal_format(value, 0, text);
    jx_exact_read(exact, text, ret);
}

static inline char jx_exact_digit(jx_exact *exact, uint32_t style)
{
    if (style == 0) {
        return '9';
    }
    if (style == 1) {
        return '0';
    }
    return style == 2 ? "05"[jx_exact_below(exact, 2)] : (char)('0' + jx_exact_below(exact, 10));
}

// A decimal of any size and sign, with as many as 35 places; mostly an everyday one.
static inline jx_decimal jx_exact_draw(jx_exact *exact, mpq_t ret)
{
    static const uint32_t longest[] = {3, 6, 6, 9, 18, 20, 35, 35};
    uint32_t digits = 1 + jx_exact_below(exact, longest[jx_exact_below(exact, 8)]);
    uint32_t places = jx_exact_below(exact, 3);
    if (jx_exact_below(exact, 4) == 0) {
        places = jx_exact_below(exact, digits < 18 ? digits + 1 : 19);
    }
    uint32_t style = jx_exact_below(exact, 8);
    char text[JX_EXACT_TEXT];
    size_t size = 0;
    if (jx_exact_below(exact, 3) == 0) {
        text[size++] = '-';
    }
    if (digits <= places) {
        digits = places + 1;
        text[size++] = '0';
    } else {
        text[size++] = (char)('0' + jx_exact_below(exact, 10));
    }
    for (uint32_t left = digits - 1; left > 0; left--) {
        if (left == places) {
            text[size++] = '.';
        }
        text[size++] = jx_exact_digit(exact, style);
    }
    text[size] = '\0';
    jx_decimal value = JX_DECIMAL_ZERO;
    assert_true(jx_decimal_parse(jx_str_of(text), &value));
    if (jx_exact_below(exact, 8) == 0) {
        jx_decimal tiny = jx_decimal_make(1, jx_exact_below(exact, 18));
        assert_true(jx_decimal_multiply(value, tiny, &value));
    }
    jx_exact_of(exact, value, ret);
    return value;
}

// Whether some decimal is that number.
static inline bool jx_exact_fits(jx_exact *exact, mpq_srcptr number)
{
    mpz_mul(exact->left, mpq_numref(number), exact->ten_to[JX_DECIMAL_PLACES]);
    if (!mpz_divisible_p(exact->left, mpq_denref(number))) {
        return false;
    }
    mpz_divexact(exact->left, exact->left, mpq_denref(number));
    for (int zeros = 0; zeros < JX_DECIMAL_PLACES && mpz_divisible_ui_p(exact->left, 10); zeros++) {
        mpz_divexact_ui(exact->left, exact->left, 10);
    }
    return mpz_cmpabs(exact->left, exact->ten_to[JX_DECIMAL_DIGITS]) < 0;
}

// Rounds to `places` places; false where that has more than 35 digits.
static inline bool jx_exact_round(
    jx_exact *exact, mpq_srcptr number, uint32_t places, uint32_t rounding, mpq_t ret)
{
    mpz_mul(exact->left, mpq_numref(number), exact->ten_to[places]);
    mpz_tdiv_qr(exact->left, exact->right, exact->left, mpq_denref(number));
    mpz_mul_2exp(exact->right, exact->right, 1);
    int half = mpz_cmpabs(exact->right, mpq_denref(number));
    bool up = rounding == JX_ROUND_HALF_UP && half >= 0;
    bool even =
        rounding == JX_ROUND_HALF_EVEN && (half > 0 || (half == 0 && mpz_odd_p(exact->left)));
    if (up || even) {
        if (mpq_sgn(number) < 0) {
            mpz_sub_ui(exact->left, exact->left, 1);
        } else {
            mpz_add_ui(exact->left, exact->left, 1);
        }
    }
    bool fits = mpz_cmpabs(exact->left, exact->ten_to[JX_DECIMAL_DIGITS]) < 0;
    mpz_set(mpq_numref(ret), exact->left);
    mpz_set(mpq_denref(ret), exact->ten_to[places]);
    mpq_canonicalize(ret);
    return fits;
}

// Fails unless the decimal is that number.
static inline void jx_exact_expect(jx_exact *exact, jx_decimal value, mpq_srcptr expected)
{
    char text[JX_DECIMAL_TEXT];
    mpq_t found;
    mpq_init(found);
    jx_exact_of(exact, value, found);
    bool equal = mpq_equal(found, expected) != 0;
    mpq_clear(found);
    if (!equal) {
        char *wanted = mpq_get_str(NULL, 10, expected);
        fail_msg("expected %s, got %s", wanted, jx_decimal_format(value, 0, text).data);
    }
}

#endif

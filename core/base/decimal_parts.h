// SPDX-License-Identifier: MIT
// How a jx_decimal is packed: coefficient × 2^8 + places, in two's complement; and the quick ways through adding
// and multiplying, compiled into decimal.c, ratio.c and, by ratio_parts.h, where points are settled. Everybody else
// takes decimals as opaque.
// All functions: [any-thread]
#ifndef JIXIAO_BASE_DECIMAL_PARTS_H
#define JIXIAO_BASE_DECIMAL_PARTS_H

#include "base/decimal.h"
#include "base/wide.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { JX_PLACES_BITS = 8, JX_PLACES_MASK = 0xff, JX_TENS_OF_INT64 = 18, JX_PLACES_ROUNDED = 18 };

// Compiled into whoever calls it: figures of 16 and 32 bytes would go through memory else.
#define JX_QUICK static inline __attribute__((always_inline))

static inline jx_int128 jx_decimal_coefficient(jx_decimal a)
{
    return (jx_int128)((jx_uint128)(uint64_t)a.high << 64 | a.low) >> JX_PLACES_BITS;
}

static inline uint32_t jx_decimal_places(jx_decimal a)
{
    return (uint32_t)(a.low & JX_PLACES_MASK);
}

static inline jx_decimal jx_decimal_pack(jx_int128 coefficient, uint32_t places)
{
    jx_uint128 bits = (jx_uint128)coefficient << JX_PLACES_BITS | places;
    return (jx_decimal){(uint64_t)bits, (int64_t)(bits >> 64)};
}

static inline jx_uint128 jx_magnitude(jx_int128 a)
{
    return a < 0 ? -(jx_uint128)a : (jx_uint128)a;
}

static inline jx_int128 jx_signed(bool negative, jx_uint128 magnitude)
{
    return negative ? -(jx_int128)magnitude : (jx_int128)magnitude;
}

// Whether the magnitude has at most 35 digits.
static inline bool jx_magnitude_fits(jx_uint128 magnitude)
{
    return magnitude < (jx_uint128)100000000000000000 * 1000000000000000000; // 10^35
}

static inline bool jx_is_int64(jx_int128 a)
{
    return a == (int64_t)a;
}

static inline bool jx_coefficient_fits(jx_int128 a)
{
    return jx_is_int64(a) || jx_magnitude_fits(jx_magnitude(a));
}

// Multiplies by 10^tens where 64 bits make it plain that 127 hold the result, with room for a coefficient
// to be added.
static inline bool jx_scale_quickly(jx_int128 *coefficient, uint32_t tens)
{
    if (tens > JX_TENS_OF_INT64 || !jx_is_int64(*coefficient)) {
        return false;
    }
    *coefficient = (jx_int128)(int64_t)*coefficient * (int64_t)jx_ten_to[tens];
    return true;
}

// Gives two coefficients the same places, quickly or not at all.
static inline bool jx_align_quickly(jx_int128 *left,
                                    uint32_t places,
                                    jx_int128 *right,
                                    uint32_t others)
{
    if (places == others) {
        return true;
    }
    return places < others ? jx_scale_quickly(left, others - places)
                           : jx_scale_quickly(right, places - others);
}

// For what the quick ways leave over.
bool jx_decimal_add_widely(jx_decimal a, jx_decimal b, jx_decimal *ret);
bool jx_decimal_multiply_widely(jx_decimal a, jx_decimal b, jx_decimal *ret);

// ---------------------------------------------------------------------------------- everyday decimals

// Whether the decimal lies in its low half: a coefficient of at most 56 bits.
JX_QUICK bool jx_is_short(jx_decimal a)
{
    return a.high == (int64_t)a.low >> 63;
}

JX_QUICK int64_t jx_short_coefficient(jx_decimal a)
{
    return (int64_t)a.low >> JX_PLACES_BITS;
}

JX_QUICK uint64_t jx_short_magnitude(int64_t coefficient)
{
    return coefficient < 0 ? -(uint64_t)coefficient : (uint64_t)coefficient;
}

JX_QUICK jx_decimal jx_short_pack(int64_t coefficient, uint32_t places)
{
    return (jx_decimal){(uint64_t)coefficient << JX_PLACES_BITS | places,
                        coefficient >> (64 - JX_PLACES_BITS)};
}

// Multiplies by 10^tens where 64 bits hold the result.
JX_QUICK bool jx_short_scale(int64_t *coefficient, uint32_t tens)
{
    return tens <= JX_TENS_OF_INT64 &&
           !__builtin_mul_overflow(*coefficient, (int64_t)jx_ten_to[tens], coefficient);
}

// Gives the coefficients of two everyday decimals the same places, or says that they are none.
JX_QUICK bool jx_short_align(jx_decimal a, jx_decimal b, int64_t *ret_a, int64_t *ret_b)
{
    uint32_t places = jx_decimal_places(a);
    uint32_t others = jx_decimal_places(b);
    *ret_a = jx_short_coefficient(a);
    *ret_b = jx_short_coefficient(b);
    if (!jx_is_short(a) || !jx_is_short(b)) {
        return false;
    }
    if (places == others) {
        return true;
    }
    return places < others ? jx_short_scale(ret_a, others - places)
                           : jx_short_scale(ret_b, places - others);
}

// a - b of everyday decimals; false, and *ret as it was, of others.
JX_QUICK bool jx_short_subtract(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    int64_t left;
    int64_t right;
    if (!jx_short_align(a, b, &left, &right) || __builtin_sub_overflow(left, right, &left)) {
        return false;
    }
    uint32_t places = jx_decimal_places(a);
    uint32_t others = jx_decimal_places(b);
    *ret = jx_short_pack(left, places < others ? others : places);
    return true;
}

// *ret is written here only, so that the quick way keeps it in registers.
JX_QUICK bool jx_decimal_add_inline(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    int64_t left;
    int64_t right;
    if (jx_short_align(a, b, &left, &right) && !__builtin_add_overflow(left, right, &left)) {
        uint32_t places = jx_decimal_places(a);
        uint32_t others = jx_decimal_places(b);
        *ret = jx_short_pack(left, places < others ? others : places);
        return true;
    }
    jx_decimal sum;
    if (!jx_decimal_add_widely(a, b, &sum)) {
        return false;
    }
    *ret = sum;
    return true;
}

JX_QUICK bool jx_decimal_subtract_inline(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    return jx_short_subtract(a, b, ret) || jx_decimal_subtract(a, b, ret);
}

JX_QUICK bool jx_decimal_multiply_inline(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    int64_t product;
    uint32_t places = jx_decimal_places(a) + jx_decimal_places(b);
    if (jx_is_short(a) && jx_is_short(b) && places <= JX_DECIMAL_PLACES &&
        !__builtin_mul_overflow(jx_short_coefficient(a), jx_short_coefficient(b), &product)) {
        *ret = jx_short_pack(product, places);
        return true;
    }
    jx_decimal wide;
    if (!jx_decimal_multiply_widely(a, b, &wide)) {
        return false;
    }
    *ret = wide;
    return true;
}

JX_QUICK int jx_decimal_compare_inline(jx_decimal a, jx_decimal b)
{
    int64_t left;
    int64_t right;
    return jx_short_align(a, b, &left, &right) ? (left > right) - (left < right)
                                               : jx_decimal_compare(a, b);
}

JX_QUICK int jx_decimal_sign_inline(jx_decimal a)
{
    return (a.high > 0 || (a.high == 0 && a.low > JX_PLACES_MASK)) - (a.high < 0);
}

enum { JX_DIGIT_PAIRS = 201, JX_HUNDRED_WHOLE = 10000 };
extern const char jx_digit_pairs[JX_DIGIT_PAIRS]; // 00 to 99

// Writes hundredths below 100, as 0.05 to 99.99.
JX_QUICK char *jx_hundredths_write(uint32_t number, char *at)
{
    const uint32_t whole = number / 100;
    memcpy(at, &jx_digit_pairs[2 * (size_t)whole + (whole < 10)], 2);
    at += whole < 10 ? 1 : 2;
    *at = '.';
    memcpy(at + 1, &jx_digit_pairs[2 * (size_t)(number % 100)], 2);
    return at + 3;
}

// jx_decimal_write, quick for what points nearly always are.
JX_QUICK char *jx_decimal_write_inline(jx_decimal a, uint32_t places, char *at)
{
    const uint32_t had = jx_decimal_places(a);
    uint64_t number = a.low >> JX_PLACES_BITS;
    if (places == 2 && had <= 2 && a.high == 0 && number < JX_HUNDRED_WHOLE) {
        number *= (uint64_t)jx_ten_to[2 - had];
        if (number < JX_HUNDRED_WHOLE) {
            return jx_hundredths_write((uint32_t)number, at);
        }
    }
    return jx_decimal_write(a, places, at);
}

// Whether a quotient is rounded away from 0; `half` is what is left, below, at or above a half.
JX_QUICK bool jx_rounds_away(int half, bool odd, uint32_t rounding)
{
    if (rounding == JX_ROUND_DOWN) {
        return false;
    }
    return half > 0 || (half == 0 && (rounding == JX_ROUND_HALF_UP || odd));
}

#endif

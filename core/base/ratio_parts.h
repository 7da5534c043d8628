// SPDX-License-Identifier: MIT
// The quick ways through fractions, compiled into where points are lost and settled: everyday decimals, which
// nearly all points and figures are. What they leave over goes to ratio.c. All functions:
// [any-thread]
#ifndef JIXIAO_BASE_RATIO_PARTS_H
#define JIXIAO_BASE_RATIO_PARTS_H

#include "base/decimal_parts.h"
#include "base/ratio.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stdint.h>

JX_QUICK bool jx_equal_bits(jx_decimal a, jx_decimal b)
{
    return a.low == b.low && a.high == b.high;
}

JX_QUICK bool jx_is_one(jx_decimal a)
{
    return jx_equal_bits(a, jx_short_pack(1, 0));
}

JX_QUICK bool jx_ratios_are_short(jx_ratio a, jx_ratio b)
{
    return jx_is_short(a.numerator) && jx_is_short(a.denominator) && jx_is_short(b.numerator) &&
           jx_is_short(b.denominator);
}

// a + sign × b where 64 bits hold all of it, and the denominators are equal or one of them is 1.
JX_QUICK bool jx_ratio_add_quickly(jx_ratio a, jx_ratio b, int64_t sign, jx_ratio *ret)
{
    int64_t left = jx_short_coefficient(a.numerator);
    int64_t right = sign * jx_short_coefficient(b.numerator);
    uint32_t places = jx_decimal_places(a.numerator);
    uint32_t others = jx_decimal_places(b.numerator);
    jx_decimal below = a.denominator;
    bool fits = jx_ratios_are_short(a, b);
    if (jx_equal_bits(a.denominator, b.denominator)) {
        // as they are
    } else if (jx_is_one(b.denominator)) {
        fits = fits && !__builtin_mul_overflow(right, jx_short_coefficient(below), &right);
        others += jx_decimal_places(below);
    } else {
        below = b.denominator;
        fits = fits && jx_is_one(a.denominator) &&
               !__builtin_mul_overflow(left, jx_short_coefficient(below), &left);
        places += jx_decimal_places(below);
    }
    uint32_t most = places < others ? others : places;
    if (!fits || most > JX_DECIMAL_PLACES || !jx_short_scale(&left, most - places) ||
        !jx_short_scale(&right, most - others) || __builtin_add_overflow(left, right, &left)) {
        return false;
    }
    *ret = (jx_ratio){jx_short_pack(left, most), below};
    return true;
}

JX_QUICK bool jx_ratio_multiply_quickly(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    int64_t above;
    int64_t below;
    uint32_t places = jx_decimal_places(a.numerator) + jx_decimal_places(b.numerator);
    uint32_t others = jx_decimal_places(a.denominator) + jx_decimal_places(b.denominator);
    if (!jx_ratios_are_short(a, b) || places > JX_DECIMAL_PLACES || others > JX_DECIMAL_PLACES ||
        __builtin_mul_overflow(jx_short_coefficient(a.numerator), jx_short_coefficient(b.numerator),
                               &above) ||
        __builtin_mul_overflow(jx_short_coefficient(a.denominator),
                               jx_short_coefficient(b.denominator), &below)) {
        return false;
    }
    *ret = (jx_ratio){jx_short_pack(above, places), jx_short_pack(below, others)};
    return true;
}

// Rounds what 64 bits hold, without dividing where there is nothing to divide by.
JX_QUICK bool jx_ratio_round_quickly(jx_ratio a,
                                     uint32_t places,
                                     uint32_t rounding,
                                     jx_decimal *ret)
{
    uint32_t gained = places + jx_decimal_places(a.denominator);
    uint32_t spent = jx_decimal_places(a.numerator);
    int64_t above = jx_short_coefficient(a.numerator);
    int64_t below = jx_short_coefficient(a.denominator);
    if (!jx_is_short(a.numerator) || !jx_is_short(a.denominator) || below <= 0 ||
        places > JX_PLACES_ROUNDED || rounding > JX_ROUND_DOWN ||
        !(gained < spent ? jx_short_scale(&below, spent - gained)
                         : jx_short_scale(&above, gained - spent))) {
        return false;
    }
    if (below == 1) {
        *ret = jx_short_pack(above, places);
        return true;
    }
    int64_t quotient = above / below;
    int64_t rest = above % below;
    int64_t sign = above < 0 ? -1 : 1;
    int64_t left = sign * rest;
    int half = (left > below - left) - (left < below - left);
    bool away = jx_rounds_away(half, (quotient & 1) != 0, rounding);
    *ret = jx_short_pack(quotient + (away ? sign : 0), places);
    return true;
}

// ------------------------------------------------------------------------------- quickly, else the general way

JX_QUICK bool jx_ratio_subtract_inline(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    jx_ratio difference;
    if (jx_ratio_add_quickly(a, b, -1, &difference)) {
        *ret = difference;
        return true;
    }
    return jx_ratio_subtract(a, b, ret);
}

JX_QUICK bool jx_ratio_multiply_inline(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    jx_ratio product;
    if (jx_ratio_multiply_quickly(a, b, &product)) {
        *ret = product;
        return true;
    }
    return jx_ratio_multiply(a, b, ret);
}

JX_QUICK bool jx_ratio_divide_inline(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    const jx_ratio inverse = {b.denominator, b.numerator};
    return jx_is_short(b.numerator) && jx_short_coefficient(b.numerator) > 0
               ? jx_ratio_multiply_inline(a, inverse, ret)
               : jx_ratio_divide(a, b, ret);
}

// Orders what 64 bits hold, crosswise.
JX_QUICK bool jx_ratio_compare_quickly(jx_ratio a, jx_ratio b, int *ret)
{
    int64_t left = jx_short_coefficient(a.numerator);
    int64_t right = jx_short_coefficient(b.numerator);
    uint32_t places = jx_decimal_places(a.numerator);
    uint32_t others = jx_decimal_places(b.numerator);
    bool fits = jx_ratios_are_short(a, b);
    if (!jx_equal_bits(a.denominator, b.denominator)) {
        fits = fits && !__builtin_mul_overflow(left, jx_short_coefficient(b.denominator), &left) &&
               !__builtin_mul_overflow(right, jx_short_coefficient(a.denominator), &right);
        places += jx_decimal_places(b.denominator);
        others += jx_decimal_places(a.denominator);
    }
    if (!fits || (places < others ? !jx_short_scale(&left, others - places)
                                  : !jx_short_scale(&right, places - others))) {
        return false;
    }
    *ret = (left > right) - (left < right);
    return true;
}

JX_QUICK int jx_ratio_compare_inline(jx_ratio a, jx_ratio b)
{
    int order = 0;
    return jx_ratio_compare_quickly(a, b, &order) ? order : jx_ratio_compare(a, b);
}

JX_QUICK bool jx_ratio_round_inline(jx_ratio a, uint32_t places, uint32_t rounding, jx_decimal *ret)
{
    return jx_ratio_round_quickly(a, places, rounding, ret) ||
           jx_ratio_round(a, places, rounding, ret);
}

#endif

// SPDX-License-Identifier: MIT
// The quick ways through fractions, compiled into where points are lost and settled: everyday decimals over equal
// denominators, which nearly all points and figures are. What they leave over goes to ratio.c. All functions:
// [any-thread]
#ifndef JIXIAO_BASE_RATIO_PARTS_H
#define JIXIAO_BASE_RATIO_PARTS_H

#include "base/decimal_parts.h"
#include "base/ratio.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stdint.h>

static inline bool jx_equal_bits(jx_decimal a, jx_decimal b)
{
    return a.low == b.low && a.high == b.high;
}

static inline bool jx_is_one(jx_decimal a)
{
    return jx_equal_bits(a, jx_short_pack(1, 0));
}

static inline bool jx_ratio_subtract_inline(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    jx_decimal difference;
    if (jx_equal_bits(a.denominator, b.denominator) &&
        jx_short_subtract(a.numerator, b.numerator, &difference)) {
        *ret = (jx_ratio){difference, a.denominator};
        return true;
    }
    return jx_ratio_subtract(a, b, ret);
}

static inline int jx_ratio_compare_inline(jx_ratio a, jx_ratio b)
{
    int64_t left;
    int64_t right;
    if (jx_equal_bits(a.denominator, b.denominator) &&
        jx_short_align(a.numerator, b.numerator, &left, &right)) {
        return (left > right) - (left < right);
    }
    return jx_ratio_compare(a, b);
}

// Where no digit goes, there is nothing to round.
static inline bool jx_ratio_round_inline(jx_ratio a,
                                         uint32_t places,
                                         uint32_t rounding,
                                         jx_decimal *ret)
{
    uint32_t had = jx_decimal_places(a.numerator);
    int64_t coefficient = jx_short_coefficient(a.numerator);
    if (jx_is_one(a.denominator) && jx_is_short(a.numerator) && had <= places &&
        places <= JX_PLACES_ROUNDED && rounding <= JX_ROUND_DOWN &&
        jx_short_scale(&coefficient, places - had)) {
        *ret = jx_short_pack(coefficient, places);
        return true;
    }
    return jx_ratio_round(a, places, rounding, ret);
}

#endif

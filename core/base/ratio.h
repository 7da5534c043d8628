// SPDX-License-Identifier: MIT
// Exact fractions of decimals, with a denominator above 0. Reduced only where a result would not fit, so
// that small figures stay quick. Functions that return bool answer false, and leave *ret alone, where a
// result does not fit even reduced, or does not exist. Results fit where operands and result, reduced to
// whole numbers, have at most 35 digits above and below. Fractions from outside (a plugin) are taken for sound:
// ask jx_ratio_is_sound at the border. All functions: [any-thread]
#ifndef JIXIAO_BASE_RATIO_H
#define JIXIAO_BASE_RATIO_H

#include "base/decimal.h"

#include <jixiao/plugin.h>

#include <stdbool.h>

// Whether both decimals are sound and the denominator is above 0.
bool jx_ratio_is_sound(jx_ratio a);

// a over 1
static inline jx_ratio jx_ratio_of(jx_decimal a)
{
    return (jx_ratio){a, JX_DECIMAL_ONE};
}

// a / b with the sign in the numerator; false where b is 0.
bool jx_ratio_make(jx_decimal a, jx_decimal b, jx_ratio *ret);

bool jx_ratio_add(jx_ratio a, jx_ratio b, jx_ratio *ret);
bool jx_ratio_subtract(jx_ratio a, jx_ratio b, jx_ratio *ret);
bool jx_ratio_multiply(jx_ratio a, jx_ratio b, jx_ratio *ret);
bool jx_ratio_divide(jx_ratio a, jx_ratio b, jx_ratio *ret);

// Below, at, above 0 as a is below, at, above b; no fraction is too large to compare.
int jx_ratio_compare(jx_ratio a, jx_ratio b);

int jx_ratio_sign(jx_ratio a);

// Rounded once to `places` (0 to 18) by JX_ROUND_….
bool jx_ratio_round(jx_ratio a, uint32_t places, uint32_t rounding, jx_decimal *ret);

// The next whole number at or above (below) a.
bool jx_ratio_ceiling(jx_ratio a, jx_decimal *ret);
bool jx_ratio_floor(jx_ratio a, jx_decimal *ret);

#endif

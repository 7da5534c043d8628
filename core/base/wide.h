// SPDX-License-Identifier: MIT
// Unsigned whole numbers of 256 bits: what lies between the operands of a decimal and its result.
// All functions: [any-thread]
#ifndef JIXIAO_BASE_WIDE_H
#define JIXIAO_BASE_WIDE_H

#include <stdbool.h>
#include <stdint.h>

__extension__ typedef __int128 jx_int128;
__extension__ typedef unsigned __int128 jx_uint128;

typedef struct jx_wide {
    jx_uint128 high;
    jx_uint128 low;
} jx_wide;

enum { JX_TEN_POWERS = 39 };

// 10^0 to 10^38, all that 128 bits hold.
extern const jx_uint128 jx_ten_to[JX_TEN_POWERS];

static inline jx_wide jx_wide_of(jx_uint128 a)
{
    return (jx_wide){0, a};
}

static inline bool jx_wide_is_zero(jx_wide a)
{
    return (a.high | a.low) == 0;
}

// Below, at, above 0 as a is below, at, above b.
static inline int jx_wide_compare(jx_wide a, jx_wide b)
{
    if (a.high != b.high) {
        return a.high < b.high ? -1 : 1;
    }
    return (a.low > b.low) - (a.low < b.low);
}

// The sum, which the caller knows to fit.
static inline jx_wide jx_wide_add(jx_wide a, jx_wide b)
{
    jx_uint128 low = a.low + b.low;
    return (jx_wide){a.high + b.high + (low < a.low), low};
}

// a less b, which is at most a.
static inline jx_wide jx_wide_subtract(jx_wide a, jx_wide b)
{
    return (jx_wide){a.high - b.high - (a.low < b.low), a.low - b.low};
}

jx_wide jx_wide_multiply(jx_uint128 a, jx_uint128 b);

// a × 10^tens; false where that does not fit.
bool jx_wide_scale(jx_wide a, uint32_t tens, jx_wide *ret);

// a / b, rounded down, and what is left; b is not 0. True for every quotient below 2^127, false from 2^128 on.
bool jx_wide_divide(jx_wide a, jx_wide b, jx_uint128 *ret_quotient, jx_wide *ret_rest);

// The greatest common divisor; that of 0 and b is b.
jx_wide jx_wide_gcd(jx_wide a, jx_wide b);

#endif

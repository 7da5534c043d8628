// SPDX-License-Identifier: MIT
#include "base/wide.h"

#define TEN_TO_19 ((jx_uint128)10000000000000000000u)

// clang-format off
const jx_uint128 jx_ten_to[JX_TEN_POWERS] = {
    1u, 10u, 100u, 1000u, 10000u, 100000u, 1000000u, 10000000u, 100000000u, 1000000000u,
    10000000000u, 100000000000u, 1000000000000u, 10000000000000u, 100000000000000u,
    1000000000000000u, 10000000000000000u, 100000000000000000u, 1000000000000000000u,
    TEN_TO_19, TEN_TO_19 * 10u, TEN_TO_19 * 100u, TEN_TO_19 * 1000u, TEN_TO_19 * 10000u,
    TEN_TO_19 * 100000u, TEN_TO_19 * 1000000u, TEN_TO_19 * 10000000u, TEN_TO_19 * 100000000u,
    TEN_TO_19 * 1000000000u, TEN_TO_19 * 10000000000u, TEN_TO_19 * 100000000000u,
    TEN_TO_19 * 1000000000000u, TEN_TO_19 * 10000000000000u, TEN_TO_19 * 100000000000000u,
    TEN_TO_19 * 1000000000000000u, TEN_TO_19 * 10000000000000000u,
    TEN_TO_19 * 100000000000000000u, TEN_TO_19 * 1000000000000000000u, TEN_TO_19 * TEN_TO_19,
};
// clang-format on

enum { HALF_LIMB = 64, LIMB = 128, TENS_OF_A_STEP = 19 };

static uint64_t low_half(jx_uint128 a)
{
    return (uint64_t)a;
}

static uint64_t high_half(jx_uint128 a)
{
    return (uint64_t)(a >> HALF_LIMB);
}

static uint32_t count_bits_of_half(uint64_t a)
{
    return a == 0 ? 0 : HALF_LIMB - (uint32_t)__builtin_clzll(a);
}

static uint32_t count_bits_of_limb(jx_uint128 a)
{
    uint64_t high = high_half(a);
    return high == 0 ? count_bits_of_half(low_half(a)) : HALF_LIMB + count_bits_of_half(high);
}

static uint32_t count_bits(jx_wide a)
{
    return a.high == 0 ? count_bits_of_limb(a.low) : LIMB + count_bits_of_limb(a.high);
}

static uint32_t count_low_zeros_of_limb(jx_uint128 a)
{
    uint64_t low = low_half(a);
    return low == 0 ? HALF_LIMB + (uint32_t)__builtin_ctzll(high_half(a))
                    : (uint32_t)__builtin_ctzll(low);
}

// Of a number that is not 0.
static uint32_t count_low_zeros(jx_wide a)
{
    return a.low == 0 ? LIMB + count_low_zeros_of_limb(a.high) : count_low_zeros_of_limb(a.low);
}

static jx_wide shift_left(jx_wide a, uint32_t bits)
{
    if (bits == 0) {
        return a;
    }
    if (bits >= LIMB) {
        return (jx_wide){a.low << (bits - LIMB), 0};
    }
    return (jx_wide){a.high << bits | a.low >> (LIMB - bits), a.low << bits};
}

static jx_wide shift_right(jx_wide a, uint32_t bits)
{
    if (bits == 0) {
        return a;
    }
    if (bits >= LIMB) {
        return (jx_wide){0, a.high >> (bits - LIMB)};
    }
    return (jx_wide){a.high >> bits, a.low >> bits | a.high << (LIMB - bits)};
}

jx_wide jx_wide_multiply(jx_uint128 a, jx_uint128 b)
{
    jx_uint128 low = (jx_uint128)low_half(a) * low_half(b);
    if ((high_half(a) | high_half(b)) == 0) {
        return jx_wide_of(low);
    }
    jx_uint128 cross = (jx_uint128)high_half(a) * low_half(b) + high_half(low);
    jx_uint128 other = (jx_uint128)low_half(a) * high_half(b) + low_half(cross);
    jx_uint128 high = (jx_uint128)high_half(a) * high_half(b);
    return (jx_wide){high + high_half(cross) + high_half(other),
                     other << HALF_LIMB | low_half(low)};
}

static bool scale_by_half(jx_wide a, uint64_t factor, jx_wide *ret)
{
    jx_wide low = jx_wide_multiply(a.low, factor);
    jx_wide high = jx_wide_multiply(a.high, factor);
    jx_uint128 sum = high.low + low.high;
    if (high.high != 0 || sum < high.low) {
        return false;
    }
    *ret = (jx_wide){sum, low.low};
    return true;
}

bool jx_wide_scale(jx_wide a, uint32_t tens, jx_wide *ret)
{
    jx_wide scaled = a;
    for (uint32_t left = jx_wide_is_zero(a) ? 0 : tens; left > 0;) {
        uint32_t step = left < TENS_OF_A_STEP ? left : TENS_OF_A_STEP;
        if (!scale_by_half(scaled, (uint64_t)jx_ten_to[step], &scaled)) {
            return false;
        }
        left -= step;
    }
    *ret = scaled;
    return true;
}

static void divide_limbs(jx_uint128 a, jx_uint128 b, jx_uint128 *ret_quotient, jx_wide *ret_rest)
{
    if ((high_half(a) | high_half(b)) == 0) {
        *ret_quotient = low_half(a) / low_half(b);
        *ret_rest = jx_wide_of(low_half(a) % low_half(b));
        return;
    }
    jx_uint128 quotient = a / b;
    *ret_quotient = quotient;
    *ret_rest = jx_wide_of(a - quotient * b);
}

bool jx_wide_divide(jx_wide a, jx_wide b, jx_uint128 *ret_quotient, jx_wide *ret_rest)
{
    if ((a.high | b.high) == 0) {
        divide_limbs(a.low, b.low, ret_quotient, ret_rest);
        return true;
    }
    uint32_t bits = count_bits(a);
    uint32_t divisor_bits = count_bits(b);
    uint32_t shift = bits > divisor_bits ? bits - divisor_bits : 0;
    if (shift >= LIMB) {
        return false;
    }
    jx_wide rest = a;
    jx_wide part = shift_left(b, shift);
    jx_uint128 quotient = 0;
    for (uint32_t step = 0; step <= shift; step++) {
        quotient <<= 1;
        if (jx_wide_compare(rest, part) >= 0) {
            rest = jx_wide_subtract(rest, part);
            quotient |= 1;
        }
        part = shift_right(part, 1);
    }
    *ret_quotient = quotient;
    *ret_rest = rest;
    return true;
}

jx_wide jx_wide_gcd(jx_wide a, jx_wide b)
{
    if (jx_wide_is_zero(a) || jx_wide_is_zero(b)) {
        return jx_wide_is_zero(a) ? b : a;
    }
    uint32_t zeros = count_low_zeros(a);
    uint32_t other_zeros = count_low_zeros(b);
    jx_wide odd = shift_right(a, zeros);
    jx_wide other = shift_right(b, other_zeros);
    while (jx_wide_compare(odd, other) != 0) {
        if (jx_wide_compare(odd, other) < 0) {
            jx_wide greater = other;
            other = odd;
            odd = greater;
        }
        odd = jx_wide_subtract(odd, other);
        odd = shift_right(odd, count_low_zeros(odd));
    }
    return shift_left(odd, zeros < other_zeros ? zeros : other_zeros);
}

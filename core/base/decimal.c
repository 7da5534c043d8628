// SPDX-License-Identifier: MIT
#include "base/decimal.h"

#include "base/decimal_parts.h"
#include "base/wide.h"

#include <assert.h>

static jx_wide scale_widely(jx_decimal a, uint32_t places)
{
    jx_wide wide = jx_wide_of(jx_magnitude(jx_decimal_coefficient(a)));
    bool fits = jx_wide_scale(wide, places - jx_decimal_places(a), &wide);
    assert(fits); // 35 digits and 35 places are 233 bits
    (void)fits;
    return wide;
}

static uint32_t greater_places(jx_decimal a, jx_decimal b)
{
    uint32_t places = jx_decimal_places(a);
    uint32_t others = jx_decimal_places(b);
    return places > others ? places : others;
}

// Packs magnitude / 10^places, without trailing zeros where it would not fit with them. The magnitude is a sum
// or product of two coefficients: at most 71 digits, of which 36 may have to go.
static bool pack_wide(bool negative, jx_wide magnitude, uint32_t places, jx_decimal *ret)
{
    uint32_t zeros = places > JX_DECIMAL_PLACES ? places - JX_DECIMAL_PLACES : 0;
    jx_wide limit = jx_wide_multiply(jx_ten_to[JX_DECIMAL_DIGITS], jx_ten_to[zeros]);
    while (jx_wide_compare(magnitude, limit) >= 0) {
        if (++zeros > places) {
            return false;
        }
        limit = jx_wide_multiply(jx_ten_to[JX_DECIMAL_DIGITS], jx_ten_to[zeros]);
    }
    jx_uint128 quotient = 0;
    jx_wide rest;
    jx_wide divisor = jx_wide_of(jx_ten_to[zeros]);
    if (!jx_wide_divide(magnitude, divisor, &quotient, &rest) || !jx_wide_is_zero(rest)) {
        return false;
    }
    *ret = jx_decimal_pack(jx_signed(negative, quotient), places - zeros);
    return true;
}

static jx_uint128 divide_rounded(jx_uint128 a, jx_uint128 b, uint32_t rounding)
{
    bool short_enough = ((a | b) >> 64) == 0;
    jx_uint128 quotient = short_enough ? (uint64_t)a / (uint64_t)b : a / b;
    jx_uint128 rest = a - quotient * b;
    jx_uint128 other = b - rest;
    int half = (rest > other) - (rest < other);
    return quotient + jx_rounds_away(half, (quotient & 1) != 0, rounding);
}

static bool divide_wide_rounded(jx_wide a, jx_wide b, uint32_t rounding, jx_uint128 *ret)
{
    jx_uint128 quotient = 0;
    jx_wide rest;
    if (!jx_wide_divide(a, b, &quotient, &rest)) {
        return false;
    }
    int half = jx_wide_compare(rest, jx_wide_subtract(b, rest));
    *ret = quotient + jx_rounds_away(half, (quotient & 1) != 0, rounding);
    return true;
}

// a × b / c × 10^gained / 10^spent, all without signs.
struct quotient {
    jx_uint128 a;
    jx_uint128 b;
    jx_uint128 c;
    uint32_t gained;
    uint32_t spent;
    uint32_t rounding;
};

// Where 128 bits are enough and that is plain to see.
static bool divide_quickly(const struct quotient *of, jx_uint128 *ret)
{
    uint32_t above = of->gained > of->spent ? of->gained - of->spent : 0;
    uint32_t below = of->spent > of->gained ? of->spent - of->gained : 0;
    if (((of->a | of->b | of->c) >> 64) != 0 || above > JX_TENS_OF_INT64 ||
        below > JX_TENS_OF_INT64) {
        return false;
    }
    jx_uint128 product = (jx_uint128)(uint64_t)of->a * (uint64_t)of->b;
    if (above > 0) {
        if (product >> 64 != 0) {
            return false;
        }
        product = (jx_uint128)(uint64_t)product * (uint64_t)jx_ten_to[above];
    }
    jx_uint128 divisor = (jx_uint128)(uint64_t)of->c * (uint64_t)jx_ten_to[below];
    *ret = divide_rounded(product, divisor, of->rounding);
    return true;
}

static bool divide_widely(const struct quotient *of, jx_uint128 *ret)
{
    jx_wide product = jx_wide_multiply(of->a, of->b);
    jx_wide divisor = jx_wide_of(of->c);
    if (of->gained > of->spent && !jx_wide_scale(product, of->gained - of->spent, &product)) {
        return false;
    }
    if (of->spent > of->gained && !jx_wide_scale(divisor, of->spent - of->gained, &divisor)) {
        *ret = 0; // 70 digits over 77 are less than a half
        return true;
    }
    return divide_wide_rounded(product, divisor, of->rounding, ret);
}

jx_decimal jx_decimal_make(int64_t units, uint32_t places)
{
    return jx_decimal_pack(units, places <= JX_DECIMAL_PLACES ? places : JX_PLACES_MASK);
}

bool jx_decimal_is_sound(jx_decimal a)
{
    return jx_decimal_places(a) <= JX_DECIMAL_PLACES &&
           (jx_is_short(a) || jx_coefficient_fits(jx_decimal_coefficient(a)));
}

bool jx_decimal_add_widely(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    uint32_t places = greater_places(a, b);
    jx_int128 quick_left = jx_decimal_coefficient(a);
    jx_int128 quick_right = jx_decimal_coefficient(b);
    if (jx_align_quickly(&quick_left, jx_decimal_places(a), &quick_right, jx_decimal_places(b)) &&
        jx_coefficient_fits(quick_left + quick_right)) {
        *ret = jx_decimal_pack(quick_left + quick_right, places);
        return true;
    }
    jx_wide left = scale_widely(a, places);
    jx_wide right = scale_widely(b, places);
    bool negative = jx_decimal_sign(a) < 0;
    if (negative == (jx_decimal_sign(b) < 0)) {
        return pack_wide(negative, jx_wide_add(left, right), places, ret);
    }
    if (jx_wide_compare(left, right) < 0) {
        return pack_wide(!negative, jx_wide_subtract(right, left), places, ret);
    }
    return pack_wide(negative, jx_wide_subtract(left, right), places, ret);
}

bool jx_decimal_add(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    return jx_decimal_add_inline(a, b, ret);
}

bool jx_decimal_subtract(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    return jx_short_subtract(a, b, ret) || jx_decimal_add_inline(a, jx_decimal_negate(b), ret);
}

bool jx_decimal_multiply_widely(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    jx_int128 left = jx_decimal_coefficient(a);
    jx_int128 right = jx_decimal_coefficient(b);
    uint32_t places = jx_decimal_places(a) + jx_decimal_places(b);
    if (jx_is_int64(left) && jx_is_int64(right) && places <= JX_DECIMAL_PLACES) {
        jx_int128 quick = (jx_int128)(int64_t)left * (int64_t)right;
        if (jx_coefficient_fits(quick)) {
            *ret = jx_decimal_pack(quick, places);
            return true;
        }
    }
    jx_wide product = jx_wide_multiply(jx_magnitude(left), jx_magnitude(right));
    return pack_wide((left < 0) != (right < 0), product, places, ret);
}

bool jx_decimal_multiply(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    return jx_decimal_multiply_inline(a, b, ret);
}

bool jx_decimal_multiply_divide(
    jx_decimal a, jx_decimal b, jx_decimal c, uint32_t places, uint32_t rounding, jx_decimal *ret)
{
    jx_int128 left = jx_decimal_coefficient(a);
    jx_int128 right = jx_decimal_coefficient(b);
    jx_int128 below = jx_decimal_coefficient(c);
    if (below == 0 || places > JX_PLACES_ROUNDED || rounding > JX_ROUND_DOWN) {
        return false;
    }
    const struct quotient of = {
        .a = jx_magnitude(left),
        .b = jx_magnitude(right),
        .c = jx_magnitude(below),
        .gained = places + jx_decimal_places(c),
        .spent = jx_decimal_places(a) + jx_decimal_places(b),
        .rounding = rounding,
    };
    jx_uint128 quotient = 0;
    if (!divide_quickly(&of, &quotient) && !divide_widely(&of, &quotient)) {
        return false;
    }
    if (!jx_magnitude_fits(quotient)) {
        return false;
    }
    bool negative = ((left < 0) != (right < 0)) != (below < 0);
    *ret = jx_decimal_pack(jx_signed(negative, quotient), places);
    return true;
}

jx_decimal jx_decimal_round(jx_decimal a, uint32_t places, uint32_t rounding)
{
    assert(places <= JX_PLACES_ROUNDED && rounding <= JX_ROUND_DOWN);
    uint32_t had = jx_decimal_places(a);
    if (had <= places) {
        return a;
    }
    jx_int128 coefficient = jx_decimal_coefficient(a);
    jx_uint128 quotient =
        divide_rounded(jx_magnitude(coefficient), jx_ten_to[had - places], rounding);
    return jx_decimal_pack(jx_signed(coefficient < 0, quotient), places);
}

jx_decimal jx_decimal_negate(jx_decimal a)
{
    return jx_is_short(a) ? jx_short_pack(-jx_short_coefficient(a), jx_decimal_places(a))
                          : jx_decimal_pack(-jx_decimal_coefficient(a), jx_decimal_places(a));
}

int jx_decimal_compare(jx_decimal a, jx_decimal b)
{
    int64_t short_left;
    int64_t short_right;
    if (jx_short_align(a, b, &short_left, &short_right)) {
        return (short_left > short_right) - (short_left < short_right);
    }
    jx_int128 left = jx_decimal_coefficient(a);
    jx_int128 right = jx_decimal_coefficient(b);
    uint32_t places = jx_decimal_places(a);
    uint32_t others = jx_decimal_places(b);
    if (jx_align_quickly(&left, places, &right, others)) {
        return (left > right) - (left < right);
    }
    if ((left < 0) != (right < 0)) {
        return left < 0 ? -1 : 1;
    }
    places = greater_places(a, b);
    int order = jx_wide_compare(scale_widely(a, places), scale_widely(b, places));
    return left < 0 ? -order : order;
}

int jx_decimal_sign(jx_decimal a)
{
    if (a.high != 0) {
        return a.high < 0 ? -1 : 1;
    }
    return a.low >> JX_PLACES_BITS != 0;
}

bool jx_decimal_is_whole(jx_decimal a)
{
    return jx_decimal_has_places(a, 0);
}

bool jx_decimal_has_places(jx_decimal a, uint32_t places)
{
    uint32_t had = jx_decimal_places(a);
    return had <= places || jx_magnitude(jx_decimal_coefficient(a)) % jx_ten_to[had - places] == 0;
}

bool jx_decimal_to_integer(jx_decimal a, int64_t *ret)
{
    jx_int128 coefficient = jx_decimal_coefficient(a);
    jx_int128 tens = (jx_int128)jx_ten_to[jx_decimal_places(a)];
    jx_int128 whole = coefficient / tens;
    if (whole * tens != coefficient || !jx_is_int64(whole)) {
        return false;
    }
    *ret = (int64_t)whole;
    return true;
}

// SPDX-License-Identifier: MIT
#include "base/ratio.h"

#include "base/decimal_parts.h"
#include "base/ratio_parts.h"
#include "base/wide.h"

// Of whole numbers without a common divisor, both of at most 35 digits.
struct fraction {
    bool negative;
    jx_uint128 above;
    jx_uint128 below;
};

// Divides what is known to be divisible; false where more than 35 digits remain.
static bool divide_out(jx_wide a, jx_wide divisor, jx_uint128 *ret)
{
    jx_uint128 quotient = 0;
    jx_wide rest;
    if (!jx_wide_divide(a, divisor, &quotient, &rest) || !jx_magnitude_fits(quotient)) {
        return false;
    }
    *ret = quotient;
    return true;
}

static bool reduce(bool negative, jx_wide above, jx_wide below, struct fraction *ret)
{
    jx_wide divisor = jx_wide_gcd(above, below);
    ret->negative = negative;
    return divide_out(above, divisor, &ret->above) && divide_out(below, divisor, &ret->below);
}

static bool reduce_ratio(jx_ratio a, struct fraction *ret)
{
    uint32_t above_places = jx_decimal_places(a.numerator);
    uint32_t below_places = jx_decimal_places(a.denominator);
    jx_wide above = jx_wide_of(jx_magnitude(jx_decimal_coefficient(a.numerator)));
    jx_wide below = jx_wide_of(jx_magnitude(jx_decimal_coefficient(a.denominator)));
    bool fits = above_places < below_places
                    ? jx_wide_scale(above, below_places - above_places, &above)
                    : jx_wide_scale(below, above_places - below_places, &below);
    return fits && reduce(jx_ratio_sign(a) < 0, above, below, ret);
}

static jx_ratio make_ratio(struct fraction a)
{
    return (jx_ratio){jx_decimal_pack(jx_signed(a.negative, a.above), 0),
                      jx_decimal_pack((jx_int128)a.below, 0)};
}

static bool add_plainly(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    jx_ratio sum;
    if (jx_equal_bits(a.denominator, b.denominator)) {
        sum.denominator = a.denominator;
        if (!jx_decimal_add_inline(a.numerator, b.numerator, &sum.numerator)) {
            return false;
        }
        *ret = sum;
        return true;
    }
    jx_decimal left;
    jx_decimal right;
    if (!jx_decimal_multiply_inline(a.numerator, b.denominator, &left) ||
        !jx_decimal_multiply_inline(b.numerator, a.denominator, &right) ||
        !jx_decimal_add_inline(left, right, &sum.numerator) ||
        !jx_decimal_multiply_inline(a.denominator, b.denominator, &sum.denominator)) {
        return false;
    }
    *ret = sum;
    return true;
}

static bool add_fractions(struct fraction a, struct fraction b, struct fraction *ret)
{
    jx_wide left = jx_wide_multiply(a.above, b.below);
    jx_wide right = jx_wide_multiply(b.above, a.below);
    jx_wide below = jx_wide_multiply(a.below, b.below);
    if (a.negative == b.negative) {
        return reduce(a.negative, jx_wide_add(left, right), below, ret);
    }
    if (jx_wide_compare(left, right) < 0) {
        return reduce(b.negative, jx_wide_subtract(right, left), below, ret);
    }
    return reduce(a.negative, jx_wide_subtract(left, right), below, ret);
}

static bool multiply_plainly(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    jx_ratio product;
    if (!jx_decimal_multiply_inline(a.numerator, b.numerator, &product.numerator) ||
        !jx_decimal_multiply_inline(a.denominator, b.denominator, &product.denominator)) {
        return false;
    }
    *ret = product;
    return true;
}

static bool multiply_fractions(struct fraction a, struct fraction b, struct fraction *ret)
{
    return reduce(a.negative != b.negative, jx_wide_multiply(a.above, b.above),
                  jx_wide_multiply(a.below, b.below), ret);
}

static bool combine_reduced(jx_ratio a,
                            jx_ratio b,
                            bool (*combine)(struct fraction, struct fraction, struct fraction *),
                            jx_ratio *ret)
{
    struct fraction left;
    struct fraction right;
    struct fraction result;
    if (!reduce_ratio(a, &left) || !reduce_ratio(b, &right) || !combine(left, right, &result)) {
        return false;
    }
    *ret = make_ratio(result);
    return true;
}

static jx_ratio negate(jx_ratio a)
{
    return (jx_ratio){jx_decimal_negate(a.numerator), a.denominator};
}

bool jx_ratio_is_sound(jx_ratio a)
{
    return jx_decimal_is_sound(a.numerator) && jx_decimal_is_sound(a.denominator) &&
           jx_decimal_sign(a.denominator) > 0;
}

bool jx_ratio_make(jx_decimal a, jx_decimal b, jx_ratio *ret)
{
    int sign = jx_decimal_sign(b);
    if (sign == 0) {
        return false;
    }
    *ret = sign > 0 ? (jx_ratio){a, b} : (jx_ratio){jx_decimal_negate(a), jx_decimal_negate(b)};
    return true;
}

bool jx_ratio_add(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    return jx_ratio_add_quickly(a, b, 1, ret) || add_plainly(a, b, ret) ||
           combine_reduced(a, b, add_fractions, ret);
}

bool jx_ratio_subtract(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    return jx_ratio_add_quickly(a, b, -1, ret) || jx_ratio_add(a, negate(b), ret);
}

bool jx_ratio_multiply(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    return jx_ratio_multiply_quickly(a, b, ret) || multiply_plainly(a, b, ret) ||
           combine_reduced(a, b, multiply_fractions, ret);
}

bool jx_ratio_divide(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    jx_ratio inverse;
    return jx_ratio_make(b.denominator, b.numerator, &inverse) &&
           jx_ratio_multiply(a, inverse, ret);
}

static jx_wide multiply_magnitudes(jx_decimal a, jx_decimal b)
{
    return jx_wide_multiply(jx_magnitude(jx_decimal_coefficient(a)),
                            jx_magnitude(jx_decimal_coefficient(b)));
}

// The products have 70 digits at most; the one that takes more than 256 bits once their places are made equal
// is the greater.
static int compare_widely(jx_ratio a, jx_ratio b)
{
    int sign = jx_ratio_sign(a);
    int other = jx_ratio_sign(b);
    if (sign != other) {
        return sign - other;
    }
    jx_wide left = multiply_magnitudes(a.numerator, b.denominator);
    jx_wide right = multiply_magnitudes(b.numerator, a.denominator);
    uint32_t places = jx_decimal_places(a.numerator) + jx_decimal_places(b.denominator);
    uint32_t others = jx_decimal_places(b.numerator) + jx_decimal_places(a.denominator);
    int order = 0;
    if (places < others && !jx_wide_scale(left, others - places, &left)) {
        order = 1;
    } else if (others < places && !jx_wide_scale(right, places - others, &right)) {
        order = -1;
    } else {
        order = jx_wide_compare(left, right);
    }
    return sign < 0 ? -order : order;
}

int jx_ratio_compare(jx_ratio a, jx_ratio b)
{
    jx_decimal left;
    jx_decimal right;
    if (jx_decimal_sign(b.numerator) == 0) {
        return jx_ratio_sign(a);
    }
    if (jx_equal_bits(a.denominator, b.denominator)) {
        return jx_decimal_compare(a.numerator, b.numerator);
    }
    if (jx_decimal_multiply_inline(a.numerator, b.denominator, &left) &&
        jx_decimal_multiply_inline(b.numerator, a.denominator, &right)) {
        return jx_decimal_compare(left, right);
    }
    return compare_widely(a, b);
}

int jx_ratio_sign(jx_ratio a)
{
    return jx_decimal_sign(a.numerator);
}

bool jx_ratio_round(jx_ratio a, uint32_t places, uint32_t rounding, jx_decimal *ret)
{
    return jx_ratio_round_quickly(a, places, rounding, ret) ||
           jx_decimal_multiply_divide(a.numerator, jx_decimal_make(1, 0), a.denominator, places,
                                      rounding, ret);
}

// The whole number next to a on the side that `sign` tells, a itself where it is whole.
static bool step_to_whole(jx_ratio a, int sign, jx_decimal *ret)
{
    jx_decimal whole;
    if (!jx_ratio_round(a, 0, JX_ROUND_DOWN, &whole)) {
        return false;
    }
    int order = jx_ratio_compare(a, jx_ratio_of(whole));
    if (order == 0 || (order > 0) != (sign > 0)) {
        *ret = whole;
        return true;
    }
    return jx_decimal_add_inline(whole, jx_decimal_make(sign, 0), ret);
}

bool jx_ratio_ceiling(jx_ratio a, jx_decimal *ret)
{
    return step_to_whole(a, 1, ret);
}

bool jx_ratio_floor(jx_ratio a, jx_decimal *ret)
{
    return step_to_whole(a, -1, ret);
}

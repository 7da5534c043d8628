// SPDX-License-Identifier: MIT
#include "score/settle.h"

#include "base/ratio_parts.h"

jx_remainder jx_settle_start(jx_decimal weight, uint32_t places, uint32_t rounding)
{
    return (jx_remainder){
        .exact = jx_ratio_of(weight),
        .rounded = weight,
        .places = places,
        .rounding = rounding,
    };
}

// Where all that is left is asked for, as by methods that give nothing, there is nothing to compute.
static bool takes_all(const jx_remainder *remainder, jx_ratio points, jx_decimal bound)
{
    return jx_decimal_sign(bound) == 0 &&
           jx_equal_bits(points.numerator, remainder->exact.numerator) &&
           jx_equal_bits(points.denominator, remainder->exact.denominator);
}

bool jx_settle_take(jx_remainder *remainder, jx_ratio points, jx_decimal bound, jx_taken *ret)
{
    jx_ratio left;
    jx_decimal rounded;
    jx_taken taken = {.cut = false};
    if (takes_all(remainder, points, bound)) {
        taken.points = remainder->rounded;
        remainder->exact = jx_ratio_of(JX_DECIMAL_ZERO);
        remainder->rounded = JX_DECIMAL_ZERO;
        *ret = taken;
        return true;
    }
    if (!jx_ratio_subtract_inline(remainder->exact, points, &left)) {
        return false;
    }
    if (jx_decimal_sign_inline(bound) == 0 ? jx_decimal_sign_inline(left.numerator) < 0
                                           : jx_ratio_compare(left, jx_ratio_of(bound)) < 0) {
        // an earlier loss may have gone below this bound already; nothing is given back
        jx_ratio limit = jx_ratio_of(bound);
        if (!jx_ratio_round(points, remainder->places, remainder->rounding, &taken.asked)) {
            return false;
        }
        left = jx_ratio_compare(remainder->exact, limit) < 0 ? remainder->exact : limit;
        taken.cut = true;
    }
    if (!jx_ratio_round_inline(left, remainder->places, remainder->rounding, &rounded) ||
        !jx_decimal_subtract_inline(remainder->rounded, rounded, &taken.points)) {
        return false;
    }
    remainder->exact = left;
    remainder->rounded = rounded;
    *ret = taken;
    return true;
}

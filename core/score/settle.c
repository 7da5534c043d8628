// SPDX-License-Identifier: MIT
#include "score/settle.h"

jx_remainder jx_settle_start(jx_decimal weight, uint32_t places, uint32_t rounding)
{
    return (jx_remainder){
        .exact = jx_ratio_of(weight),
        .rounded = weight,
        .places = places,
        .rounding = rounding,
    };
}

static bool compare_with(jx_ratio left, jx_decimal bound, int *ret)
{
    if (jx_decimal_sign(bound) == 0) {
        *ret = jx_ratio_sign(left);
        return true;
    }
    return jx_ratio_compare(left, jx_ratio_of(bound), ret);
}

bool jx_settle_take(jx_remainder *remainder, jx_ratio points, jx_decimal bound, jx_taken *ret)
{
    int order = 0;
    jx_ratio left;
    jx_decimal rounded;
    jx_taken taken = {.cut = false};
    if (!jx_ratio_subtract(remainder->exact, points, &left) ||
        !compare_with(left, bound, &order)) {
        return false;
    }
    if (order < 0) {
        // an earlier loss may have gone below this bound already; nothing is given back
        jx_ratio limit = jx_ratio_of(bound);
        if (!jx_ratio_compare(remainder->exact, limit, &order) ||
            !jx_ratio_round(points, remainder->places, remainder->rounding, &taken.asked)) {
            return false;
        }
        left = order < 0 ? remainder->exact : limit;
        taken.cut = true;
    }
    if (!jx_ratio_round(left, remainder->places, remainder->rounding, &rounded) ||
        !jx_decimal_subtract(remainder->rounded, rounded, &taken.points)) {
        return false;
    }
    remainder->exact = left;
    remainder->rounded = rounded;
    *ret = taken;
    return true;
}

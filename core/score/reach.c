// SPDX-License-Identifier: MIT
#include "score/reach.h"

#include "base/ratio.h"

jx_reach jx_reach_nothing(const jx_indicator *indicator)
{
    return (jx_reach){.least = jx_ratio_of(indicator->weight)};
}

void jx_reach_leave(jx_reach *reach, const jx_indicator *indicator, jx_ratio points)
{
    const int order = jx_ratio_compare(points, reach->least);
    if (jx_ratio_compare(points, jx_ratio_of(indicator->weight)) >= 0) {
        reach->full = true;
    } else if (order < 0) {
        reach->part |= reach->floor; // what was the least is so no more
        reach->floor = true;
        reach->least = points;
    } else if (order > 0) {
        reach->part = true;
    }
}

jx_reach jx_reach_unknown(void)
{
    return (jx_reach){.full = true, .part = true};
}

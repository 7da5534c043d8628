// SPDX-License-Identifier: MIT
#include "score/compare.h"

#include "base/ratio_parts.h"
#include "score/losing.h"

static bool order_meets(uint32_t comparator, int order)
{
    switch (comparator) {
    case JX_COMPARE_AT_LEAST:
        return order >= 0;
    case JX_COMPARE_AT_MOST:
        return order <= 0;
    case JX_COMPARE_EQUAL:
        return order == 0;
    case JX_COMPARE_ABOVE:
        return order > 0;
    case JX_COMPARE_BELOW:
        return order < 0;
    default:
        return true;
    }
}

// The days that meet the target, as the range of the calendar that is open to one side or closed.
static void find_met_days(uint32_t comparator,
                          const jx_figure *target,
                          int32_t *first,
                          int32_t *last)
{
    *first = INT32_MIN;
    *last = INT32_MAX;
    switch (comparator) {
    case JX_COMPARE_AT_LEAST:
        *first = target->first_day;
        break;
    case JX_COMPARE_ABOVE:
        *first = target->last_day + 1;
        break;
    case JX_COMPARE_AT_MOST:
        *last = target->last_day;
        break;
    case JX_COMPARE_BELOW:
        *last = target->first_day - 1;
        break;
    default:
        *first = target->first_day;
        *last = target->last_day;
        break;
    }
}

static jx_status compare_dates(const jx_job *job, bool *ret_met)
{
    int32_t first = 0;
    int32_t last = 0;
    find_met_days(job->indicator->comparator, &job->indicator->target, &first, &last);
    const jx_figure *measured = &job->measured;
    if (measured->first_day >= first && measured->last_day <= last) {
        *ret_met = true;
        return JX_OK;
    }
    if (measured->last_day < first || measured->first_day > last) {
        *ret_met = false;
        return JX_OK;
    }
    return jx_refuse(
        job, (jx_words){"“{actual}”只有一部分在目标“{target}”之内，应写明更确切的日期",
                        "\"{actual}\" lies only partly within the target \"{target}\"; state a "
                        "more exact date"});
}

jx_status jx_compare_target(const jx_job *job, bool *ret_met)
{
    const jx_figure *target = &job->indicator->target;
    int order = 0;
    switch (job->measured.kind) {
    case JX_FIGURE_DATE:
        return compare_dates(job, ret_met);
    case JX_FIGURE_NUMBER:
        order = jx_ratio_compare_inline(job->measured.number, target->number);
        break;
    case JX_FIGURE_LEVEL:
        order = target->index - job->measured.index;
        break;
    default:
        order = job->measured.index - target->index;
        break;
    }
    *ret_met = order_meets(job->indicator->comparator, order);
    return JX_OK;
}

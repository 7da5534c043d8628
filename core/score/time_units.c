// SPDX-License-Identifier: MIT
#include "score/time_units.h"

#include "base/date.h"
#include "base/ratio.h"

enum { MONTHS_OF_A_YEAR = 12, LONGEST_MONTH = 31 };

static jx_ratio count_months(int32_t from, int32_t to, int32_t months)
{
    int32_t whole = (to - from) / (LONGEST_MONTH * months);
    while (jx_date_add_months(from, (whole + 1) * months) <= to) {
        whole++;
    }
    int32_t reached = jx_date_add_months(from, whole * months);
    int32_t length = jx_date_add_months(from, (whole + 1) * months) - reached;
    int64_t parts = (int64_t)whole * length + (to - reached);
    return (jx_ratio){jx_decimal_make(parts, 0), jx_decimal_make(length, 0)};
}

jx_ratio jx_count_time(jx_time_unit unit, int32_t from, int32_t to)
{
    switch (unit) {
    case JX_TIME_MONTH:
        return count_months(from, to, 1);
    case JX_TIME_YEAR:
        return count_months(from, to, MONTHS_OF_A_YEAR);
    case JX_TIME_DAY:
    default:
        return jx_ratio_of(jx_decimal_make((int64_t)to - from, 0));
    }
}

// SPDX-License-Identifier: MIT
#include "score/time_units.h"

#include "base/date.h"
#include "base/ratio.h"

enum { MONTHS_OF_A_YEAR = 12, LONGEST_MONTH = 31 };

// The calendar repeats itself every 400 years.
enum { DAYS_OF_A_CYCLE = 146097, MONTHS_OF_A_CYCLE = 4800 };

// Whole cycles are counted at once, and the rest in the cycle after 1970: no step then passes the end of the calendar.
static jx_ratio count_months(int32_t from, int32_t to, int32_t months)
{
    int32_t cycles = (to - from) / DAYS_OF_A_CYCLE;
    int32_t first = from % DAYS_OF_A_CYCLE;
    int32_t last = first + (to - from) % DAYS_OF_A_CYCLE;
    int32_t whole = (last - first) / (LONGEST_MONTH * months);
    while (jx_date_add_months(first, (whole + 1) * months) <= last) {
        whole++;
    }
    int32_t reached = jx_date_add_months(first, whole * months);
    int32_t length = jx_date_add_months(first, (whole + 1) * months) - reached;
    int64_t counted = (int64_t)cycles * (MONTHS_OF_A_CYCLE / months) + whole;
    int64_t parts = counted * length + (last - reached);
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

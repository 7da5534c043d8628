// SPDX-License-Identifier: MIT
// Days of the Gregorian calendar, counted from 1970-01-01, for the years 1 to 9999.
// All functions: [any-thread]
#ifndef JIXIAO_BASE_DATE_H
#define JIXIAO_BASE_DATE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    JX_DATE_TEXT = 32,
    JX_DATE_FIRST = -719162, // the first day of the year 1
    JX_DATE_LAST = 2932896   // the last day of the year 9999
};

// A date given in part is the range of its days; both ends are inside.
typedef struct jx_date_range {
    int32_t first;
    int32_t last;
} jx_date_range;

// False where the calendar has no such day.
bool jx_date_make(int32_t year, int32_t month, int32_t day, int32_t *ret);

// The date of a day of those years.
void jx_date_split(int32_t day, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day);

// 2024, 2024-05, 2024-05-31, 2024/5/31, 2024.5.31, 2024年, 2024年5月, 2024年5月31日: four digits of the year, one
// or two of month and day; in full-width characters as well, with blanks around. False for anything else;
// *ret_form, unless NULL, tells whether it had the form of a date that the calendar lacks.
bool jx_date_parse(jx_str text, jx_date_range *ret, bool *ret_form);

// The day `months` later (negative: earlier); the last day of that month where it has no such day. Stops at the
// first and the last month of the calendar.
int32_t jx_date_add_months(int32_t day, int32_t months);

// 2024, 2024-05, 2024-05-31, or 2024-01-01..2024-03-05 for other ranges. `buffer` holds the result.
jx_str jx_date_format(jx_date_range range, char buffer[JX_DATE_TEXT]);

#endif

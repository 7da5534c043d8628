// SPDX-License-Identifier: MIT
// Time between days, counted in days, months or years. [any-thread]
#ifndef JIXIAO_SCORE_TIME_UNITS_H
#define JIXIAO_SCORE_TIME_UNITS_H

#include <jixiao/plugin.h>

#include <stdint.h>

typedef enum jx_time_unit { JX_TIME_DAY, JX_TIME_MONTH, JX_TIME_YEAR } jx_time_unit;

// From one day to a later one or the same. Months and years are counted whole from `from`; what remains is its share of
// the days of the next one.
jx_ratio jx_count_time(jx_time_unit unit, int32_t from, int32_t to);

#endif

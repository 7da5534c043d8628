// SPDX-License-Identifier: MIT
// What method_step.c compiles and step_losing.c loses by, and step_reach.c tells the reach of. [score-thread]
#ifndef JIXIAO_SCORE_STEP_TERMS_H
#define JIXIAO_SCORE_STEP_TERMS_H

#include "base/error.h"
#include "score/method.h"
#include "score/time_units.h"

#include <jixiao/plugin.h>

#include <stdbool.h>

// choices of the field `part`
enum { JX_PART_EXACT, JX_PART_UP, JX_PART_DOWN };

typedef struct jx_step_terms {
    jx_ratio edge; // the nearest number that meets the target
    jx_ratio step;
    jx_ratio deduct;
    jx_decimal floor;
    bool single; // the step is 1
    int32_t part;
    jx_time_unit unit; // of dates
    bool has_zero_below;
    bool has_zero_above;
    jx_ratio zero_below;
    jx_ratio zero_above;
} jx_step_terms;

// Loses the points of job->measured, a number or a date.
jx_status jx_step_lose(const void *opaque, const jx_job *job);

// What the method may leave: see jx_method.reach.
jx_reach jx_step_reach(const void *opaque, const jx_indicator *indicator, const jx_range *range);

// The ways to lose points, for the documentation.
enum { JX_STEP_CODES = 10 };
extern const jx_loss_code jx_step_codes[JX_STEP_CODES];

#endif

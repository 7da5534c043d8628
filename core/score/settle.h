// SPDX-License-Identifier: MIT
// Settling: what is left of an indicator's points, exactly, and what each loss took of it. Rounded remainders are
// kept, so that full less the losses is the points, always (docs/output.md). [score-thread]
#ifndef JIXIAO_SCORE_SETTLE_H
#define JIXIAO_SCORE_SETTLE_H

#include "base/decimal.h"
#include "base/ratio.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct jx_remainder {
    jx_ratio exact;
    jx_decimal rounded;
    uint32_t places;
    uint32_t rounding; // JX_ROUND_…
} jx_remainder;

// What one loss took.
typedef struct jx_taken {
    jx_decimal points; // the difference of the rounded remainders before and after
    bool cut;          // less was left above the bound than was asked for
    jx_decimal asked;  // rounded; where `cut`
} jx_taken;

// The whole weight is left; it needs no more than `places` decimals.
jx_remainder jx_settle_start(jx_decimal weight, uint32_t places, uint32_t rounding);

// Takes `points` (0 or more) off, but leaves `bound`. False where the figures do not fit exact arithmetic; the
// remainder is then as it was.
bool jx_settle_take(jx_remainder *remainder, jx_ratio points, jx_decimal bound, jx_taken *ret);

#endif

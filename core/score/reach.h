// SPDX-License-Identifier: MIT
// What a method may leave, found from one value after the other. [any-thread]
#ifndef JIXIAO_SCORE_REACH_H
#define JIXIAO_SCORE_REACH_H

#include "score/method.h"

// Nothing was listed yet.
jx_reach jx_reach_nothing(const jx_indicator *indicator);

// The method may leave these points, 0 to the weight.
void jx_reach_leave(jx_reach *reach, const jx_indicator *indicator, jx_ratio points);

// Where figures do not fit exact arithmetic: everything and something less.
jx_reach jx_reach_unknown(void);

#endif

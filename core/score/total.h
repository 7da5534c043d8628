// SPDX-License-Identifier: MIT
// The total of a scorecard: sum, rescaling, grade. [score-thread]
#ifndef JIXIAO_SCORE_TOTAL_H
#define JIXIAO_SCORE_TOTAL_H

#include "base/error.h"
#include "model/scorecard.h"

// Fills in what follows from the indicators' outcomes. A project with an error has no total, one with a missing actual no grade.
// Errors: nothing was applicable.
jx_status jx_total(jx_scorecard *card, jx_error *err);

#endif

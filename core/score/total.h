// SPDX-License-Identifier: MIT
// The total of a scorecard: sum and rescaling, then the grade. [score-thread]
#ifndef JIXIAO_SCORE_TOTAL_H
#define JIXIAO_SCORE_TOTAL_H

#include "base/error.h"
#include "model/scorecard.h"

// Fills in the total that follows from the indicators' outcomes. A project with an error has none. Errors: nothing was
// applicable.
jx_status jx_total(jx_scorecard *card, jx_error *err);

// Fills in the grade of the total; a project with a missing actual has none.
void jx_total_grade(jx_scorecard *card);

#endif

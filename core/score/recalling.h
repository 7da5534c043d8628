// SPDX-License-Identifier: MIT
// Recalling: outcomes of indicators that need not be worked out, as what their cells say came before. [score-thread]
#ifndef JIXIAO_SCORE_RECALLING_H
#define JIXIAO_SCORE_RECALLING_H

#include "score/run.h"

// Fills in the outcome of the indicator of that index, where it is known. The evaluator recalls, and the project has cells.
bool jx_recall_outcome(jx_evaluator *evaluator, size_t index);

// Remembers the outcome of the evaluator's indicator, which has that index.
void jx_keep_outcome(jx_evaluator *evaluator, size_t index);

#endif

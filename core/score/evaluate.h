// SPDX-License-Identifier: MIT
// The pipeline: plan and observations in, scorecard out. No input or output, the same bytes every run.
#ifndef JIXIAO_SCORE_EVALUATE_H
#define JIXIAO_SCORE_EVALUATE_H

#include "base/error.h"
#include "model/observations.h"
#include "model/scorecard.h"
#include "score/plan.h"

// A workspace that is used for one project after another, so that scoring allocates nothing that outlives a row.
typedef struct jx_evaluator jx_evaluator;

// A new evaluator for the plan, which must outlive it; errors are written in `lang`. NULL where memory is out. One evaluator
// serves one thread. Freed by jx_evaluator_free.
jx_evaluator *jx_evaluator_new(const jx_plan *plan, jx_lang lang);
void jx_evaluator_free(jx_evaluator *evaluator);

// What the scorecards of a batch are for.
typedef enum jx_wanted { JX_WANT_POINTS, JX_WANT_LOSSES } jx_wanted;

// From now on outcomes that came before are recalled (score/recall.h) where that cannot be told from working them out.
// JX_WANT_POINTS: scorecards have no losses and nothing measured, unless the plan has scripts. False where memory is out:
// the evaluator goes on as before. [score-thread]
bool jx_evaluator_recall(jx_evaluator *evaluator, jx_wanted wanted);

// Scores one project. What cannot be evaluated is in the scorecard, as an error of an indicator or of the project. The
// scorecard is lent until the next call and refers to the observations. [score-thread]
const jx_scorecard *jx_evaluate(jx_evaluator *evaluator, const jx_observations *observations);

#endif

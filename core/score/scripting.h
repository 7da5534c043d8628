// SPDX-License-Identifier: MIT
// Scripts in the pipeline: what the cage asks of the evaluator, for evaluate.c only. [score-thread]
#ifndef JIXIAO_SCORE_SCRIPTING_H
#define JIXIAO_SCORE_SCRIPTING_H

#include "score/run.h"

// Runs the script of the current indicator, which was measured and lost by its method; JX_OK where it has none.
jx_status jx_run_indicator_script(jx_evaluator *evaluator);

// Runs the project's own script on the scorecard, whose total is then the subtotal less what it took; JX_OK where there
// is none, or where nothing was reported at all.
jx_status jx_run_project_script(jx_evaluator *evaluator);

#endif

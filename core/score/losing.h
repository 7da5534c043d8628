// SPDX-License-Identifier: MIT
// What measures and methods ask of the evaluator while an indicator is scored. [score-thread]
#ifndef JIXIAO_SCORE_LOSING_H
#define JIXIAO_SCORE_LOSING_H

#include "base/error.h"

#include <jixiao/plugin.h>

// Of an indicator for which nothing was reported, whatever its method.
extern const jx_loss_code jx_missing_code;

// Records a loss; see jx_host.lose.
jx_status jx_lose(const jx_job *job, const jx_loss *loss);

// Says why the actual cannot be evaluated and returns JX_EDATA; see jx_host.refuse.
jx_status jx_refuse(const jx_job *job, jx_words why);

// The refusal of figures that are too large to be computed exactly.
jx_status jx_refuse_range(const jx_job *job);

#endif

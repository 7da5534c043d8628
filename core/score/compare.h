// SPDX-License-Identifier: MIT
// Whether a target is met, and by how much it is missed. [any-thread]
#ifndef JIXIAO_SCORE_COMPARE_H
#define JIXIAO_SCORE_COMPARE_H

#include "base/error.h"

#include <jixiao/plugin.h>

#include <stdbool.h>

// Whether job->measured meets the indicator's target by its comparator. Of levels the better one is greater. Dates: the
// target is a range of days; `=` is inside it, `<=` not after its end, `<` before its start, `>=` not before its start,
// `>` after its end. A date written in part that is neither wholly inside nor wholly outside is refused (JX_EDATA).
jx_status jx_compare_target(const jx_job *job, bool *ret_met);

#endif

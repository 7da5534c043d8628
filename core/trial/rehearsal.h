// SPDX-License-Identifier: MIT
// One indicator, planned and scored with many actuals, twice: what a plugin answers, and whether it answers the same again.
// [main-thread]
#ifndef JIXIAO_TRIAL_REHEARSAL_H
#define JIXIAO_TRIAL_REHEARSAL_H

#include "base/arena.h"
#include "score/plan.h"
#include "trial/rules.h"
#include "trial/sample_project.h"

#include <stdbool.h>

typedef struct jx_rehearsal {
    jx_trial_notes *notes;
    jx_arena *arena; // for one indicator; emptied by whoever calls
    const jx_plan_sources *sources;
    jx_faults *faults; // of the last plan
    const jx_sample_project *sample;
} jx_rehearsal;

// Plans the indicator; true where that can be done. A plugin that breaks a rule by it is noted. With `thorough`, it is
// scored as well.
bool jx_rehearse(jx_rehearsal *at, bool thorough);

#endif

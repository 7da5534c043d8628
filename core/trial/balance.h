// SPDX-License-Identifier: MIT
// Whether a plugin gives back the memory that it takes. [main-thread]
#ifndef JIXIAO_TRIAL_BALANCE_H
#define JIXIAO_TRIAL_BALANCE_H

#include "score/plan.h"
#include "trial/rules.h"
#include "trial/sample_project.h"

// Plans the sample's indicator again and again, and scores it again and again: neither may take more memory each time. The
// sample is one that can be planned.
void jx_trial_balance(const jx_plan_sources *sources,
                      const jx_sample_project *sample,
                      jx_trial_notes *notes);

#endif

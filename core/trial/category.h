// SPDX-License-Identifier: MIT
// A category plugin tried with every measure and method that it admits. [main-thread]
#ifndef JIXIAO_TRIAL_CATEGORY_H
#define JIXIAO_TRIAL_CATEGORY_H

#include "score/plan.h"
#include "trial/rules.h"

#include <jixiao/plugin.h>

// Tries the plugin, which the registry of the sources holds; what it breaks is noted.
void jx_trial_category(const jx_plugin *plugin,
                       const jx_plan_sources *sources,
                       jx_trial_notes *notes);

#endif

// SPDX-License-Identifier: MIT
// What auditors complain about in tables that can be scored all the same: the words against the keys, and rules that do not do
// what rules are for. [main-thread]
#ifndef JIXIAO_WORDING_AUDIT_H
#define JIXIAO_WORDING_AUDIT_H

#include "base/error.h"
#include "model/project.h"
#include "rule/rule.h"
#include "score/plan.h"

// Adds findings to those of the plan, which was built of the project by the sources. Errors: out of memory.
jx_status jx_audit(const jx_project *project,
                   const jx_plan_sources *sources,
                   const jx_vocabulary *vocabulary,
                   jx_plan *plan,
                   jx_error *err);

#endif

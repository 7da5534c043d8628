// SPDX-License-Identifier: MIT
// The keys of an indicator held against its words. [main-thread]
#ifndef JIXIAO_WORDING_COMPARE_H
#define JIXIAO_WORDING_COMPARE_H

#include "model/finding.h"
#include "rule/rule.h"
#include "wording/alone.h"

// What an indicator is audited by.
typedef struct jx_audited {
    jx_arena *arena;
    const jx_project *project;
    const jx_section *section;
    const jx_plan_sources *sources;
    const jx_vocabulary *vocabulary;
    jx_alone alone; // the indicator by its keys, without its script
    jx_findings *findings;
} jx_audited;

// Reads the rule and scores actuals by it and by the keys; the first one that earns other points is a finding. So is a
// wording that is unclear, and one that says nothing of missing the target. An indicator without rule is passed over.
// Errors: out of memory.
jx_status jx_wording_compare(jx_audited *audited, jx_error *err);

#endif

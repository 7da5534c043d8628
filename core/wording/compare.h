// SPDX-License-Identifier: MIT
// The keys of an indicator held against its words. [main-thread]
#ifndef JIXIAO_WORDING_COMPARE_H
#define JIXIAO_WORDING_COMPARE_H

#include "base/text.h"
#include "model/finding.h"
#include "rule/rule.h"
#include "wording/alone.h"

// The wordings of a project that are unclear, told in one go: most tables have some that no grammar reads.
typedef struct jx_unclear_words {
    size_t count;
    const jx_section *first;
    const char *because; // of the first
    jx_text ids;
} jx_unclear_words;

// What an indicator is audited by.
typedef struct jx_audited {
    jx_arena *arena;
    const jx_project *project;
    const jx_section *section;
    const jx_plan_sources *sources;
    const jx_vocabulary *vocabulary;
    jx_alone alone; // the indicator by its keys, without its script
    jx_findings *findings;
    jx_unclear_words *unclear;
} jx_audited;

// Reads the rule and scores actuals by it and by the keys; the first one that earns other points is a finding. So is a
// wording that is unclear, and one that says nothing of missing the target. An indicator without rule is passed over.
// Errors: out of memory.
jx_status jx_wording_compare(jx_audited *at, jx_error *err);

// Adds the finding of the wordings that were unclear, if any; `path` is the project file.
void jx_wording_tell_unclear(const jx_unclear_words *unclear,
                             const jx_project *project,
                             jx_findings *findings);

#endif

// SPDX-License-Identifier: MIT
// A wording read and tried: what `jixiao rule` tells of it. [main-thread]
#ifndef JIXIAO_CLI_RULE_RESULT_H
#define JIXIAO_CLI_RULE_RESULT_H

#include "base/arena.h"
#include "base/error.h"
#include "rule/rule.h"
#include "score/plan.h"

#include <stdbool.h>
#include <stddef.h>

// An actual that was scored by what was read.
typedef struct jx_rule_try {
    jx_str actual;
    bool scored;
    jx_decimal points;
    uint32_t places; // that points are written with
    jx_str text; // the losses as sentences, or that nothing was lost; where it is not scored, why
} jx_rule_try;

typedef struct jx_rule_result {
    jx_str id; // of its row; JX_STR_NONE where it has none
    jx_wording wording;
    jx_reading reading;
    const jx_rule_try *tries;
    size_t try_count;
} jx_rule_result;

// What is read by, and in which language the tries speak.
typedef struct jx_rule_ground {
    const jx_vocabulary *vocabulary;
    const jx_plan_sources *sources;
    jx_lang lang;
} jx_rule_ground;

// Reads the wording and scores the actuals, by the same plan and pipeline as a project's. A reading that no plan can be made
// of is unclear, with the plan's reason. All is in the arena. JX_ESYSTEM.
jx_status jx_rule_result_make(jx_arena *arena,
                              const jx_rule_ground *ground,
                              const jx_wording *wording,
                              const jx_str *actuals,
                              size_t count,
                              jx_rule_result *ret,
                              jx_error *err);

#endif

// SPDX-License-Identifier: MIT
// The rules of plugins that their tables cannot show: they are tried by running the plugin. And the notes of a trial,
// which lie in memory that survives a plugin that does not. [main-thread]
#ifndef JIXIAO_TRIAL_RULES_H
#define JIXIAO_TRIAL_RULES_H

#include "base/error.h"
#include "plugin/conformance.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    JX_TRIAL_EXPORTS,
    JX_TRIAL_LINKS,
    JX_TRIAL_KNOWN,
    JX_TRIAL_PLANS,
    JX_TRIAL_ANSWERS,
    JX_TRIAL_CODES,
    JX_TRIAL_STEADY,
    JX_TRIAL_PASSES_ON,
    JX_TRIAL_GLOBALS,
    JX_TRIAL_FREES,
    JX_TRIAL_SILENT,
    JX_TRIAL_SURVIVES,
    JX_TRIAL_RULES
};

extern const jx_conformance_rule jx_trial_rules[JX_TRIAL_RULES];

enum { JX_TRIAL_STEP = 240 };

typedef struct jx_trial_notes {
    const char *path;         // of the library
    uint32_t tables_kept;     // bit i: every plugin of the library keeps rule i of conformance
    uint32_t tried;           // bit i: rule i of jx_trial_rules was tried to the end
    uint32_t broken;          // bit i: it is broken
    bool failed;              // memory ran out
    bool ended;               // the trial came to its end
    char step[JX_TRIAL_STEP]; // what was being done last
    jx_faults faults;         // every rule that is broken
} jx_trial_notes;

// Notes that a rule is broken; only the first breach of each rule is kept. Returns JX_EPLUGIN.
jx_status jx_trial_blame(jx_trial_notes *notes, uint32_t rule, const char *found);

#endif

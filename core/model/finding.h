// SPDX-License-Identifier: MIT
// Findings: what is worth telling of a table that can be scored all the same. A fault stops; a finding is said by `check`.
// [any-thread]
#ifndef JIXIAO_MODEL_FINDING_H
#define JIXIAO_MODEL_FINDING_H

#include "base/arena.h"
#include "base/error.h"

#include <stddef.h>

typedef enum jx_severity { JX_INFO, JX_WARNING, JX_GRAVE } jx_severity;

// Its stable code is the id of said.message, in lower case.
typedef struct jx_finding {
    jx_severity severity;
    jx_error said; // the sentence with its place
} jx_finding;

typedef struct jx_findings {
    jx_arena *arena;
    jx_lang lang;
    jx_finding *rows; // in the order found
    size_t count;
    bool failed; // memory ran out
} jx_findings;

// None yet; they will be kept in the arena.
jx_findings jx_findings_in(jx_arena *arena, jx_lang lang);

// Adds a finding: a message of findings.def with its arguments.
#define jx_find(findings, severity, place, message, ...)                                           \
  jx_findings_add((findings), (severity), (place), (message), JX_ARGS(__VA_ARGS__))

void jx_findings_add(jx_findings *findings,
                     jx_severity severity,
                     const jx_place *place,
                     jx_message message,
                     const jx_str *args);

// The gravest severity; JX_INFO where there is none.
jx_severity jx_findings_worst(const jx_findings *findings);

#endif

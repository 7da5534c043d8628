// SPDX-License-Identifier: MIT
// Findings: what is worth telling of a table that can be scored all the same. A fault stops; a finding is said by `check`.
// [any-thread]
#ifndef JIXIAO_MODEL_FINDING_H
#define JIXIAO_MODEL_FINDING_H

#include "base/arena.h"
#include "base/error.h"

#include <stddef.h>

typedef enum jx_severity { JX_INFO, JX_WARNING, JX_SEVERE } jx_severity;

enum { JX_SEVERITIES = JX_SEVERE + 1, JX_FINDING_CODE = 40 };

// The word for it: 提示, info…
jx_words jx_severity_words(jx_severity severity);

// The stable code of a finding: the id of its message in lower case, ended by NUL.
jx_str jx_finding_code(jx_message message, char buffer[JX_FINDING_CODE]);

typedef struct jx_finding {
    jx_severity severity;
    jx_error said; // place, severity, code and sentence: FILE:LINE: warning weights_outside: …
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

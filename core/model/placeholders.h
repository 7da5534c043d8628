// SPDX-License-Identifier: MIT
// What the sentence of any loss may name in braces, as <jixiao/plugin.h> lists it; figures of the loss come on top.
#ifndef JIXIAO_MODEL_PLACEHOLDERS_H
#define JIXIAO_MODEL_PLACEHOLDERS_H

#include "base/str.h"

#include <jixiao/plugin.h>

#include <stdbool.h>

enum {
    JX_PLACEHOLDER_TARGET,
    JX_PLACEHOLDER_COMPARATOR,
    JX_PLACEHOLDER_MEASURED,
    JX_PLACEHOLDER_ACTUAL,
    JX_PLACEHOLDER_BASELINE,
    JX_PLACEHOLDER_UNIT,
    JX_PLACEHOLDER_WEIGHT,
    JX_PLACEHOLDER_POINTS,
    JX_PLACEHOLDER_COUNT
};

extern const char *const jx_placeholder_names[JX_PLACEHOLDER_COUNT];

// What one sentence may name.
typedef struct jx_placeholder_set {
    const char *const *figures; // JX_LOSS_FIGURES of them, NULL from the last one on
    bool has_common;            // the names above, too
} jx_placeholder_set;

// A name that a sentence has and must not have. Lent by the sentence and the set.
typedef struct jx_placeholder_fault {
    jx_str name;
    jx_str nearest; // JX_STR_NONE: none is near
} jx_placeholder_fault;

// Whether all that a sentence has in braces is known; *ret is the first that is not. A brace that none closes
// before the next one opens is no placeholder, as jx_text_fill has it. [any-thread]
bool jx_placeholders_are_known(jx_str says,
                               const jx_placeholder_set *set,
                               jx_placeholder_fault *ret);

#endif

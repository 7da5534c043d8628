// SPDX-License-Identifier: MIT
// What the sentence of any loss may name in braces, as <jixiao/plugin.h> lists it; figures of the loss come on top.
#ifndef JIXIAO_MODEL_PLACEHOLDERS_H
#define JIXIAO_MODEL_PLACEHOLDERS_H

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

#endif

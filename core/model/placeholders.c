// SPDX-License-Identifier: MIT
#include "model/placeholders.h"

const char *const jx_placeholder_names[JX_PLACEHOLDER_COUNT] = {
    [JX_PLACEHOLDER_TARGET] = "target",     [JX_PLACEHOLDER_COMPARATOR] = "comparator",
    [JX_PLACEHOLDER_MEASURED] = "measured", [JX_PLACEHOLDER_ACTUAL] = "actual",
    [JX_PLACEHOLDER_BASELINE] = "baseline", [JX_PLACEHOLDER_UNIT] = "unit",
    [JX_PLACEHOLDER_WEIGHT] = "weight",     [JX_PLACEHOLDER_POINTS] = "points",
};

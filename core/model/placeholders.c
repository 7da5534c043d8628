// SPDX-License-Identifier: MIT
#include "model/placeholders.h"

#include <string.h>

enum { NAMES_MOST = JX_PLACEHOLDER_COUNT + JX_LOSS_FIGURES };

const char *const jx_placeholder_names[JX_PLACEHOLDER_COUNT] = {
    [JX_PLACEHOLDER_TARGET] = "target",     [JX_PLACEHOLDER_COMPARATOR] = "comparator",
    [JX_PLACEHOLDER_MEASURED] = "measured", [JX_PLACEHOLDER_ACTUAL] = "actual",
    [JX_PLACEHOLDER_BASELINE] = "baseline", [JX_PLACEHOLDER_UNIT] = "unit",
    [JX_PLACEHOLDER_WEIGHT] = "weight",     [JX_PLACEHOLDER_POINTS] = "points",
};

static size_t list_names(const jx_placeholder_set *set, jx_str ret[NAMES_MOST])
{
    size_t count = 0;
    for (size_t i = 0; i < JX_LOSS_FIGURES && set->figures[i] != NULL; i++) {
        ret[count++] = jx_str_of(set->figures[i]);
    }
    for (size_t i = 0; i < JX_PLACEHOLDER_COUNT && set->has_common; i++) {
        ret[count++] = jx_str_of(jx_placeholder_names[i]);
    }
    return count;
}

static bool is_among(jx_str name, const jx_str *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_equal(name, names[i])) {
            return true;
        }
    }
    return false;
}

// Cuts the text behind its next name; JX_STR_NONE where it has none.
static jx_str next_name(jx_str *rest)
{
    size_t open = rest->size;
    for (size_t i = 0; i < rest->size; i++) {
        if (rest->data[i] == '{') {
            open = i;
        } else if (rest->data[i] == '}' && open < i) {
            const jx_str name = {rest->data + open + 1, i - open - 1};
            *rest = jx_str_from(*rest, i + 1);
            return name;
        }
    }
    return JX_STR_NONE;
}

bool jx_placeholders_are_known(jx_str says,
                               const jx_placeholder_set *set,
                               jx_placeholder_fault *ret)
{
    jx_str names[NAMES_MOST];
    if (says.size == 0 || memchr(says.data, '{', says.size) == NULL) {
        return true;
    }
    const size_t count = list_names(set, names);
    jx_str rest = says;
    for (jx_str name = next_name(&rest); name.data != NULL; name = next_name(&rest)) {
        if (!is_among(name, names, count)) {
            *ret = (jx_placeholder_fault){name, jx_str_nearest(name, names, count)};
            return false;
        }
    }
    return true;
}

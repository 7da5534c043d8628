// SPDX-License-Identifier: MIT
#include "base/list.h"
#include "plugin/conformance_rules.h"

// ------------------------------------------------------------------------------------------ measures

static bool has_own_name(const jx_plugin *plugin, const jx_measure *measure)
{
    if (!jx_str_is_name(jx_str_of(measure->name), '_')) {
        return false;
    }
    const jx_measure *other = NULL;
    for (uint32_t i = 0; other != measure; i++) {
        other = jx_list_at(&plugin->measures, i);
        if (other != measure && jx_str_is(jx_str_of(measure->name), other->name)) {
            return false;
        }
    }
    return true;
}

static bool check_measure(jx_inspection *at, const jx_measure *measure)
{
    const uint32_t known = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_YES_NO) |
                           JX_KIND_BIT(JX_FIGURE_LEVEL) | JX_KIND_BIT(JX_FIGURE_DATE);
    const uint32_t figures = measure->figures;
    const bool several = (figures & (figures - 1)) != 0;
    if (!has_own_name(at->plugin, measure)) {
        return jx_blame(at, "name", measure->name);
    }
    if (measure->actual < JX_ACTUAL_NUMBER || measure->actual > JX_ACTUAL_COUNTS) {
        return jx_blame_number(at, "actual", measure->actual);
    }
    if (figures == 0 || (figures & ~known) != 0) {
        return jx_blame_number(at, "figures", figures);
    }
    if (measure->find == NULL) {
        return jx_blame(at, "find", NULL);
    }
    return !several || measure->prepare != NULL || jx_blame(at, "prepare", NULL);
}

bool jx_rule_measures(jx_inspection *at)
{
    return jx_each_measure(at, check_measure);
}

// ------------------------------------------------------------------------------------------ standard

bool jx_rule_standard(jx_inspection *at)
{
    const jx_plugin *plugin = at->plugin;
    if (!jx_are_names(plugin->standard_measures, '_')) {
        return jx_blame(at, "standard_measures", plugin->standard_measures);
    }
    return jx_are_names(plugin->standard_methods, '_') ||
           jx_blame(at, "standard_methods", plugin->standard_methods);
}

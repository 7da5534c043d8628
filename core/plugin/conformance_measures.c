// SPDX-License-Identifier: MIT
#include "base/list.h"
#include "model/keys.h"
#include "plugin/conformance_rules.h"
#include "plugin/fields.h"

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

static bool is_named_before(jx_str names, jx_str word)
{
    jx_str rest = jx_str_first(names, (size_t)(word.data - names.data));
    while (rest.data != NULL) {
        if (jx_str_equal(jx_str_next(&rest, ' '), word)) {
            return true;
        }
    }
    return false;
}

static bool are_names(const char *names)
{
    const jx_str whole = jx_str_of(names);
    jx_str rest = whole;
    while (rest.data != NULL) {
        const jx_str word = jx_str_next(&rest, ' ');
        if (word.size > 0 && (!jx_str_is_name(word, '_') || is_named_before(whole, word))) {
            return false;
        }
    }
    return true;
}

bool jx_rule_standard(jx_inspection *at)
{
    const jx_plugin *plugin = at->plugin;
    if (!are_names(plugin->standard_measures)) {
        return jx_blame(at, "standard_measures", plugin->standard_measures);
    }
    return are_names(plugin->standard_methods) ||
           jx_blame(at, "standard_methods", plugin->standard_methods);
}

// ------------------------------------------------------------------------------------------ defaults

static const jx_field *find_key(const char *key)
{
    static const uint32_t keys[] = {
        JX_INDICATOR_COMPARATOR, JX_INDICATOR_MEASURE, JX_INDICATOR_METHOD,
        JX_INDICATOR_UNIT,       JX_INDICATOR_TARGET,  JX_INDICATOR_MINIMUM,
        JX_INDICATOR_MAXIMUM,    JX_INDICATOR_WHOLE,   JX_INDICATOR_LEVELS,
    };
    for (size_t i = 0; key != NULL && i < sizeof keys / sizeof keys[0]; i++) {
        const jx_field *field = jx_list_at(&jx_indicator_keys, keys[i]);
        if (jx_str_is(jx_str_of(key), field->key)) {
            return field;
        }
    }
    return NULL;
}

static bool is_first(const jx_list *list, uint32_t index)
{
    const jx_default *row = jx_list_at(list, index);
    for (uint32_t i = 0; i < index; i++) {
        const jx_default *earlier = jx_list_at(list, i);
        if (jx_str_is(jx_str_of(row->key), earlier->key)) {
            return false;
        }
    }
    return true;
}

bool jx_rule_defaults(jx_inspection *at)
{
    const jx_list *list = &at->plugin->defaults;
    const jx_field_context context = {.arena = at->arena};
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_default *row = jx_list_at(list, i);
        const jx_field *key = find_key(row->key);
        jx_value value;
        jx_look_at(at, "", "defaults", i);
        if (key == NULL || !is_first(list, i)) {
            return jx_blame(at, "key", row->key);
        }
        if (!jx_is_line(row->value) ||
            jx_field_parse(key, jx_str_of(row->value), &context, NULL, &value, NULL) != JX_OK) {
            return jx_blame(at, "value", row->value);
        }
    }
    return true;
}

// SPDX-License-Identifier: MIT
#include "base/list.h"
#include "base/utf8.h"
#include "model/keys.h"
#include "plugin/conformance_rules.h"
#include "plugin/fields.h"

// A list of defaults, and the keys of the host that it may give.
typedef struct default_group {
    const char *name;
    const jx_list *list;
    const jx_list *fields;
    const uint32_t *keys; // places in `fields`
    size_t key_count;
} default_group;

static const jx_field *find_key(const default_group *group, const char *key)
{
    for (size_t i = 0; key != NULL && i < group->key_count; i++) {
        const jx_field *field = jx_list_at(group->fields, group->keys[i]);
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

static bool check_group(jx_inspection *at, const default_group *group)
{
    const jx_field_context context = {.arena = at->arena};
    for (uint32_t i = 0; i < group->list->count; i++) {
        const jx_default *row = jx_list_at(group->list, i);
        const jx_field *key = find_key(group, row->key);
        jx_value value;
        jx_look_at(at, "", group->name, i);
        if (key == NULL || !is_first(group->list, i)) {
            return jx_blame(at, "key", row->key);
        }
        if (!jx_utf8_is_line(jx_str_of(row->value)) ||
            jx_field_parse(key, jx_str_of(row->value), &context, NULL, &value, NULL) != JX_OK) {
            return jx_blame(at, "value", row->value);
        }
    }
    return true;
}

bool jx_rule_defaults(jx_inspection *at)
{
    static const uint32_t of_indicators[] = {
        JX_INDICATOR_COMPARATOR, JX_INDICATOR_MEASURE, JX_INDICATOR_METHOD,
        JX_INDICATOR_UNIT,       JX_INDICATOR_TARGET,  JX_INDICATOR_MINIMUM,
        JX_INDICATOR_MAXIMUM,    JX_INDICATOR_WHOLE,   JX_INDICATOR_LEVELS,
    };
    static const uint32_t of_projects[] = {JX_PROJECT_FULL, JX_PROJECT_ROUNDING, JX_PROJECT_PLACES,
                                           JX_PROJECT_NOT_APPLICABLE};
    enum {
        INDICATOR_COUNT = sizeof of_indicators / sizeof of_indicators[0],
        PROJECT_COUNT = sizeof of_projects / sizeof of_projects[0]
    };
    const jx_plugin *plugin = at->plugin;
    const default_group groups[] = {
        {"defaults", &plugin->defaults, &jx_indicator_keys, of_indicators, INDICATOR_COUNT},
        {"project_defaults", &plugin->project_defaults, &jx_project_keys, of_projects,
         PROJECT_COUNT},
        {"indicator_defaults", &plugin->indicator_defaults, &jx_indicator_keys, of_indicators,
         INDICATOR_COUNT},
    };
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        if (!check_group(at, &groups[i])) {
            return false;
        }
    }
    return true;
}

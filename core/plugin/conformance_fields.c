// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "base/list.h"
#include "base/utf8.h"
#include "model/field.h"
#include "model/keys.h"
#include "model/sheet.h"
#include "plugin/conformance_rules.h"
#include "plugin/field_words.h"
#include "plugin/fields.h"

// --------------------------------------------------------------------------------------------- types

static bool check_type(jx_inspection *at, const jx_field *field)
{
    if (field->type < JX_FIELD_TEXT || field->type > JX_FIELD_LEVEL) {
        return jx_blame_number(at, "type", field->type);
    }
    return (field->flags & ~JX_FIELD_REQUIRED) == 0 || jx_blame_number(at, "flags", field->flags);
}

bool jx_rule_field_types(jx_inspection *at)
{
    return jx_each_field(at, check_type);
}

// ---------------------------------------------------------------------------------------------- keys

static bool is_key_of_host(jx_str key)
{
    return jx_field_find(&jx_indicator_keys, key, NULL) != NULL;
}

// Keys of the plugin and keys of one of its measures stand side by side, so they must differ; measures may share keys, as
// an indicator has one measure only.
typedef struct key_group {
    const char *outer; // of `own`
    const char *name;
    const jx_list *shared; // of the plugin; NULL where `own` is that
    const jx_list *own;
    bool (*is_of_host)(jx_str key);
} key_group;

static bool check_key(const key_group *group, const jx_field *field)
{
    const jx_str key = jx_str_of(field->key);
    return jx_str_is_name(key, '_') && !group->is_of_host(key) &&
           jx_field_find(group->own, key, NULL) == field &&
           (group->shared == NULL || jx_field_find(group->shared, key, NULL) == NULL);
}

static bool check_keys(jx_inspection *at, key_group group)
{
    for (uint32_t i = 0; i < group.own->count; i++) {
        const jx_field *field = jx_list_at(group.own, i);
        jx_look_at(at, group.outer, group.name, i);
        if (!check_key(&group, field)) {
            return jx_blame(at, "key", field->key);
        }
    }
    return true;
}

static bool check_measure_keys(jx_inspection *at, const jx_measure *measure)
{
    const jx_plugin *plugin = at->plugin;
    char outer[JX_WHERE_TEXT];
    memcpy(outer, at->where, sizeof outer);
    const key_group fields = {outer, "fields", &plugin->fields, &measure->fields, is_key_of_host};
    const key_group inputs = {outer, "inputs", &plugin->inputs, &measure->inputs, jx_sheet_owns};
    return check_keys(at, fields) && check_keys(at, inputs);
}

bool jx_rule_field_keys(jx_inspection *at)
{
    const jx_plugin *plugin = at->plugin;
    const key_group fields = {"", "fields", NULL, &plugin->fields, is_key_of_host};
    const key_group inputs = {"", "inputs", NULL, &plugin->inputs, jx_sheet_owns};
    return check_keys(at, fields) && check_keys(at, inputs) &&
           jx_each_measure(at, check_measure_keys);
}

// ------------------------------------------------------------------------------------------- choices

static bool are_distinct_words(const jx_str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (words[i].size == 0 || words[i].size != jx_str_trim(words[i]).size) {
            return false;
        }
        for (size_t j = 0; j < i; j++) {
            if (jx_str_equal(words[i], words[j])) {
                return false;
            }
        }
    }
    return true;
}

static bool check_choices(jx_inspection *at, const jx_field *field)
{
    if (field->type != JX_FIELD_CHOICE) {
        return field->choices == NULL || jx_blame(at, "choices", field->choices);
    }
    size_t count;
    const jx_str *choices = jx_field_choices(at->arena, field, &count);
    if (!jx_utf8_is_line(jx_str_of(field->choices)) || !are_distinct_words(choices, count)) {
        return jx_blame(at, "choices", field->choices);
    }
    return true;
}

bool jx_rule_field_choices(jx_inspection *at)
{
    return jx_each_field(at, check_choices);
}

// -------------------------------------------------------------------------------------------- bounds

static bool check_bound(const jx_field *field, const char *bound, jx_decimal *ret)
{
    return bound == NULL || (jx_field_is_number(field) && jx_decimal_parse(jx_str_of(bound), ret));
}

static bool check_bounds(jx_inspection *at, const jx_field *field)
{
    jx_decimal minimum = JX_DECIMAL_ZERO;
    jx_decimal maximum = JX_DECIMAL_ZERO;
    if (!check_bound(field, field->minimum, &minimum)) {
        return jx_blame(at, "minimum", field->minimum);
    }
    if (!check_bound(field, field->maximum, &maximum) ||
        (field->minimum != NULL && field->maximum != NULL &&
         jx_decimal_compare(minimum, maximum) > 0)) {
        return jx_blame(at, "maximum", field->maximum);
    }
    return true;
}

bool jx_rule_field_bounds(jx_inspection *at)
{
    return jx_each_field(at, check_bounds);
}

// ----------------------------------------------------------------------------------------- fallbacks

// Levels, and the weight that N% is of, are known in a project file only.
static bool parses_alone(jx_inspection *at, const jx_field *field)
{
    const jx_str fallback = jx_str_of(field->fallback);
    jx_field alone = *field;
    if (field->type == JX_FIELD_LEVEL) {
        alone.type = JX_FIELD_TEXT;
    } else if (field->type == JX_FIELD_POINTS && jx_str_ends(fallback, (jx_str)JX_STR("%"))) {
        alone.type = JX_FIELD_PERCENT;
        alone.minimum = NULL;
        alone.maximum = NULL;
    }
    const jx_field_context context = {.arena = at->arena};
    jx_value value;
    return jx_utf8_is_line(jx_str_of(field->fallback)) &&
           jx_field_parse(&alone, fallback, &context, NULL, &value, NULL) == JX_OK;
}

static bool check_fallback(jx_inspection *at, const jx_field *field)
{
    if (field->fallback == NULL) {
        return true;
    }
    if ((field->flags & JX_FIELD_REQUIRED) != 0 || !parses_alone(at, field)) {
        return jx_blame(at, "fallback", field->fallback);
    }
    return true;
}

bool jx_rule_field_fallbacks(jx_inspection *at)
{
    return jx_each_field(at, check_fallback);
}

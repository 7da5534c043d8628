// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "base/list.h"
#include "base/utf8.h"
#include "plugin/conformance_rules.h"
#include "plugin/shares.h"

#include <stdio.h>

// ------------------------------------------------------------------------------------------- members

// Whether a list of the other kind is empty.
static bool check_empty(jx_inspection *at, const char *name, const jx_list *list)
{
    char member[JX_WHERE_TEXT];
    (void)snprintf(member, sizeof member, "%s.count", name);
    return list->count == 0 || jx_blame_number(at, member, list->count);
}

static bool check_absent(jx_inspection *at, const char *member, bool absent)
{
    if (absent) {
        return true;
    }
    jx_name_member(at, member);
    jx_text_put(&at->found, "set");
    return false;
}

static bool check_category(jx_inspection *at)
{
    const jx_plugin *plugin = at->plugin;
    return check_empty(at, "shares", &plugin->shares) &&
           check_empty(at, "grades", &plugin->grades) &&
           check_empty(at, "project_defaults", &plugin->project_defaults) &&
           check_empty(at, "indicator_defaults", &plugin->indicator_defaults) &&
           (plugin->type_flags == 0 || jx_blame_number(at, "type_flags", plugin->type_flags));
}

static bool check_type(jx_inspection *at)
{
    const jx_plugin *plugin = at->plugin;
    return check_empty(at, "subcategories", &plugin->subcategories) &&
           check_empty(at, "measures", &plugin->measures) &&
           check_empty(at, "defaults", &plugin->defaults) &&
           check_empty(at, "fields", &plugin->fields) &&
           check_empty(at, "inputs", &plugin->inputs) &&
           check_empty(at, "loss_codes", &plugin->loss_codes) &&
           check_absent(at, "standard_measures", plugin->standard_measures == NULL) &&
           check_absent(at, "standard_methods", plugin->standard_methods == NULL) &&
           check_absent(at, "create", plugin->create == NULL) &&
           check_absent(at, "destroy", plugin->destroy == NULL) &&
           check_absent(at, "lose", plugin->lose == NULL);
}

bool jx_rule_members(jx_inspection *at)
{
    bool good = at->plugin->kind == JX_PLUGIN_CATEGORY ? check_category(at) : check_type(at);
    return good &&
           (at->plugin->reserved == 0 || jx_blame_number(at, "reserved", at->plugin->reserved));
}

bool jx_rule_type_flags(jx_inspection *at)
{
    const uint32_t flags = at->plugin->type_flags;
    return (flags & ~(JX_TYPE_ADVISES | JX_TYPE_USUAL)) == 0 ||
           jx_blame_number(at, "type_flags", flags);
}

// -------------------------------------------------------------------------------------------- shares

// A decimal of 0 to 100.
static bool read_percentage(const char *text, jx_decimal *ret)
{
    return jx_decimal_parse(jx_str_of(text), ret) && jx_decimal_sign(*ret) >= 0 &&
           jx_decimal_compare(*ret, jx_decimal_make(100, 0)) <= 0;
}

static bool are_same(const char *a, const char *b)
{
    return (a == NULL) == (b == NULL) && (a == NULL || strcmp(a, b) == 0);
}

static bool is_first_share(const jx_list *list, uint32_t index)
{
    const jx_share *row = jx_list_at(list, index);
    for (uint32_t i = 0; i < index; i++) {
        const jx_share *earlier = jx_list_at(list, i);
        if (are_same(earlier->category, row->category) &&
            are_same(earlier->without, row->without)) {
            return false;
        }
    }
    return true;
}

static bool check_share(jx_inspection *at, const jx_share *row)
{
    jx_decimal minimum;
    jx_decimal maximum;
    if (!jx_str_is_id(jx_str_of(row->category))) {
        return jx_blame(at, "category", row->category);
    }
    if (row->without != NULL &&
        (!jx_str_is_id(jx_str_of(row->without)) || strcmp(row->without, row->category) == 0)) {
        return jx_blame(at, "without", row->without);
    }
    if ((row->flags & ~JX_SHARE_REQUIRED) != 0) {
        return jx_blame_number(at, "flags", row->flags);
    }
    if (row->reserved != 0) {
        return jx_blame_number(at, "reserved", row->reserved);
    }
    if (!read_percentage(jx_share_minimum(row), &minimum)) {
        return jx_blame(at, "minimum", row->minimum);
    }
    if (!read_percentage(jx_share_maximum(row), &maximum) ||
        jx_decimal_compare(minimum, maximum) > 0) {
        return jx_blame(at, "maximum", row->maximum);
    }
    return jx_are_names(row->subcategories, '-') ||
           jx_blame(at, "subcategories", row->subcategories);
}

bool jx_rule_shares(jx_inspection *at)
{
    const jx_list *list = &at->plugin->shares;
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_share *row = jx_list_at(list, i);
        jx_look_at(at, "", "shares", i);
        if (!check_share(at, row)) {
            return false;
        }
        if (!is_first_share(list, i)) {
            return jx_blame(at, "category", row->category);
        }
    }
    return true;
}

// -------------------------------------------------------------------------------------------- grades

static bool is_first_grade(const jx_list *list, uint32_t index)
{
    const jx_type_grade *row = jx_list_at(list, index);
    for (uint32_t i = 0; i < index; i++) {
        const jx_type_grade *earlier = jx_list_at(list, i);
        if (strcmp(earlier->name, row->name) == 0) {
            return false;
        }
    }
    return true;
}

bool jx_rule_grades(jx_inspection *at)
{
    const jx_list *list = &at->plugin->grades;
    jx_decimal above = jx_decimal_make(101, 0);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_type_grade *row = jx_list_at(list, i);
        jx_decimal least;
        jx_look_at(at, "", "grades", i);
        if (!jx_utf8_is_line(jx_str_of(row->name)) || !is_first_grade(list, i)) {
            return jx_blame(at, "name", row->name);
        }
        if (!read_percentage(row->least, &least) || jx_decimal_compare(least, above) >= 0 ||
            (i + 1 == list->count && jx_decimal_sign(least) != 0)) {
            return jx_blame(at, "least", row->least);
        }
        above = least;
    }
    return true;
}

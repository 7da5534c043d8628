// SPDX-License-Identifier: MIT
#include "plugin/conformance_rules.h"

#include "base/list.h"

#include <inttypes.h>
#include <stdio.h>

void jx_look_at(jx_inspection *at, const char *outer, const char *list, uint32_t index)
{
    (void)snprintf(at->where, sizeof at->where, "%s%s%s[%" PRIu32 "]", outer,
                   outer[0] == '\0' ? "" : ".", list, index);
}

void jx_name_member(jx_inspection *at, const char *member)
{
    if (at->where[0] != '\0') {
        jx_text_put(&at->found, at->where);
        jx_text_add_char(&at->found, '.');
    }
    jx_text_put(&at->found, member);
    jx_text_put(&at->found, " = ");
}

bool jx_blame(jx_inspection *at, const char *member, const char *value)
{
    jx_name_member(at, member);
    if (value == NULL) {
        jx_text_put(&at->found, "NULL");
        return false;
    }
    jx_text_add_char(&at->found, '"');
    jx_text_put(&at->found, value);
    jx_text_add_char(&at->found, '"');
    return false;
}

bool jx_blame_number(jx_inspection *at, const char *member, uint32_t number)
{
    jx_name_member(at, member);
    jx_text_add_number(&at->found, number);
    return false;
}

bool jx_are_names(const char *names, char extra)
{
    const jx_str whole = jx_str_of(names);
    jx_str rest = whole;
    while (rest.data != NULL) {
        const jx_str word = jx_str_next(&rest, ' ');
        const jx_str before = jx_str_first(whole, (size_t)(word.data - whole.data));
        if (word.size > 0 && (!jx_str_is_name(word, extra) || jx_str_has_part(before, ' ', word))) {
            return false;
        }
    }
    return true;
}

static bool check_fields(jx_inspection *at,
                         const char *outer,
                         const char *name,
                         const jx_list *list,
                         jx_field_check check)
{
    for (uint32_t i = 0; i < list->count; i++) {
        jx_look_at(at, outer, name, i);
        if (!check(at, jx_list_at(list, i))) {
            return false;
        }
    }
    return true;
}

bool jx_each_field(jx_inspection *at, jx_field_check check)
{
    const jx_plugin *plugin = at->plugin;
    if (!check_fields(at, "", "fields", &plugin->fields, check) ||
        !check_fields(at, "", "inputs", &plugin->inputs, check)) {
        return false;
    }
    for (uint32_t i = 0; i < plugin->measures.count; i++) {
        const jx_measure *measure = jx_list_at(&plugin->measures, i);
        char outer[JX_WHERE_TEXT];
        (void)snprintf(outer, sizeof outer, "measures[%" PRIu32 "]", i);
        if (!check_fields(at, outer, "fields", &measure->fields, check) ||
            !check_fields(at, outer, "inputs", &measure->inputs, check)) {
            return false;
        }
    }
    return true;
}

bool jx_each_measure(jx_inspection *at, jx_measure_check check)
{
    for (uint32_t i = 0; i < at->plugin->measures.count; i++) {
        jx_look_at(at, "", "measures", i);
        if (!check(at, jx_list_at(&at->plugin->measures, i))) {
            return false;
        }
    }
    return true;
}

// SPDX-License-Identifier: MIT
// What the rules of conformance share, for conformance*.c only. A rule answers whether the plugin keeps it; one that does
// not has said what it found. Rules see the plugin behind the border (adopt.h). [any-thread]
#ifndef JIXIAO_PLUGIN_CONFORMANCE_RULES_H
#define JIXIAO_PLUGIN_CONFORMANCE_RULES_H

#include "base/arena.h"
#include "base/str.h"
#include "base/text.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stdint.h>

enum { JX_WHERE_TEXT = 80 };

typedef struct jx_inspection {
    const jx_plugin *plugin;
    jx_arena *arena; // for as long as the inspection
    jx_text found;   // what breaks the rule, as C would write it: `fields[2].key = "a b"`
    // The row being looked at: "measures[0].fields[2]"; empty: the plugin itself.
    char where[JX_WHERE_TEXT];
} jx_inspection;

typedef bool (*jx_rule_check)(jx_inspection *at);

// Sets `where` to list[index], inside `outer` where that is not empty.
void jx_look_at(jx_inspection *at, const char *outer, const char *list, uint32_t index);

// Begins what was found: the row and the member.
void jx_name_member(jx_inspection *at, const char *member);

// Says what was found in a member of the row and answers false.
bool jx_blame(jx_inspection *at, const char *member, const char *value);
bool jx_blame_number(jx_inspection *at, const char *member, uint32_t number);

// Whether they are names that differ, with `extra` as in jx_str_is_name, parted by blanks; NULL is no names.
bool jx_are_names(const char *names, char extra);

// Calls `check` with every field of the plugin and of its measures until it answers false.
typedef bool (*jx_field_check)(jx_inspection *at, const jx_field *field);
bool jx_each_field(jx_inspection *at, jx_field_check check);

// Calls `check` with every measure of the plugin.
typedef bool (*jx_measure_check)(jx_inspection *at, const jx_measure *measure);
bool jx_each_measure(jx_inspection *at, jx_measure_check check);

// conformance_words.c
bool jx_rule_words(jx_inspection *at);

// conformance_fields.c
bool jx_rule_field_types(jx_inspection *at);
bool jx_rule_field_keys(jx_inspection *at);
bool jx_rule_field_choices(jx_inspection *at);
bool jx_rule_field_bounds(jx_inspection *at);
bool jx_rule_field_fallbacks(jx_inspection *at);

// conformance_measures.c
bool jx_rule_measures(jx_inspection *at);
bool jx_rule_standard(jx_inspection *at);

// conformance_defaults.c
bool jx_rule_defaults(jx_inspection *at);

// conformance_losses.c
bool jx_rule_loss_codes(jx_inspection *at);
bool jx_rule_placeholders(jx_inspection *at);

// conformance_types.c
bool jx_rule_members(jx_inspection *at);
bool jx_rule_type_flags(jx_inspection *at);
bool jx_rule_shares(jx_inspection *at);
bool jx_rule_grades(jx_inspection *at);

#endif

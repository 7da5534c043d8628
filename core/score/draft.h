// SPDX-License-Identifier: MIT
// A plan in the making: shared by the files plan*.c and by nothing else. Every step adds its faults and goes on, so that one
// run shows them all; a step whose ground is missing says nothing. [main-thread]
#ifndef JIXIAO_SCORE_DRAFT_H
#define JIXIAO_SCORE_DRAFT_H

#include "base/decimal.h"
#include "base/ratio.h"
#include "model/keys.h"
#include "plugin/fields.h"
#include "score/level_list.h"
#include "score/plan.h"

#include <stdbool.h>

typedef struct jx_draft {
    jx_arena *arena;
    const jx_project *project;
    const jx_plan_sources *sources;
    const jx_plugin *type; // of the project; one that says nothing where there is none
    bool type_named;       // by the project file; else it is the usual one
    jx_faults *faults;
    jx_plan *plan;
    jx_table_row *rows; // those of plan->table, while they may still be written
    jx_table_category *categories;
    jx_table_plugin *plugins;
    jx_table_script *scripts;
} jx_draft;

// One indicator in the making.
typedef struct jx_indicator_draft {
    jx_draft *draft;
    const jx_section *section;
    const jx_registered *registered;
    jx_plan_indicator *indicator;
    jx_table_row *row;
    jx_value core[JX_INDICATOR_KEY_COUNT];
    uint32_t lines[JX_INDICATOR_KEY_COUNT]; // 0: not stated by the project file
    jx_level_list levels;
    jx_value *method_values;
    jx_list script_keys; // jx_field
} jx_indicator_draft;

// The plugin as provenance tells of it.
static inline jx_table_plugin jx_draft_plugin(const jx_registered *registered)
{
    const jx_plugin *plugin = registered->plugin;
    return (jx_table_plugin){plugin->kind, jx_str_of(plugin->name), jx_str_of(plugin->version),
                             registered->path, registered->digest};
}

// Where to look for a key's text.
enum { JX_KEY_DEFAULTS = 2 };

typedef struct jx_key_source {
    const jx_section *section;
    const jx_list
        *defaults[JX_KEY_DEFAULTS]; // jx_default of plugins, the first that has one; NULL: none
    jx_field_context context;
} jx_key_source;

// Reads the value of every field: stated, a plugin's default, the field's own, or not given. `lines` may be NULL.
jx_status jx_draft_values(jx_draft *draft,
                          const jx_key_source *source,
                          const jx_list *fields,
                          jx_value *values,
                          uint32_t *lines);

// The same, with an array of its own in the arena.
jx_status jx_draft_new_values(jx_draft *draft,
                              const jx_key_source *source,
                              const jx_list *fields,
                              jx_value **ret);

// The indicator's section, with the weight and the levels that its parameters may refer to.
jx_key_source jx_draft_source(const jx_indicator_draft *in);

// Adds a fault for every entry of the section that none of the lists declares, with the nearest name that one of them does.
// `elsewhere` tells where a key belongs that is known but does not apply; NULL: nowhere.
typedef jx_str (*jx_key_elsewhere)(const void *user, jx_str key);
jx_status jx_draft_check_keys(jx_draft *draft,
                              const jx_section *section,
                              const jx_list *const *lists,
                              size_t count,
                              jx_key_elsewhere elsewhere,
                              const void *user);

// The text of a value, empty where it is not given.
jx_str jx_draft_text(const jx_value *value);

// The place of a section, and of a key in it.
jx_place jx_draft_place(const jx_draft *draft, const jx_section *section);
jx_place jx_draft_key_place(const jx_draft *draft, const jx_section *section, const char *key);

// The project's type, before anything else; then, once every indicator was drafted, what the table has that the type
// has not: as faults, or as findings where the type advises. Shares are compared where the weights make `full`.
jx_status jx_draft_find_type(jx_draft *draft);
jx_status jx_draft_check_type(jx_draft *draft, bool weights_fit);

// [project] and [grades] into the table.
jx_status jx_draft_head(jx_draft *draft);

// One [indicator ID] into its row and its plan.
jx_status jx_draft_indicator(jx_draft *draft, size_t index);

// Of one indicator, in this order: the measure with what the actual must look like, the target that it is compared with,
// the method with its terms.
jx_status jx_draft_measure(jx_indicator_draft *in);
jx_status jx_draft_target(jx_indicator_draft *in);
jx_status jx_draft_method(jx_indicator_draft *in);

// The method that the project file names, if any; whether it takes any of these kinds of figures.
jx_status jx_draft_stated_method(jx_indicator_draft *in);
jx_status jx_draft_check_figures(jx_indicator_draft *in, uint32_t kinds);

// What the actual must look like, once measure and levels are known.
jx_status jx_draft_form(jx_indicator_draft *in);
bool jx_draft_wants_levels(const jx_indicator_draft *in);

// Whether the method lists the levels itself: an actual then chooses within what is listed.
bool jx_draft_chooses(const jx_indicator_draft *in);

// The keys of the measure; then what it will find and what that is compared with.
jx_status jx_draft_measure_params(jx_indicator_draft *in);
jx_status jx_draft_prepare(jx_indicator_draft *in);

// The script that a section names (`value`, a given text of its key `script`): its parameters by their keys, which begin with
// `script.`, go to *ret_keys. Where it cannot be read, *ret_keys are those that the section has.
jx_status jx_draft_script(jx_draft *draft,
                          const jx_key_source *source,
                          const jx_value *value,
                          jx_list *ret_keys,
                          jx_plan_script *ret);

// That of an indicator; its inputs must not have names that the plugin or the measure declare.
jx_status jx_draft_indicator_script(jx_indicator_draft *in);

// Only the terms of a method that is stated, for their faults: where the target cannot be read.
jx_status jx_draft_terms(jx_indicator_draft *in);

#endif

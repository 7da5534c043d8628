// SPDX-License-Identifier: MIT
#include "wording/alone.h"

#include "base/list.h"
#include "plugin/fields.h"

enum { MOST_HEAD = 8 };

static bool is_of_script(jx_str key)
{
    return jx_str_is(key, "script") || jx_str_starts(key, (jx_str)JX_STR("script."));
}

static jx_str value_of(const jx_section *section, const char *key)
{
    const jx_entry *entry = section == NULL ? NULL : jx_section_find(section, key);
    return entry == NULL ? JX_STR_NONE : entry->value;
}

static void keep(jx_section *to, jx_entry *entries, const char *key, jx_str value)
{
    if (value.data != NULL) {
        entries[to->count++] = (jx_entry){jx_str_of(key), value, 1};
    }
}

static jx_section make_head(const jx_section *section, const jx_section *head, jx_entry *entries)
{
    jx_section made = {.line = 1, .entries = entries};
    keep(&made, entries, "id", (jx_str)JX_STR("rule"));
    keep(&made, entries, "name", (jx_str)JX_STR("rule"));
    keep(&made, entries, "full", value_of(section, "weight"));
    keep(&made, entries, "year", value_of(head, "year"));
    keep(&made, entries, "rounding", value_of(head, "rounding"));
    keep(&made, entries, "places", value_of(head, "places"));
    return made;
}

// What the project's type says of indicators, where the project names one: alone, the indicator is of the usual type.
static const jx_list *type_defaults(const jx_section *head, const jx_plan_sources *sources)
{
    static const jx_list none = {NULL, 0, 0};
    const jx_registered *type = jx_registry_find_type(sources->registry, value_of(head, "type"));
    return type == NULL ? &none : &type->plugin->indicator_defaults;
}

// Adds the defaults that neither the section nor its category has; answers how many.
static size_t add_defaults(const jx_section *section,
                           const jx_list *defaults,
                           const jx_plan_sources *sources,
                           jx_entry *entries)
{
    size_t count = 0;
    const jx_registered *category =
        jx_registry_find(sources->registry, value_of(section, "category"));
    for (uint32_t i = 0; i < defaults->count; i++) {
        const jx_default *at = jx_list_at(defaults, i);
        const bool own =
            category != NULL && jx_default_find(&category->plugin->defaults, at->key) != NULL;
        if (!own && jx_section_find(section, at->key) == NULL) {
            entries[count++] = (jx_entry){jx_str_of(at->key), jx_str_of(at->value), section->line};
        }
    }
    return count;
}

// The section without its script, and with a name; NULL where memory is out. The entry before the first one is free, for a
// category.
static jx_entry *copy_section(jx_arena *arena,
                              const jx_section *section,
                              const jx_section *head,
                              const jx_plan_sources *sources,
                              jx_section *ret)
{
    const jx_list *defaults = type_defaults(head, sources);
    jx_entry *entries =
        jx_arena_array(arena, section->count + defaults->count + 2, sizeof *entries);
    size_t count = 1;
    if (entries == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < section->count; i++) {
        if (!is_of_script(section->entries[i].key)) {
            entries[count++] = section->entries[i];
        }
    }
    if (jx_section_find(section, "name") == NULL) {
        const jx_entry *rule = jx_section_find(section, "rule");
        const jx_str name = rule == NULL ? section->id : rule->value;
        entries[count++] = (jx_entry){JX_STR("name"), name, section->line};
    }
    count += add_defaults(section, defaults, sources, entries + count);
    *ret = *section;
    ret->entries = entries + 1;
    ret->count = count - 1;
    return entries;
}

// Plans it in the first category that takes its keys.
static jx_status find_category(jx_arena *arena,
                               const jx_project *project,
                               jx_section *section,
                               jx_entry *entries,
                               const jx_plan_sources *sources,
                               jx_faults *faults,
                               jx_plan **ret)
{
    jx_error first = JX_ERROR(faults->lang);
    jx_faults *refusals = jx_arena_alloc(arena, sizeof *refusals);
    jx_status status = JX_ECONFIG;
    if (refusals == NULL) {
        return jx_fault_memory(faults);
    }
    section->entries = entries;
    section->count++;
    for (size_t i = 0; i < jx_registry_count(sources->registry) && status != JX_OK; i++) {
        const jx_plugin *plugin = jx_registry_at(sources->registry, i)->plugin;
        if (plugin->kind == JX_PLUGIN_CATEGORY) {
            entries[0] = (jx_entry){JX_STR("category"), jx_str_of(plugin->name), section->line};
            jx_faults_init(refusals, faults->lang);
            status = jx_plan_build(arena, project, sources, refusals, ret);
            first = first.status == JX_OK && refusals->count != 0 ? refusals->shown[0] : first;
        }
    }
    return status == JX_OK || first.status == JX_OK ? status : jx_faults_take(faults, &first);
}

static bool make_cells(jx_arena *arena, jx_alone *alone, jx_lang lang)
{
    alone->cells = jx_arena_array(arena, alone->plan->sheet.slot_count, sizeof *alone->cells);
    alone->evaluator = alone->cells == NULL ? NULL : jx_evaluator_new(alone->plan, lang);
    return alone->evaluator != NULL;
}

jx_status jx_alone_open(jx_arena *arena,
                        const jx_section *section,
                        const jx_section *head,
                        const jx_plan_sources *sources,
                        jx_faults *faults,
                        jx_alone *ret)
{
    jx_alone alone = {.plan = NULL};
    jx_entry *head_entries = jx_arena_array(arena, MOST_HEAD, sizeof *head_entries);
    jx_section *indicator = jx_arena_alloc(arena, sizeof *indicator);
    jx_project *project = jx_arena_alloc(arena, sizeof *project);
    jx_entry *entries =
        indicator == NULL ? NULL : copy_section(arena, section, head, sources, indicator);
    if (head_entries == NULL || project == NULL || entries == NULL) {
        return jx_fault_memory(faults);
    }
    *project = (jx_project){
        .head = make_head(indicator, head, head_entries),
        .indicators = indicator,
        .indicator_count = 1,
    };
    const jx_status status =
        jx_section_find(section, "category") != NULL
            ? jx_plan_build(arena, project, sources, faults, &alone.plan)
            : find_category(arena, project, indicator, entries, sources, faults, &alone.plan);
    if (status != JX_OK || alone.plan == NULL) {
        return status;
    }
    if (!make_cells(arena, &alone, faults->lang)) {
        jx_alone_close(&alone);
        return jx_fault_memory(faults);
    }
    *ret = alone;
    return JX_OK;
}

void jx_alone_close(jx_alone *alone)
{
    jx_evaluator_free(alone->evaluator);
    jx_plan_free(alone->plan);
    *alone = (jx_alone){.plan = NULL};
}

const jx_scorecard *jx_alone_score(jx_alone *alone, jx_str actual)
{
    const jx_str text = jx_str_trim(actual);
    alone->cells[alone->plan->table.rows[0].slot + JX_SLOT_ACTUAL] =
        (jx_cell){.data = text.data, .size = (uint32_t)text.size, .line = 1};
    const jx_observations observations = {
        .project = alone->plan->table.id, .line = 1, .cells = alone->cells};
    return jx_evaluate(alone->evaluator, &observations);
}

// The first fault, in that language.
static const char *say_why(jx_arena *arena,
                           const jx_section *section,
                           const jx_section *head,
                           const jx_plan_sources *sources,
                           jx_lang lang)
{
    jx_alone alone = {.plan = NULL};
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    if (faults == NULL) {
        return NULL;
    }
    jx_faults_init(faults, lang);
    if (jx_alone_open(arena, section, head, sources, faults, &alone) == JX_OK) {
        jx_alone_close(&alone);
    }
    return faults->count == 0 || faults->status == JX_ESYSTEM
               ? NULL
               : jx_arena_copy(arena, jx_str_of(faults->shown[0].text)).data;
}

jx_status jx_alone_try(jx_arena *arena,
                       const jx_section *section,
                       const jx_section *head,
                       const jx_plan_sources *sources,
                       jx_lang lang,
                       jx_alone *ret,
                       jx_words *ret_why,
                       jx_error *err)
{
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    if (faults == NULL) {
        return jx_fail_memory(err);
    }
    *ret_why = (jx_words){NULL, NULL};
    jx_faults_init(faults, lang);
    if (jx_alone_open(arena, section, head, sources, faults, ret) == JX_OK) {
        return JX_OK;
    }
    *ret_why = (jx_words){say_why(arena, section, head, sources, JX_ZH),
                          say_why(arena, section, head, sources, JX_EN)};
    return ret_why->zh == NULL || ret_why->en == NULL ? jx_fail_memory(err) : JX_OK;
}

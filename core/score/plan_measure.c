// SPDX-License-Identifier: MIT
// How an indicator is measured.
#include "score/draft.h"
#include "score/measures.h"

// --------------------------------------------------------------------------------------------- measure

// Points by level are about levels, whatever the category's default is.
static jx_str measure_name(const jx_indicator_draft *in, const jx_method *method)
{
    bool stated = in->lines[JX_INDICATOR_MEASURE] != 0;
    if (method != NULL && method->levels_key != NULL && !stated) {
        return (jx_str)JX_STR("level");
    }
    jx_str name = jx_draft_text(&in->core[JX_INDICATOR_MEASURE]);
    return name.size == 0 ? (jx_str)JX_STR("value") : name;
}

static const jx_measure *find_own_measure(const jx_plugin *plugin, jx_str name)
{
    for (uint32_t i = 0; i < plugin->measures.count; i++) {
        const jx_measure *measure = jx_list_at(&plugin->measures, i);
        if (jx_str_is(name, measure->name)) {
            return measure;
        }
    }
    return NULL;
}

static jx_status fail_measure_name(jx_indicator_draft *in, jx_str name)
{
    size_t count = 0;
    const jx_list *own = &in->indicator->plugin->measures;
    jx_str *names =
        jx_arena_array(in->draft->arena, jx_measure_count() + own->count, sizeof *names);
    for (size_t i = 0; i < jx_measure_count() && names != NULL; i++) {
        jx_str known = jx_str_of(jx_measure_at(i)->name);
        if (jx_plugin_admits(in->indicator->plugin->standard_measures, known)) {
            names[count++] = known;
        }
    }
    for (uint32_t i = 0; i < own->count && names != NULL; i++) {
        const jx_measure *measure = jx_list_at(own, i);
        names[count++] = jx_str_of(measure->name);
    }
    jx_place place = jx_draft_key_place(in->draft, in->section, "measure");
    jx_str nearest = jx_str_nearest(name, names, count);
    return nearest.data != NULL
               ? jx_fault(in->draft->faults, &place, JX_MESSAGE_MEASURE_NEAR, name, nearest)
               : jx_fault(in->draft->faults, &place, JX_MESSAGE_MEASURE_UNKNOWN, name,
                          jx_str_of(in->indicator->plugin->name));
}

static jx_status find_measure(jx_indicator_draft *in, const jx_method *method)
{
    jx_str name = measure_name(in, method);
    const jx_plugin *plugin = in->indicator->plugin;
    const jx_measure *measure = find_own_measure(plugin, name);
    if (measure == NULL && jx_plugin_admits(plugin->standard_measures, name)) {
        measure = jx_measure_find(name);
    }
    if (measure == NULL) {
        return fail_measure_name(in, name);
    }
    in->indicator->measure = measure;
    in->indicator->inputs[0] = &plugin->inputs;
    in->indicator->inputs[1] = &measure->inputs;
    in->row->measure = measure->name;
    return JX_OK;
}

// ---------------------------------------------------------------------------------------------- levels

static jx_status copy_level_names(jx_indicator_draft *in)
{
    const char **names = jx_arena_array(in->draft->arena, in->levels.count, sizeof *names);
    if (names == NULL) {
        return jx_fault_memory(in->draft->faults);
    }
    for (size_t i = 0; i < in->levels.count; i++) {
        names[i] = in->levels.names[i].data;
    }
    in->indicator->facts.levels = names;
    in->indicator->facts.level_count = (uint32_t)in->levels.count;
    in->row->levels = in->levels.names;
    in->row->level_count = in->levels.count;
    return JX_OK;
}

static jx_status read_levels(jx_indicator_draft *in)
{
    const jx_method *method = in->indicator->method;
    bool named = method != NULL && method->levels_key != NULL;
    const char *key = named ? method->levels_key : "levels";
    const jx_entry *entry = jx_section_find(in->section, key);
    jx_str text = entry != NULL          ? entry->value
                  : jx_draft_chooses(in) ? (jx_str)JX_STR("")
                                         : jx_draft_text(&in->core[JX_INDICATOR_LEVELS]);
    jx_place place = jx_draft_key_place(in->draft, in->section, key);
    if (text.size == 0) {
        return jx_fault(in->draft->faults, &place, JX_MESSAGE_LEVELS_MISSING, jx_str_of(key));
    }
    jx_error err = JX_ERROR(in->draft->faults->lang);
    if (jx_level_list_read(in->draft->arena, text, &place, &in->levels, &err) != JX_OK) {
        return jx_faults_take(in->draft->faults, &err);
    }
    return copy_level_names(in);
}

jx_status jx_draft_measure(jx_indicator_draft *in)
{
    jx_status method = jx_draft_stated_method(in);
    jx_status status = find_measure(in, method == JX_OK ? in->indicator->method : NULL);
    if (status != JX_OK || method != JX_OK) {
        return status < method ? status : method;
    }
    status = jx_draft_check_figures(in, in->indicator->measure->figures);
    if (status == JX_OK && jx_draft_wants_levels(in)) {
        status = read_levels(in);
    }
    return status != JX_OK ? status : jx_draft_form(in);
}

// --------------------------------------------------------------------------------------------- figures

jx_status jx_draft_measure_params(jx_indicator_draft *in)
{
    jx_value *values = NULL;
    jx_key_source source = jx_draft_source(in);
    jx_status status =
        jx_draft_new_values(in->draft, &source, &in->indicator->measure->fields, &values);
    in->indicator->facts.measure_params = values;
    return status;
}

static uint32_t only_kind(uint32_t kinds)
{
    for (uint32_t kind = JX_FIGURE_NUMBER; kind <= JX_FIGURE_DATE; kind++) {
        if (kinds == JX_KIND_BIT(kind)) {
            return kind;
        }
    }
    return JX_FIGURE_NONE;
}

jx_status jx_draft_prepare(jx_indicator_draft *in)
{
    jx_plan_indicator *indicator = in->indicator;
    const jx_measure *measure = indicator->measure;
    jx_figure target = indicator->facts.target;
    uint32_t kind = only_kind(measure->figures);
    size_t before = in->draft->faults->count;
    jx_status status =
        measure->prepare == NULL
            ? JX_OK
            : measure->prepare(&in->draft->plan->host, &indicator->facts, &kind, &target);
    bool kind_fits = kind <= JX_FIGURE_DATE && (JX_KIND_BIT(kind) & measure->figures) != 0;
    bool target_fits = target.kind == JX_FIGURE_NONE || target.kind == kind;
    if (status == JX_OK && kind_fits && target_fits) {
        indicator->figure = kind;
        indicator->facts.target = target;
        return JX_OK;
    }
    if (in->draft->faults->count != before) {
        return status;
    }
    jx_place place = jx_draft_place(in->draft, in->section);
    return jx_fault(in->draft->faults, &place, JX_MESSAGE_PREPARE_BROKEN, jx_str_of(measure->name));
}

// SPDX-License-Identifier: MIT
// How an indicator is measured, and what its actual must look like.
#include "score/draft.h"
#include "score/measures.h"

// Whether `words`, parted by blanks, name it; NULL names everything.
static bool admits(const char *words, jx_str name)
{
    jx_str rest = jx_str_of(words);
    while (rest.data != NULL) {
        if (jx_str_equal(jx_str_next(&rest, ' '), name)) {
            return true;
        }
    }
    return words == NULL;
}

// --------------------------------------------------------------------------------------- stated method

static jx_status fail_method_name(jx_indicator_draft *in, jx_str name)
{
    size_t count = 0;
    size_t most = jx_method_count();
    jx_str *names = jx_arena_array(in->draft->arena, most, sizeof *names);
    for (size_t i = 0; i < most && names != NULL; i++) {
        jx_str known = jx_str_of(jx_method_at(i)->name);
        if (admits(in->indicator->plugin->standard_methods, known)) {
            names[count++] = known;
        }
    }
    jx_place place = jx_draft_key_place(in->draft, in->section, "method");
    jx_str nearest = jx_str_nearest(name, names, count);
    return nearest.data != NULL
               ? jx_fault(in->draft->faults, &place, JX_MESSAGE_METHOD_NEAR, name, nearest)
               : jx_fault(in->draft->faults, &place, JX_MESSAGE_METHOD_UNKNOWN, name);
}

static jx_status find_stated_method(jx_indicator_draft *in)
{
    jx_str name = jx_draft_text(&in->core[JX_INDICATOR_METHOD]);
    in->row->scored_by = name.size == 0 ? JX_BY_DEFAULT : JX_BY_METHOD;
    if (name.size == 0) {
        return JX_OK;
    }
    in->indicator->method = jx_method_find(name);
    if (in->indicator->method == NULL) {
        return fail_method_name(in, name);
    }
    if (!admits(in->indicator->plugin->standard_methods, name)) {
        jx_place place = jx_draft_key_place(in->draft, in->section, "method");
        return jx_fault(in->draft->faults, &place, JX_MESSAGE_METHOD_NOT_ADMITTED, name,
                        jx_str_of(in->indicator->plugin->name));
    }
    return JX_OK;
}

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
        if (admits(in->indicator->plugin->standard_measures, known)) {
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
    if (measure == NULL && admits(plugin->standard_measures, name)) {
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

// Whether the stated method takes any of what the measure may find.
static jx_status check_figures(jx_indicator_draft *in)
{
    const jx_plan_indicator *indicator = in->indicator;
    if (indicator->method == NULL ||
        (indicator->method->figures & indicator->measure->figures) != 0) {
        return JX_OK;
    }
    jx_place place = jx_draft_key_place(in->draft, in->section, "method");
    return jx_fault(in->draft->faults, &place, JX_MESSAGE_METHOD_FIGURE,
                    jx_str_of(indicator->method->name), jx_str_of(indicator->measure->name));
}

// ---------------------------------------------------------------------------------------------- levels

static bool wants_levels(const jx_indicator_draft *in)
{
    uint32_t actual = in->indicator->measure->actual;
    return actual == JX_ACTUAL_LEVEL || actual == JX_ACTUAL_COUNTS;
}

static jx_status copy_level_names(jx_indicator_draft *in)
{
    const char **names = jx_arena_array(in->draft->arena, in->levels.count, sizeof *names);
    if (names == NULL) {
        return jx_fault(in->draft->faults, NULL, JX_MESSAGE_MEMORY, JX_STR_NONE);
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

// Whether the method lists the levels itself: an actual then chooses within what is listed.
static bool chooses(const jx_method *method)
{
    return method != NULL && method->levels_key != NULL &&
           jx_field_find(&method->fields, jx_str_of(method->levels_key), NULL) != NULL;
}

static jx_status read_levels(jx_indicator_draft *in)
{
    const jx_method *method = in->indicator->method;
    bool named = method != NULL && method->levels_key != NULL;
    const char *key = named ? method->levels_key : "levels";
    const jx_entry *entry = jx_section_find(in->section, key);
    jx_str text = entry != NULL     ? entry->value
                  : chooses(method) ? (jx_str)JX_STR("")
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

// ------------------------------------------------------------------------------------- form of the actual

// Units that are counted: their actuals are whole and not negative.
static const char *const counted_units[] = {
    "个", "家", "户", "项", "人",   "次",   "名",   "件",   "起",   "条", "台", "套",
    "辆", "座", "所", "场", "期",   "份",   "篇",   "宗",   "处",   "只", "头", "株",
    "棵", "本", "册", "张", "位",   "批",   "例",   "部",   "间",   "栋", "幢", "艘",
    "架", "口", "眼", "盏", "人次", "户次", "家次", "批次", "场次",
};

// Units of a place in a ranking, of which 1 is the best.
static const char *const place_units[] = {"名次", "排名", "位次"};

static bool is_one_of(jx_str unit, const char *const *units, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_is(unit, units[i])) {
            return true;
        }
    }
    return false;
}

static jx_bound find_bound(const jx_value *stated, bool counted, int64_t least)
{
    if (stated->given) {
        return (jx_bound){.given = true, .rates = true, .at = stated->number};
    }
    return (jx_bound){.given = counted, .rates = false, .at = jx_decimal_make(least, 0)};
}

static bool is_about_numbers(uint32_t actual)
{
    return actual == JX_ACTUAL_NUMBER || actual == JX_ACTUAL_RATE || actual == JX_ACTUAL_AMOUNT;
}

static jx_status check_unused(jx_indicator_draft *in, uint32_t key, bool used)
{
    if (in->lines[key] == 0 || used) {
        return JX_OK;
    }
    const jx_field *field = jx_list_at(&jx_indicator_keys, key);
    jx_str name = jx_str_of(field->key);
    jx_place place = {.file = in->draft->project->path, .line = in->lines[key]};
    return jx_fault(in->draft->faults, &place, JX_MESSAGE_KEY_UNUSED, name,
                    jx_str_of(in->indicator->measure->name));
}

static jx_status settle_form(jx_indicator_draft *in)
{
    jx_cell_form *form = &in->indicator->form;
    const jx_method *method = in->indicator->method;
    form->actual = in->indicator->measure->actual;
    form->chooses = chooses(method);
    form->unit = in->row->unit;
    bool numbers = is_about_numbers(form->actual);
    bool places = is_one_of(form->unit, place_units, sizeof place_units / sizeof place_units[0]);
    bool counted = places || is_one_of(form->unit, counted_units,
                                       sizeof counted_units / sizeof counted_units[0]);
    const jx_value *whole = &in->core[JX_INDICATOR_WHOLE];
    form->whole = numbers && (whole->given ? whole->index != 0 : counted);
    form->minimum = find_bound(&in->core[JX_INDICATOR_MINIMUM], numbers && counted, places ? 1 : 0);
    form->maximum = find_bound(&in->core[JX_INDICATOR_MAXIMUM], false, 0);
    form->levels = in->levels.names;
    form->level_count = in->levels.count;
    size_t before = in->draft->faults->count;
    (void)check_unused(in, JX_INDICATOR_WHOLE, numbers);
    (void)check_unused(in, JX_INDICATOR_MINIMUM, numbers);
    (void)check_unused(in, JX_INDICATOR_MAXIMUM, numbers);
    (void)check_unused(in, JX_INDICATOR_LEVELS, wants_levels(in) && !form->chooses);
    return in->draft->faults->count == before ? JX_OK : JX_ECONFIG;
}

jx_status jx_draft_measure(jx_indicator_draft *in)
{
    jx_status method = find_stated_method(in);
    jx_status status = find_measure(in, method == JX_OK ? in->indicator->method : NULL);
    if (status != JX_OK || method != JX_OK) {
        return status < method ? status : method;
    }
    status = check_figures(in);
    if (status == JX_OK && wants_levels(in)) {
        status = read_levels(in);
    }
    return status != JX_OK ? status : settle_form(in);
}

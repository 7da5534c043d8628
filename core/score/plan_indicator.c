// SPDX-License-Identifier: MIT
// One [indicator ID]: its category, its words and its weight; measure and method have files of their own.
#include "score/draft.h"

// --------------------------------------------------------------------------------------------- category

static jx_status find_category(jx_indicator_draft *in)
{
    jx_draft *draft = in->draft;
    const jx_entry *entry = jx_section_find(in->section, "category");
    if (entry == NULL) {
        jx_str key = JX_STR("category");
        jx_place place = jx_draft_place(draft, in->section);
        const jx_field *field = jx_field_find(&jx_indicator_keys, key, NULL);
        return jx_fault(draft->faults, &place, JX_MESSAGE_KEY_MISSING, key,
                        jx_str_of(jx_words_in(field->says, draft->faults->lang)));
    }
    in->registered = jx_registry_find(draft->sources->registry, entry->value);
    if (in->registered != NULL) {
        in->indicator->plugin = in->registered->plugin;
        in->indicator->category = jx_str_of(in->registered->plugin->name);
        return JX_OK;
    }
    jx_place place = {.file = draft->project->path, .line = entry->line, .key = entry->key};
    jx_str nearest = jx_registry_nearest(draft->sources->registry, JX_PLUGIN_CATEGORY, entry->value,
                                         draft->arena);
    if (nearest.data != NULL) {
        return jx_fault(draft->faults, &place, JX_MESSAGE_CATEGORY_UNKNOWN_NEAR, entry->value,
                        nearest);
    }
    return jx_fault(draft->faults, &place, JX_MESSAGE_CATEGORY_UNKNOWN, entry->value,
                    jx_str_of(jx_registry_path(draft->sources->registry)));
}

static const jx_subcategory *lookup_subcategory(const jx_list *list, jx_str name)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_subcategory *subcategory = jx_list_at(list, i);
        if (jx_str_is(name, subcategory->name)) {
            return subcategory;
        }
    }
    return NULL;
}

static jx_str nearest_subcategory(const jx_draft *draft, const jx_list *list, jx_str name)
{
    jx_str *names = jx_arena_array(draft->arena, list->count, sizeof *names);
    uint32_t count = names == NULL ? 0 : list->count;
    for (uint32_t i = 0; i < count; i++) {
        const jx_subcategory *subcategory = jx_list_at(list, i);
        names[i] = jx_str_of(subcategory->name);
    }
    return jx_str_nearest(name, names, count);
}

static jx_status find_subcategory(jx_indicator_draft *in)
{
    const jx_list *list = &in->indicator->plugin->subcategories;
    jx_str name = jx_draft_text(&in->core[JX_INDICATOR_SUBCATEGORY]);
    const jx_subcategory *subcategory = lookup_subcategory(list, name);
    in->row->subcategory = name;
    if (subcategory != NULL) {
        in->row->subcategory_label = subcategory->label;
    }
    if (subcategory != NULL || name.size == 0) {
        return JX_OK;
    }
    jx_place place = jx_draft_key_place(in->draft, in->section, "subcategory");
    jx_str nearest = nearest_subcategory(in->draft, list, name);
    return nearest.data != NULL
               ? jx_fault(in->draft->faults, &place, JX_MESSAGE_SUBCATEGORY_NEAR, name, nearest)
               : jx_fault(in->draft->faults, &place, JX_MESSAGE_SUBCATEGORY_UNKNOWN, name,
                          jx_str_of(in->indicator->plugin->name));
}

// ------------------------------------------------------------------------------------------------- keys

static jx_status read_core(jx_indicator_draft *in)
{
    jx_key_source source = {
        .section = in->section,
        .defaults = {&in->indicator->plugin->defaults, &in->draft->type->indicator_defaults},
        .context = {.arena = in->draft->arena},
    };
    return jx_draft_values(in->draft, &source, &jx_indicator_keys, in->core, in->lines);
}

static jx_status check_weight(jx_indicator_draft *in, jx_decimal weight)
{
    jx_place place = jx_draft_key_place(in->draft, in->section, "weight");
    jx_str text = jx_draft_text(&in->core[JX_INDICATOR_WEIGHT]);
    if (jx_decimal_sign(weight) <= 0) {
        return jx_fault(in->draft->faults, &place, JX_MESSAGE_NOT_ABOVE_ZERO, text);
    }
    if (!jx_decimal_has_places(weight, in->draft->plan->table.places)) {
        return jx_fault(in->draft->faults, &place, JX_MESSAGE_POINTS_PLACES, text);
    }
    return JX_OK;
}

// Another stands in for a weight that cannot be read, so that the rest is checked in the same run.
static void take_weight(jx_indicator_draft *in)
{
    const jx_value *value = &in->core[JX_INDICATOR_WEIGHT];
    jx_decimal full = in->draft->plan->table.full;
    in->indicator->facts.weight = jx_decimal_sign(full) > 0 ? full : jx_decimal_make(100, 0);
    if (value->given && check_weight(in, value->number) == JX_OK) {
        in->indicator->facts.weight = value->number;
        in->row->weight = value->number;
    }
}

static void take_words(jx_indicator_draft *in)
{
    const struct {
        jx_str *to;
        size_t key;
    } words[] = {
        {&in->row->name, JX_INDICATOR_NAME}, {&in->row->value, JX_INDICATOR_VALUE},
        {&in->row->unit, JX_INDICATOR_UNIT}, {&in->row->content, JX_INDICATOR_CONTENT},
        {&in->row->rule, JX_INDICATOR_RULE}, {&in->row->target, JX_INDICATOR_TARGET},
        {&in->row->kind, JX_INDICATOR_KIND}, {&in->row->remark, JX_INDICATOR_REMARK},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        *words[i].to = jx_draft_text(&in->core[words[i].key]);
    }
    in->indicator->facts.unit = in->row->unit.data;
    in->indicator->facts.id = in->section->id.data;
}

static jx_status read_params(jx_indicator_draft *in)
{
    jx_plan_indicator *indicator = in->indicator;
    jx_value *values = NULL;
    jx_key_source source = jx_draft_source(in);
    jx_status status = jx_draft_new_values(in->draft, &source, &indicator->plugin->fields, &values);
    indicator->facts.params = values;
    return status;
}

// Where a key belongs that this indicator's measure and method do not take.
static jx_str find_owner(const void *user, jx_str key)
{
    (void)user;
    for (size_t i = 0; i < jx_method_count(); i++) {
        if (jx_field_find(&jx_method_at(i)->fields, key, NULL) != NULL) {
            return jx_str_of(jx_method_at(i)->name);
        }
    }
    return JX_STR_NONE;
}

// Where no measure or method is known, any one's keys may stand in the section.
static size_t list_keys(const jx_indicator_draft *in, const jx_list **lists)
{
    const jx_plan_indicator *indicator = in->indicator;
    size_t count = 0;
    const jx_list *own = &indicator->plugin->measures;
    lists[count++] = &jx_indicator_keys;
    lists[count++] = &indicator->plugin->fields;
    lists[count++] = &in->script_keys;
    for (size_t i = 0; i < jx_method_count(); i++) {
        if (indicator->method == NULL || indicator->method == jx_method_at(i)) {
            lists[count++] = &jx_method_at(i)->fields;
        }
    }
    if (indicator->measure != NULL) {
        lists[count++] = &indicator->measure->fields;
        return count;
    }
    for (uint32_t i = 0; i < own->count; i++) {
        const jx_measure *measure = jx_list_at(own, i);
        lists[count++] = &measure->fields;
    }
    return count;
}

static jx_status check_keys(jx_indicator_draft *in)
{
    const jx_plan_indicator *indicator = in->indicator;
    size_t most = 4 + jx_method_count() + indicator->plugin->measures.count;
    const jx_list **lists = jx_arena_array(in->draft->arena, most, sizeof(const jx_list *));
    if (lists == NULL) {
        return jx_fault_memory(in->draft->faults);
    }
    size_t count = list_keys(in, lists);
    return jx_draft_check_keys(in->draft, in->section, lists, count, find_owner, NULL);
}

// --------------------------------------------------------------------------------------------- instance

static jx_status create_instance(jx_indicator_draft *in)
{
    jx_plan_indicator *indicator = in->indicator;
    if (indicator->plugin->create == NULL) {
        return JX_OK;
    }
    size_t before = in->draft->faults->count;
    jx_status status =
        indicator->plugin->create(&in->draft->plan->host, &indicator->facts, &indicator->instance);
    if (status == JX_OK || in->draft->faults->count != before) {
        return status;
    }
    jx_place place = jx_draft_place(in->draft, in->section);
    return jx_fault(in->draft->faults, &place, JX_MESSAGE_CREATE_SILENT,
                    jx_str_of(indicator->plugin->name));
}

static void add_category(jx_indicator_draft *in)
{
    jx_table *table = &in->draft->plan->table;
    jx_table_category *categories = in->draft->categories;
    jx_table_plugin *plugins = in->draft->plugins;
    jx_str name = jx_str_of(in->indicator->plugin->name);
    for (size_t i = 0; i < table->category_count; i++) {
        if (jx_str_equal(categories[i].name, name)) {
            in->row->category = (uint32_t)i;
            return;
        }
    }
    in->row->category = (uint32_t)table->category_count;
    categories[table->category_count++] =
        (jx_table_category){name, in->indicator->plugin->label, in->indicator->plugin->loss_codes};
    plugins[table->plugin_count++] = jx_draft_plugin(in->registered);
}

jx_status jx_draft_indicator(jx_draft *draft, size_t index)
{
    jx_indicator_draft in = {
        .draft = draft,
        .section = &draft->project->indicators[index],
        .indicator = &draft->plan->indicators[index],
        .row = &draft->rows[index],
    };
    in.row->id = in.section->id;
    in.row->line = in.section->line;
    in.indicator->row = in.row;
    in.indicator->facts.struct_size = sizeof in.indicator->facts;
    in.indicator->facts.host_data = &in;
    in.indicator->script.index = JX_NO_SCRIPT;
    jx_status status = find_category(&in);
    if (status != JX_OK) {
        return status;
    }
    size_t before = draft->faults->count;
    (void)read_core(&in);
    take_weight(&in);
    take_words(&in);
    (void)find_subcategory(&in);
    add_category(&in);
    if (jx_draft_measure(&in) == JX_OK) {
        status = jx_draft_target(&in);
        (void)(status == JX_OK ? jx_draft_method(&in) : jx_draft_terms(&in));
        (void)read_params(&in);
    }
    (void)jx_draft_indicator_script(&in);
    (void)check_keys(&in);
    if (draft->faults->count == before) {
        (void)create_instance(&in);
    }
    in.indicator->facts.host_data = NULL;
    return draft->faults->count == before ? JX_OK : draft->faults->status;
}

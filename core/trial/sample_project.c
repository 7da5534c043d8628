// SPDX-License-Identifier: MIT
#include "trial/sample_project.h"

#include "base/list.h"
#include "plugin/fields.h"
#include "score/level_list.h"

// What a method of the host requires, where any number would not do.
static const struct {
    const char *key;
    const char *value;
} method_values[] = {
    {"deduct", "1"},
    {"bands", ">=90:10, [60..90):6, else:0"},
    {"judged", "达成:100-80, 部分达成:80-60, 未达成:60-0"},
};

typedef struct builder {
    jx_arena *arena;
    jx_entry *entries;
    size_t count;
    bool failed;
} builder;

static void state(builder *at, const char *key, const char *value)
{
    if (value == NULL) {
        return;
    }
    jx_entry *entries = jx_arena_room(at->arena, at->entries, at->count, sizeof *entries);
    at->failed = at->failed || entries == NULL;
    if (entries != NULL) {
        at->entries = entries;
        entries[at->count] = (jx_entry){jx_str_of(key), jx_str_of(value), (uint32_t)at->count + 4};
        at->count++;
    }
}

static const char *find_method_value(const char *key)
{
    for (size_t i = 0; i < sizeof method_values / sizeof method_values[0]; i++) {
        if (strcmp(method_values[i].key, key) == 0) {
            return method_values[i].value;
        }
    }
    return NULL;
}

static void state_field(builder *at,
                        const jx_field *field,
                        jx_sample_choice choice,
                        const jx_level_list *levels)
{
    const char *value = NULL;
    at->failed = at->failed ||
                 !jx_sample_value(at->arena, field, choice, levels->names, levels->count, &value);
    state(at, field->key, value);
}

static void state_fields(builder *at,
                         const jx_list *fields,
                         jx_sample_choice choice,
                         const jx_level_list *levels)
{
    for (uint32_t i = 0; i < fields->count; i++) {
        state_field(at, jx_list_at(fields, i), choice, levels);
    }
}

// Only what the method requires.
static void state_method(builder *at, const jx_method *method, const jx_level_list *levels)
{
    for (uint32_t i = 0; i < method->fields.count; i++) {
        const jx_field *field = jx_list_at(&method->fields, i);
        const char *value = find_method_value(field->key);
        if (value != NULL) {
            state(at, field->key, value);
        } else if ((field->flags & JX_FIELD_REQUIRED) != 0) {
            state_field(at, field, JX_SAMPLE_USUAL, levels);
        }
    }
}

// Those that the indicator states, or the category's default.
static jx_level_list read_levels(builder *at, const jx_sample_project *sample)
{
    jx_level_list levels = {0};
    const char *usual = jx_default_find(&sample->plugin->defaults, "levels");
    const char *text = sample->levels != NULL ? sample->levels : usual;
    at->failed = at->failed || jx_level_list_read(at->arena, jx_str_of(text == NULL ? "" : text),
                                                  NULL, &levels, NULL) == JX_ESYSTEM;
    return levels;
}

static jx_section make_head(builder *at)
{
    state(at, "id", "trial");
    state(at, "name", "试用");
    state(at, "full", "10");
    return (jx_section){.line = 1, .entries = at->entries, .count = at->count};
}

static jx_section make_indicator(builder *at, const jx_sample_project *sample)
{
    const jx_level_list levels = read_levels(at, sample);
    state(at, "category", sample->plugin->name);
    state(at, "name", "试用");
    state(at, "weight", "10");
    state(at, "measure", sample->measure->name);
    state(at, "method", sample->method->name);
    state(at, "target", sample->target);
    state(at, "comparator", sample->comparator);
    state(at, "levels", sample->levels);
    state_method(at, sample->method, &levels);
    state_fields(at, &sample->plugin->fields, sample->params, &levels);
    state_fields(at, &sample->measure->fields, sample->params, &levels);
    return (jx_section){.id = JX_STR("it"), .line = 5, .entries = at->entries, .count = at->count};
}

const jx_project *jx_sample_project_make(jx_arena *arena, const jx_sample_project *sample)
{
    builder head = {.arena = arena};
    builder keys = {.arena = arena};
    jx_project *project = jx_arena_alloc(arena, sizeof *project);
    jx_section *indicator = jx_arena_alloc(arena, sizeof *indicator);
    if (project == NULL || indicator == NULL) {
        return NULL;
    }
    *indicator = make_indicator(&keys, sample);
    *project = (jx_project){
        .path = "trial.ini",
        .head = make_head(&head),
        .indicators = indicator,
        .indicator_count = 1,
    };
    return head.failed || keys.failed ? NULL : project;
}

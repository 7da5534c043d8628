// SPDX-License-Identifier: MIT
#include "score/draft.h"

jx_str jx_draft_text(const jx_value *value)
{
    return value->given ? jx_str_of(value->text) : (jx_str)JX_STR("");
}

jx_place jx_draft_place(const jx_draft *draft, const jx_section *section)
{
    return (jx_place){.file = draft->project->path, .line = section->line};
}

jx_place jx_draft_key_place(const jx_draft *draft, const jx_section *section, const char *key)
{
    return jx_section_place(section, draft->project->path, key);
}

static const char *find_default(const jx_key_source *source, const char *key)
{
    const char *found = NULL;
    for (size_t i = 0; i < JX_KEY_DEFAULTS && found == NULL; i++) {
        found = source->defaults[i] == NULL ? NULL : jx_default_find(source->defaults[i], key);
    }
    return found;
}

static jx_status read_value(jx_draft *draft,
                            const jx_key_source *source,
                            const jx_field *field,
                            jx_value *ret,
                            uint32_t *ret_line)
{
    jx_error err = JX_ERROR(draft->faults->lang);
    jx_place place = jx_draft_key_place(draft, source->section, field->key);
    const jx_entry *entry = jx_section_find(source->section, field->key);
    const char *fallback = find_default(source, field->key);
    *ret_line = entry == NULL ? 0 : entry->line;
    if (entry == NULL && fallback == NULL && (field->flags & JX_FIELD_REQUIRED) != 0) {
        return jx_fault(draft->faults, &place, JX_MESSAGE_KEY_MISSING, jx_str_of(field->key),
                        jx_str_of(jx_words_in(field->says, draft->faults->lang)));
    }
    jx_status status = JX_OK;
    if (entry != NULL || fallback != NULL) {
        jx_str text = entry != NULL ? entry->value : jx_str_of(fallback);
        status = jx_field_parse(field, text, &source->context, &place, ret, &err);
    } else {
        status = jx_field_default(field, &source->context, &place, ret, &err);
    }
    return status == JX_OK ? JX_OK : jx_faults_take(draft->faults, &err);
}

jx_status jx_draft_values(jx_draft *draft,
                          const jx_key_source *source,
                          const jx_list *fields,
                          jx_value *values,
                          uint32_t *lines)
{
    jx_status worst = JX_OK;
    for (uint32_t i = 0; i < fields->count; i++) {
        uint32_t line = 0;
        jx_status status = read_value(draft, source, jx_list_at(fields, i), &values[i], &line);
        worst = jx_status_worse(worst, status);
        if (lines != NULL) {
            lines[i] = line;
        }
    }
    return worst;
}

jx_status jx_draft_new_values(jx_draft *draft,
                              const jx_key_source *source,
                              const jx_list *fields,
                              jx_value **ret)
{
    *ret = jx_arena_array(draft->arena, fields->count, sizeof **ret);
    if (*ret == NULL) {
        return jx_fault_memory(draft->faults);
    }
    return jx_draft_values(draft, source, fields, *ret, NULL);
}

jx_key_source jx_draft_source(const jx_indicator_draft *in)
{
    return (jx_key_source){
        .section = in->section,
        .context = {in->draft->arena, in->indicator->facts.weight, in->levels.names,
                    in->levels.count},
    };
}

// ---------------------------------------------------------------------------------------- unknown keys

static jx_str find_nearest(jx_arena *arena, jx_str key, const jx_list *const *lists, size_t count)
{
    size_t most = 0;
    size_t known_count = 0;
    for (size_t i = 0; i < count; i++) {
        most += lists[i]->count;
    }
    jx_str *known = jx_arena_array(arena, most, sizeof *known);
    for (size_t i = 0; i < count && known != NULL; i++) {
        for (uint32_t k = 0; k < lists[i]->count; k++) {
            const jx_field *field = jx_list_at(lists[i], k);
            known[known_count++] = jx_str_of(field->key);
        }
    }
    return jx_str_nearest(key, known, known_count);
}

static bool is_declared(jx_str key, const jx_list *const *lists, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_field_find(lists[i], key, NULL) != NULL) {
            return true;
        }
    }
    return false;
}

jx_status jx_draft_check_keys(jx_draft *draft,
                              const jx_section *section,
                              const jx_list *const *lists,
                              size_t count,
                              jx_key_elsewhere elsewhere,
                              const void *user)
{
    jx_status worst = JX_OK;
    for (size_t i = 0; i < section->count; i++) {
        const jx_entry *entry = &section->entries[i];
        if (is_declared(entry->key, lists, count)) {
            continue;
        }
        jx_place place = {.file = draft->project->path, .line = entry->line};
        jx_str owner = elsewhere == NULL ? JX_STR_NONE : elsewhere(user, entry->key);
        jx_str nearest = find_nearest(draft->arena, entry->key, lists, count);
        if (owner.data != NULL) {
            worst = jx_fault(draft->faults, &place, JX_MESSAGE_KEY_ELSEWHERE, entry->key, owner);
        } else if (nearest.data != NULL) {
            worst =
                jx_fault(draft->faults, &place, JX_MESSAGE_KEY_UNKNOWN_NEAR, entry->key, nearest);
        } else {
            worst = jx_fault(draft->faults, &place, JX_MESSAGE_KEY_UNKNOWN, entry->key);
        }
    }
    return worst;
}

// SPDX-License-Identifier: MIT
// The scripts that project files name: found, read once each, their parameters parsed like any other key.
#include "base/text.h"
#include "score/draft.h"
#include "script/lint.h"

static const jx_str PREFIX = JX_STR("script.");

static const jx_list no_fields = {NULL, 0, 0};

// ------------------------------------------------------------------------------------------------- reading

static size_t find_script(const jx_plan *plan, const char *path)
{
    for (size_t i = 0; i < plan->script_count; i++) {
        if (strcmp(plan->scripts[i]->path, path) == 0) {
            return i;
        }
    }
    return plan->script_count;
}

// A default is checked where it is declared: in the script.
static jx_status check_defaults(jx_draft *draft,
                                const jx_script *script,
                                const jx_list *fields,
                                const jx_key_source *source)
{
    jx_status worst = JX_OK;
    for (uint32_t i = 0; i < fields->count; i++) {
        jx_value value;
        const jx_field *field = jx_list_at(fields, i);
        jx_error err = JX_ERROR(draft->faults->lang);
        jx_place place = {.file = script->path, .key = jx_str_of(field->key)};
        if (field->fallback != NULL &&
            jx_field_parse(field, jx_str_of(field->fallback), &source->context, &place, &value,
                           &err) != JX_OK) {
            // it is the script that is wrong, not the project file
            err.status = err.status == JX_ECONFIG ? JX_EPLUGIN : err.status;
            worst = jx_status_worse(worst, jx_faults_take_once(draft->faults, &err));
        }
    }
    return worst;
}

static jx_status add_script(jx_draft *draft, const char *path, jx_str name, size_t *ret)
{
    jx_plan *plan = draft->plan;
    jx_error err = JX_ERROR(draft->faults->lang);
    size_t at = find_script(plan, path);
    if (at == plan->script_count) {
        const jx_script *script = NULL;
        if (jx_script_read(draft->arena, name, path, &plan->limits, &script, &err) != JX_OK) {
            return jx_faults_take_once(draft->faults, &err);
        }
        plan->scripts[at] = script;
        draft->scripts[at] = (jx_table_script){script->name, script->path, script->digest};
        plan->script_count++;
        plan->table.script_count++;
        jx_script_lint(script, &plan->findings);
        if (plan->findings.failed) {
            return jx_fault_memory(draft->faults);
        }
    }
    *ret = at;
    return JX_OK;
}

static jx_status read_script(jx_draft *draft, const jx_place *place, jx_str name, size_t *ret)
{
    const char *path = NULL;
    jx_error err = JX_ERROR(draft->faults->lang);
    jx_status status = jx_script_find(draft->arena, name, draft->project->path,
                                      draft->sources->script_path, place, &path, &err);
    return status != JX_OK ? jx_faults_take(draft->faults, &err)
                           : add_script(draft, path, name, ret);
}

// ---------------------------------------------------------------------------------------------- parameters

static const char *prefix_key(jx_draft *draft, const char *key)
{
    jx_text text = jx_text_in(draft->arena);
    jx_text_add(&text, PREFIX);
    jx_text_put(&text, key);
    return jx_text_end(&text).data;
}

// The script's parameters under the keys that project files give them.
static jx_status name_params(jx_draft *draft, const jx_list *params, jx_list *ret)
{
    jx_field *fields = jx_arena_array(draft->arena, params->count, sizeof *fields);
    bool whole = fields != NULL;
    for (uint32_t i = 0; i < params->count && whole; i++) {
        const jx_field *param = jx_list_at(params, i);
        fields[i] = *param;
        fields[i].key = prefix_key(draft, param->key);
        whole = fields[i].key != NULL;
    }
    if (!whole) {
        return jx_fault_memory(draft->faults);
    }
    *ret = (jx_list){fields, params->count, sizeof *fields};
    return JX_OK;
}

// Whatever the section has of the sort: nobody can tell which of them are wrong.
static jx_status admit_all(jx_draft *draft, const jx_section *section, jx_list *ret)
{
    uint32_t count = 0;
    jx_field *fields = jx_arena_array(draft->arena, section->count, sizeof *fields);
    if (fields == NULL) {
        return jx_fault_memory(draft->faults);
    }
    for (size_t i = 0; i < section->count; i++) {
        if (jx_str_starts(section->entries[i].key, PREFIX)) {
            fields[count++].key = section->entries[i].key.data;
        }
    }
    *ret = (jx_list){fields, count, sizeof *fields};
    return JX_OK;
}

jx_status jx_draft_script(jx_draft *draft,
                          const jx_key_source *source,
                          const jx_value *value,
                          jx_list *ret_keys,
                          jx_plan_script *ret)
{
    size_t index = JX_NO_SCRIPT;
    jx_value *params = NULL;
    *ret = (jx_plan_script){.index = JX_NO_SCRIPT};
    *ret_keys = no_fields;
    if (!value->given) {
        return JX_OK;
    }
    jx_place place = jx_draft_key_place(draft, source->section, "script");
    jx_status status = read_script(draft, &place, jx_str_of(value->text), &index);
    if (status != JX_OK) {
        return jx_status_worse(status, admit_all(draft, source->section, ret_keys));
    }
    const jx_script *script = draft->plan->scripts[index];
    status = check_defaults(draft, script, &script->params, source);
    status = jx_status_worse(status, check_defaults(draft, script, &script->inputs, source));
    status = jx_status_worse(status, name_params(draft, &script->params, ret_keys));
    if (status == JX_OK) {
        status = jx_draft_new_values(draft, source, ret_keys, &params);
    }
    *ret = (jx_plan_script){.index = index, .params = params};
    return status;
}

// --------------------------------------------------------------------------------------------- indicators

static jx_status check_inputs(jx_indicator_draft *in, const jx_list *inputs)
{
    jx_status worst = JX_OK;
    const jx_list *const *lists = in->indicator->inputs;
    for (uint32_t i = 0; i < inputs->count; i++) {
        const jx_field *field = jx_list_at(inputs, i);
        jx_str key = jx_str_of(field->key);
        bool taken = (lists[0] != NULL && jx_field_find(lists[0], key, NULL) != NULL) ||
                     (lists[1] != NULL && jx_field_find(lists[1], key, NULL) != NULL);
        if (taken) {
            jx_place place = jx_draft_key_place(in->draft, in->section, "script");
            worst = jx_fault(in->draft->faults, &place, JX_MESSAGE_SCRIPT_INPUT_TWICE, key);
        }
    }
    return worst;
}

jx_status jx_draft_indicator_script(jx_indicator_draft *in)
{
    jx_key_source source = jx_draft_source(in);
    const jx_value *value = &in->core[JX_INDICATOR_SCRIPT];
    in->indicator->inputs[2] = &no_fields;
    in->row->script = jx_draft_text(value);
    jx_status status =
        jx_draft_script(in->draft, &source, value, &in->script_keys, &in->indicator->script);
    if (in->indicator->script.index == JX_NO_SCRIPT) {
        return status;
    }
    const jx_script *script = in->draft->plan->scripts[in->indicator->script.index];
    in->indicator->inputs[2] = &script->inputs;
    return jx_status_worse(status, check_inputs(in, &script->inputs));
}

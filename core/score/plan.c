// SPDX-License-Identifier: MIT
#include "score/plan.h"

#include "score/draft.h"
#include "score/host.h"

static jx_status make_room(jx_draft *draft)
{
    jx_arena *arena = draft->arena;
    size_t count = draft->project->indicator_count;
    jx_plan *plan = jx_arena_alloc(arena, sizeof *plan);
    if (plan == NULL) {
        return jx_fault_memory(draft->faults);
    }
    jx_score_host(&plan->host);
    plan->count = count;
    plan->indicators = jx_arena_array(arena, count, sizeof *plan->indicators);
    draft->rows = jx_arena_array(arena, count, sizeof *draft->rows);
    draft->categories = jx_arena_array(arena, count, sizeof *draft->categories);
    draft->plugins = jx_arena_array(arena, count + 1, sizeof *draft->plugins); // and the type's
    draft->scripts = jx_arena_array(arena, count + 1, sizeof *draft->scripts);
    plan->scripts = jx_arena_array(arena, count + 1, sizeof(const jx_script *));
    if (plan->indicators == NULL || draft->rows == NULL || draft->categories == NULL ||
        draft->plugins == NULL || draft->scripts == NULL || plan->scripts == NULL) {
        return jx_fault_memory(draft->faults);
    }
    plan->findings = jx_findings_in(arena, draft->faults->lang);
    plan->table.path = draft->project->path;
    plan->table.digest = draft->project->digest;
    plan->table.wordings = draft->project->wordings;
    plan->table.row_count = count;
    plan->table.rows = draft->rows;
    plan->table.categories = draft->categories;
    plan->table.plugins = draft->plugins;
    plan->table.scripts = draft->scripts;
    plan->limits = draft->sources->limits;
    draft->plan = plan;
    return JX_OK;
}

// The weights must sum to `full`: a table whose weights do not is misread or misprinted.
static jx_status check_weights(jx_draft *draft)
{
    char sum_text[JX_DECIMAL_TEXT];
    char full_text[JX_DECIMAL_TEXT];
    jx_decimal sum = JX_DECIMAL_ZERO;
    const jx_table *table = &draft->plan->table;
    bool fits = true;
    for (size_t i = 0; i < table->row_count; i++) {
        if (jx_decimal_sign(table->rows[i].weight) <= 0) {
            return JX_OK; // its own fault was said
        }
        fits = fits && jx_decimal_add(sum, table->rows[i].weight, &sum);
    }
    if (fits && jx_decimal_compare(sum, table->full) == 0) {
        return JX_OK;
    }
    jx_place place = jx_draft_key_place(draft, &draft->project->head, "full");
    return jx_fault(draft->faults, &place, JX_MESSAGE_WEIGHTS_SUM,
                    jx_decimal_format(sum, 0, sum_text),
                    jx_decimal_format(table->full, 0, full_text));
}

static uint32_t input_count(const jx_plan_indicator *indicator)
{
    uint32_t count = 0;
    for (size_t list = 0; list < JX_INPUT_LISTS; list++) {
        count += indicator->inputs[list]->count;
    }
    return count;
}

// Returns how many there are.
static uint32_t name_inputs(const jx_list *fields, jx_str *names)
{
    for (uint32_t i = 0; i < fields->count; i++) {
        const jx_field *field = jx_list_at(fields, i);
        names[i] = jx_str_of(field->key);
    }
    return fields->count;
}

static jx_status lay_row(jx_draft *draft, size_t index, jx_sheet_row *row, uint32_t first)
{
    const jx_plan_indicator *indicator = &draft->plan->indicators[index];
    uint32_t count = input_count(indicator);
    jx_str *inputs = jx_arena_array(draft->arena, count, sizeof *inputs);
    if (inputs == NULL) {
        return jx_fault_memory(draft->faults);
    }
    uint32_t at = 0;
    for (size_t list = 0; list < JX_INPUT_LISTS; list++) {
        at += name_inputs(indicator->inputs[list], inputs + at);
    }
    *row = (jx_sheet_row){draft->rows[index].id, first, inputs, count, draft->rows[index].name};
    draft->rows[index].slot = first;
    draft->rows[index].inputs = inputs;
    draft->rows[index].input_count = count;
    return JX_OK;
}

static void grow(size_t *most, size_t count)
{
    *most = count > *most ? count : *most;
}

// The project's own row: what its script asks for.
static jx_status lay_own_row(jx_draft *draft, jx_sheet_row *row, uint32_t first)
{
    jx_plan *plan = draft->plan;
    static const jx_list none = {NULL, 0, 0};
    bool has_script = plan->script.index != JX_NO_SCRIPT;
    const jx_list *fields = has_script ? &plan->scripts[plan->script.index]->inputs : &none;
    jx_str *inputs = jx_arena_array(draft->arena, fields->count, sizeof *inputs);
    if (inputs == NULL) {
        return jx_fault_memory(draft->faults);
    }
    *row = (jx_sheet_row){JX_STR(""), first, inputs, name_inputs(fields, inputs), JX_STR("")};
    grow(&plan->input_count, fields->count);
    return JX_OK;
}

// Numbers the cells: the indicators' in file order, then the project's own.
static jx_status lay_sheet(jx_draft *draft)
{
    jx_plan *plan = draft->plan;
    uint32_t slot = 0;
    jx_sheet_row *rows = jx_arena_array(draft->arena, plan->count + 1, sizeof *rows);
    if (rows == NULL) {
        return jx_fault_memory(draft->faults);
    }
    for (size_t i = 0; i < plan->count; i++) {
        const jx_plan_indicator *indicator = &plan->indicators[i];
        jx_status status = lay_row(draft, i, &rows[i], slot);
        if (status != JX_OK) {
            return status;
        }
        slot += JX_SLOT_INPUTS + rows[i].input_count;
        grow(&plan->level_count, indicator->form.level_count);
        grow(&plan->input_count, rows[i].input_count);
    }
    jx_status status = lay_own_row(draft, &rows[plan->count], slot);
    plan->sheet = (jx_sheet){
        .project = plan->table.id,
        .rows = rows,
        .row_count = (uint32_t)plan->count + 1,
        .slot_count = slot + JX_SLOT_INPUTS + rows[plan->count].input_count,
    };
    return status;
}

static jx_status fill(jx_draft *draft)
{
    jx_status worst = jx_draft_find_type(draft);
    worst = jx_status_worse(worst, jx_draft_head(draft));
    for (size_t i = 0; i < draft->plan->count; i++) {
        jx_status status = jx_draft_indicator(draft, i);
        worst = jx_status_worse(worst, status);
    }
    jx_status weights = jx_decimal_sign(draft->plan->table.full) > 0 ? check_weights(draft) : JX_OK;
    worst = jx_status_worse(worst, weights);
    worst = jx_status_worse(worst, jx_draft_check_type(draft, weights == JX_OK));
    return worst != JX_OK ? worst : lay_sheet(draft);
}

jx_status jx_plan_build(jx_arena *arena,
                        const jx_project *project,
                        const jx_plan_sources *sources,
                        jx_faults *faults,
                        jx_plan **ret)
{
    static const jx_plugin no_type = {.kind = JX_PLUGIN_PROJECT_TYPE};
    jx_draft draft = {
        .arena = arena,
        .project = project,
        .sources = sources,
        .type = &no_type,
        .faults = faults,
    };
    jx_status status = make_room(&draft);
    if (status != JX_OK) {
        return status;
    }
    status = fill(&draft);
    if (status != JX_OK) {
        jx_plan_free(draft.plan);
        return status;
    }
    *ret = draft.plan;
    return JX_OK;
}

void jx_plan_free(jx_plan *plan)
{
    for (size_t i = 0; plan != NULL && i < plan->count; i++) {
        jx_plan_indicator *indicator = &plan->indicators[i];
        if (indicator->instance != NULL && indicator->plugin->destroy != NULL) {
            indicator->plugin->destroy(indicator->instance);
        }
    }
}

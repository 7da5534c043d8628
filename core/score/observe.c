// SPDX-License-Identifier: MIT
// Observing: the cells of one indicator, read by the forms that the plan settled.
#include "plugin/fields.h"
#include "score/quantity.h"
#include "score/run.h"

// Of sheets of workbooks: where the cell stands; 0 where none does.
static uint32_t find_column(const jx_evaluator *evaluator, uint32_t slot)
{
    const jx_observations *observations = evaluator->card.observations;
    const bool known = observations->columns != NULL && evaluator->cells != NULL &&
                       evaluator->cells[slot].line != 0;
    return known ? observations->columns[evaluator->cells - observations->cells + slot] : 0;
}

jx_place jx_run_place(const jx_evaluator *evaluator, uint32_t slot)
{
    const jx_observations *observations = evaluator->card.observations;
    const jx_plan_indicator *indicator = evaluator->indicator;
    uint32_t line = evaluator->cells == NULL ? 0 : evaluator->cells[slot].line;
    jx_str project = observations->project;
    return (jx_place){
        .file = jx_observations_where(observations),
        .line = line != 0 ? line : observations->line,
        .column = find_column(evaluator, slot),
        .project = project.data == NULL ? evaluator->plan->table.id : project,
        .indicator = indicator == NULL ? JX_STR_NONE : indicator->row->id,
    };
}

static jx_str cell_text(const jx_evaluator *evaluator, uint32_t slot)
{
    return evaluator->cells == NULL ? JX_STR_NONE : jx_cell_text(&evaluator->cells[slot]);
}

// A cell is read without its place, which only a message needs; one that is refused is read again, for the message.
static jx_status read_actual(jx_evaluator *evaluator, jx_str text)
{
    const jx_cell_form *form = &evaluator->indicator->form;
    jx_cell_value value = {.percent = false};
    if (jx_cell_read(form, text, NULL, evaluator->counts, &value, NULL) != JX_OK) {
        jx_place place = jx_run_place(evaluator, JX_SLOT_ACTUAL);
        return jx_cell_read(form, text, &place, evaluator->counts, &value, &evaluator->err);
    }
    bool rate = value.percent && form->actual == JX_ACTUAL_RATE;
    evaluator->job.actual = value.figure;
    evaluator->job.given = rate ? JX_GIVEN_RATE : 0;
    return JX_OK;
}

static jx_status fail_baseline(jx_evaluator *evaluator, jx_message message, jx_str found)
{
    jx_place place = jx_run_place(evaluator, JX_SLOT_BASELINE);
    return jx_fail(&evaluator->err, &place, message, found,
                   jx_str_of(evaluator->indicator->measure->name));
}

static jx_status read_baseline(jx_evaluator *evaluator)
{
    const jx_cell_form *form = &evaluator->indicator->form;
    jx_str text = cell_text(evaluator, JX_SLOT_BASELINE);
    bool wanted = form->actual == JX_ACTUAL_RATE || form->actual == JX_ACTUAL_AMOUNT;
    bool needed = wanted && (evaluator->job.given & JX_GIVEN_RATE) == 0;
    if (text.size == 0) {
        jx_message message = form->actual == JX_ACTUAL_RATE ? JX_MESSAGE_RATE_WITHOUT_SIGN
                                                            : JX_MESSAGE_BASELINE_MISSING;
        return needed ? fail_baseline(evaluator, message, cell_text(evaluator, JX_SLOT_ACTUAL))
                      : JX_OK;
    }
    if (!wanted) {
        return fail_baseline(evaluator, JX_MESSAGE_BASELINE_UNUSED, text);
    }
    evaluator->job.given |= JX_GIVEN_BASELINE;
    if (jx_cell_read_baseline(form, text, NULL, &evaluator->job.baseline, NULL) == JX_OK) {
        return JX_OK;
    }
    jx_place place = jx_run_place(evaluator, JX_SLOT_BASELINE);
    return jx_cell_read_baseline(form, text, &place, &evaluator->job.baseline, &evaluator->err);
}

// What is wrong with a field of a project file is a fault of configuration; of a cell it is a fault of the actuals.
static jx_status blame_actuals(jx_evaluator *evaluator, jx_status status)
{
    if (status != JX_ECONFIG) {
        return status;
    }
    evaluator->err.status = JX_EDATA;
    return JX_EDATA;
}

// Cells of the project itself have neither unit nor levels.
static const jx_cell_form *form_of(const jx_evaluator *evaluator)
{
    static const jx_cell_form none = {.unit = JX_STR("")};
    return evaluator->indicator == NULL ? &none : &evaluator->indicator->form;
}

// Numbers of further columns are written as actuals are: with separators, 万 and 亿, the indicator's unit.
static jx_str plain_number(const jx_evaluator *evaluator,
                           const jx_field *field,
                           jx_str text,
                           char buffer[JX_DECIMAL_TEXT])
{
    jx_quantity quantity;
    bool number = field->type == JX_FIELD_INTEGER || field->type == JX_FIELD_DECIMAL;
    if (!number || jx_quantity_read(text, form_of(evaluator)->unit, &quantity) != JX_QUANTITY_OK ||
        quantity.percent) {
        return text;
    }
    return jx_decimal_format(quantity.number, 0, buffer);
}

static jx_status read_input(jx_evaluator *evaluator,
                            const jx_field *field,
                            uint32_t slot,
                            jx_value *ret)
{
    const jx_cell_form *form = form_of(evaluator);
    jx_decimal weight = evaluator->indicator == NULL ? evaluator->plan->table.full
                                                     : evaluator->indicator->facts.weight;
    jx_field_context context = {evaluator->row, weight, form->levels, form->level_count};
    char buffer[JX_DECIMAL_TEXT];
    jx_str text = plain_number(evaluator, field, cell_text(evaluator, slot), buffer);
    jx_place place = jx_run_place(evaluator, slot);
    place.key = jx_str_of(field->key);
    evaluator->row_written = true;
    if (text.size == 0 && (field->flags & JX_FIELD_REQUIRED) != 0) {
        return jx_fail(&evaluator->err, &place, JX_MESSAGE_INPUT_MISSING, jx_str_of(field->key));
    }
    jx_status status = text.size == 0
                           ? jx_field_default(field, &context, &place, ret, &evaluator->err)
                           : jx_field_parse(field, text, &context, &place, ret, &evaluator->err);
    return blame_actuals(evaluator, status);
}

// The inputs of one list, the first of which is that of number `first`; their values go to *ret.
static jx_status read_list(jx_evaluator *evaluator,
                           const jx_list *fields,
                           uint32_t first,
                           const jx_value **ret)
{
    *ret = &evaluator->inputs[first];
    for (uint32_t i = 0; i < fields->count; i++) {
        jx_status status = read_input(evaluator, jx_list_at(fields, i), JX_SLOT_INPUTS + first + i,
                                      &evaluator->inputs[first + i]);
        if (status != JX_OK) {
            return status;
        }
    }
    return JX_OK;
}

static jx_status read_inputs(jx_evaluator *evaluator)
{
    const jx_value **const values[JX_INPUT_LISTS] = {
        &evaluator->job.inputs, &evaluator->job.measure_inputs, &evaluator->script_inputs};
    uint32_t first = 0;
    for (size_t list = 0; list < JX_INPUT_LISTS; list++) {
        const jx_list *fields = evaluator->indicator->inputs[list];
        jx_status status = read_list(evaluator, fields, first, values[list]);
        if (status != JX_OK) {
            return status;
        }
        first += fields->count;
    }
    return JX_OK;
}

jx_status jx_observe_project(jx_evaluator *evaluator)
{
    const jx_plan *plan = evaluator->plan;
    const jx_list *fields = &plan->scripts[plan->script.index]->inputs;
    return read_list(evaluator, fields, 0, &evaluator->script_inputs);
}

jx_status jx_observe(jx_evaluator *evaluator, jx_state *ret_state)
{
    jx_str text = cell_text(evaluator, JX_SLOT_ACTUAL);
    *ret_state = JX_SCORED;
    if (text.size == 0) {
        *ret_state = JX_MISSING;
        return JX_OK;
    }
    if (jx_cell_is_not_applicable(text)) {
        *ret_state = JX_NOT_APPLICABLE;
        jx_place place = jx_run_place(evaluator, JX_SLOT_ACTUAL);
        return evaluator->plan->table.rescale
                   ? JX_OK
                   : jx_fail(&evaluator->err, &place, JX_MESSAGE_NOT_APPLICABLE, text);
    }
    jx_status status = read_actual(evaluator, text);
    status = status != JX_OK ? status : read_baseline(evaluator);
    const jx_list *const *inputs = evaluator->indicator->inputs;
    return status != JX_OK || (inputs[0]->count | inputs[1]->count | inputs[2]->count) == 0
               ? status
               : read_inputs(evaluator);
}

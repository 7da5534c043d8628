// SPDX-License-Identifier: MIT
#include "form/rows.h"

#include "base/list.h"
#include "form/hints.h"
#include "model/sheet.h"
#include "report/labels.h"

enum { BESIDE_INPUTS = 4 }; // actual, baseline, evidence, note

// A form in the making.
typedef struct making {
    jx_arena *arena;
    const jx_plan *plan;
    jx_lang lang;
    jx_form_column *columns;
    size_t column_count;
    jx_form_row *rows;
    size_t row_count;
} making;

static const jx_list no_inputs = {NULL, 0, 0};

static const jx_list *own_inputs(const jx_plan *plan)
{
    return plan->script.index == JX_NO_SCRIPT ? &no_inputs
                                              : &plan->scripts[plan->script.index]->inputs;
}

static bool wants_baseline(const jx_plan_indicator *indicator)
{
    return indicator->form.actual == JX_ACTUAL_RATE || indicator->form.actual == JX_ACTUAL_AMOUNT;
}

// ------------------------------------------------------------------------------------------------ columns

static size_t find_column(const making *form, jx_str key)
{
    size_t at = 0;
    while (at < form->column_count && !jx_str_equal(form->columns[at].key, key)) {
        at++;
    }
    return at;
}

static void add_column(making *form, jx_str key, const char *title)
{
    if (find_column(form, key) == form->column_count) {
        form->columns[form->column_count++] = (jx_form_column){key, jx_str_of(title)};
    }
}

static void add_slot(making *form, uint32_t slot, jx_label title)
{
    add_column(form, jx_str_of(jx_slot_names[slot]), jx_label_in(title, form->lang));
}

static void add_inputs(making *form, const jx_list *fields)
{
    for (uint32_t i = 0; i < fields->count; i++) {
        const jx_field *field = jx_list_at(fields, i);
        add_column(form, jx_str_of(field->key), jx_words_in(field->says, form->lang));
    }
}

static size_t most_columns(const jx_plan *plan)
{
    size_t most = BESIDE_INPUTS + own_inputs(plan)->count;
    for (size_t i = 0; i < plan->count; i++) {
        for (size_t list = 0; list < JX_INPUT_LISTS; list++) {
            most += plan->indicators[i].inputs[list]->count;
        }
    }
    return most;
}

static bool add_columns(making *form)
{
    const jx_plan *plan = form->plan;
    form->columns = jx_arena_array(form->arena, most_columns(plan), sizeof *form->columns);
    if (form->columns == NULL) {
        return false;
    }
    add_slot(form, JX_SLOT_ACTUAL, JX_LABEL_SELF_ACTUAL);
    for (size_t i = 0; i < plan->count; i++) {
        if (wants_baseline(&plan->indicators[i])) {
            add_slot(form, JX_SLOT_BASELINE, JX_LABEL_FORM_BASELINE);
        }
    }
    for (size_t i = 0; i < plan->count; i++) {
        for (size_t list = 0; list < JX_INPUT_LISTS; list++) {
            add_inputs(form, plan->indicators[i].inputs[list]);
        }
    }
    add_inputs(form, own_inputs(plan));
    add_slot(form, JX_SLOT_EVIDENCE, JX_LABEL_XLSX_EVIDENCE);
    add_slot(form, JX_SLOT_NOTE, JX_LABEL_SELF_REASON);
    return true;
}

// --------------------------------------------------------------------------------------------------- rows

static bool put_inputs(making *form,
                       jx_form_cell *cells,
                       const jx_list *fields,
                       const jx_cell_form *of)
{
    for (uint32_t i = 0; i < fields->count; i++) {
        const jx_field *field = jx_list_at(fields, i);
        jx_form_cell *cell = &cells[find_column(form, jx_str_of(field->key))];
        *cell = jx_form_input(form->arena, field, of, form->lang);
        if (cell->hint.data == NULL) {
            return false;
        }
    }
    return true;
}

static void put_words(making *form, jx_form_cell *cells, uint32_t slot, jx_label hint)
{
    cells[find_column(form, jx_str_of(jx_slot_names[slot]))] =
        (jx_form_cell){.kind = JX_FORM_WORDS, .hint = jx_str_of(jx_label_in(hint, form->lang))};
}

static jx_form_cell *add_row(making *form, const jx_table_row *row)
{
    jx_form_cell *cells = jx_arena_array(form->arena, form->column_count, sizeof *cells);
    if (cells != NULL) {
        form->rows[form->row_count++] = (jx_form_row){row, cells};
    }
    return cells;
}

static bool put_indicator(making *form, size_t index)
{
    const jx_plan_indicator *indicator = &form->plan->indicators[index];
    jx_form_cell *cells = add_row(form, indicator->row);
    if (cells == NULL) {
        return false;
    }
    jx_form_cell *actual = &cells[0];
    *actual = jx_form_actual(form->arena, form->plan, index, form->lang);
    bool done = actual->hint.data != NULL;
    if (wants_baseline(indicator)) {
        jx_form_cell *baseline = &cells[1];
        *baseline = jx_form_baseline(form->arena, form->plan, index, form->lang);
        done = done && baseline->hint.data != NULL;
    }
    for (size_t list = 0; done && list < JX_INPUT_LISTS; list++) {
        done = put_inputs(form, cells, indicator->inputs[list], &indicator->form);
    }
    put_words(form, cells, JX_SLOT_EVIDENCE, JX_LABEL_FORM_EVIDENCE_IS);
    put_words(form, cells, JX_SLOT_NOTE, JX_LABEL_FORM_NOTE_IS);
    return done;
}

static bool add_rows(making *form)
{
    const jx_plan *plan = form->plan;
    const jx_list *own = own_inputs(plan);
    form->rows = jx_arena_array(form->arena, plan->count + 1, sizeof *form->rows);
    bool done = form->rows != NULL;
    for (size_t i = 0; done && i < plan->count; i++) {
        done = put_indicator(form, i);
    }
    if (done && own->count > 0) {
        jx_form_cell *cells = add_row(form, NULL);
        done = cells != NULL && put_inputs(form, cells, own, NULL);
    }
    return done;
}

jx_status jx_form_make(
    jx_arena *arena, const jx_plan *plan, jx_lang lang, jx_form *ret, jx_error *err)
{
    making form = {.arena = arena, .plan = plan, .lang = lang};
    if (!add_columns(&form) || !add_rows(&form)) {
        return jx_fail_memory(err);
    }
    *ret = (jx_form){.table = &plan->table,
                     .project = plan->table.id,
                     .columns = form.columns,
                     .column_count = form.column_count,
                     .rows = form.rows,
                     .row_count = form.row_count};
    return JX_OK;
}

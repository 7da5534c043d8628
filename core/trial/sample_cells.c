// SPDX-License-Identifier: MIT
#include "trial/sample_cells.h"

#include "base/list.h"

static jx_cell make_cell(const char *written)
{
    const jx_str text = jx_str_of(written);
    return (jx_cell){text.data, (uint32_t)text.size, 1};
}

static bool fill_inputs(jx_arena *arena,
                        const jx_plan_indicator *indicator,
                        jx_sample_choice choice,
                        jx_cell *cells)
{
    const jx_cell_form *form = &indicator->form;
    size_t slot = JX_SLOT_INPUTS;
    for (size_t list = 0; list < 2; list++) {
        for (uint32_t i = 0; i < indicator->inputs[list]->count; i++) {
            const jx_field *field = jx_list_at(indicator->inputs[list], i);
            const char *text = NULL;
            if (!jx_sample_value(arena, field, choice, form->levels, form->level_count, &text)) {
                return false;
            }
            cells[slot++] = make_cell(text);
        }
    }
    return true;
}

bool jx_sample_observe(jx_arena *arena,
                       const jx_plan *plan,
                       const jx_sample_row *row,
                       jx_observations *ret)
{
    jx_cell *cells = jx_arena_array(arena, plan->sheet.slot_count, sizeof *cells);
    if (cells == NULL) {
        return false;
    }
    cells[JX_SLOT_ACTUAL] = make_cell(row->actual);
    cells[JX_SLOT_BASELINE] = make_cell(row->baseline);
    *ret = (jx_observations){.project = JX_STR("trial"), .line = 1, .cells = cells};
    return fill_inputs(arena, &plan->indicators[0], row->inputs, cells);
}

jx_sample_rows jx_sample_plan_rows(jx_arena *arena, const jx_plan *plan)
{
    const jx_plan_indicator *indicator = &plan->indicators[0];
    const bool has_inputs = indicator->inputs[0]->count + indicator->inputs[1]->count > 0;
    return jx_sample_actuals(arena, &indicator->form, has_inputs);
}

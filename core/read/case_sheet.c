// SPDX-License-Identifier: MIT
#include "read/case_sheet.h"

#include <string.h>

static bool lay_row(jx_arena *arena, const jx_sheet_row *plain, uint32_t first, jx_sheet_row *ret)
{
    const uint32_t count = plain->input_count + JX_EXPECTED_COUNT;
    jx_str *inputs = jx_arena_array(arena, count, sizeof *inputs);
    if (inputs == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < plain->input_count; i++) {
        inputs[i] = plain->inputs[i];
    }
    for (uint32_t i = 0; i < JX_EXPECTED_COUNT; i++) {
        inputs[plain->input_count + i] = jx_str_of(jx_expected_names[i]);
    }
    *ret = (jx_sheet_row){plain->id, first, inputs, count, plain->name};
    return true;
}

bool jx_case_sheet_lay(jx_arena *arena, const jx_sheet *plain, jx_sheet *ret)
{
    uint32_t slot = 0;
    jx_sheet_row *rows = jx_arena_array(arena, plain->row_count, sizeof *rows);
    if (rows == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < plain->row_count; i++) {
        if (!lay_row(arena, &plain->rows[i], slot, &rows[i])) {
            return false;
        }
        slot += JX_SLOT_INPUTS + rows[i].input_count;
    }
    *ret = (jx_sheet){plain->project, rows, plain->row_count, slot};
    return true;
}

const jx_cell *jx_case_sheet_cell(const jx_sheet *sheet,
                                  uint32_t row,
                                  uint32_t expected,
                                  const jx_cell *cells)
{
    const jx_sheet_row *at = &sheet->rows[row];
    return &cells[at->first + JX_SLOT_INPUTS + at->input_count - JX_EXPECTED_COUNT + expected];
}

void jx_case_sheet_copy(const jx_sheet *sheet,
                        const jx_cell *cells,
                        const jx_sheet *plain,
                        jx_cell *ret)
{
    for (uint32_t i = 0; i < plain->row_count; i++) {
        const jx_sheet_row *row = &plain->rows[i];
        memcpy(&ret[row->first], &cells[sheet->rows[i].first],
               (JX_SLOT_INPUTS + row->input_count) * sizeof *ret);
    }
}

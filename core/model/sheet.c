// SPDX-License-Identifier: MIT
#include "model/sheet.h"

const char *const jx_slot_names[JX_SLOT_INPUTS] = {
    [JX_SLOT_ACTUAL] = "actual",
    [JX_SLOT_BASELINE] = "baseline",
    [JX_SLOT_NOTE] = "note",
    [JX_SLOT_EVIDENCE] = "evidence",
};

const char *const jx_expected_names[JX_EXPECTED_COUNT] = {
    [JX_EXPECTED_POINTS] = "points", [JX_EXPECTED_REASON] = "reason", [JX_EXPECTED_TOTAL] = "total",
    [JX_EXPECTED_GRADE] = "grade",   [JX_EXPECTED_STATUS] = "status",
};

bool jx_sheet_owns(jx_str column)
{
    static const char *const about[] = {"project", "indicator"};
    return jx_str_is_among(column, about, sizeof about / sizeof about[0]) ||
           jx_str_is_among(column, jx_slot_names, JX_SLOT_INPUTS) ||
           jx_str_is_among(column, jx_expected_names, JX_EXPECTED_COUNT);
}

const jx_sheet_row *jx_sheet_find_row(const jx_sheet *sheet, jx_str id)
{
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        if (jx_str_equal(sheet->rows[i].id, id)) {
            return &sheet->rows[i];
        }
    }
    return NULL;
}

const jx_sheet_row *jx_sheet_find_named(const jx_sheet *sheet, jx_str name, bool *ret_several)
{
    const jx_sheet_row *found = NULL;
    *ret_several = false;
    for (uint32_t i = 0; i < sheet->row_count && name.size != 0; i++) {
        if (jx_str_equal(sheet->rows[i].name, name)) {
            *ret_several = found != NULL;
            found = &sheet->rows[i];
        }
        if (*ret_several) {
            return NULL;
        }
    }
    return found;
}

uint32_t jx_sheet_find_slot(const jx_sheet_row *row, jx_str column)
{
    if (row->id.size != 0) {
        for (uint32_t i = 0; i < JX_SLOT_INPUTS; i++) {
            if (jx_str_is(column, jx_slot_names[i])) {
                return row->first + i;
            }
        }
    }
    for (uint32_t i = 0; i < row->input_count; i++) {
        if (jx_str_equal(column, row->inputs[i])) {
            return row->first + JX_SLOT_INPUTS + i;
        }
    }
    return JX_NO_SLOT;
}

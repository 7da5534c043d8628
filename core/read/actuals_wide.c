// SPDX-License-Identifier: MIT
#include "read/actuals_reader.h"

static void refuse_foreign(jx_actuals *actuals, jx_observations *observations, size_t column)
{
    if (jx_actuals_refuse_unnamed(actuals, observations, JX_STR_NONE, column)) {
        return;
    }
    actuals->column = (uint32_t)column + 1;
    jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_COLUMN_FOREIGN,
                      actuals->columns.names[column],
                      jx_actuals_trim(actuals->record.fields[column]));
}

// Every column that the sheet has is written, so that cells of the row before are left only where no column
// is.
static void fill_cells(jx_actuals *actuals, jx_observations *observations)
{
    const uint32_t *const slots = actuals->columns.slots[observations->sheet];
    const jx_str *const fields = actuals->record.fields;
    jx_cell *const cells = actuals->cells;
    const uint32_t line = actuals->record.line;
    const size_t count = actuals->columns.count;
    for (size_t i = 0; i < count; i++) {
        const jx_str text = jx_actuals_trim(fields[i]);
        const uint32_t slot = slots[i];
        if (slot < JX_FOREIGN_SLOT) {
            cells[slot] = (jx_cell){text.data, (uint32_t)text.size, line};
        } else if (slot == JX_FOREIGN_SLOT && text.size != 0) {
            refuse_foreign(actuals, observations, i);
        }
    }
}

jx_status jx_actuals_next_wide(jx_actuals *actuals,
                               jx_observations *ret,
                               bool *ret_more,
                               jx_error *err)
{
    jx_status status = jx_actuals_take_row(actuals, ret_more, err);
    if (status != JX_OK || !*ret_more) {
        return status;
    }
    if (actuals->columns.project == JX_NO_COLUMN && actuals->had_row) {
        const jx_place place = {.file = actuals->path, .line = actuals->record.line};
        return jx_fail(err, &place, JX_MESSAGE_ACTUALS_ONE_ROW, JX_STR_NONE);
    }
    actuals->had_row = true;
    status = jx_actuals_begin(actuals, jx_actuals_project(actuals), ret, err);
    if (status != JX_OK || ret->sheet == JX_NO_SHEET) {
        return status;
    }
    const bool is_whole = jx_actuals_check_count(actuals, ret);
    if (ret->sheet != actuals->cells_of || !is_whole) {
        jx_actuals_clear(actuals, ret->sheet);
    }
    if (is_whole) {
        jx_actuals_check_marks(actuals, ret);
        fill_cells(actuals, ret);
    }
    return JX_OK;
}

// SPDX-License-Identifier: MIT
#include "read/actuals_reader.h"

static jx_str record_indicator(const jx_actuals *actuals)
{
    return jx_actuals_trim(actuals->record.fields[actuals->columns.indicator]);
}

static jx_status refuse_indicator(jx_actuals *actuals,
                                  jx_observations *observations,
                                  bool several,
                                  jx_error *err)
{
    const jx_sheet *sheet = actuals->sheets.rows[observations->sheet];
    const jx_str name = record_indicator(actuals);
    actuals->column = (uint32_t)actuals->columns.indicator + 1;
    if (several) {
        jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_INDICATOR_SEVERAL,
                          name);
        return JX_OK;
    }
    jx_str *ids = jx_arena_array(actuals->group, sheet->row_count, sizeof *ids);
    if (ids == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < sheet->row_count; i++) {
        ids[i] = sheet->rows[i].id;
    }
    const jx_str nearest = jx_str_nearest(name, ids, sheet->row_count);
    if (nearest.size == 0) {
        jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_INDICATOR_UNKNOWN,
                          name);
    } else {
        jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_INDICATOR_NEAREST,
                          name, nearest);
    }
    return JX_OK;
}

static void refuse_again(jx_actuals *actuals, jx_observations *observations, uint32_t first)
{
    const jx_str name = record_indicator(actuals);
    char above[JX_NUMBER_TEXT];
    jx_actuals_refuse(actuals, observations, name,
                      name.size == 0 ? JX_MESSAGE_ACTUALS_INPUTS_TWICE
                                     : JX_MESSAGE_ACTUALS_INDICATOR_TWICE,
                      jx_str_number(actuals->record.line - first, above));
}

static void refuse_cell(jx_actuals *actuals,
                        jx_observations *observations,
                        size_t column,
                        jx_str text)
{
    const jx_str name = record_indicator(actuals);
    if (jx_actuals_refuse_unnamed(actuals, observations, name, column)) {
        return;
    }
    actuals->column = (uint32_t)column + 1;
    jx_actuals_refuse(actuals, observations, name,
                      name.size == 0 ? JX_MESSAGE_ACTUALS_CELL_PROJECT
                                     : JX_MESSAGE_ACTUALS_CELL_FOREIGN,
                      actuals->columns.names[column], text);
}

// Cells are copied: the record is gone with the next one.
static jx_status fill_cells(jx_actuals *actuals,
                            jx_observations *observations,
                            size_t row,
                            jx_error *err)
{
    const size_t count = actuals->columns.count;
    const uint32_t *const slots = actuals->columns.slots[observations->sheet] + row * count;
    for (size_t i = 0; i < count; i++) {
        jx_str text = jx_actuals_trim(actuals->record.fields[i]);
        if (slots[i] == JX_FOREIGN_SLOT && text.size != 0) {
            refuse_cell(actuals, observations, i, text);
        }
        if (slots[i] >= JX_FOREIGN_SLOT) {
            continue;
        }
        text = text.size == 0 ? (jx_str)JX_STR("") : jx_arena_copy(actuals->group, text);
        if (text.data == NULL) {
            return jx_fail_memory(err);
        }
        actuals->cells[slots[i]] =
            (jx_cell){.data = text.data, .size = (uint32_t)text.size, .line = actuals->record.line};
    }
    return JX_OK;
}

// The row of the sheet that has this id, else the only one of this name, or its row count. Rows mostly stand in the sheet's
// order.
static size_t find_row(const jx_sheet *sheet, size_t expected, jx_str id, bool *ret_several)
{
    *ret_several = false;
    if (expected < sheet->row_count && jx_str_equal(sheet->rows[expected].id, id)) {
        return expected;
    }
    const jx_sheet_row *row = jx_sheet_find_row(sheet, id);
    row = row == NULL ? jx_sheet_find_named(sheet, id, ret_several) : row;
    return row == NULL ? sheet->row_count : (size_t)(row - sheet->rows);
}

// Once the project has a fault its further rows are only passed over.
static jx_status read_row(jx_actuals *actuals,
                          jx_observations *observations,
                          size_t *expected,
                          jx_error *err)
{
    if (observations->fault != NULL || !jx_actuals_check_count(actuals, observations)) {
        return JX_OK;
    }
    if (jx_actuals_trim(jx_actuals_project(actuals)).size == 0) {
        jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_PROJECT_EMPTY,
                          JX_STR_NONE);
        return JX_OK;
    }
    const jx_sheet *sheet = actuals->sheets.rows[observations->sheet];
    bool several = false;
    const size_t row = find_row(sheet, *expected, record_indicator(actuals), &several);
    jx_actuals_check_marks(actuals, observations);
    if (row == sheet->row_count) {
        return refuse_indicator(actuals, observations, several, err);
    }
    if (actuals->lines[row] != 0) {
        refuse_again(actuals, observations, actuals->lines[row]);
        return JX_OK;
    }
    actuals->lines[row] = actuals->record.line;
    *expected = row + 1;
    return fill_cells(actuals, observations, row, err);
}

// A row that does not tell its project, as where cells were merged, is taken for one of the project before it.
static bool belongs(const jx_actuals *actuals, jx_str name)
{
    const jx_str own = jx_actuals_trim(jx_actuals_project(actuals));
    return own.size == 0 || jx_str_equal(own, name);
}

jx_status jx_actuals_next_long(jx_actuals *actuals,
                               jx_observations *ret,
                               bool *ret_more,
                               jx_error *err)
{
    bool more = actuals->is_pending;
    jx_status status = more ? JX_OK : jx_actuals_take_row(actuals, &more, err);
    actuals->is_pending = false;
    *ret_more = more;
    if (status != JX_OK || !more) {
        return status;
    }
    jx_arena_reset(actuals->group);
    const jx_str value = jx_actuals_project(actuals);
    const jx_str kept = value.data == NULL ? value : jx_arena_copy(actuals->group, value);
    if (kept.data == NULL && value.data != NULL) {
        return jx_fail_memory(err);
    }
    status = jx_actuals_begin(actuals, kept, ret, err);
    if (status == JX_OK && ret->sheet != JX_NO_SHEET) {
        jx_actuals_clear(actuals, ret->sheet);
    }
    const jx_str name = jx_str_trim(kept);
    size_t expected = 0;
    actuals->is_parted = false;
    while (status == JX_OK && more && !actuals->is_parted && belongs(actuals, name)) {
        status = read_row(actuals, ret, &expected, err);
        if (status == JX_OK) {
            status = jx_actuals_take_row(actuals, &more, err);
        }
    }
    actuals->is_pending = more;
    return status;
}

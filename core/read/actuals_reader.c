// SPDX-License-Identifier: MIT
#include "read/actuals_reader.h"

#include "read/actuals_layout.h"
#include "read/xlsx_cells.h"

enum {
    MOST_COMPARED = 64 // projects that a name is compared with to find the one that was meant
};

static bool is_blank(const jx_record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        if (jx_actuals_trim(record->fields[i]).size != 0) {
            return false;
        }
    }
    return true;
}

jx_status jx_actuals_take(jx_actuals *actuals, bool *ret_more, jx_error *err)
{
    do {
        const jx_status status = jx_csv_next(actuals->csv, &actuals->record, ret_more, err);
        if (status != JX_OK) {
            return status;
        }
    } while (*ret_more && is_blank(&actuals->record));
    return JX_OK;
}

// In workbooks columns of no use are empty here, so that whoever wrote the rows out has looked at them.
static bool is_layout(const jx_actuals *actuals)
{
    const jx_columns *columns = &actuals->columns;
    const jx_layout layout = {.sheets = actuals->sheets,
                              .headings = columns->headings,
                              .names = columns->names,
                              .apart = columns->apart,
                              .count = columns->count,
                              .project = columns->project,
                              .indicator = columns->indicator,
                              .is_long = columns->is_long};
    return !columns->is_sheet &&
           jx_layout_passes(&layout, actuals->record.fields, actuals->record.count);
}

jx_status jx_actuals_take_row(jx_actuals *actuals, bool *ret_more, jx_error *err)
{
    for (;;) {
        const jx_status status = jx_actuals_take(actuals, ret_more, err);
        if (status != JX_OK || !*ret_more || !is_layout(actuals)) {
            return status;
        }
        const bool tells = actuals->columns.project != JX_NO_COLUMN &&
                           jx_actuals_trim(jx_actuals_project(actuals)).size != 0;
        actuals->is_parted = actuals->is_parted || tells;
    }
}

jx_str jx_actuals_project(const jx_actuals *actuals)
{
    const size_t column = actuals->columns.project;
    if (column == JX_NO_COLUMN) {
        return actuals->sheets.rows[0]->project;
    }
    const jx_str text =
        column < actuals->record.count ? actuals->record.fields[column] : JX_STR_NONE;
    return jx_str_from(text, actuals->columns.cells != NULL && jx_xlsx_is_marked(text));
}

void jx_actuals_set_fault(jx_actuals *actuals,
                          jx_observations *observations,
                          jx_str indicator,
                          jx_message message,
                          const jx_str *args)
{
    const jx_place place = {.file = actuals->path,
                            .line = actuals->record.line,
                            .column = actuals->column,
                            .project = jx_str_trim(observations->project),
                            .indicator = indicator};
    if (observations->fault == NULL) {
        jx_error_set(&actuals->fault, &place, message, args);
        observations->fault = &actuals->fault;
    }
    actuals->column = 0;
}

void jx_actuals_check_marks(jx_actuals *actuals, jx_observations *observations)
{
    for (size_t i = 0; actuals->columns.cells != NULL && i < actuals->record.count; i++) {
        const jx_str text = actuals->record.fields[i];
        if (jx_xlsx_is_marked(text)) {
            actuals->column = (uint32_t)i + 1;
            jx_actuals_refuse(actuals, observations, JX_STR_NONE,
                              text.data[0] == JX_XLSX_FAULTY ? JX_MESSAGE_XLSX_CELL_ERROR
                                                             : JX_MESSAGE_XLSX_CELL_UNSTORED,
                              jx_str_from(text, 1));
        }
    }
}

static void refuse_headless(jx_actuals *actuals,
                            jx_observations *observations,
                            jx_str indicator,
                            size_t column)
{
    char label[JX_CELL_NAME];
    actuals->column = (uint32_t)column + 1;
    jx_actuals_refuse(actuals, observations, indicator, JX_MESSAGE_ACTUALS_COLUMN_UNNAMED,
                      jx_columns_label(&actuals->columns, column, label),
                      jx_actuals_trim(actuals->record.fields[column]));
}

bool jx_actuals_refuse_unnamed(jx_actuals *actuals,
                               jx_observations *observations,
                               jx_str indicator,
                               size_t column)
{
    if (actuals->columns.names[column].size != 0) {
        return false;
    }
    refuse_headless(actuals, observations, indicator, column);
    return true;
}

bool jx_actuals_check_count(jx_actuals *actuals, jx_observations *observations)
{
    if (actuals->record.count == actuals->columns.count) {
        return true;
    }
    if (actuals->columns.is_sheet && actuals->record.count > actuals->columns.count) {
        refuse_headless(actuals, observations, JX_STR_NONE, actuals->record.count - 1);
        return false;
    }
    char expected[JX_NUMBER_TEXT];
    char found[JX_NUMBER_TEXT];
    jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_FIELDS,
                      jx_str_number(actuals->columns.count, expected),
                      jx_str_number(actuals->record.count, found));
    return false;
}

void jx_actuals_clear(jx_actuals *actuals, uint32_t sheet)
{
    const jx_sheet *it = actuals->sheets.rows[sheet];
    memset(actuals->cells, 0, it->slot_count * sizeof *actuals->cells);
    memset(actuals->lines, 0, it->row_count * sizeof *actuals->lines);
    actuals->cells_of = sheet;
}

static void refuse_project(jx_actuals *actuals, jx_observations *observations, jx_str name)
{
    jx_str rest = name;
    const jx_str id = jx_str_next(&rest, '/');
    const size_t count = actuals->sheets.count;
    const jx_str nearest =
        count <= MOST_COMPARED ? jx_str_nearest(id, actuals->projects, count) : JX_STR_NONE;
    if (jx_names_find(&actuals->ids, id) != JX_NO_NAME) {
        jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_INSTANCE_EMPTY,
                          JX_STR_NONE);
    } else if (nearest.data == NULL) {
        jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_PROJECT_UNKNOWN,
                          name);
    } else {
        jx_actuals_refuse(actuals, observations, JX_STR_NONE, JX_MESSAGE_ACTUALS_PROJECT_NEAREST,
                          id, nearest);
    }
}

// ID or ID/INSTANCE; where there is one sheet anything else is an instance of it.
static uint32_t find_sheet(const jx_actuals *actuals, jx_str name, jx_str *ret_instance)
{
    jx_str rest = name;
    const jx_str id = jx_str_next(&rest, '/');
    const bool is_only = actuals->sheets.count == 1;
    const uint32_t sheet = is_only ? (jx_str_equal(id, actuals->projects[0]) ? 0 : JX_NO_NAME)
                                   : jx_names_find(&actuals->ids, id);
    const jx_str instance = rest.data == NULL ? JX_STR_NONE : jx_str_trim(rest);
    if (sheet != JX_NO_NAME && (instance.data == NULL || instance.size != 0)) {
        *ret_instance = instance;
        return sheet;
    }
    *ret_instance = name;
    return is_only ? 0 : JX_NO_SHEET;
}

jx_status jx_actuals_begin(jx_actuals *actuals, jx_str value, jx_observations *ret, jx_error *err)
{
    const jx_str name = jx_actuals_trim(value);
    *ret = (jx_observations){.file = actuals->file,
                             .where = actuals->path,
                             .project = value.data == NULL ? (jx_str)JX_STR("") : value,
                             .line = actuals->record.line,
                             .sheet = JX_NO_SHEET};
    if (value.data == NULL) {
        jx_actuals_check_count(actuals, ret);
        return JX_OK;
    }
    if (name.size == 0) {
        jx_actuals_refuse(actuals, ret, JX_STR_NONE, JX_MESSAGE_ACTUALS_PROJECT_EMPTY, JX_STR_NONE);
        return JX_OK;
    }
    const uint32_t sheet = find_sheet(actuals, name, &ret->instance);
    if (sheet == JX_NO_SHEET) {
        ret->instance = JX_STR_NONE;
        refuse_project(actuals, ret, name);
        return JX_OK;
    }
    ret->sheet = sheet;
    ret->cells = actuals->cells;
    ret->columns = actuals->columns.cells == NULL ? NULL : actuals->columns.cells[sheet];
    ret->key = jx_names_hash(name) | 1;
    bool again = false;
    const jx_status status =
        actuals->seen == NULL ? JX_OK : jx_seen_add(actuals->seen, ret->key, &again, err);
    if (again) {
        jx_actuals_refuse_again(actuals, ret);
    }
    return status;
}

void jx_actuals_refuse_again(jx_actuals *actuals, jx_observations *observations)
{
    const jx_place place = {.file = jx_observations_where(observations),
                            .line = observations->line,
                            .project = jx_str_trim(observations->project)};
    if (observations->fault == NULL) {
        (void)jx_fail(&actuals->fault, &place,
                      actuals->columns.is_long ? JX_MESSAGE_ACTUALS_PROJECT_APART
                                               : JX_MESSAGE_ACTUALS_PROJECT_TWICE,
                      JX_STR_NONE);
        observations->fault = &actuals->fault;
    }
}

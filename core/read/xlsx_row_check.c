// SPDX-License-Identifier: MIT
#include "read/xlsx_row_check.h"

#include <string.h>

// ---------------------------------------------------------------------------------------- rows without ids

// How many cells the row has that are for people alone.
static size_t count_told(const jx_xlsx_head *head, const jx_xlsx_row *row)
{
    size_t told = 0;
    for (size_t i = 0; i < head->count; i++) {
        told += head->apart[i] && jx_xlsx_row_cell(row, i).size != 0;
    }
    return told;
}

// A number and a unit of two characters at most; a day under signatures is none.
static bool is_figure(jx_str text)
{
    static const char digits[] = "+-.,%0123456789";
    enum { UNIT = 6 };
    size_t size = 0;
    while (size < text.size && strchr(digits, text.data[size]) != NULL && text.data[size] != '\0') {
        size++;
    }
    const jx_str unit = jx_str_from(text, size);
    return size > 0 && unit.size <= UNIT && !jx_str_starts(unit, (jx_str)JX_STR("年")) &&
           !jx_str_starts(unit, (jx_str)JX_STR("/"));
}

static bool is_answer(const jx_xlsx_head *head, const jx_xlsx_row *row, size_t column, bool is_row)
{
    const bool asks = !head->apart[column] && column != head->project && column != head->indicator;
    const jx_str text = jx_xlsx_row_cell(row, column);
    return asks && text.size != 0 &&
           (is_row || (jx_str_is(head->names[column], "actual") && is_figure(text)));
}

jx_status jx_xlsx_check_nameless(const jx_xlsx_head *head,
                                 const jx_xlsx_row *row,
                                 bool had_name,
                                 const char *path,
                                 jx_error *err)
{
    enum { ENOUGH = 3 }; // to say which indicator it is of; a line of signatures does not
    const bool is_row = had_name && count_told(head, row) >= ENOUGH;
    for (size_t i = 0; head->is_hidden && i < head->count; i++) {
        if (is_answer(head, row, i, is_row)) {
            const jx_place place = {.file = path, .line = row->number, .column = (uint32_t)i + 1};
            return jx_fail(err, &place, JX_MESSAGE_XLSX_ROW_NAMELESS, jx_xlsx_row_cell(row, i));
        }
    }
    return JX_OK;
}

// ------------------------------------------------------------------------------------ ids beside other names

// The column in which the row names another indicator than its id does; JX_NO_COLUMN where it names its own, or none.
static size_t find_other(const jx_xlsx_head *head,
                         const jx_xlsx_row *row,
                         const jx_sheet *sheet,
                         const jx_sheet_row *own)
{
    size_t other = JX_NO_COLUMN;
    for (size_t i = 0; i < head->count; i++) {
        const jx_str text = jx_xlsx_row_cell(row, i);
        bool several = false;
        if (!head->apart[i] || text.size == 0) {
            continue;
        }
        if (jx_str_equal(text, own->name)) {
            return JX_NO_COLUMN;
        }
        other = jx_sheet_find_named(sheet, text, &several) != NULL || several ? i : other;
    }
    return other;
}

jx_status jx_xlsx_check_names(const jx_xlsx_head *head,
                              const jx_xlsx_row *row,
                              jx_sheets sheets,
                              const char *path,
                              jx_error *err)
{
    const bool tells = head->indicator != JX_NO_COLUMN && count_told(head, row) > 0;
    const jx_str id = tells ? jx_xlsx_row_cell(row, head->indicator) : (jx_str)JX_STR("");
    size_t other = JX_NO_COLUMN;
    for (size_t i = 0; id.size != 0 && i < sheets.count; i++) {
        const jx_sheet_row *own = jx_sheet_find_row(sheets.rows[i], id);
        if (own == NULL) {
            continue;
        }
        other = find_other(head, row, sheets.rows[i], own);
        if (other == JX_NO_COLUMN) {
            return JX_OK;
        }
    }
    if (other == JX_NO_COLUMN) {
        return JX_OK;
    }
    const jx_place place = {.file = path, .line = row->number, .column = (uint32_t)other + 1};
    return jx_fail(err, &place, JX_MESSAGE_XLSX_NAME_OTHER, jx_xlsx_row_cell(row, other), id);
}

// ------------------------------------------------------------------------------------------ other projects

jx_status jx_xlsx_check_project(const jx_xlsx_head *head,
                                const jx_xlsx_row *row,
                                jx_sheets sheets,
                                const char *path,
                                jx_error *err)
{
    jx_str rest =
        head->project == JX_NO_COLUMN ? (jx_str)JX_STR("") : jx_xlsx_row_cell(row, head->project);
    const jx_str id = jx_str_next(&rest, '/');
    bool other = head->is_hidden && sheets.count > 0 && jx_str_is_id(id);
    for (size_t i = 0; i < sheets.count; i++) {
        other = other && !jx_str_equal(id, sheets.rows[i]->project);
    }
    if (!other) {
        return JX_OK;
    }
    const jx_place place = {
        .file = path, .line = row->number, .column = (uint32_t)head->project + 1};
    return jx_fail(err, &place, JX_MESSAGE_XLSX_FORM_OTHER, id, sheets.rows[0]->project);
}

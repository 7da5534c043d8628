// SPDX-License-Identifier: MIT
#include "read/xlsx_head.h"

#include "read/actuals_names.h"
#include "read/headings.h"

enum { PLAIN_RANK = 1 }; // 项目, 备注 and the like head other tables, too

struct signs {
    size_t roles[JX_ROLE_COUNT]; // columns of each role
    bool named[JX_ROLE_COUNT];   // by its name for programs
    size_t kinds;                // roles that columns have by headings that mean nothing else
    size_t wide;                 // columns of a row for each project
    size_t ids;                  // cells that are an indicator's id and nothing more
    uint32_t first;              // the first column of any of these
};

static bool is_wide(jx_sheets sheets, jx_str name)
{
    for (size_t i = 0; i < sheets.count; i++) {
        if (name.size != 0 && jx_columns_knows_wide(sheets.rows[i], name)) {
            return true;
        }
    }
    return false;
}

static bool is_id(jx_sheets sheets, jx_str name)
{
    for (size_t i = 0; i < sheets.count; i++) {
        if (name.size != 0 && jx_sheet_find_row(sheets.rows[i], name) != NULL) {
            return true;
        }
    }
    return false;
}

static void look_at(struct signs *signs, jx_sheets sheets, jx_str cell, uint32_t column)
{
    uint32_t rank = 0;
    const jx_actuals_role role = jx_heading_find_role(cell, &rank);
    const bool has_role = role < JX_ROLE_COUNT;
    const bool wide = !has_role && is_wide(sheets, cell);
    if (has_role) {
        signs->kinds += signs->roles[role]++ == 0 && rank <= PLAIN_RANK;
        signs->named[role] = signs->named[role] || rank == JX_ROLE_NAMED;
    }
    signs->wide += wide;
    signs->ids += wide && is_id(sheets, cell);
    if (signs->first == 0 && (has_role || wide)) {
        signs->first = column;
    }
}

jx_xlsx_what jx_xlsx_head_find(const jx_xlsx_row *row, jx_sheets sheets, uint32_t *ret_column)
{
    struct signs signs = {.kinds = 0};
    for (size_t i = 0; i < row->count; i++) {
        look_at(&signs, sheets, jx_str_trim(row->cells[i]), (uint32_t)i + 1);
    }
    *ret_column = signs.first;
    if (signs.named[JX_ROLE_INDICATOR] ||
        (signs.roles[JX_ROLE_INDICATOR] != 0 && signs.roles[JX_ROLE_ACTUAL] != 0)) {
        return JX_XLSX_LONG;
    }
    if (signs.named[JX_ROLE_PROJECT] || signs.wide > 1 ||
        (signs.roles[JX_ROLE_PROJECT] != 0 && signs.wide != 0)) {
        return JX_XLSX_WIDE;
    }
    const bool has_actual = signs.roles[JX_ROLE_ACTUAL] != 0 && signs.kinds > 1;
    return has_actual || signs.ids != 0 ? JX_XLSX_SUSPECT : JX_XLSX_NO_HEAD;
}

static void find_columns(jx_xlsx_head *head)
{
    for (size_t i = 0; i < head->count; i++) {
        if (!head->apart[i] && jx_str_is(head->names[i], "project")) {
            head->project = i;
        } else if (!head->apart[i] && jx_str_is(head->names[i], "indicator")) {
            head->indicator = i;
        }
    }
}

bool jx_xlsx_head_take(jx_arena *arena,
                       const jx_xlsx_row *row,
                       jx_xlsx_what what,
                       jx_xlsx_head *ret)
{
    *ret = (jx_xlsx_head){.what = what,
                          .row = row->number,
                          .is_hidden = row->is_hidden,
                          .count = row->count,
                          .headings = jx_arena_array(arena, row->count, sizeof *ret->headings),
                          .names = jx_arena_array(arena, row->count, sizeof *ret->names),
                          .apart = jx_arena_array(arena, row->count, sizeof *ret->apart),
                          .project = JX_NO_COLUMN,
                          .indicator = JX_NO_COLUMN};
    if (ret->names == NULL || ret->apart == NULL || ret->headings == NULL) {
        return false;
    }
    for (size_t i = 0; i < row->count; i++) {
        ret->headings[i] = jx_arena_copy(arena, jx_str_trim(row->cells[i]));
        if (ret->headings[i].data == NULL) {
            return false;
        }
    }
    jx_actuals_name_columns(ret->headings, row->count, ret->names, ret->apart);
    find_columns(ret);
    return true;
}

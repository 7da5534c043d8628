// SPDX-License-Identifier: MIT
#include "read/actuals_columns.h"

#include "base/sheet_path.h"
#include "base/text.h"
#include "read/actuals_names.h"
#include "read/names.h"

static const jx_str ACTUAL_TAIL = JX_STR(".actual");
static const jx_str PROJECT_HEAD = JX_STR("project.");

struct head {
    jx_arena *arena;
    jx_place place;
    jx_sheets sheets;
    jx_columns columns;
    bool is_sheet; // of a workbook
    jx_str *names;
    jx_str *headings; // as written
    jx_error *err;
};

// A file whose columns are parted by something else has one column.
static jx_status check_separator(const struct head *head)
{
    static const struct {
        jx_str bytes;
        jx_str shown;
    } others[] = {{JX_STR("\t"), JX_STR("TAB")},
                  {JX_STR(";"), JX_STR(";")},
                  {JX_STR("，"), JX_STR("，")},
                  {JX_STR("；"), JX_STR("；")}};
    const jx_str name = head->names[0];
    for (size_t i = 0; head->columns.count == 1 && i < sizeof others / sizeof others[0]; i++) {
        for (size_t at = 0; at < name.size; at++) {
            if (jx_str_starts(jx_str_from(name, at), others[i].bytes)) {
                return jx_fail(head->err, &head->place, JX_MESSAGE_ACTUALS_SEPARATOR,
                               others[i].shown);
            }
        }
    }
    return JX_OK;
}

static jx_place place_of(const struct head *head, size_t column)
{
    jx_place place = head->place;
    place.column = (uint32_t)column + 1;
    return place;
}

static jx_status refuse_twice(const struct head *head, size_t first, size_t second)
{
    char names[2][JX_CELL_NAME];
    const jx_place place = place_of(head, second);
    return jx_fail(head->err, &place, JX_MESSAGE_ACTUALS_COLUMN_TWICE, head->headings[second],
                   jx_columns_label(&head->columns, first, names[0]),
                   jx_columns_label(&head->columns, second, names[1]));
}

static bool copy_names(struct head *head, const jx_record *record)
{
    const size_t count = record->count;
    jx_str *names = jx_arena_array(head->arena, count, sizeof *names);
    head->headings = jx_arena_array(head->arena, count, sizeof *head->headings);
    head->columns.apart = jx_arena_array(head->arena, count, sizeof(bool));
    if (names == NULL || head->headings == NULL || head->columns.apart == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        names[i] = jx_arena_copy(head->arena, jx_str_trim(record->fields[i]));
        head->headings[i] = names[i];
        if (names[i].data == NULL) {
            return false;
        }
    }
    head->names = names;
    head->columns.names = names;
    head->columns.headings = head->headings;
    head->columns.is_sheet = head->is_sheet;
    head->columns.count = count;
    return true;
}

// Of no use, and no name that others could not have: x-… must be told apart all the same.
static bool is_nameless(const struct head *head, size_t column)
{
    return head->columns.apart[column] && !jx_str_starts(head->names[column], jx_actuals_own);
}

static jx_status check_names(struct head *head)
{
    jx_names known = jx_names_in(head->arena);
    for (uint32_t i = 0; i < head->columns.count; i++) {
        uint32_t first = i;
        if (is_nameless(head, i)) {
            continue;
        }
        if (!jx_names_add(&known, head->names[i], i, &first)) {
            return jx_fail_memory(head->err);
        }
        if (first != i) {
            return refuse_twice(head, first, i);
        }
    }
    const uint32_t project = jx_names_find(&known, (jx_str)JX_STR("project"));
    const uint32_t indicator = jx_names_find(&known, (jx_str)JX_STR("indicator"));
    head->columns.project = project == JX_NO_NAME ? JX_NO_COLUMN : project;
    head->columns.indicator = indicator == JX_NO_NAME ? JX_NO_COLUMN : indicator;
    head->columns.is_long = indicator != JX_NO_NAME;
    return JX_OK;
}

// ID, ID.baseline, ID.INPUT…, project.INPUT; an input of the project may be named alone
static uint32_t find_wide(const jx_sheet *sheet, jx_str name)
{
    jx_str tail = name;
    jx_str id = jx_str_next(&tail, '.');
    if (tail.data == NULL && jx_sheet_find_row(sheet, id) == NULL) {
        tail = id;
        id = (jx_str)JX_STR("project");
    } else if (tail.data == NULL) {
        tail = (jx_str)JX_STR("actual");
    } else if (jx_str_is(tail, "actual")) {
        return JX_NO_SLOT;
    }
    if (id.size == 0) {
        return JX_NO_SLOT;
    }
    const jx_str row_id = jx_str_is(id, "project") ? (jx_str)JX_STR("") : id;
    const jx_sheet_row *row = jx_sheet_find_row(sheet, row_id);
    return row == NULL ? JX_NO_SLOT : jx_sheet_find_slot(row, tail);
}

bool jx_columns_knows_wide(const jx_sheet *sheet, jx_str name)
{
    return find_wide(sheet, name) != JX_NO_SLOT;
}

// `project`, `indicator` in long ones, and what is of no use.
static bool is_set_apart(const jx_columns *columns, size_t column)
{
    return column == columns->project || column == columns->indicator || columns->apart[column];
}

static uint32_t find_slot(const jx_columns *columns,
                          const jx_sheet *sheet,
                          size_t row,
                          size_t column)
{
    const jx_str name = columns->names[column];
    if (is_set_apart(columns, column)) {
        return name.size == 0 ? JX_FOREIGN_SLOT : JX_NO_SLOT;
    }
    return columns->is_long ? jx_sheet_find_slot(&sheet->rows[row], name) : find_wide(sheet, name);
}

// An input of the project named both alone and with its `project.`.
static jx_status check_once(const struct head *head, const uint32_t *slots)
{
    const jx_columns *columns = &head->columns;
    for (size_t i = 0; i < columns->count; i++) {
        const bool whole = jx_str_starts(columns->names[i], PROJECT_HEAD);
        for (size_t k = 0; whole && slots[i] != JX_NO_SLOT && k < columns->count; k++) {
            if (k != i && slots[k] == slots[i]) {
                return refuse_twice(head, k < i ? k : i, k < i ? i : k);
            }
        }
    }
    return JX_OK;
}

static jx_status find_slots(struct head *head, size_t index)
{
    const jx_sheet *sheet = head->sheets.rows[index];
    jx_columns *columns = &head->columns;
    const size_t rows = columns->is_long ? sheet->row_count : 1;
    uint32_t *slots = jx_arena_array(head->arena, rows * columns->count, sizeof *slots);
    if (slots == NULL) {
        return jx_fail_memory(head->err);
    }
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < columns->count; i++) {
            const uint32_t slot = find_slot(columns, sheet, row, i);
            columns->read_by_any[i] |= slot < JX_FOREIGN_SLOT;
            slots[row * columns->count + i] = slot;
        }
    }
    columns->slots[index] = slots;
    return columns->is_long ? JX_OK : check_once(head, slots);
}

// Which column each slot of the sheet is read from.
static bool find_cells(struct head *head, size_t index)
{
    const jx_sheet *sheet = head->sheets.rows[index];
    const jx_columns *columns = &head->columns;
    const size_t rows = columns->is_long ? sheet->row_count : 1;
    uint32_t *cells = jx_arena_array(head->arena, sheet->slot_count, sizeof *cells);
    for (size_t i = 0; cells != NULL && i < rows * columns->count; i++) {
        const uint32_t slot = columns->slots[index][i];
        if (slot < JX_FOREIGN_SLOT) {
            cells[slot] = (uint32_t)(i % columns->count) + 1;
        }
    }
    columns->cells[index] = cells;
    return cells != NULL;
}

// Where a sheet has no slot for a column that others read, its cells must be empty.
static void mark_foreign(struct head *head, size_t index)
{
    const jx_columns *columns = &head->columns;
    const size_t rows = columns->is_long ? head->sheets.rows[index]->row_count : 1;
    for (size_t i = 0; i < rows * columns->count; i++) {
        uint32_t *slot = &columns->slots[index][i];
        if (*slot == JX_NO_SLOT && columns->read_by_any[i % columns->count]) {
            *slot = JX_FOREIGN_SLOT;
        }
    }
}

// ------------------------------------------------------------------------------------ unknown columns

struct list {
    jx_arena *arena;
    jx_str *names;
    size_t count;
    size_t room;
    bool failed; // memory ran out
};

static void list_name(struct list *list, jx_str first, const char *point, jx_str second)
{
    if (list->count == list->room) {
        const size_t room = list->room == 0 ? 64 : list->room * 2;
        jx_str *names = jx_arena_grow(list->arena, list->names, list->room * sizeof *list->names,
                                      room * sizeof *list->names);
        if (names == NULL) {
            list->failed = true;
            return;
        }
        list->names = names;
        list->room = room;
    }
    jx_text name = jx_text_in(list->arena);
    jx_text_add(&name, first);
    jx_text_put(&name, point);
    jx_text_add(&name, second);
    list->failed |= name.failed;
    list->names[list->count++] = jx_text_str(&name);
}

static void list_wide(struct list *list, const jx_sheet_row *row)
{
    const bool own = row->id.size == 0;
    const jx_str id = own ? (jx_str)JX_STR("project") : row->id;
    list_name(list, id, "", (jx_str)JX_STR(""));
    for (size_t i = JX_SLOT_ACTUAL + 1; !own && i < JX_SLOT_INPUTS; i++) {
        list_name(list, id, ".", jx_str_of(jx_slot_names[i]));
    }
    for (size_t i = 0; i < row->input_count; i++) {
        list_name(list, id, ".", row->inputs[i]);
        if (own) {
            list_name(list, row->inputs[i], "", JX_STR_NONE);
        }
    }
}

static void list_common(struct list *list)
{
    list_name(list, (jx_str)JX_STR("project"), "", JX_STR_NONE);
    list_name(list, (jx_str)JX_STR("indicator"), "", JX_STR_NONE);
    for (size_t i = 0; i < JX_SLOT_INPUTS; i++) {
        list_name(list, jx_str_of(jx_slot_names[i]), "", JX_STR_NONE);
    }
}

static void list_long(struct list *list, const jx_sheet_row *row)
{
    for (size_t i = 0; i < row->input_count; i++) {
        list_name(list, row->inputs[i], "", (jx_str)JX_STR(""));
    }
}

static jx_str find_nearest(const struct head *head, jx_str name)
{
    struct list list = {.arena = head->arena};
    if (head->columns.is_long) {
        list_common(&list);
    }
    for (size_t i = 0; i < head->sheets.count; i++) {
        for (size_t row = 0; row < head->sheets.rows[i]->row_count; row++) {
            const jx_sheet_row *it = &head->sheets.rows[i]->rows[row];
            if (head->columns.is_long) {
                list_long(&list, it);
            } else {
                list_wide(&list, it);
            }
        }
    }
    return list.failed ? JX_STR_NONE : jx_str_nearest(name, list.names, list.count);
}

static jx_status check_known(const struct head *head)
{
    for (size_t i = 0; i < head->columns.count; i++) {
        const jx_str name = head->names[i];
        if (head->columns.read_by_any[i] || is_set_apart(&head->columns, i)) {
            continue;
        }
        jx_str wanted = name; // ID.actual is written ID
        wanted.size -=
            jx_str_ends(name, ACTUAL_TAIL) && !head->columns.is_long ? ACTUAL_TAIL.size : 0;
        const jx_str nearest = find_nearest(head, wanted);
        const jx_place place = place_of(head, i);
        return nearest.data == NULL
                   ? jx_fail(head->err, &place, JX_MESSAGE_ACTUALS_COLUMN_UNKNOWN, name)
                   : jx_fail(head->err, &place, JX_MESSAGE_ACTUALS_COLUMN_NEAREST, name, nearest);
    }
    return JX_OK;
}

static jx_status check_complete(const struct head *head)
{
    const jx_columns *columns = &head->columns;
    if (columns->project == JX_NO_COLUMN && head->sheets.count > 1) {
        return jx_fail(head->err, &head->place, JX_MESSAGE_ACTUALS_NO_PROJECT, JX_STR_NONE);
    }
    for (size_t i = 0; i < columns->count; i++) {
        if (!columns->is_long || jx_str_is(columns->names[i], "actual")) {
            return JX_OK;
        }
    }
    return jx_fail(head->err, &head->place, JX_MESSAGE_ACTUALS_NO_ACTUAL, JX_STR_NONE);
}

static jx_status resolve(struct head *head)
{
    jx_columns *columns = &head->columns;
    columns->slots = jx_arena_array(head->arena, head->sheets.count, sizeof *columns->slots);
    columns->read_by_any = jx_arena_array(head->arena, columns->count, sizeof(bool));
    if (head->is_sheet) {
        columns->cells = jx_arena_array(head->arena, head->sheets.count, sizeof *columns->cells);
    }
    if (columns->slots == NULL || columns->read_by_any == NULL ||
        (head->is_sheet && columns->cells == NULL)) {
        return jx_fail_memory(head->err);
    }
    for (size_t i = 0; i < head->sheets.count; i++) {
        const jx_status status = find_slots(head, i);
        if (status != JX_OK) {
            return status;
        }
    }
    for (size_t i = 0; i < head->sheets.count; i++) {
        mark_foreign(head, i);
        if (head->is_sheet && !find_cells(head, i)) {
            return jx_fail_memory(head->err);
        }
    }
    return JX_OK;
}

jx_str jx_columns_label(const jx_columns *columns, size_t column, char buffer[JX_CELL_NAME])
{
    return columns->is_sheet ? jx_cell_name((uint32_t)column + 1, 0, buffer)
                             : jx_str_number(column + 1, buffer);
}

jx_status jx_columns_resolve(jx_arena *arena,
                             const char *file,
                             const jx_record *record,
                             jx_sheets sheets,
                             jx_columns *ret,
                             jx_error *err)
{
    struct head head = {.arena = arena,
                        .place = {.file = file, .line = record->line},
                        .sheets = sheets,
                        .is_sheet = jx_sheet_path_cut(file, NULL).data != NULL,
                        .err = err};
    if (!copy_names(&head, record)) {
        return jx_fail_memory(err);
    }
    jx_actuals_name_columns(head.headings, head.columns.count, head.names, head.columns.apart);
    jx_status status = check_separator(&head);
    status = status != JX_OK ? status : check_names(&head);
    status = status != JX_OK ? status : resolve(&head);
    status = status != JX_OK ? status : check_known(&head);
    status = status != JX_OK ? status : check_complete(&head);
    if (status == JX_OK) {
        *ret = head.columns;
    }
    return status;
}

// SPDX-License-Identifier: MIT
#include "read/read_actuals.h"

#include "base/sheet_path.h"
#include "read/actuals_reader.h"

#include <stdio.h>

// Room for the sheet that has most slots and rows.
static bool make_cells(jx_actuals *actuals)
{
    size_t slots = 1;
    size_t rows = 1;
    for (size_t i = 0; i < actuals->sheets.count; i++) {
        const jx_sheet *sheet = actuals->sheets.rows[i];
        slots = sheet->slot_count > slots ? sheet->slot_count : slots;
        rows = sheet->row_count > rows ? sheet->row_count : rows;
    }
    actuals->cells = jx_arena_array(actuals->arena, slots, sizeof *actuals->cells);
    actuals->lines = jx_arena_array(actuals->arena, rows, sizeof *actuals->lines);
    actuals->cells_of = JX_NO_SHEET;
    return actuals->cells != NULL && actuals->lines != NULL;
}

static bool list_ids(jx_actuals *actuals)
{
    actuals->ids = jx_names_in(actuals->arena);
    actuals->projects =
        jx_arena_array(actuals->arena, actuals->sheets.count, sizeof *actuals->projects);
    for (uint32_t i = 0; i < actuals->sheets.count && actuals->projects != NULL; i++) {
        uint32_t first = i;
        actuals->projects[i] = actuals->sheets.rows[i]->project;
        if (!jx_names_add(&actuals->ids, actuals->sheets.rows[i]->project, i, &first)) {
            return false;
        }
    }
    return actuals->projects != NULL;
}

static jx_actuals *make_actuals(jx_encoding encoding, jx_sheets sheets)
{
    jx_arena *arena = jx_arena_new();
    jx_actuals *actuals = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *actuals);
    if (actuals == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    *actuals = (jx_actuals){.arena = arena,
                            .head = jx_arena_new(),
                            .group = jx_arena_new(),
                            .encoding = encoding,
                            .sheets = sheets,
                            .book = {.sheets = sheets}};
    if (actuals->head == NULL || actuals->group == NULL || !make_cells(actuals) ||
        !list_ids(actuals)) {
        jx_actuals_close(actuals);
        return NULL;
    }
    return actuals;
}

jx_status jx_actuals_open(const char *path,
                          jx_encoding encoding,
                          const jx_sheet *const *sheets,
                          size_t sheet_count,
                          jx_actuals **ret,
                          jx_error *err)
{
    jx_actuals *actuals = make_actuals(encoding, (jx_sheets){.rows = sheets, .count = sheet_count});
    if (actuals == NULL || (actuals->seen = jx_seen_new(P_tmpdir)) == NULL) {
        jx_actuals_close(actuals);
        return jx_fail_memory(err);
    }
    const jx_status status = jx_actuals_continue(actuals, path, err);
    if (status != JX_OK) {
        jx_actuals_close(actuals);
        return status;
    }
    *ret = actuals;
    return JX_OK;
}

void jx_actuals_close(jx_actuals *actuals)
{
    if (actuals != NULL) {
        jx_csv_close(actuals->csv);
        jx_xlsx_actuals_close(&actuals->book);
        jx_seen_free(actuals->seen);
        jx_arena_free(actuals->group);
        jx_arena_free(actuals->head);
        jx_arena_free(actuals->arena);
    }
}

static jx_status forget_file(jx_actuals *actuals, const char *path, jx_error *err)
{
    jx_str file;
    jx_arena_reset(actuals->head);
    actuals->path = path;
    actuals->file = path;
    if (jx_sheet_path_cut(path, &file).data != NULL) {
        actuals->file = jx_arena_copy(actuals->head, file).data;
    }
    actuals->cells_of = JX_NO_SHEET;
    actuals->columns = (jx_columns){.count = 0};
    actuals->is_pending = false;
    actuals->had_row = false;
    actuals->fault = JX_ERROR(err == NULL ? JX_ZH : err->lang);
    return actuals->file == NULL ? jx_fail_memory(err) : JX_OK;
}

static jx_status read_head(jx_actuals *actuals, jx_error *err)
{
    bool more = false;
    const jx_status status = jx_actuals_take(actuals, &more, err);
    if (status != JX_OK) {
        return status;
    }
    if (!more) {
        const jx_place place = {.file = actuals->path};
        return jx_fail(err, &place, JX_MESSAGE_ACTUALS_EMPTY, JX_STR_NONE);
    }
    return jx_columns_resolve(actuals->head, actuals->path, &actuals->record, actuals->sheets,
                              &actuals->columns, err);
}

static jx_status open_sheet(jx_actuals *actuals, const char *path, jx_error *err)
{
    int file = -1;
    const jx_status status = jx_xlsx_actuals_open(&actuals->book, actuals->head, path, &file, err);
    return status != JX_OK ? status
                           : jx_csv_open_file(file, path, JX_ENCODING_UTF8, &actuals->csv, err);
}

static jx_status open_path(jx_actuals *actuals, const char *path, jx_error *err)
{
    const bool is_sheet = jx_sheet_path_cut(path, NULL).data != NULL;
    jx_csv_close(actuals->csv);
    actuals->csv = NULL;
    jx_status status = forget_file(actuals, path, err);
    if (status == JX_OK) {
        status = is_sheet ? open_sheet(actuals, path, err)
                          : jx_csv_open(path, actuals->encoding, &actuals->csv, err);
    }
    return status != JX_OK ? status : read_head(actuals, err);
}

static jx_status open_next_sheet(jx_actuals *actuals, jx_error *err)
{
    const char *path = actuals->rest.rows[0];
    actuals->rest.rows++;
    actuals->rest.count--;
    return open_path(actuals, path, err);
}

jx_status jx_actuals_continue(jx_actuals *actuals, const char *path, jx_error *err)
{
    actuals->rest.count = 0;
    if (!jx_xlsx_is_named(path)) {
        return open_path(actuals, path, err);
    }
    const jx_status status =
        jx_xlsx_actuals_list(&actuals->book, actuals->arena, path, &actuals->rest, err);
    return status != JX_OK ? status : open_next_sheet(actuals, err);
}

jx_status jx_actuals_new(const jx_sheet *const *sheets,
                         size_t sheet_count,
                         jx_lang lang,
                         jx_actuals **ret,
                         jx_error *err)
{
    jx_actuals *actuals =
        make_actuals(JX_ENCODING_DETECT, (jx_sheets){.rows = sheets, .count = sheet_count});
    if (actuals == NULL) {
        return jx_fail_memory(err);
    }
    actuals->fault = JX_ERROR(lang);
    const jx_status status = jx_csv_new(&actuals->csv, err);
    if (status != JX_OK) {
        jx_actuals_close(actuals);
        return status;
    }
    *ret = actuals;
    return JX_OK;
}

jx_status jx_actuals_take_head(jx_actuals *actuals, const jx_part *part, jx_error *err)
{
    const jx_status status = forget_file(actuals, part->path, err);
    if (status != JX_OK) {
        return status;
    }
    jx_csv_take(actuals->csv, part);
    return read_head(actuals, err);
}

jx_status jx_actuals_take_part(jx_actuals *actuals,
                               const jx_part *part,
                               bool headless,
                               jx_error *err)
{
    bool more = false;
    const bool is_sheet = jx_sheet_path_cut(part->path, NULL).data != NULL;
    actuals->path = part->path;
    actuals->file = is_sheet ? actuals->file : part->path; // the head has told it
    actuals->is_pending = false;
    actuals->had_row = false;
    jx_csv_take(actuals->csv, part);
    return part->at.offset == 0 && !headless ? jx_actuals_take(actuals, &more, err) : JX_OK;
}

const jx_columns *jx_actuals_columns(const jx_actuals *actuals)
{
    return &actuals->columns;
}

static jx_status next_in_file(jx_actuals *actuals,
                              jx_observations *ret,
                              bool *ret_more,
                              jx_error *err)
{
    return actuals->columns.is_long ? jx_actuals_next_long(actuals, ret, ret_more, err)
                                    : jx_actuals_next_wide(actuals, ret, ret_more, err);
}

jx_status jx_actuals_next(jx_actuals *actuals, jx_observations *ret, bool *ret_more, jx_error *err)
{
    jx_status status = next_in_file(actuals, ret, ret_more, err);
    while (status == JX_OK && !*ret_more && actuals->rest.count != 0) {
        status = open_next_sheet(actuals, err);
        status = status != JX_OK ? status : next_in_file(actuals, ret, ret_more, err);
    }
    return status;
}

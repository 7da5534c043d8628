// SPDX-License-Identifier: MIT
#include "read/read_grid.h"

#include "base/folder.h"
#include "base/sheet_path.h"
#include "base/text.h"
#include "read/xlsx_package.h"

// In the order of messages.
static const jx_grid_reader *const readers[] = {&jx_grid_reader_csv, &jx_grid_reader_tsv,
                                                &jx_grid_reader_xlsx};

enum { READER_COUNT = sizeof readers / sizeof readers[0] };

static const jx_str LIMIT = JX_STR("67108864");
_Static_assert(JX_GRID_BYTES == 67108864, "the limit is written as text, too");

static const jx_grid_reader *find_reader(const char *path)
{
    for (size_t i = 0; i < READER_COUNT; i++) {
        if (jx_path_ends_in(jx_str_of(path), jx_str_of(readers[i]->ending))) {
            return readers[i];
        }
    }
    return jx_xlsx_is_named(path) ? &jx_grid_reader_xlsx : NULL; // which says what to do about it
}

static jx_status fail_ending(jx_arena *arena, const char *path, jx_error *err)
{
    const jx_place place = {.file = path};
    jx_text endings = jx_text_in(arena);
    for (size_t i = 0; i < READER_COUNT; i++) {
        jx_text_list(&endings, jx_str_of(readers[i]->ending), i, SIZE_MAX);
    }
    return jx_fail(err, &place, JX_MESSAGE_GRID_ENDING, jx_text_str(&endings));
}

static bool is_blank(const jx_str *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_trim(cells[i]).size != 0) {
            return false;
        }
    }
    return true;
}

bool jx_grid_add(jx_grid_builder *builder, const jx_str *cells, size_t count, uint32_t line)
{
    if (is_blank(cells, count)) {
        return true;
    }
    jx_grid_row *rows =
        jx_arena_room(builder->arena, builder->rows, builder->count, sizeof *builder->rows);
    jx_str *kept = rows == NULL ? NULL : jx_arena_array(builder->arena, count, sizeof *kept);
    if (kept == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        kept[i] = jx_arena_copy(builder->arena, cells[i]);
        if (kept[i].data == NULL) {
            return false;
        }
        builder->bytes += kept[i].size + sizeof *kept;
    }
    rows[builder->count++] = (jx_grid_row){kept, count, line};
    builder->rows = rows;
    return true;
}

jx_status jx_grid_read(
    jx_arena *arena, const char *path, jx_encoding encoding, jx_grid *ret, jx_error *err)
{
    jx_str file;
    const bool is_sheet = jx_sheet_path_cut(path, &file).data != NULL;
    const char *of_file = is_sheet ? jx_arena_copy(arena, file).data : path;
    if (of_file == NULL) {
        return jx_fail_memory(err);
    }
    const jx_grid_reader *reader = find_reader(of_file);
    if (reader == NULL) {
        return fail_ending(arena, of_file, err);
    }
    jx_grid_builder builder = {.arena = arena};
    const jx_status status = reader->read(path, encoding, &builder, err);
    if (status == JX_EDATA) { // a table is no actuals
        err->status = JX_ECONFIG;
        return JX_ECONFIG;
    }
    if (status != JX_OK) {
        return status;
    }
    const jx_place place = {.file = path};
    if (builder.bytes > JX_GRID_BYTES) {
        return jx_fail(err, &place, JX_MESSAGE_GRID_LARGE, LIMIT);
    }
    if (builder.count == 0) {
        return jx_fail(err, &place, JX_MESSAGE_GRID_EMPTY, JX_STR_NONE);
    }
    const char *where = builder.where == NULL ? path : builder.where;
    *ret = (jx_grid){of_file, where, builder.rows, builder.count};
    return JX_OK;
}

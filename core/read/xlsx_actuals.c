// SPDX-License-Identifier: MIT
#include "read/xlsx_actuals.h"

#include "base/sheet_path.h"
#include "base/text.h"
#include "read/xlsx_spool.h"

enum { SHEETS_LISTED = 10 };

void jx_xlsx_actuals_close(jx_xlsx_actuals *it)
{
    jx_xlsx_close(it->book);
    it->book = NULL;
}

// The path is one that the workbook keeps.
static jx_status open_book(jx_xlsx_actuals *it, const char *path, jx_error *err)
{
    if (it->book != NULL && strcmp(it->book->path, path) == 0) {
        return JX_OK;
    }
    jx_xlsx_actuals_close(it);
    return jx_xlsx_open(path, &it->book, err);
}

// A sheet that must not be lost: it has actuals and is hidden, or seems to have lost its head.
static jx_status check_sheet(const jx_xlsx_sheet *sheet,
                             jx_xlsx_what what,
                             const jx_place *place,
                             jx_error *err)
{
    if (what == JX_XLSX_NO_HEAD) {
        return JX_OK;
    }
    if (sheet->is_hidden) {
        return jx_fail(err, place, JX_MESSAGE_XLSX_HIDDEN, JX_STR_NONE);
    }
    return what == JX_XLSX_SUSPECT ? jx_fail(err, place, JX_MESSAGE_XLSX_NO_HEAD, JX_STR_NONE)
                                   : JX_OK;
}

static jx_status refuse_book(const jx_xlsx *book, jx_arena *arena, jx_error *err)
{
    const jx_place place = {.file = book->path};
    jx_text names = jx_text_in(arena);
    for (size_t i = 0; i < book->sheet_count; i++) {
        jx_text_list(&names, book->sheets[i].name, i, SHEETS_LISTED);
    }
    return jx_fail(err, &place, JX_MESSAGE_XLSX_NO_ACTUALS, jx_text_str(&names));
}

jx_status jx_xlsx_actuals_list(
    jx_xlsx_actuals *it, jx_arena *arena, const char *path, jx_paths *ret, jx_error *err)
{
    jx_status status = open_book(it, path, err);
    const jx_xlsx *book = it->book;
    jx_paths found = {.count = 0};
    if (status == JX_OK) {
        found.rows = jx_arena_array(arena, book->sheet_count, sizeof *found.rows);
        status = found.rows == NULL ? jx_fail_memory(err) : JX_OK;
    }
    for (size_t i = 0; status == JX_OK && found.rows != NULL && i < book->sheet_count; i++) {
        const jx_xlsx_sheet *sheet = &book->sheets[i];
        jx_xlsx_what what = JX_XLSX_NO_HEAD;
        jx_place place;
        status = jx_xlsx_sheet_look(book, sheet, it->sheets, &what, &place, err);
        status = status != JX_OK ? status : check_sheet(sheet, what, &place, err);
        if (status == JX_OK && what != JX_XLSX_NO_HEAD) {
            const jx_str kept = jx_arena_copy(arena, jx_str_of(sheet->path));
            status = kept.data == NULL ? jx_fail_memory(err) : JX_OK;
            found.rows[found.count++] = kept.data;
        }
    }
    if (status == JX_OK && found.count == 0) {
        return refuse_book(book, arena, err);
    }
    if (status == JX_OK) {
        *ret = found;
    }
    return status;
}

static const jx_xlsx_sheet *find_sheet(const jx_xlsx *book, jx_str name)
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        if (jx_str_equal(book->sheets[i].name, name)) {
            return &book->sheets[i];
        }
    }
    return NULL;
}

jx_status jx_xlsx_actuals_open(
    jx_xlsx_actuals *it, jx_arena *arena, const char *path, int *ret, jx_error *err)
{
    jx_str file;
    const jx_str name = jx_sheet_path_cut(path, &file);
    const jx_str kept = jx_arena_copy(arena, file);
    jx_status status = kept.data == NULL ? jx_fail_memory(err) : open_book(it, kept.data, err);
    if (status != JX_OK) {
        return status;
    }
    const jx_xlsx_sheet *sheet = find_sheet(it->book, name);
    if (sheet == NULL) { // the file was another one when its sheets were listed
        const jx_place place = {.file = it->book->path};
        return jx_fail(err, &place, JX_MESSAGE_XLSX_SHEET_LOST, name);
    }
    return jx_xlsx_spool(it->book, sheet, it->sheets, ret, err);
}

// SPDX-License-Identifier: MIT
// Tables as workbooks: the first visible sheet that has any text, or the one that is asked for.
#include "base/sheet_path.h"
#include "base/text.h"
#include "read/read_grid.h"
#include "read/xlsx_cells.h"
#include "read/xlsx_sheet.h"

enum { SHEETS_LISTED = 10 };

// What a cell has in place of text is shown as the program that saved it does.
static jx_str bare(jx_str cell)
{
    const bool is_marked =
        cell.size != 0 && (cell.data[0] == JX_XLSX_FAULTY || cell.data[0] == JX_XLSX_UNSTORED);
    return jx_str_from(cell, is_marked);
}

static jx_status check_cells(const jx_xlsx_sheet *sheet, const jx_xlsx_row *row, jx_error *err)
{
    for (size_t i = 0; i < row->count; i++) {
        const jx_str cell = row->cells[i];
        const jx_place place = {
            .file = sheet->path, .line = row->number, .column = (uint32_t)i + 1};
        if (cell.size != 0 && cell.data[0] == JX_XLSX_FAULTY) {
            return jx_fail(err, &place, JX_MESSAGE_XLSX_CELL_ERROR, bare(cell));
        }
        if (cell.size != 0 && cell.data[0] == JX_XLSX_UNSTORED) {
            return jx_fail(err, &place, JX_MESSAGE_XLSX_CELL_UNSTORED, bare(cell));
        }
    }
    return JX_OK;
}

static jx_status read_rows(const jx_xlsx *book,
                           const jx_xlsx_sheet *sheet,
                           jx_grid_builder *builder,
                           jx_error *err)
{
    jx_xlsx_rows *rows = NULL;
    bool more = true;
    jx_status status = jx_xlsx_rows_open(book, sheet, true, &rows, err);
    while (status == JX_OK && more && builder->bytes <= JX_GRID_BYTES) {
        jx_xlsx_row row;
        status = jx_xlsx_rows_next(rows, &row, &more, err);
        if (status != JX_OK || !more) {
            break;
        }
        status = check_cells(sheet, &row, err);
        if (status == JX_OK && !jx_grid_add(builder, row.cells, row.count, row.number)) {
            status = jx_fail_memory(err);
        }
    }
    jx_xlsx_rows_close(rows);
    return status;
}

static jx_status refuse_name(const jx_xlsx *book, jx_arena *arena, jx_str name, jx_error *err)
{
    const jx_place place = {.file = book->path};
    jx_text names = jx_text_in(arena);
    for (size_t i = 0; i < book->sheet_count; i++) {
        jx_text_list(&names, book->sheets[i].name, i, SHEETS_LISTED);
    }
    return jx_fail(err, &place, JX_MESSAGE_XLSX_SHEET_UNKNOWN, name, jx_text_str(&names));
}

// The sheet of that name; without one, each that is visible until one has text.
static jx_status read_book(const jx_xlsx *book,
                           jx_str name,
                           jx_grid_builder *builder,
                           jx_error *err)
{
    bool known = name.data == NULL;
    for (size_t i = 0; i < book->sheet_count && builder->count == 0; i++) {
        const jx_xlsx_sheet *sheet = &book->sheets[i];
        if (name.data == NULL ? sheet->is_hidden : !jx_str_equal(sheet->name, name)) {
            continue;
        }
        known = true;
        builder->where = jx_arena_copy(builder->arena, jx_str_of(sheet->path)).data;
        const jx_status status =
            builder->where == NULL ? jx_fail_memory(err) : read_rows(book, sheet, builder, err);
        if (status != JX_OK) {
            return status;
        }
    }
    return known ? JX_OK : refuse_name(book, builder->arena, name, err);
}

static jx_status read(const char *path,
                      jx_encoding encoding,
                      jx_grid_builder *builder,
                      jx_error *err)
{
    (void)encoding; // workbooks tell theirs
    jx_xlsx *book = NULL;
    jx_str file;
    const jx_str name = jx_sheet_path_cut(path, &file);
    const jx_str kept = jx_arena_copy(builder->arena, file);
    jx_status status =
        kept.data == NULL ? jx_fail_memory(err) : jx_xlsx_open(kept.data, &book, err);
    status = status != JX_OK || book == NULL ? status : read_book(book, name, builder, err);
    jx_xlsx_close(book);
    return status;
}

const jx_grid_reader jx_grid_reader_xlsx = {
    .ending = ".xlsx",
    .says = {"Excel、WPS、LibreOffice 的工作簿", "workbooks of Excel, WPS and LibreOffice"},
    .read = read,
};

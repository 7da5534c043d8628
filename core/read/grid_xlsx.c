// SPDX-License-Identifier: MIT
// Tables as workbooks: the first visible sheet that has any text.
#include "read/read_grid.h"
#include "read/xlsx_cells.h"
#include "read/xlsx_sheet.h"

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
    jx_status status = jx_xlsx_rows_open(book, sheet, &rows, err);
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

static jx_status read_book(const jx_xlsx *book, jx_grid_builder *builder, jx_error *err)
{
    for (size_t i = 0; i < book->sheet_count && builder->count == 0; i++) {
        const jx_xlsx_sheet *sheet = &book->sheets[i];
        const jx_status status = sheet->is_hidden ? JX_OK : read_rows(book, sheet, builder, err);
        if (status != JX_OK) {
            return status;
        }
        const jx_str path = builder->count == 0
                                ? JX_STR_NONE
                                : jx_arena_copy(builder->arena, jx_str_of(sheet->path));
        if (builder->count != 0 && path.data == NULL) {
            return jx_fail_memory(err);
        }
        builder->where = path.data;
    }
    return JX_OK;
}

static jx_status read(const char *path,
                      jx_encoding encoding,
                      jx_grid_builder *builder,
                      jx_error *err)
{
    (void)encoding; // workbooks tell theirs
    jx_xlsx *book = NULL;
    jx_status status = jx_xlsx_open(path, &book, err);
    status = status != JX_OK ? status : read_book(book, builder, err);
    jx_xlsx_close(book);
    return status;
}

const jx_grid_reader jx_grid_reader_xlsx = {
    .ending = ".xlsx",
    .says = {"Excel、WPS、LibreOffice 的工作簿", "workbooks of Excel, WPS and LibreOffice"},
    .read = read,
};

// SPDX-License-Identifier: MIT
#include "read/xlsx_sheet.h"

#include "read/xlsx_cells.h"
#include "read/xlsx_merges.h"
#include "read/xlsx_number.h"
#include "read/xlsx_xml.h"

struct jx_xlsx_rows {
    jx_arena *arena;
    jx_arena *texts; // of one row
    const jx_xlsx *book;
    const jx_xlsx_sheet *sheet;
    jx_xml *xml;
    jx_xlsx_merges merges;
    jx_str *cells;
    size_t room;
    size_t count;
    uint32_t number;     // of the row
    uint64_t cell_count; // so far
};

static jx_status refuse(const jx_xlsx_rows *it, jx_message message, jx_str found, jx_error *err)
{
    const jx_place place = {.file = it->sheet->path, .line = it->number};
    return jx_fail(err, &place, message, found);
}

// ---------------------------------------------------------------------------------------------- cells

static bool make_room(jx_xlsx_rows *it, size_t count)
{
    size_t room = it->room == 0 ? 64 : it->room;
    while (room < count) {
        room *= 2;
    }
    jx_str *cells = room == it->room ? it->cells
                                     : jx_arena_grow(it->arena, it->cells, it->room * sizeof *cells,
                                                     room * sizeof *cells);
    if (cells == NULL) {
        return false;
    }
    it->cells = cells;
    it->room = room;
    return true;
}

static bool put(jx_xlsx_rows *it, uint32_t column, jx_str text)
{
    if (!make_room(it, column)) {
        return false;
    }
    while (it->count + 1 < column) {
        it->cells[it->count++] = (jx_str)JX_STR("");
    }
    it->cells[it->count++] = text;
    return true;
}

// The column of the cell that begins: as it says, or the next one where it says nothing.
static jx_status find_column(jx_xlsx_rows *it, uint32_t *ret, jx_error *err)
{
    uint32_t row = it->number;
    const jx_str reference = jx_xml_attribute(it->xml, "r");
    if (reference.data == NULL) {
        *ret = (uint32_t)it->count + 1;
    } else if (!jx_xlsx_read_reference(reference, ret, &row) || row != it->number) {
        return refuse(it, JX_MESSAGE_XLSX_REFERENCE, reference, err);
    }
    return *ret > it->count && *ret <= JX_XLSX_COLUMNS
               ? JX_OK
               : refuse(it, JX_MESSAGE_XLSX_REFERENCE, reference, err);
}

static jx_status read_child(jx_xlsx_rows *it, jx_xlsx_raw *raw, jx_error *err)
{
    jx_text text = jx_text_in(it->texts);
    const bool is_value = jx_xml_is(it->xml, "v") || jx_xml_is(it->xml, "is");
    const bool is_formula = jx_xml_is(it->xml, "f");
    const jx_status status = jx_xlsx_text_read(it->xml, &text, err);
    if (is_value) {
        raw->has_value = true;
        raw->value = jx_text_str(&text);
    } else if (is_formula) {
        raw->has_formula = true;
        raw->formula = jx_text_str(&text);
    }
    return status;
}

static jx_status read_children(jx_xlsx_rows *it, jx_xlsx_raw *raw, jx_error *err)
{
    for (;;) {
        jx_xml_event event = JX_XML_OVER;
        jx_status status = jx_xml_next(it->xml, &event, err);
        if (status == JX_OK && event == JX_XML_BEGIN) {
            status = read_child(it, raw, err);
        }
        if (status != JX_OK || event == JX_XML_END || event == JX_XML_OVER) {
            return status;
        }
    }
}

static jx_status read_cell(jx_xlsx_rows *it, jx_error *err)
{
    uint32_t column = 0;
    jx_status status = find_column(it, &column, err);
    if (status != JX_OK) {
        return status;
    }
    const jx_str style = jx_xml_attribute(it->xml, "s");
    const jx_place place = {.file = it->sheet->path, .line = it->number, .column = column};
    jx_xlsx_raw raw = {.type = jx_arena_copy(it->texts, jx_xml_attribute(it->xml, "t"))};
    jx_text text = jx_text_in(it->texts);
    if (style.data != NULL && !jx_xlsx_read_count(style, &raw.style)) {
        return jx_fail(err, &place, JX_MESSAGE_XLSX_CELL_STYLE, style);
    }
    status = raw.type.data == NULL ? jx_fail_memory(err) : read_children(it, &raw, err);
    status = status != JX_OK ? status : jx_xlsx_cell_write(it->book, &raw, &place, &text, err);
    if (status == JX_OK && (text.failed || !put(it, column, jx_text_str(&text)))) {
        return jx_fail_memory(err);
    }
    return status;
}

// ----------------------------------------------------------------------------------------------- rows

static jx_status begin_row(jx_xlsx_rows *it, jx_error *err)
{
    uint32_t number = it->number + 1;
    const jx_str said = jx_xml_attribute(it->xml, "r");
    const bool is_count = said.data == NULL || jx_xlsx_read_count(said, &number);
    if (!is_count || number <= it->number || number > JX_XLSX_ROWS) {
        return refuse(it, JX_MESSAGE_XLSX_ROW, said, err);
    }
    it->number = number;
    it->count = 0;
    jx_arena_reset(it->texts);
    return JX_OK;
}

static bool is_true(jx_str text)
{
    return jx_str_is(text, "1") || jx_str_is(text, "true");
}

static jx_status read_row(jx_xlsx_rows *it, jx_xlsx_row *ret, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    const bool is_hidden = is_true(jx_xml_attribute(it->xml, "hidden"));
    jx_status status = begin_row(it, err);
    while (status == JX_OK) {
        jx_xml_event event = JX_XML_OVER;
        status = jx_xml_next(it->xml, &event, err);
        if (status == JX_OK && event == JX_XML_BEGIN && jx_xml_depth(it->xml) == 3 &&
            jx_xml_is(it->xml, "c")) {
            status = read_cell(it, err);
        } else if (event == JX_XML_OVER || (event == JX_XML_END && jx_xml_depth(it->xml) == 2)) {
            break;
        }
    }
    it->cell_count += it->count;
    if (status == JX_OK && it->cell_count > JX_XLSX_CELLS) {
        return refuse(it, JX_MESSAGE_XLSX_CELLS, jx_str_number(JX_XLSX_CELLS, most), err);
    }
    if (!jx_xlsx_merges_clear(&it->merges, it->number, it->cells, it->count)) {
        return refuse(it, JX_MESSAGE_XLSX_OVERLAP, JX_STR_NONE, err);
    }
    while (it->count != 0 && jx_str_trim(it->cells[it->count - 1]).size == 0) {
        it->count--;
    }
    *ret = (jx_xlsx_row){it->cells, it->count, it->number, is_hidden};
    return status;
}

jx_status jx_xlsx_rows_next(jx_xlsx_rows *rows, jx_xlsx_row *ret, bool *ret_more, jx_error *err)
{
    *ret_more = false;
    for (;;) {
        jx_xml_event event = JX_XML_OVER;
        jx_status status = jx_xml_next(rows->xml, &event, err);
        if (status == JX_OK && event == JX_XML_BEGIN && jx_xml_depth(rows->xml) == 2 &&
            jx_xml_is(rows->xml, "row")) {
            status = read_row(rows, ret, err);
            *ret_more = status == JX_OK && ret->count != 0;
        }
        if (status != JX_OK || *ret_more || event == JX_XML_OVER) {
            return status;
        }
    }
}

bool jx_xlsx_rows_cover(const jx_xlsx_rows *rows, size_t column)
{
    return jx_xlsx_merges_cover(&rows->merges, rows->number, (uint32_t)column + 1);
}

static jx_status open_rows(jx_xlsx_rows *it, bool merged, jx_error *err)
{
    const jx_place place = {.file = it->sheet->path};
    jx_status status =
        merged ? jx_xlsx_merges_read(it->arena, it->book, it->sheet, &it->merges, err) : JX_OK;
    if (status == JX_OK) {
        status = jx_xml_open(it->book->package, it->sheet->part, &it->xml, err);
    }
    return status != JX_OK || it->xml != NULL
               ? status
               : jx_fail(err, &place, JX_MESSAGE_XLSX_SHEET_LOST, it->sheet->name);
}

jx_status jx_xlsx_rows_open(
    const jx_xlsx *book, const jx_xlsx_sheet *sheet, bool merged, jx_xlsx_rows **ret, jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    jx_xlsx_rows *it = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *it);
    if (it == NULL) {
        jx_arena_free(arena);
        return jx_fail_memory(err);
    }
    *it = (jx_xlsx_rows){.arena = arena, .texts = jx_arena_new(), .book = book, .sheet = sheet};
    const jx_status status = it->texts == NULL ? jx_fail_memory(err) : open_rows(it, merged, err);
    if (status != JX_OK) {
        jx_xlsx_rows_close(it);
        return status;
    }
    *ret = it;
    return JX_OK;
}

void jx_xlsx_rows_close(jx_xlsx_rows *rows)
{
    if (rows != NULL) {
        jx_xml_close(rows->xml);
        jx_arena_free(rows->texts);
        jx_arena_free(rows->arena);
    }
}

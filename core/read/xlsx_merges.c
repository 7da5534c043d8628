// SPDX-License-Identifier: MIT
#include "read/xlsx_merges.h"

#include "read/xlsx_number.h"
#include "read/xlsx_sheet.h"
#include "read/xlsx_xml.h"

#include <stdlib.h>

bool jx_xlsx_read_reference(jx_str text, uint32_t *ret_column, uint32_t *ret_row)
{
    enum { LETTERS = 26 };
    uint32_t column = 0;
    size_t at = 0;
    for (; at < text.size && text.data[at] >= 'A' && text.data[at] <= 'Z'; at++) {
        column = column * LETTERS + (uint32_t)(text.data[at] - 'A') + 1;
        if (column > JX_XLSX_COLUMNS) {
            return false;
        }
    }
    *ret_column = column;
    return at != 0 && jx_xlsx_read_count(jx_str_from(text, at), ret_row) && *ret_row != 0 &&
           *ret_row <= JX_XLSX_ROWS;
}

// D7:E9; D7 alone is an area, too.
static bool read_area(jx_str text, jx_xlsx_area *ret)
{
    jx_str rest = text;
    const jx_str first = jx_str_next(&rest, ':');
    return jx_xlsx_read_reference(first, &ret->left, &ret->top) &&
           jx_xlsx_read_reference(rest.data == NULL ? first : rest, &ret->right, &ret->bottom) &&
           ret->left <= ret->right && ret->top <= ret->bottom;
}

static int compare(const void *a, const void *b)
{
    const jx_xlsx_area *first = a;
    const jx_xlsx_area *second = b;
    return first->top < second->top ? -1 : first->top > second->top;
}

static jx_status add_area(jx_arena *arena, jx_xml *xml, jx_xlsx_merges *ret, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    jx_xlsx_area area = {.top = 0};
    const jx_str text = jx_xml_attribute(xml, "ref");
    if (!read_area(text, &area)) {
        return jx_xml_refuse(xml, err, JX_MESSAGE_XLSX_AREA, text);
    }
    if (ret->count == JX_XLSX_MERGES) {
        return jx_xml_refuse(xml, err, JX_MESSAGE_XLSX_MERGES, jx_str_number(JX_XLSX_MERGES, most));
    }
    jx_xlsx_area *rows = jx_arena_room(arena, ret->rows, ret->count, sizeof *rows);
    if (rows == NULL) {
        return jx_fail_memory(err);
    }
    rows[ret->count++] = area;
    ret->rows = rows;
    return JX_OK;
}

jx_status jx_xlsx_merges_read(jx_arena *arena,
                              const jx_xlsx *book,
                              const jx_xlsx_sheet *sheet,
                              jx_xlsx_merges *ret,
                              jx_error *err)
{
    jx_xml *xml = NULL;
    jx_xml_event event = JX_XML_BEGIN;
    jx_status status = jx_xml_open(book->package, sheet->part, &xml, err);
    *ret = (jx_xlsx_merges){.count = 0};
    while (status == JX_OK && xml != NULL && event != JX_XML_OVER) {
        status = jx_xml_next(xml, &event, err);
        if (status == JX_OK && event == JX_XML_BEGIN && jx_xml_depth(xml) == 2 &&
            jx_xml_is(xml, "mergeCell")) {
            status = add_area(arena, xml, ret, err);
        }
    }
    jx_xml_close(xml);
    if (status == JX_OK && ret->count > 1) {
        qsort(ret->rows, ret->count, sizeof *ret->rows, compare);
    }
    return status;
}

// Areas that ended above the row are moved out of the way, so that one is looked at only as often as it has rows.
static void leave_ended(jx_xlsx_merges *merges, uint32_t row)
{
    for (size_t i = merges->first; i < merges->next; i++) {
        if (merges->rows[i].bottom < row) {
            merges->rows[i] = merges->rows[merges->first++];
        }
    }
}

bool jx_xlsx_merges_clear(jx_xlsx_merges *merges, uint32_t row, jx_str *cells, size_t count)
{
    while (merges->next < merges->count && merges->rows[merges->next].top <= row) {
        merges->next++;
    }
    leave_ended(merges, row);
    merges->work += merges->next - merges->first;
    for (size_t i = merges->first; i < merges->next && merges->work <= JX_XLSX_MERGE_WORK; i++) {
        const jx_xlsx_area *area = &merges->rows[i];
        merges->work += count < area->right ? count : area->right - area->left;
        const uint32_t kept = area->top == row ? 1 : 0; // the first cell of the area
        for (size_t k = area->left - 1 + kept; k < area->right && k < count; k++) {
            cells[k] = (jx_str)JX_STR("");
        }
    }
    return merges->work <= JX_XLSX_MERGE_WORK;
}

bool jx_xlsx_merges_cover(const jx_xlsx_merges *merges, uint32_t row, uint32_t column)
{
    for (size_t i = merges->first; i < merges->next; i++) {
        const jx_xlsx_area *area = &merges->rows[i];
        if (column >= area->left && column <= area->right && row <= area->bottom) {
            return row != area->top || column != area->left;
        }
    }
    return false;
}

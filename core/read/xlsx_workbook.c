// SPDX-License-Identifier: MIT
#include "read/xlsx_workbook.h"

#include "base/sheet_path.h"
#include "read/xlsx_relations.h"
#include "read/xlsx_xml.h"

struct reading {
    jx_xlsx *book;
    jx_xlsx_relations relations; // of the workbook's part
    jx_xlsx_sheet *sheets;
    jx_error *err;
};

static jx_status refuse(const struct reading *it, jx_message message, jx_str found)
{
    const jx_place place = {.file = it->book->path};
    return jx_fail(it->err, &place, message, found);
}

// A chart's sheet and the like have no cells.
static bool has_cells(jx_str type)
{
    return jx_str_ends(type, (jx_str)JX_STR("/worksheet"));
}

static jx_status add_sheet(struct reading *it, jx_xml *xml)
{
    jx_xlsx *book = it->book;
    char most[JX_NUMBER_TEXT];
    const jx_str id = jx_arena_copy(book->arena, jx_xml_attribute(xml, "id"));
    const jx_str name = jx_arena_copy(book->arena, jx_xml_attribute(xml, "name"));
    const jx_str state = jx_xml_attribute(xml, "state");
    const bool is_hidden = state.size != 0 && !jx_str_is(state, "visible");
    if (id.data == NULL || name.data == NULL) {
        return jx_fail_memory(it->err);
    }
    const jx_xlsx_relation *relation = jx_xlsx_relations_find(&it->relations, id);
    if (name.size == 0 || relation == NULL) {
        return refuse(it, JX_MESSAGE_XLSX_SHEET_LOST, name);
    }
    if (!has_cells(relation->type)) {
        return JX_OK;
    }
    if (book->sheet_count == JX_XLSX_SHEETS) {
        return refuse(it, JX_MESSAGE_XLSX_SHEETS, jx_str_number(JX_XLSX_SHEETS, most));
    }
    const char *path = jx_sheet_path_join(book->arena, jx_str_of(book->path), name).data;
    jx_xlsx_sheet *sheets =
        path == NULL ? NULL
                     : jx_arena_room(book->arena, it->sheets, book->sheet_count, sizeof *sheets);
    if (sheets == NULL) {
        return jx_fail_memory(it->err);
    }
    sheets[book->sheet_count++] = (jx_xlsx_sheet){name, relation->part, path, is_hidden};
    book->sheets = it->sheets = sheets;
    return JX_OK;
}

static bool is_true(jx_str text)
{
    return jx_str_is(text, "1") || jx_str_is(text, "true");
}

static jx_status read_sheets(struct reading *it, jx_xml *xml)
{
    for (;;) {
        jx_xml_event event = JX_XML_OVER;
        jx_status status = jx_xml_next(xml, &event, it->err);
        if (status == JX_OK && event == JX_XML_BEGIN && jx_xml_depth(xml) == 2 &&
            jx_xml_is(xml, "sheet")) {
            status = add_sheet(it, xml);
        } else if (status == JX_OK && event == JX_XML_BEGIN && jx_xml_is(xml, "workbookPr")) {
            it->book->from_1904 = is_true(jx_xml_attribute(xml, "date1904"));
        }
        if (status != JX_OK || event == JX_XML_OVER) {
            return status;
        }
    }
}

// The workbook's own part, by what the package says.
static jx_status find_main(struct reading *it, jx_str *ret)
{
    jx_xlsx_relations relations = {.count = 0};
    const jx_status status = jx_xlsx_relations_read(it->book->arena, it->book->package,
                                                    (jx_str)JX_STR(""), &relations, it->err);
    if (status != JX_OK) {
        return status;
    }
    const jx_xlsx_relation *main =
        jx_xlsx_relations_of_type(&relations, (jx_str)JX_STR("/officeDocument"));
    if (main == NULL || !jx_xlsx_package_has(it->book->package, main->part)) {
        return refuse(it, JX_MESSAGE_XLSX_OTHER, JX_STR_NONE);
    }
    *ret = main->part;
    return JX_OK;
}

static jx_status read_main(struct reading *it, jx_str part)
{
    jx_xml *xml = NULL;
    jx_status status =
        jx_xlsx_relations_read(it->book->arena, it->book->package, part, &it->relations, it->err);
    status = status != JX_OK ? status : jx_xml_open(it->book->package, part, &xml, it->err);
    if (status == JX_OK && xml != NULL) {
        status = read_sheets(it, xml);
    }
    jx_xml_close(xml);
    if (status == JX_OK && it->book->sheet_count == 0) {
        return refuse(it, JX_MESSAGE_XLSX_NO_SHEET, JX_STR_NONE);
    }
    return status;
}

static jx_status read_shared(struct reading *it)
{
    jx_xlsx *book = it->book;
    jx_status status = JX_OK;
    const jx_xlsx_relation *strings =
        jx_xlsx_relations_of_type(&it->relations, (jx_str)JX_STR("/sharedStrings"));
    const jx_xlsx_relation *styles =
        jx_xlsx_relations_of_type(&it->relations, (jx_str)JX_STR("/styles"));
    if (strings != NULL) {
        status = jx_xlsx_strings_read(book->arena, book->package, strings->part, &book->strings,
                                      it->err);
    }
    return status != JX_OK || styles == NULL
               ? status
               : jx_xlsx_styles_read(book->arena, book->package, styles->part, &book->styles,
                                     it->err);
}

static jx_status read_book(jx_xlsx *book, jx_error *err)
{
    struct reading it = {.book = book, .err = err};
    jx_str main = JX_STR_NONE;
    jx_status status = find_main(&it, &main);
    status = status != JX_OK ? status : read_main(&it, main);
    return status != JX_OK ? status : read_shared(&it);
}

jx_status jx_xlsx_open(const char *path, jx_xlsx **ret, jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    jx_xlsx *book = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *book);
    if (book == NULL) {
        jx_arena_free(arena);
        return jx_fail_memory(err);
    }
    *book = (jx_xlsx){.arena = arena, .path = jx_arena_copy(arena, jx_str_of(path)).data};
    jx_status status = book->path == NULL ? jx_fail_memory(err)
                                          : jx_xlsx_package_open(book->path, &book->package, err);
    status = status != JX_OK ? status : read_book(book, err);
    if (status != JX_OK) {
        jx_xlsx_close(book);
        return status;
    }
    *ret = book;
    return JX_OK;
}

void jx_xlsx_close(jx_xlsx *book)
{
    if (book != NULL) {
        jx_xlsx_package_close(book->package);
        jx_arena_free(book->arena);
    }
}

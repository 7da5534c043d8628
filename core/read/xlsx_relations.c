// SPDX-License-Identifier: MIT
#include "read/xlsx_relations.h"

#include "base/folder.h"
#include "base/text.h"
#include "read/xlsx_xml.h"

struct relations {
    jx_arena *arena;
    jx_str folder; // of the part that speaks, with its slash
    jx_xlsx_relation *rows;
    size_t count;
};

// _rels/NAME.rels beside the part.
static jx_str name_relations(jx_arena *arena, jx_str part)
{
    jx_text name = jx_text_in(arena);
    jx_text_add(&name, jx_path_folder(part));
    jx_text_put(&name, "_rels/");
    jx_text_add(&name, jx_path_name(part));
    jx_text_put(&name, ".rels");
    return jx_text_end(&name);
}

// The name of a part by what is said in a folder: /xl/a.xml, a.xml, ../xl/a.xml.
static jx_str resolve(jx_arena *arena, jx_str folder, jx_str target)
{
    const bool is_whole = target.size != 0 && target.data[0] == '/';
    jx_text name = jx_text_in(arena);
    jx_text_add(&name, is_whole ? (jx_str)JX_STR("") : folder);
    for (jx_str rest = jx_str_from(target, is_whole); rest.data != NULL;) {
        const jx_str step = jx_str_next(&rest, '/');
        const jx_str so_far = jx_text_str(&name);
        if (jx_str_is(step, "..") && so_far.size != 0) {
            name.size = jx_path_folder(jx_str_first(so_far, so_far.size - 1)).size;
        } else if (!jx_str_is(step, ".") && !jx_str_is(step, "..")) {
            jx_text_add(&name, step);
            jx_text_put(&name, rest.data == NULL ? "" : "/");
        }
    }
    return jx_text_end(&name);
}

static jx_status add_relation(struct relations *it, jx_xml *xml, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    if (jx_str_is(jx_xml_attribute(xml, "TargetMode"), "External")) {
        return JX_OK;
    }
    if (it->count == JX_XLSX_PARTS) {
        return jx_xml_refuse(xml, err, JX_MESSAGE_XLSX_RELATIONS,
                             jx_str_number(JX_XLSX_PARTS, most));
    }
    const jx_xlsx_relation row = {
        .id = jx_arena_copy(it->arena, jx_xml_attribute(xml, "Id")),
        .type = jx_arena_copy(it->arena, jx_xml_attribute(xml, "Type")),
        .part = resolve(it->arena, it->folder, jx_xml_attribute(xml, "Target")),
    };
    jx_xlsx_relation *rows = jx_arena_room(it->arena, it->rows, it->count, sizeof *rows);
    if (row.id.data == NULL || row.type.data == NULL || row.part.data == NULL || rows == NULL) {
        return jx_fail_memory(err);
    }
    rows[it->count++] = row;
    it->rows = rows;
    return JX_OK;
}

static jx_status read_relations(struct relations *it, jx_xml *xml, jx_error *err)
{
    for (;;) {
        jx_xml_event event = JX_XML_OVER;
        jx_status status = jx_xml_next(xml, &event, err);
        if (status == JX_OK && event == JX_XML_BEGIN && jx_xml_is(xml, "Relationship")) {
            status = add_relation(it, xml, err);
        }
        if (status != JX_OK || event == JX_XML_OVER) {
            return status;
        }
    }
}

jx_status jx_xlsx_relations_read(
    jx_arena *arena, jx_xlsx_package *package, jx_str part, jx_xlsx_relations *ret, jx_error *err)
{
    jx_xml *xml = NULL;
    struct relations it = {.arena = arena, .folder = jx_path_folder(part)};
    const jx_str name = name_relations(arena, part);
    jx_status status =
        name.data == NULL ? jx_fail_memory(err) : jx_xml_open(package, name, &xml, err);
    if (status == JX_OK && xml != NULL) {
        status = read_relations(&it, xml, err);
    }
    jx_xml_close(xml);
    if (status == JX_OK) {
        *ret = (jx_xlsx_relations){it.rows, it.count};
    }
    return status;
}

const jx_xlsx_relation *jx_xlsx_relations_find(const jx_xlsx_relations *relations, jx_str id)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (jx_str_equal(relations->rows[i].id, id)) {
            return &relations->rows[i];
        }
    }
    return NULL;
}

const jx_xlsx_relation *jx_xlsx_relations_of_type(const jx_xlsx_relations *relations, jx_str ending)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (jx_str_ends(relations->rows[i].type, ending)) {
            return &relations->rows[i];
        }
    }
    return NULL;
}

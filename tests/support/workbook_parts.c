// SPDX-License-Identifier: MIT
#include "support/workbook_parts.h"

#include "support/jx_test.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { PARTS = 64, PATH = 64, ASKED = 512 };

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

typedef struct part {
    const char *name;
    xmlDocPtr document;
} part;

struct jx_parts {
    jx_arena *arena;
    part rows[PARTS];
    size_t count;
};

static bool is_xml(const char *name)
{
    const size_t size = strlen(name);
    return (size > 4 && strcmp(name + size - 4, ".xml") == 0) ||
           (size > 5 && strcmp(name + size - 5, ".rels") == 0);
}

static void take_part(jx_parts *parts, zip_t *zip, zip_uint64_t index)
{
    zip_stat_t about;
    assert_int_equal(zip_stat_index(zip, index, 0, &about), 0);
    char *bytes = jx_arena_alloc(parts->arena, about.size + 1);
    zip_file_t *file = zip_fopen_index(zip, index, 0);
    assert_non_null(bytes);
    assert_non_null(file);
    assert_int_equal(zip_fread(file, bytes, about.size), about.size);
    assert_int_equal(zip_fclose(file), 0);
    assert_in_range(parts->count, 0, PARTS - 1);
    part *row = &parts->rows[parts->count++];
    row->name = jx_arena_copy(parts->arena, jx_str_of(about.name)).data;
    if (is_xml(about.name)) {
        row->document = xmlReadMemory(bytes, (int)about.size, about.name, NULL,
                                      XML_PARSE_NONET | XML_PARSE_HUGE);
        if (row->document == NULL) {
            fail_msg("%s is not well-formed", about.name);
        }
    }
}

jx_parts *jx_parts_open(jx_arena *arena, jx_str bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    jx_parts *parts = jx_arena_alloc(arena, sizeof *parts);
    assert_non_null(parts);
    *parts = (jx_parts){.arena = arena};
    zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
    assert_non_null(source);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    assert_non_null(zip);
    const zip_int64_t count = zip_get_num_entries(zip, 0);
    for (zip_int64_t i = 0; i < count; i++) {
        take_part(parts, zip, (zip_uint64_t)i);
    }
    zip_discard(zip);
    return parts;
}

void jx_parts_close(jx_parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        xmlFreeDoc(parts->rows[i].document);
    }
}

const char *jx_parts_ask(const jx_parts *parts, const char *name, const char *xpath)
{
    size_t at = 0;
    while (at < parts->count && strcmp(parts->rows[at].name, name) != 0) {
        at++;
    }
    if (at == parts->count) {
        fail_msg("there is no part %s", name);
    }
    xmlXPathContextPtr context = xmlXPathNewContext(parts->rows[at].document);
    assert_non_null(context);
    xmlXPathRegisterNs(context, (const xmlChar *)"x", (const xmlChar *)MAIN);
    xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)xpath, context);
    if (found == NULL) {
        fail_msg("%s is no XPath", xpath);
    }
    xmlChar *text = xmlXPathCastToString(found);
    const jx_str kept = jx_arena_copy(parts->arena, jx_str_of((const char *)text));
    xmlFree(text);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return kept.data;
}

static const char *ask_cell(const jx_parts *parts, size_t sheet, const char *name, const char *what)
{
    char part_name[PATH];
    char asked[ASKED];
    snprintf(part_name, sizeof part_name, "xl/worksheets/sheet%zu.xml", sheet);
    snprintf(asked, sizeof asked, "//x:sheetData/x:row/x:c[@r='%s']/%s", name, what);
    return jx_parts_ask(parts, part_name, asked);
}

const char *jx_parts_cell(const jx_parts *parts, size_t sheet, const char *name)
{
    char asked[ASKED];
    const char *type = ask_cell(parts, sheet, name, "@t");
    if (strcmp(type, "inlineStr") == 0) {
        return ask_cell(parts, sheet, name, "x:is/x:t");
    }
    const char *value = ask_cell(parts, sheet, name, "x:v");
    if (strcmp(type, "s") != 0) {
        return value;
    }
    snprintf(asked, sizeof asked, "//x:si[%d]/x:t", atoi(value) + 1);
    return jx_parts_ask(parts, "xl/sharedStrings.xml", asked);
}

const char *jx_parts_formula(const jx_parts *parts, size_t sheet, const char *name)
{
    return ask_cell(parts, sheet, name, "x:f");
}

const char *jx_parts_look(const jx_parts *parts, size_t sheet, const char *name, const char *xpath)
{
    char asked[ASKED];
    const int style = atoi(ask_cell(parts, sheet, name, "@s"));
    snprintf(asked, sizeof asked, "//x:cellXfs/x:xf[%d]/%s", style + 1, xpath);
    return jx_parts_ask(parts, "xl/styles.xml", asked);
}

const char *jx_parts_number_format(const jx_parts *parts, size_t sheet, const char *name)
{
    char asked[ASKED];
    const int number = atoi(jx_parts_look(parts, sheet, name, "@numFmtId"));
    snprintf(asked, sizeof asked, "//x:numFmt[@numFmtId='%d']/@formatCode", number);
    return number == 49 ? "@" : jx_parts_ask(parts, "xl/styles.xml", asked); // the one of texts
}

// SPDX-License-Identifier: MIT
#include "read/xlsx_styles.h"

#include "read/xlsx_number.h"
#include "read/xlsx_xml.h"

struct own_format {
    uint32_t number;
    jx_xlsx_format format;
};

struct styles {
    jx_arena *arena;
    struct own_format *formats;
    size_t format_count;
    jx_xlsx_format *rows;
    size_t count;
    bool in_cells; // within the list that cells count in
};

static bool add_format(struct styles *it, jx_xml *xml)
{
    uint32_t number = 0;
    const bool numbered = jx_xlsx_read_count(jx_xml_attribute(xml, "numFmtId"), &number);
    const jx_xlsx_format format = jx_xlsx_format_read(jx_xml_attribute(xml, "formatCode"));
    struct own_format *formats =
        jx_arena_room(it->arena, it->formats, it->format_count, sizeof *it->formats);
    if (formats == NULL) {
        return false;
    }
    it->formats = formats;
    if (numbered) {
        formats[it->format_count++] = (struct own_format){number, format};
    }
    return true;
}

static jx_xlsx_format find_format(const struct styles *it, uint32_t number)
{
    for (size_t i = it->format_count; i > 0; i--) {
        if (it->formats[i - 1].number == number) {
            return it->formats[i - 1].format;
        }
    }
    return jx_xlsx_format_known(number);
}

static bool add_style(struct styles *it, jx_xml *xml)
{
    uint32_t number = 0;
    jx_xlsx_format *rows = jx_arena_room(it->arena, it->rows, it->count, sizeof *it->rows);
    if (rows == NULL) {
        return false;
    }
    const bool numbered = jx_xlsx_read_count(jx_xml_attribute(xml, "numFmtId"), &number);
    rows[it->count++] =
        numbered ? find_format(it, number) : (jx_xlsx_format){JX_XLSX_NUMBER, false};
    it->rows = rows;
    return true;
}

static jx_status begin(struct styles *it, jx_xml *xml, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    bool kept = true;
    if (jx_xml_is(xml, "numFmt") && jx_xml_depth(xml) == 2) {
        kept = add_format(it, xml);
    } else if (jx_xml_is(xml, "cellXfs")) {
        it->in_cells = true;
    } else if (it->in_cells && jx_xml_is(xml, "xf")) {
        kept = add_style(it, xml);
    }
    if (it->count > JX_XLSX_STYLES || it->format_count > JX_XLSX_STYLES) {
        return jx_xml_refuse(xml, err, JX_MESSAGE_XLSX_STYLES, jx_str_number(JX_XLSX_STYLES, most));
    }
    return kept ? JX_OK : jx_fail_memory(err);
}

static jx_status read_styles(struct styles *it, jx_xml *xml, jx_error *err)
{
    for (;;) {
        jx_xml_event event = JX_XML_OVER;
        jx_status status = jx_xml_next(xml, &event, err);
        if (status == JX_OK && event == JX_XML_BEGIN) {
            status = begin(it, xml, err);
        } else if (status == JX_OK && event == JX_XML_END && jx_xml_is(xml, "cellXfs")) {
            it->in_cells = false;
        }
        if (status != JX_OK || event == JX_XML_OVER) {
            return status;
        }
    }
}

jx_status jx_xlsx_styles_read(
    jx_arena *arena, jx_xlsx_package *package, jx_str name, jx_xlsx_styles *ret, jx_error *err)
{
    jx_xml *xml = NULL;
    struct styles it = {.arena = arena};
    jx_status status = jx_xml_open(package, name, &xml, err);
    if (status != JX_OK || xml == NULL) {
        return status;
    }
    status = read_styles(&it, xml, err);
    jx_xml_close(xml);
    if (status == JX_OK) {
        *ret = (jx_xlsx_styles){it.rows, it.count};
    }
    return status;
}

// SPDX-License-Identifier: MIT
#include "read/xlsx_xml.h"

#include "base/arena.h"

#include <libxml/xmlreader.h>

struct jx_xml {
    jx_arena *arena;
    jx_xlsx_part *part;
    xmlTextReaderPtr reader;
    bool is_empty; // the element that began is empty: its end comes next
    bool out_of_memory;
};

static int read_part(void *context, char *to, int most)
{
    return jx_xlsx_part_read(context, to, most);
}

static int keep_part(void *context)
{
    (void)context;
    return 0;
}

// What libxml2 has to say is told by what it returns; only memory is not.
static void take_fault(void *context, xmlErrorPtr fault)
{
    jx_xml *xml = context;
    xml->out_of_memory |= fault != NULL && fault->code == XML_ERR_NO_MEMORY;
}

static jx_xml *make_xml(jx_xlsx_part *part)
{
    jx_arena *arena = jx_arena_new();
    jx_xml *xml = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *xml);
    if (xml == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    *xml = (jx_xml){.arena = arena, .part = part};
    xml->reader = xmlReaderForIO(read_part, keep_part, part, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                     XML_PARSE_COMPACT);
    if (xml->reader == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    xmlTextReaderSetStructuredErrorHandler(xml->reader, take_fault, xml);
    return xml;
}

jx_status jx_xml_open(jx_xlsx_package *package, jx_str name, jx_xml **ret, jx_error *err)
{
    jx_xlsx_part *part = NULL;
    *ret = NULL;
    const jx_status status = jx_xlsx_part_open(package, name, &part, err);
    if (status != JX_OK || part == NULL) {
        return status;
    }
    *ret = make_xml(part);
    if (*ret == NULL) {
        const jx_status fault = jx_xlsx_part_fault(part, err); // it is read while it is opened
        jx_xlsx_part_close(part);
        return fault != JX_OK ? fault : jx_fail_memory(err);
    }
    return JX_OK;
}

void jx_xml_close(jx_xml *xml)
{
    if (xml != NULL) {
        xmlFreeTextReader(xml->reader);
        jx_xlsx_part_close(xml->part);
        jx_arena_free(xml->arena);
    }
}

jx_str jx_xml_name(const jx_xml *xml)
{
    return jx_xlsx_part_name(xml->part);
}

jx_status jx_xml_fail(const jx_xml *xml, jx_error *err, jx_message message, const jx_str *args)
{
    const jx_place place = {.file = jx_xlsx_part_path(xml->part)};
    return jx_error_set(err, &place, message, args);
}

static jx_status refuse(const jx_xml *xml, jx_error *err)
{
    char line[JX_NUMBER_TEXT];
    const jx_status fault = jx_xlsx_part_fault(xml->part, err);
    if (fault != JX_OK) {
        return fault;
    }
    if (xml->out_of_memory) {
        return jx_fail_memory(err);
    }
    const int at = xmlTextReaderGetParserLineNumber(xml->reader);
    return jx_xml_refuse(xml, err, JX_MESSAGE_XLSX_XML,
                         jx_str_number(at < 0 ? 0 : (uint64_t)at, line));
}

// True where the node is an event.
static bool find_event(jx_xml *xml, int type, jx_xml_event *ret)
{
    switch (type) {
    case XML_READER_TYPE_ELEMENT:
        xml->is_empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
        *ret = JX_XML_BEGIN;
        return true;
    case XML_READER_TYPE_END_ELEMENT:
        *ret = JX_XML_END;
        return true;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        *ret = JX_XML_TEXT;
        return true;
    default:
        return false;
    }
}

jx_status jx_xml_next(jx_xml *xml, jx_xml_event *ret, jx_error *err)
{
    if (xml->is_empty) {
        xml->is_empty = false;
        *ret = JX_XML_END;
        return JX_OK;
    }
    for (;;) {
        const int got = xmlTextReaderRead(xml->reader);
        if (got < 0 || xml->out_of_memory || jx_xlsx_part_fault(xml->part, NULL) != JX_OK) {
            return refuse(xml, err);
        }
        if (got == 0) {
            *ret = JX_XML_OVER;
            return JX_OK;
        }
        const int type = xmlTextReaderNodeType(xml->reader);
        if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE) {
            return jx_xml_refuse(xml, err, JX_MESSAGE_XLSX_DOCUMENT_TYPE, JX_STR_NONE);
        }
        if (find_event(xml, type, ret)) {
            return JX_OK;
        }
    }
}

bool jx_xml_is(const jx_xml *xml, const char *name)
{
    const xmlChar *found = xmlTextReaderConstLocalName(xml->reader);
    return found != NULL && strcmp((const char *)found, name) == 0;
}

int jx_xml_depth(const jx_xml *xml)
{
    return xmlTextReaderDepth(xml->reader);
}

jx_str jx_xml_attribute(jx_xml *xml, const char *name)
{
    jx_str value = JX_STR_NONE;
    for (int more = xmlTextReaderMoveToFirstAttribute(xml->reader); more == 1;
         more = xmlTextReaderMoveToNextAttribute(xml->reader)) {
        if (jx_xml_is(xml, name) && xmlTextReaderIsNamespaceDecl(xml->reader) != 1) {
            value = jx_str_of((const char *)xmlTextReaderConstValue(xml->reader));
            break;
        }
    }
    (void)xmlTextReaderMoveToElement(xml->reader);
    return value;
}

jx_str jx_xml_text(const jx_xml *xml)
{
    const jx_str text = jx_str_of((const char *)xmlTextReaderConstValue(xml->reader));
    return text.data == NULL ? (jx_str)JX_STR("") : text;
}

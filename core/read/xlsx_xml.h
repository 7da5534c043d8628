// SPDX-License-Identifier: MIT
// The XML of a workbook's part, piece by piece, by libxml2: well-formed UTF-8 whatever it was written in, no document type,
// no entities of its own, nothing from elsewhere. One reader serves one thread.
#ifndef JIXIAO_READ_XLSX_XML_H
#define JIXIAO_READ_XLSX_XML_H

#include "base/error.h"
#include "base/str.h"
#include "read/xlsx_package.h"

#include <stdbool.h>

typedef enum jx_xml_event {
    JX_XML_BEGIN, // of an element; an empty one is followed by its end
    JX_XML_TEXT,
    JX_XML_END,
    JX_XML_OVER // the part ends
} jx_xml_event;

typedef struct jx_xml jx_xml;

// Opens the part; *ret is NULL where the package has none such. Errors: those of jx_xlsx_part_open.
jx_status jx_xml_open(jx_xlsx_package *package, jx_str name, jx_xml **ret, jx_error *err);

// Goes on to the next event. Errors are JX_EDATA: not well-formed, a document type, those of reading the part; JX_ESYSTEM.
jx_status jx_xml_next(jx_xml *xml, jx_xml_event *ret, jx_error *err);

// Whether the element that begins or ends has that name, whatever its namespace.
bool jx_xml_is(const jx_xml *xml, const char *name);

// How many elements stand around the event: 0 for the outermost one.
int jx_xml_depth(const jx_xml *xml);

// The value of an attribute, whatever its namespace, lent until the next event; JX_STR_NONE where there is none.
jx_str jx_xml_attribute(jx_xml *xml, const char *name);

// The text of the event, lent until the next one.
jx_str jx_xml_text(const jx_xml *xml);

// Makes it an error that the part is not as it should be.
#define jx_xml_refuse(xml, err, message, ...)                                                      \
  jx_xml_fail((xml), (err), (message), JX_ARGS(jx_xml_name(xml), __VA_ARGS__))

jx_status jx_xml_fail(const jx_xml *xml, jx_error *err, jx_message message, const jx_str *args);
jx_str jx_xml_name(const jx_xml *xml);

// Closes and frees. NULL is allowed.
void jx_xml_close(jx_xml *xml);

#endif

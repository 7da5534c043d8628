// SPDX-License-Identifier: MIT
// HTML being written so that it cannot be broken: names are the program's own, texts and values of attributes are escaped
// wherever they stand, and elements are closed in the order in which they were opened. What comes out is well-formed XML as
// well. [any-thread]
#ifndef JIXIAO_REPORT_HTML_H
#define JIXIAO_REPORT_HTML_H

#include "base/error.h"
#include "base/text.h"
#include "report/labels.h"

#include <stddef.h>

enum { JX_HTML_DEPTH = 24 }; // of elements inside each other

typedef struct jx_html {
    jx_text *out;
    jx_lang lang;
    jx_text raw;                     // scratch: a text before it is escaped
    const char *open[JX_HTML_DEPTH]; // elements not closed yet
    size_t depth;
} jx_html;

typedef struct jx_html_attribute {
    const char *name;
    jx_str value; // JX_STR_NONE: the attribute is left out
} jx_html_attribute;

#define JX_HTML_WITH(...) ((const jx_html_attribute[]){__VA_ARGS__, {NULL, {NULL, 0}}})

// What is written goes to `out`; its arena serves the scratch.
jx_html jx_html_on(jx_text *out, jx_lang lang);

// Every element is closed; that memory ran out is remembered in `out`.
void jx_html_end(jx_html *page);

// Opens an element: with that class, unless NULL; with attributes, up to one without a name.
void jx_html_open(jx_html *page, const char *tag, const char *class);
void jx_html_open_with(jx_html *page, const char *tag, const jx_html_attribute *attributes);

// An element that has no content by its nature (meta, br; rect, line).
void jx_html_void(jx_html *page, const char *tag, const jx_html_attribute *attributes);

// Closes the element opened last; jx_html_close_line ends the line as well, for those who read the source.
void jx_html_close(jx_html *page);
void jx_html_close_line(jx_html *page);

// Text: line ends stay, whatever a reader would obey or hide becomes visible (\x1b).
void jx_html_text(jx_html *page, jx_str text);
void jx_html_label(jx_html *page, jx_label label);
void jx_html_words(jx_html *page, jx_words words);

// A whole element with a text.
void jx_html_element(jx_html *page, const char *tag, const char *class, jx_str text);
void jx_html_label_element(jx_html *page, const char *tag, const char *class, jx_label label);

// Empties page->raw for a text to be put together, and returns it; then adds it as text or as a whole element.
jx_text *jx_html_raw(jx_html *page);
void jx_html_raw_text(jx_html *page);
void jx_html_raw_element(jx_html *page, const char *tag, const char *class);

// Bytes that are the program's own and meant as they are: style sheet, script.
void jx_html_verbatim(jx_html *page, jx_str bytes);

#endif

// SPDX-License-Identifier: MIT
#include "report/html.h"

#include "base/utf8.h"
#include "report/scratch.h"

#include <assert.h>

// What may stand neither in text nor in values as it is.
static const char *escape_of(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void add_escaped(jx_text *out, jx_str piece)
{
    for (size_t i = 0; i < piece.size; i++) {
        const char *escape = escape_of(piece.data[i]);
        if (escape == NULL) {
            jx_text_add_char(out, piece.data[i]);
        } else {
            jx_text_put(out, escape);
        }
    }
}

// U+FFFE and U+FFFF, which no XML may hold.
static jx_str shown_of(jx_str shown)
{
    if (jx_str_is(shown, "\xef\xbf\xbe")) {
        return (jx_str)JX_STR("\\ufffe");
    }
    return jx_str_is(shown, "\xef\xbf\xbf") ? (jx_str)JX_STR("\\uffff") : shown;
}

static void add_text(jx_text *out, jx_str text, const char *line_end)
{
    for (jx_str rest = text; rest.size > 0;) {
        char buffer[JX_UTF8_SHOWN];
        const char first = rest.data[0];
        if (jx_str_starts(rest, (jx_str)JX_STR("\r\n"))) {
            rest = jx_str_from(rest, 1);
        }
        const jx_str shown = jx_utf8_show(&rest, buffer, NULL);
        if (first == '\n' || first == '\r') {
            jx_text_put(out, line_end);
        } else if (first == '\t') {
            jx_text_add_char(out, ' ');
        } else {
            add_escaped(out, shown_of(shown));
        }
    }
}

static void add_tag(jx_html *page, const char *tag, const jx_html_attribute *attributes)
{
    jx_text_add_char(page->out, '<');
    jx_text_put(page->out, tag);
    for (; attributes->name != NULL; attributes++) {
        if (attributes->value.data != NULL) {
            jx_text_add_char(page->out, ' ');
            jx_text_put(page->out, attributes->name);
            jx_text_put(page->out, "=\"");
            add_text(page->out, attributes->value, " ");
            jx_text_add_char(page->out, '"');
        }
    }
}

jx_html jx_html_on(jx_text *out, jx_lang lang)
{
    return (jx_html){.out = out, .lang = lang, .raw = jx_text_in(out->arena)};
}

void jx_html_end(jx_html *page)
{
    assert(page->depth == 0);
    jx_scratch_end(page->out, &page->raw);
}

void jx_html_open_with(jx_html *page, const char *tag, const jx_html_attribute *attributes)
{
    assert(page->depth < JX_HTML_DEPTH);
    page->open[page->depth++] = tag;
    add_tag(page, tag, attributes);
    jx_text_add_char(page->out, '>');
}

void jx_html_open(jx_html *page, const char *tag, const char *class)
{
    jx_html_open_with(page, tag, JX_HTML_WITH({"class", jx_str_of(class)}));
}

void jx_html_void(jx_html *page, const char *tag, const jx_html_attribute *attributes)
{
    add_tag(page, tag, attributes);
    jx_text_put(page->out, "/>");
}

void jx_html_close(jx_html *page)
{
    assert(page->depth > 0);
    jx_text_put(page->out, "</");
    jx_text_put(page->out, page->open[--page->depth]);
    jx_text_add_char(page->out, '>');
}

void jx_html_close_line(jx_html *page)
{
    jx_html_close(page);
    jx_text_add_char(page->out, '\n');
}

void jx_html_text(jx_html *page, jx_str text)
{
    add_text(page->out, text, "\n");
}

void jx_html_label(jx_html *page, jx_label label)
{
    jx_html_text(page, jx_str_of(jx_label_in(label, page->lang)));
}

void jx_html_words(jx_html *page, jx_words words)
{
    jx_html_text(page, jx_str_of(jx_words_in(words, page->lang)));
}

void jx_html_element(jx_html *page, const char *tag, const char *class, jx_str text)
{
    jx_html_open(page, tag, class);
    jx_html_text(page, text);
    jx_html_close(page);
}

void jx_html_label_element(jx_html *page, const char *tag, const char *class, jx_label label)
{
    jx_html_element(page, tag, class, jx_str_of(jx_label_in(label, page->lang)));
}

jx_text *jx_html_raw(jx_html *page)
{
    jx_scratch_end(page->out, &page->raw);
    return &page->raw;
}

void jx_html_raw_text(jx_html *page)
{
    jx_html_text(page, jx_text_str(&page->raw));
}

void jx_html_raw_element(jx_html *page, const char *tag, const char *class)
{
    jx_html_element(page, tag, class, jx_text_str(&page->raw));
}

void jx_html_verbatim(jx_html *page, jx_str bytes)
{
    jx_text_add(page->out, bytes);
}

// SPDX-License-Identifier: MIT
#include "report/escape.h"

#include "base/utf8.h"

#include <stdbool.h>

// Adds a piece of text to what it is meant for.
typedef void (*add_piece)(jx_text *out, jx_str piece);

static void add_shown(jx_text *out, jx_str text, add_piece add)
{
    for (jx_str rest = text; rest.size > 0;) {
        char buffer[JX_UTF8_SHOWN];
        bool blank = strchr("\n\r\t", rest.data[0]) != NULL && rest.data[0] != '\0';
        jx_str shown = jx_utf8_show(&rest, buffer, NULL);
        add(out, blank ? (jx_str)JX_STR(" ") : shown);
    }
}

static void add_markdown_byte(jx_text *out, char byte)
{
    switch (byte) {
    case '&':
        jx_text_put(out, "&amp;");
        break;
    case '<':
        jx_text_put(out, "&lt;");
        break;
    case '>':
        jx_text_put(out, "&gt;");
        break;
    default:
        if (strchr("\\`*_[]|~#$", byte) != NULL) {
            jx_text_add_char(out, '\\');
        }
        jx_text_add_char(out, byte);
        break;
    }
}

static void add_markdown_piece(jx_text *out, jx_str piece)
{
    for (size_t i = 0; i < piece.size; i++) {
        add_markdown_byte(out, piece.data[i]);
    }
}

void jx_add_visible(jx_text *out, jx_str text)
{
    add_shown(out, text, jx_text_add);
}

void jx_add_markdown(jx_text *out, jx_str text)
{
    add_shown(out, text, add_markdown_piece);
}

// Every byte is looked at, which is quicker than to stop at the first that needs quotes.
static bool needs_quotes(jx_str text)
{
    unsigned found = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char byte = text.data[i];
        found |= (unsigned)(byte == ',') | (unsigned)(byte == '"') | (unsigned)(byte == '\r') |
                 (unsigned)(byte == '\n');
    }
    return found != 0;
}

void jx_add_csv(jx_text *out, jx_str text)
{
    if (!needs_quotes(text)) {
        jx_text_add(out, text);
        return;
    }
    jx_text_add_char(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        jx_text_put(out, text.data[i] == '"' ? "\"" : "");
        jx_text_add_char(out, text.data[i]);
    }
    jx_text_add_char(out, '"');
}

// SPDX-License-Identifier: MIT
#include "report/escape.h"

#include "base/utf8.h"
#include "base/word.h"

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

static uint64_t mark_special(uint64_t word)
{
    return jx_word_mark(word, ',') | jx_word_mark(word, '"') | jx_word_mark(word, '\r') |
           jx_word_mark(word, '\n');
}

// Looks at eight bytes at a time, the last ones twice.
static bool needs_quotes(jx_str text)
{
    if (text.size < sizeof(uint64_t)) {
        return text.size != 0 && mark_special(jx_word_of(text.data, text.size)) != 0;
    }
    const char *const last = text.data + text.size - sizeof(uint64_t);
    uint64_t found = mark_special(jx_word_load(last));
    for (const char *at = text.data; at < last; at += sizeof(uint64_t)) {
        found |= mark_special(jx_word_load(at));
    }
    return found != 0;
}

char *jx_write_csv(char *at, jx_str text)
{
    if (!needs_quotes(text)) {
        return jx_word_copy(at, text.data, text.size);
    }
    *at++ = '"';
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"') {
            *at++ = '"';
        }
        *at++ = text.data[i];
    }
    *at++ = '"';
    return at;
}

void jx_add_csv(jx_text *out, jx_str text)
{
    char *at = jx_text_reserve(out, jx_csv_room(text));
    if (at != NULL) {
        jx_text_keep(out, jx_write_csv(at, text));
    }
}

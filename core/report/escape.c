// SPDX-License-Identifier: MIT
#include "report/escape.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct code_range {
    uint32_t first;
    uint32_t last;
} code_range;

static const code_range hidden[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},
    {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202E},
    {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
};

static bool is_hidden(uint32_t code)
{
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        if (code >= hidden[i].first && code <= hidden[i].last) {
            return true;
        }
    }
    return false;
}

// The first character of well-formed UTF-8.
static uint32_t decode(jx_str text, size_t *ret_size)
{
    unsigned char lead = (unsigned char)text.data[0];
    size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint32_t code = size == 1 ? lead : lead & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        code = code << 6 | ((unsigned char)text.data[i] & 0x3Fu);
    }
    *ret_size = size;
    return code;
}

// Adds a piece of text to what it is meant for.
typedef void (*add_piece)(jx_text *out, jx_str piece);

typedef enum code_form { FORM_BYTE, FORM_SHORT, FORM_LONG } code_form;

// \x1b, \u202e, \U000e0001
static void add_code(jx_text *out, uint32_t code, code_form form, add_piece add)
{
    char text[10] = {'\\', "xuU"[form]};
    size_t digits = (size_t)2 << form;
    for (size_t i = 0; i < digits; i++) {
        text[2 + i] = "0123456789abcdef"[code >> (4 * (digits - 1 - i)) & 0xF];
    }
    add(out, (jx_str){text, 2 + digits});
}

static code_form form_of(uint32_t code)
{
    if (code < 0x80) {
        return FORM_BYTE;
    }
    return code <= 0xFFFF ? FORM_SHORT : FORM_LONG;
}

static void add_character(jx_text *out, jx_str character, uint32_t code, add_piece add)
{
    if (code == '\n' || code == '\r' || code == '\t') {
        add(out, (jx_str)JX_STR(" "));
    } else if (is_hidden(code)) {
        add_code(out, code, form_of(code), add);
    } else {
        add(out, character);
    }
}

static void add_well_formed(jx_text *out, jx_str text, add_piece add)
{
    while (text.size > 0) {
        size_t size = 0;
        uint32_t code = decode(text, &size);
        add_character(out, jx_str_first(text, size), code, add);
        text = jx_str_from(text, size);
    }
}

static void add_shown(jx_text *out, jx_str text, add_piece add)
{
    size_t bad = 0;
    while (text.size > 0 && !jx_utf8_check(text, &bad)) {
        add_well_formed(out, jx_str_first(text, bad), add);
        add_code(out, (unsigned char)text.data[bad], FORM_BYTE, add);
        text = jx_str_from(text, bad + 1);
    }
    add_well_formed(out, text, add);
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

void jx_add_csv(jx_text *out, jx_str text)
{
    bool quoted = false;
    for (size_t i = 0; i < text.size && !quoted; i++) {
        quoted = strchr(",\"\r\n", text.data[i]) != NULL && text.data[i] != '\0';
    }
    if (!quoted) {
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

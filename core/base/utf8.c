// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <unistr.h>
#include <uniwidth.h>

static const char *const ENCODING = "UTF-8";

enum {
    IDEOGRAPHIC_SPACE = 0x3000,
    IDEOGRAPHIC_FULL_STOP = 0x3002,
    FULL_WIDTH_FIRST = 0xFF01,
    FULL_WIDTH_LAST = 0xFF5E,
    FULL_WIDTH_SHIFT = 0xFEE0,
    MINUS_SIGN = 0x2212
};

static const uint8_t *units(jx_str text)
{
    return (const uint8_t *)text.data;
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static bool is_digit(ucs4_t character)
{
    return character >= '0' && character <= '9';
}

// The character that the text begins with, narrowed, and how many bytes it has; 0 and 0 at the end.
static size_t read_narrow(jx_str text, ucs4_t *ret)
{
    if (text.size == 0) {
        *ret = 0;
        return 0;
    }
    ucs4_t character = 0;
    int size = u8_mbtouc(&character, units(text), text.size);
    if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
        character -= FULL_WIDTH_SHIFT;
    } else if (character == IDEOGRAPHIC_SPACE) {
        character = ' ';
    } else if (character == MINUS_SIGN) {
        character = '-';
    }
    *ret = character;
    return (size_t)size;
}

bool jx_utf8_check(jx_str text, size_t *ret_bad)
{
    if (text.size == 0) {
        return true;
    }
    const char *nul = (const char *)memchr(text.data, '\0', text.size);
    size_t size = nul == NULL ? text.size : (size_t)(nul - text.data);
    const uint8_t *bad = u8_check(units(text), size);
    if (bad == NULL && nul == NULL) {
        return true;
    }
    if (ret_bad != NULL) {
        *ret_bad = bad == NULL ? size : (size_t)(bad - units(text));
    }
    return false;
}

size_t jx_utf8_width(jx_str text)
{
    return text.size == 0 ? 0 : (size_t)u8_width(units(text), text.size, ENCODING);
}

jx_str jx_utf8_cut(jx_str text, size_t size)
{
    if (text.size <= size) {
        return text;
    }
    size_t end = size;
    while (end > 0 && continues(text.data[end])) {
        end--;
    }
    return jx_str_first(text, end);
}

jx_str jx_utf8_fit(jx_str text, size_t columns)
{
    size_t end = 0;
    for (size_t left = columns; end < text.size;) {
        ucs4_t character = 0;
        int size = u8_mbtouc(&character, units(text) + end, text.size - end);
        int width = uc_width(character, ENCODING);
        if (width > 0 && (size_t)width > left) {
            break;
        }
        left -= width > 0 ? (size_t)width : 0;
        end += (size_t)size;
    }
    return jx_str_first(text, end);
}

jx_str jx_utf8_narrow(jx_str text, char *buffer, size_t size)
{
    size_t written = 0;
    ucs4_t before = 0;
    for (jx_str rest = text; rest.size > 0;) {
        ucs4_t character = 0;
        size_t taken = read_narrow(rest, &character);
        jx_str whole = jx_str_first(rest, taken);
        rest = jx_str_from(rest, taken);
        if (character == IDEOGRAPHIC_FULL_STOP && is_digit(before)) {
            ucs4_t after = 0;
            read_narrow(rest, &after);
            character = is_digit(after) ? '.' : character;
        }
        bool ascii = character < 0x80;
        size_t needed = ascii ? 1 : whole.size;
        if (needed > size - written) {
            return JX_STR_NONE;
        }
        if (ascii) {
            buffer[written] = (char)character;
        } else {
            memcpy(buffer + written, whole.data, whole.size);
        }
        written += needed;
        before = character;
    }
    return (jx_str){buffer, written};
}

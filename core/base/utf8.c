// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <unictype.h>
#include <unistr.h>
#include <uniwidth.h>

static const char *const ENCODING = "UTF-8";

enum {
    IDEOGRAPHIC_SPACE = 0x3000,
    IDEOGRAPHIC_FULL_STOP = 0x3002,
    FULL_WIDTH_FIRST = 0xFF01,
    FULL_WIDTH_LAST = 0xFF5E,
    FULL_WIDTH_SHIFT = 0xFEE0,
    MINUS_SIGN = 0x2212,
    NEVER_SHOWN =
        UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp
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

// Every byte is looked at, which is quicker than to stop at the first that is wrong.
bool jx_utf8_is_line(jx_str text)
{
    unsigned bad = 0;
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char byte = (unsigned char)text.data[i];
        bad |= (unsigned)(byte < ' ') | (unsigned)(byte == 0x7f);
    }
    return text.size > 0 && bad == 0 && jx_utf8_check(text, NULL);
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

static jx_str write_number(ucs4_t number, char kind, size_t digits, char buffer[JX_UTF8_SHOWN])
{
    buffer[0] = '\\';
    buffer[1] = kind;
    for (size_t i = 0; i < digits; i++) {
        buffer[2 + i] = "0123456789abcdef"[number >> (4 * (digits - 1 - i)) & 15];
    }
    return (jx_str){buffer, 2 + digits};
}

static jx_str show_number(ucs4_t character, char buffer[JX_UTF8_SHOWN])
{
    if (character < 0x80) {
        return write_number(character, 'x', 2, buffer);
    }
    return character <= 0xFFFF ? write_number(character, 'u', 4, buffer)
                               : write_number(character, 'U', 8, buffer);
}

jx_str jx_utf8_show(jx_str *rest, char buffer[JX_UTF8_SHOWN], size_t *ret_columns)
{
    ucs4_t character = 0;
    int size = u8_mbtoucr(&character, units(*rest), rest->size);
    jx_str shown = jx_str_first(*rest, size < 1 ? 1 : (size_t)size);
    *rest = jx_str_from(*rest, shown.size);
    size_t columns = 0;
    if (size < 1) {
        shown = write_number((unsigned char)shown.data[0], 'x', 2, buffer);
        columns = shown.size;
    } else if (uc_is_general_category_withtable(character, NEVER_SHOWN)) {
        shown = show_number(character, buffer);
        columns = shown.size;
    } else {
        columns = uc_width(character, ENCODING) > 1 ? 2 : 1;
    }
    if (ret_columns != NULL) {
        *ret_columns = columns;
    }
    return shown;
}

// SPDX-License-Identifier: MIT
#include "base/workbook_text.h"

#include "base/utf8.h"

#include <string.h>

enum { LONG_CHARACTER = 4, ESCAPE = 7 }; // bytes of those of two units; of _x0041_

static const char ELLIPSIS[] = "…";

static size_t units_of(jx_str shown, size_t taken)
{
    const bool is_number = shown.size != taken || shown.data[0] == '\\';
    return is_number ? shown.size : (taken == LONG_CHARACTER ? 2 : 1);
}

static bool is_hexadecimal(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') ||
           (byte >= 'A' && byte <= 'F');
}

// _x0041_ would be read as A.
static bool is_escape(jx_str text)
{
    bool is = text.size >= ESCAPE && text.data[0] == '_' && text.data[1] == 'x' &&
              text.data[ESCAPE - 1] == '_';
    for (size_t i = 2; is && i < ESCAPE - 1; i++) {
        is = is_hexadecimal(text.data[i]);
    }
    return is;
}

// Cuts the next character off *rest as it is to be written.
static jx_str next_piece(jx_str *rest, char buffer[JX_UTF8_SHOWN])
{
    const char first = rest->data[0];
    if (first == '\r' && rest->size > 1 && rest->data[1] == '\n') {
        *rest = jx_str_from(*rest, 2);
        return (jx_str)JX_STR("\n");
    }
    if (first == '\n' || first == '\r' || first == '\t') {
        *rest = jx_str_from(*rest, 1);
        return first == '\t' ? (jx_str)JX_STR(" ") : (jx_str)JX_STR("\n");
    }
    if (is_escape(*rest)) {
        *rest = jx_str_from(*rest, 1);
        return (jx_str)JX_STR("_x005F_");
    }
    if (jx_str_starts(*rest, (jx_str)JX_STR("\xEF\xBF\xBE")) ||
        jx_str_starts(*rest, (jx_str)JX_STR("\xEF\xBF\xBF"))) {
        const bool last = rest->data[2] == '\xBF';
        *rest = jx_str_from(*rest, 3);
        return last ? (jx_str)JX_STR("\\uffff") : (jx_str)JX_STR("\\ufffe");
    }
    return jx_utf8_show(rest, buffer, NULL);
}

void jx_workbook_text_add(jx_text *out, jx_str text, size_t most)
{
    size_t units = 0;
    size_t keeps = out->size; // up to where an ellipsis still fits
    for (jx_str rest = text; rest.size > 0;) {
        char buffer[JX_UTF8_SHOWN];
        const size_t before = rest.size;
        const jx_str piece = next_piece(&rest, buffer);
        units += units_of(piece, before - rest.size);
        if (units > most) {
            out->size = out->failed ? out->size : keeps;
            jx_text_put(out, ELLIPSIS);
            return;
        }
        jx_text_add(out, piece);
        keeps = units < most ? out->size : keeps;
    }
}

// ------------------------------------------------------------------------------------------ names of sheets

static jx_str trim_name(jx_str name)
{
    name = jx_str_trim(name);
    while (name.size > 0 && name.data[0] == '\'') {
        name = jx_str_trim(jx_str_from(name, 1));
    }
    while (name.size > 0 && name.data[name.size - 1] == '\'') {
        name = jx_str_trim(jx_str_first(name, name.size - 1));
    }
    return name;
}

void jx_workbook_name_add(jx_text *out, jx_str text, size_t most)
{
    jx_text name = jx_text_in(out->arena);
    for (jx_str rest = text; rest.size > 0;) {
        char buffer[JX_UTF8_SHOWN];
        const jx_str piece = next_piece(&rest, buffer);
        const bool is_allowed = piece.size > 1 || strchr("[]:*?/\\\n", piece.data[0]) == NULL;
        if (piece.data[0] != '\\' || !is_allowed) {
            jx_text_add(&name, is_allowed ? piece : (jx_str)JX_STR(" "));
        }
    }
    const jx_str trimmed = trim_name(jx_text_str(&name));
    jx_workbook_text_add(out, trimmed.size > 0 ? trimmed : (jx_str)JX_STR("Sheet"), most);
    out->failed = out->failed || name.failed;
}

// -------------------------------------------------------------------------------------------------- lines

uint32_t jx_workbook_lines(jx_str text, uint32_t columns)
{
    uint32_t lines = 0;
    for (jx_str rest = text; rest.data != NULL;) {
        const jx_str line = jx_str_next(&rest, '\n');
        const size_t width = jx_utf8_width(line);
        lines += width == 0 ? 1 : (uint32_t)((width + columns - 1) / columns);
    }
    return lines == 0 ? 1 : lines;
}

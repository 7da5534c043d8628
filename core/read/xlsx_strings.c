// SPDX-License-Identifier: MIT
#include "read/xlsx_strings.h"

struct strings {
    jx_arena *arena;
    jx_str *rows;
    size_t count;
    size_t bytes;
};

// ---------------------------------------------------------------------------------------------- texts

static int hexadecimal(char byte)
{
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    const char letter = (char)(byte | ' ');
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// The number of a character written _xHHHH_; -1: the text does not begin so.
static int32_t read_escape(jx_str text)
{
    enum { ESCAPE = 7, DIGITS = 4 };
    int32_t number = 0;
    if (text.size < ESCAPE || text.data[0] != '_' || text.data[1] != 'x' ||
        text.data[ESCAPE - 1] != '_') {
        return -1;
    }
    for (size_t i = 0; i < DIGITS; i++) {
        const int digit = hexadecimal(text.data[2 + i]);
        if (digit < 0) {
            return -1;
        }
        number = number * 16 + digit;
    }
    return number;
}

// What a text may not hold, such as a control character, is shown as one that could not be read.
static void add_character(jx_text *text, uint32_t number)
{
    const bool is_control = number < ' ' && number != '\t' && number != '\n';
    const bool is_none = is_control || (number >= 0xD800 && number <= 0xDFFF) || number >= 0xFFFE;
    const uint32_t found = is_none ? 0xFFFD : number;
    if (found < 0x80) {
        jx_text_add_char(text, (char)found);
    } else if (found < 0x800) {
        jx_text_add_char(text, (char)(0xC0u | found >> 6));
        jx_text_add_char(text, (char)(0x80u | (found & 0x3Fu)));
    } else {
        jx_text_add_char(text, (char)(0xE0u | found >> 12));
        jx_text_add_char(text, (char)(0x80u | (found >> 6 & 0x3Fu)));
        jx_text_add_char(text, (char)(0x80u | (found & 0x3Fu)));
    }
}

static void add_text(jx_text *text, jx_str more)
{
    enum { ESCAPE = 7 };
    while (more.size != 0) {
        const char *sign = memchr(more.data, '_', more.size);
        const size_t plain = sign == NULL ? more.size : (size_t)(sign - more.data);
        jx_text_add(text, jx_str_first(more, plain));
        more = jx_str_from(more, plain);
        const int32_t number = more.size == 0 ? -1 : read_escape(more);
        if (number >= 0 && number != '\r') {
            add_character(text, (uint32_t)number);
        } else if (number < 0 && more.size != 0) {
            jx_text_add_char(text, '_');
        }
        more = jx_str_from(more, more.size == 0 ? 0 : number >= 0 ? ESCAPE : 1);
    }
}

// Leaves an element whose content is of no use.
static jx_status pass_over(jx_xml *xml, jx_error *err)
{
    size_t depth = 1;
    while (depth != 0) {
        jx_xml_event event = JX_XML_OVER;
        const jx_status status = jx_xml_next(xml, &event, err);
        if (status != JX_OK) {
            return status;
        }
        depth += event == JX_XML_BEGIN;
        depth -= event == JX_XML_END || event == JX_XML_OVER;
    }
    return JX_OK;
}

jx_status jx_xlsx_text_read(jx_xml *xml, jx_text *text, jx_error *err)
{
    bool in_text = !jx_xml_is(xml, "si") && !jx_xml_is(xml, "is");
    for (size_t depth = 1; depth != 0;) {
        jx_xml_event event = JX_XML_OVER;
        jx_status status = jx_xml_next(xml, &event, err);
        if (status == JX_OK && event == JX_XML_BEGIN && jx_xml_is(xml, "rPh")) {
            status = pass_over(xml, err);
            event = JX_XML_TEXT;
            in_text = false;
        }
        if (status != JX_OK) {
            return status;
        }
        if (event == JX_XML_TEXT && in_text) {
            add_text(text, jx_xml_text(xml));
        } else if (event == JX_XML_BEGIN) {
            in_text = jx_xml_is(xml, "t");
            depth++;
        } else if (event != JX_XML_TEXT) {
            in_text = false;
            depth--;
        }
    }
    return text->failed ? jx_fail_memory(err) : JX_OK;
}

// --------------------------------------------------------------------------------------------- strings

static jx_status add_string(struct strings *it, jx_xml *xml, jx_text *text, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    jx_text_clear(text);
    const jx_status status = jx_xlsx_text_read(xml, text, err);
    if (status != JX_OK) {
        return status;
    }
    it->bytes += text->size;
    if (it->count == JX_XLSX_STRINGS || it->bytes > JX_XLSX_STRING_BYTES) {
        return jx_xml_refuse(xml, err, JX_MESSAGE_XLSX_STRINGS,
                             jx_str_number(JX_XLSX_STRINGS, most));
    }
    jx_str *rows = jx_arena_room(it->arena, it->rows, it->count, sizeof *it->rows);
    const jx_str kept = rows == NULL ? JX_STR_NONE : jx_arena_copy(it->arena, jx_text_str(text));
    if (kept.data == NULL) {
        return jx_fail_memory(err);
    }
    rows[it->count++] = kept;
    it->rows = rows;
    return JX_OK;
}

static jx_status read_strings(struct strings *it, jx_xml *xml, jx_text *text, jx_error *err)
{
    for (;;) {
        jx_xml_event event = JX_XML_OVER;
        jx_status status = jx_xml_next(xml, &event, err);
        if (status == JX_OK && event == JX_XML_BEGIN && jx_xml_is(xml, "si")) {
            status = add_string(it, xml, text, err);
        }
        if (status != JX_OK || event == JX_XML_OVER) {
            return status;
        }
    }
}

jx_status jx_xlsx_strings_read(
    jx_arena *arena, jx_xlsx_package *package, jx_str name, jx_xlsx_strings *ret, jx_error *err)
{
    jx_xml *xml = NULL;
    struct strings it = {.arena = arena};
    jx_status status = jx_xml_open(package, name, &xml, err);
    if (status != JX_OK || xml == NULL) {
        return status;
    }
    jx_arena *scratch = jx_arena_new();
    if (scratch == NULL) {
        status = jx_fail_memory(err);
    } else {
        jx_text text = jx_text_in(scratch);
        status = read_strings(&it, xml, &text, err);
    }
    jx_arena_free(scratch);
    jx_xml_close(xml);
    if (status == JX_OK) {
        *ret = (jx_xlsx_strings){it.rows, it.count};
    }
    return status;
}

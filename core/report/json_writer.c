// SPDX-License-Identifier: MIT
#include "report/json_writer.h"

#include "base/decimal.h"
#include "base/utf8.h"

static void separate(jx_json *json)
{
    if (json->comma) {
        jx_text_add_char(json->out, ',');
    }
    if (json->new_line) {
        jx_text_add_char(json->out, '\n');
    }
    json->comma = true;
    json->new_line = false;
}

static void open_bracket(jx_json *json, char bracket)
{
    separate(json);
    jx_text_add_char(json->out, bracket);
    json->comma = false;
}

static void close_bracket(jx_json *json, char bracket)
{
    jx_text_add_char(json->out, bracket);
    json->comma = true;
    json->new_line = false;
}

static void add_escape(jx_text *out, unsigned char byte)
{
    static const char letters[] = "\bb\ff\nn\rr\tt\"\"\\\\";
    jx_text_add_char(out, '\\');
    for (size_t i = 0; i + 1 < sizeof letters; i += 2) {
        if ((unsigned char)letters[i] == byte) {
            jx_text_add_char(out, letters[i + 1]);
            return;
        }
    }
    jx_text_put(out, byte < 0x10 ? "u000" : "u001");
    jx_text_add_char(out, "0123456789abcdef"[byte & 0xF]);
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte != '"' && byte != '\\';
}

static void add_well_formed(jx_text *out, jx_str text)
{
    size_t done = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (!is_plain((unsigned char)text.data[i])) {
            jx_text_add(out, (jx_str){text.data + done, i - done});
            add_escape(out, (unsigned char)text.data[i]);
            done = i + 1;
        }
    }
    jx_text_add(out, jx_str_from(text, done));
}

static void add_quoted(jx_text *out, jx_str text)
{
    size_t bad = 0;
    jx_text_add_char(out, '"');
    while (text.size > 0 && !jx_utf8_check(text, &bad)) {
        add_well_formed(out, jx_str_first(text, bad));
        jx_text_put(out, "\xEF\xBF\xBD");
        text = jx_str_from(text, bad + 1);
    }
    if (text.size > 0) {
        add_well_formed(out, text);
    }
    jx_text_add_char(out, '"');
}

jx_json jx_json_on(jx_text *out)
{
    return (jx_json){.out = out};
}

void jx_json_open_object(jx_json *json)
{
    open_bracket(json, '{');
}

void jx_json_close_object(jx_json *json)
{
    close_bracket(json, '}');
}

void jx_json_open_array(jx_json *json)
{
    open_bracket(json, '[');
}

void jx_json_close_array(jx_json *json)
{
    close_bracket(json, ']');
}

void jx_json_line(jx_json *json)
{
    json->new_line = true;
}

void jx_json_key(jx_json *json, const char *key)
{
    jx_json_key_text(json, jx_str_of(key));
}

void jx_json_key_text(jx_json *json, jx_str key)
{
    separate(json);
    add_quoted(json->out, key);
    jx_text_add_char(json->out, ':');
    json->comma = false;
}

void jx_json_text(jx_json *json, jx_str value)
{
    if (value.data == NULL) {
        jx_json_null(json);
        return;
    }
    separate(json);
    add_quoted(json->out, value);
}

void jx_json_string(jx_json *json, const char *value)
{
    jx_json_text(json, jx_str_of(value));
}

void jx_json_decimal(jx_json *json, jx_decimal value, uint32_t places)
{
    char buffer[JX_DECIMAL_TEXT];
    separate(json);
    jx_text_add(json->out, jx_decimal_format(value, places, buffer));
}

void jx_json_integer(jx_json *json, int64_t value)
{
    jx_json_decimal(json, jx_decimal_make(value, 0), 0);
}

void jx_json_null(jx_json *json)
{
    separate(json);
    jx_text_put(json->out, "null");
}

// SPDX-License-Identifier: MIT
#include "read/ini_lines.h"

#include "model/keys.h"

#include <stdio.h>

enum { BYTE_TEXT = 8 };

static const jx_str LINE_LIMIT = JX_STR("65536");
static const jx_str NAME_LIMIT = JX_STR("49");
_Static_assert(JX_INI_LINE == 65536 && JX_INI_NAME == 49, "the limits are written as text, too");

// What stands in for a plain character where an input method was left in Chinese.
typedef struct look_alike {
    jx_str wide;
    jx_str plain;
} look_alike;

static const jx_str WIDE_BLANK = JX_STR("\u3000");
static const look_alike EQUALS = {JX_STR("＝"), JX_STR("=")};
static const jx_str COLONS[] = {JX_STR("："), JX_STR(":")};
static const look_alike HEAD_STARTS[] = {{JX_STR("【"), JX_STR("[")}, {JX_STR("［"), JX_STR("[")}};
static const look_alike HEAD_ENDS[] = {{JX_STR("】"), JX_STR("]")}, {JX_STR("］"), JX_STR("]")}};
static const look_alike COMMENT_STARTS[] = {{JX_STR("；"), JX_STR(";")},
                                            {JX_STR("＃"), JX_STR("#")}};
enum { PAIR = 2 };

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static jx_str trim_plain(jx_str text)
{
    while (text.size != 0 && is_blank(text.data[0])) {
        text = jx_str_from(text, 1);
    }
    while (text.size != 0 && is_blank(text.data[text.size - 1])) {
        text.size--;
    }
    return text;
}

// A comment within a line begins with `;` behind a blank.
static jx_str cut_comment(jx_str text)
{
    for (size_t i = 1; i < text.size; i++) {
        if (text.data[i] == ';' && is_blank(text.data[i - 1])) {
            return jx_str_first(text, i);
        }
    }
    return text;
}

// The offset of the word, or the text's size.
static size_t find_word(jx_str text, jx_str word)
{
    for (size_t i = 0; i + word.size <= text.size; i++) {
        if (memcmp(text.data + i, word.data, word.size) == 0) {
            return i;
        }
    }
    return text.size;
}

static bool contains(jx_str text, jx_str word)
{
    return find_word(text, word) != text.size;
}

static bool tell(const jx_ini_lines *lines, jx_message message, jx_str first, jx_str second)
{
    const jx_place place = {.file = lines->path, .line = lines->line};
    jx_fault(lines->faults, &place, message, first, second);
    return false;
}

jx_status jx_ini_lines_refuse(const char *path, uint32_t line, jx_faults *faults)
{
    const jx_place place = {.file = path, .line = line};
    return jx_fault(faults, &place, JX_MESSAGE_INI_LINE_LONG, LINE_LIMIT);
}

static bool tell_look_alike(const jx_ini_lines *lines, const look_alike *pair)
{
    return tell(lines, JX_MESSAGE_INI_FULL_WIDTH, pair->wide, pair->plain);
}

static jx_str take_line(jx_ini_lines *lines)
{
    jx_str text = jx_str_next(&lines->rest, '\n');
    lines->line++;
    text.size -= text.size != 0 && text.data[text.size - 1] == '\r';
    return text;
}

static bool is_sound(const jx_ini_lines *lines, jx_str text)
{
    if (text.size > JX_INI_LINE) {
        jx_ini_lines_refuse(lines->path, lines->line, lines->faults);
        return false;
    }
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char byte = (unsigned char)text.data[i];
        if ((byte < ' ' && byte != '\t') || byte == 0x7F) {
            char shown[BYTE_TEXT];
            (void)snprintf(shown, sizeof shown, "0x%02X", (unsigned)byte);
            return tell(lines, JX_MESSAGE_INI_CONTROL, jx_str_of(shown), JX_STR_NONE);
        }
    }
    return true;
}

static bool is_head_name(const jx_ini_lines *lines, jx_str name)
{
    if (name.size == 0) {
        return tell(lines, JX_MESSAGE_INI_HEAD_EMPTY, JX_STR_NONE, JX_STR_NONE);
    }
    if (contains(name, WIDE_BLANK)) {
        return tell(lines, JX_MESSAGE_INI_WIDE_BLANK, JX_STR_NONE, JX_STR_NONE);
    }
    return name.size <= JX_INI_NAME || tell(lines, JX_MESSAGE_INI_HEAD_LONG, name, NAME_LIMIT);
}

static bool read_head_name(const jx_ini_lines *lines, jx_str body, jx_str *ret)
{
    const char *close = memchr(body.data, ']', body.size);
    if (close == NULL) {
        for (size_t i = 0; i < PAIR; i++) {
            if (contains(body, HEAD_ENDS[i].wide)) {
                return tell_look_alike(lines, &HEAD_ENDS[i]);
            }
        }
        return tell(lines, JX_MESSAGE_INI_HEAD_OPEN, body, JX_STR_NONE);
    }
    const size_t size = (size_t)(close - body.data);
    const jx_str tail = trim_plain(jx_str_from(body, size + 1));
    if (tail.size != 0 && tail.data[0] != ';') {
        tell(lines, JX_MESSAGE_INI_HEAD_TAIL, tail, JX_STR_NONE);
    }
    *ret = trim_plain(jx_str_from(jx_str_first(body, size), 1));
    return is_head_name(lines, *ret);
}

static bool give_head(jx_ini_lines *lines, bool broken, jx_str name, jx_ini_line *ret)
{
    lines->in_section = true;
    lines->in_broken = broken;
    lines->before = broken ? JX_BEFORE_FAULT : JX_BEFORE_NOTHING;
    *ret = (jx_ini_line){
        .kind = broken ? JX_INI_BROKEN : JX_INI_HEAD, .name = name, .line = lines->line};
    return true;
}

static bool read_head(jx_ini_lines *lines, jx_str body, jx_ini_line *ret)
{
    jx_str name = JX_STR_NONE;
    const bool readable = read_head_name(lines, body, &name);
    return give_head(lines, !readable, name, ret);
}

static bool is_plain_word(jx_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char byte = (unsigned char)text.data[i];
        if (byte <= ' ' || byte >= 0x7F) {
            return false;
        }
    }
    return text.size != 0;
}

// Whether something that is no `=` was meant to stand between key and value. Without any `=` the line may as
// well be prose that was meant to go on with the value before it.
static bool has_other_separator(const jx_ini_lines *lines, jx_str key, bool has_equals)
{
    if (contains(key, EQUALS.wide)) {
        tell_look_alike(lines, &EQUALS);
        return true;
    }
    for (size_t i = 0; i < PAIR; i++) {
        const size_t at = find_word(key, COLONS[i]);
        if (at != key.size && (has_equals || is_plain_word(trim_plain(jx_str_first(key, at))))) {
            tell(lines, JX_MESSAGE_INI_COLON, COLONS[i], JX_STR_NONE);
            return true;
        }
    }
    return false;
}

static bool is_key(const jx_ini_lines *lines, jx_str key, bool has_equals)
{
    if (has_other_separator(lines, key, has_equals)) {
        return false;
    }
    if (!has_equals) {
        return tell(lines, JX_MESSAGE_INI_NO_EQUALS, key, JX_STR_NONE);
    }
    if (key.size == 0) {
        return tell(lines, JX_MESSAGE_INI_KEY_EMPTY, JX_STR_NONE, JX_STR_NONE);
    }
    if (contains(key, WIDE_BLANK)) {
        return tell(lines, JX_MESSAGE_INI_WIDE_BLANK, JX_STR_NONE, JX_STR_NONE);
    }
    return key.size <= JX_INI_NAME || tell(lines, JX_MESSAGE_INI_KEY_LONG, key, NAME_LIMIT);
}

static bool read_key(jx_ini_lines *lines, jx_str body, jx_ini_line *ret)
{
    jx_str value = body;
    const jx_str before = jx_str_next(&value, '=');
    const jx_str spoken = cut_comment(before);
    const jx_str key = trim_plain(spoken);
    lines->before = JX_BEFORE_FAULT;
    if (!is_key(lines, key, value.data != NULL && spoken.size == before.size)) {
        return false;
    }
    if (!lines->in_section && !lines->outside) {
        lines->outside = true;
        return tell(lines, JX_MESSAGE_INI_KEY_OUTSIDE, JX_STR_NONE, JX_STR_NONE);
    }
    if (!lines->in_section || lines->in_broken) {
        return false;
    }
    lines->before = JX_BEFORE_VALUE;
    lines->literal = jx_key_is_literal(key);
    *ret = (jx_ini_line){.kind = JX_INI_KEY,
                         .name = key,
                         .text = jx_str_trim(lines->literal ? value : cut_comment(value)),
                         .line = lines->line};
    return true;
}

// The key of a line that somebody indented by mistake: one that every project file knows; else JX_STR_NONE.
static jx_str find_indented_key(jx_str body)
{
    const jx_str key = trim_plain(jx_str_next(&body, '='));
    return body.data != NULL && jx_key_is_known(key) ? key : JX_STR_NONE;
}

static bool read_more(jx_ini_lines *lines, jx_str body, jx_ini_line *ret)
{
    const jx_str key = find_indented_key(body);
    if (lines->before == JX_BEFORE_NOTHING) {
        lines->before = JX_BEFORE_FAULT;
        return tell(lines, JX_MESSAGE_INI_CONTINUES_NOTHING, JX_STR_NONE, JX_STR_NONE);
    }
    if (lines->before == JX_BEFORE_VALUE && key.data != NULL) {
        return tell(lines, JX_MESSAGE_INI_KEY_INDENTED, key, JX_STR_NONE);
    }
    const jx_str text = jx_str_trim(lines->literal ? body : cut_comment(body));
    *ret = (jx_ini_line){.kind = JX_INI_MORE, .text = text, .line = lines->line};
    return lines->before == JX_BEFORE_VALUE && text.size != 0;
}

static bool read_start(jx_ini_lines *lines, jx_str body, jx_ini_line *ret)
{
    for (size_t i = 0; i < PAIR; i++) {
        if (jx_str_starts(body, COMMENT_STARTS[i].wide)) {
            return tell_look_alike(lines, &COMMENT_STARTS[i]);
        }
        if (jx_str_starts(body, HEAD_STARTS[i].wide)) {
            tell_look_alike(lines, &HEAD_STARTS[i]);
            return give_head(lines, true, JX_STR_NONE, ret);
        }
    }
    if (body.data[0] == '[') {
        return read_head(lines, body, ret);
    }
    if (jx_str_starts(body, WIDE_BLANK)) {
        lines->before = JX_BEFORE_FAULT;
        return tell(lines, JX_MESSAGE_INI_WIDE_BLANK, JX_STR_NONE, JX_STR_NONE);
    }
    return read_key(lines, body, ret);
}

static bool read_line(jx_ini_lines *lines, jx_str text, jx_ini_line *ret)
{
    const bool indented = text.size != 0 && is_blank(text.data[0]);
    const jx_str body = trim_plain(text);
    if (!is_sound(lines, text)) {
        lines->before = JX_BEFORE_FAULT;
        return body.size != 0 && body.data[0] == '[' && give_head(lines, true, JX_STR_NONE, ret);
    }
    if (jx_str_trim(body).size == 0) {
        return false;
    }
    const bool keeps_all = indented && lines->before == JX_BEFORE_VALUE && lines->literal;
    if ((body.data[0] == ';' || body.data[0] == '#') && !keeps_all) {
        return false;
    }
    return indented ? read_more(lines, body, ret) : read_start(lines, body, ret);
}

jx_ini_lines jx_ini_lines_of(jx_str text, const char *path, jx_faults *faults)
{
    return (jx_ini_lines){.path = path, .faults = faults, .rest = text};
}

bool jx_ini_lines_next(jx_ini_lines *lines, jx_ini_line *ret)
{
    while (lines->rest.data != NULL) {
        const jx_str text = take_line(lines);
        if (read_line(lines, text, ret)) {
            return true;
        }
    }
    return false;
}

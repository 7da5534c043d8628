// SPDX-License-Identifier: MIT
#include "read/boundary.h"

enum { TAIL = 1 << 14 }; // in so many bytes at the end a project is sought first

static const char *find(const char *from, const char *end, char byte)
{
    return from == end ? NULL : memchr(from, byte, (size_t)(end - from));
}

static const char *find_last_line_end(const char *from, const char *end)
{
    return from == end ? NULL : memrchr(from, '\n', (size_t)(end - from));
}

size_t jx_boundary_of_records(jx_str text)
{
    const char *const end = text.data + text.size;
    const char *outside = text.data; // the beginning of what lies outside quotes
    size_t found = 0;
    for (;;) {
        const char *quote = find(outside, end, '"');
        const char *line_end = find_last_line_end(outside, quote == NULL ? end : quote);
        found = line_end == NULL ? found : (size_t)(line_end - text.data) + 1;
        const char *closing = quote == NULL ? NULL : find(quote + 1, end, '"');
        if (closing == NULL) {
            return found;
        }
        outside = closing + 1;
    }
}

// Behind the record that begins at `from`; NULL where it does not end.
static const char *find_record_end(const char *from, const char *end)
{
    for (const char *at = from;;) {
        const char *line_end = find(at, end, '\n');
        const char *quote = find(at, line_end == NULL ? end : line_end, '"');
        if (quote == NULL) {
            return line_end == NULL ? NULL : line_end + 1;
        }
        const char *closing = find(quote + 1, end, '"');
        if (closing == NULL) {
            return NULL;
        }
        at = closing + 1;
    }
}

// -------------------------------------------------------------------------------------- a record's project

static size_t character_size(jx_str text, jx_encoding encoding)
{
    const unsigned char first = (unsigned char)text.data[0];
    const size_t two = text.size < 2 ? 1 : 2;
    if (encoding != JX_ENCODING_GB18030 || first < 0x81u || two == 1) {
        return 1;
    }
    const unsigned char second = (unsigned char)text.data[1];
    return second >= '0' && second <= '9' && text.size >= 4 ? 4 : two;
}

// Without the blanks of jx_str_trim; the ideographic one has other bytes in GB18030.
static jx_str trim(jx_str text, jx_encoding encoding)
{
    static const jx_str wide = JX_STR("\xA1\xA1");
    if (encoding != JX_ENCODING_GB18030) {
        return jx_str_trim(text);
    }
    jx_str rest = text;
    const char *start = NULL;
    const char *end = text.data;
    while (rest.size != 0) {
        const size_t size = character_size(rest, encoding);
        const jx_str character = jx_str_first(rest, size);
        const bool blank =
            jx_str_equal(character, wide) || (size == 1 && jx_str_trim(character).size == 0);
        rest = jx_str_from(rest, size);
        if (!blank) {
            start = start == NULL ? character.data : start;
            end = character.data + size;
        }
    }
    return start == NULL ? jx_str_first(text, 0) : (jx_str){start, (size_t)(end - start)};
}

// Behind the field that begins at `from`: at its comma or the record's line end.
static const char *find_field_end(const char *from, const char *end)
{
    const char *at = from;
    bool quoted = false;
    while (at < end && (quoted || (*at != ',' && *at != '\n'))) {
        quoted ^= *at == '"';
        at++;
    }
    return at;
}

static jx_str take_off_quotes(jx_str field)
{
    const bool is_quoted =
        field.size >= 2 && field.data[0] == '"' && field.data[field.size - 1] == '"';
    return is_quoted ? (jx_str){field.data + 1, field.size - 2} : field;
}

jx_str jx_boundary_project(jx_str text, size_t column, jx_encoding encoding, size_t *ret_end)
{
    const char *const end = text.data + text.size;
    const char *const behind = find_record_end(text.data, end);
    const char *field = text.data;
    const char *field_end = find_field_end(field, end);
    size_t number = 0;
    for (; number < column && field_end < end && *field_end == ','; number++) {
        field = field_end + 1;
        field_end = find_field_end(field, end);
    }
    *ret_end = behind == NULL ? 0 : (size_t)(behind - text.data);
    if (number < column) {
        return (jx_str)JX_STR(""); // too short to tell
    }
    jx_str name = {field, (size_t)(field_end - field)};
    name.size -= jx_str_ends(name, (jx_str)JX_STR("\r")) ? 1 : 0;
    return trim(take_off_quotes(name), encoding);
}

// --------------------------------------------------------------------------------------------- projects

// The first record that begins behind `from`; the text's size where none does.
static size_t find_record(jx_str text, size_t from)
{
    const char *const end = text.data + text.size;
    const char *at = text.data;
    while (at != NULL && (size_t)(at - text.data) < from) {
        at = find_record_end(at, end);
    }
    return at == NULL ? text.size : (size_t)(at - text.data);
}

// The beginning of the last project behind the record that begins at `from`.
static size_t find_last_project(jx_str text, size_t from, size_t column, jx_encoding encoding)
{
    size_t found = 0;
    jx_str before = JX_STR_NONE;
    for (size_t at = from, size = 1; at < text.size && size != 0; at += size) {
        const jx_str name = jx_boundary_project(jx_str_from(text, at), column, encoding, &size);
        if (name.size == 0 || size == 0) {
            continue; // of the project before, or not whole
        }
        found = before.data != NULL && !jx_str_equal(before, name) ? at : found;
        before = name;
    }
    return found;
}

size_t jx_boundary_of_projects(jx_str text, const jx_columns *columns, jx_encoding encoding)
{
    if (columns != NULL && columns->project == JX_NO_COLUMN) {
        return 0; // all rows are one project's
    }
    if (columns == NULL || !columns->is_long) {
        return jx_boundary_of_records(text);
    }
    const size_t tail = text.size < TAIL ? 0 : find_record(text, text.size - TAIL);
    const size_t found = find_last_project(text, tail, columns->project, encoding);
    return found != 0 || tail == 0 ? found : find_last_project(text, 0, columns->project, encoding);
}

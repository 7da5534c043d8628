// SPDX-License-Identifier: MIT
#include "batch/result_row.h"

#include "base/error.h"
#include "read/names.h"

enum {
    LONG_ERROR = JX_ERROR_TEXT - 8, // a longer one was cut, or would be
    HEX_DIGITS = 4,
    HEX = 16,
    DECIMAL = 10
};

bool jx_result_row_is_format(const char *format)
{
    return strcmp(format, "csv") == 0 || strcmp(format, "jsonl") == 0;
}

// ----------------------------------------------------------------------------------------- its cells

static size_t find_string_end(jx_str text, size_t from)
{
    size_t at = from;
    while (at < text.size && text.data[at] != '"') {
        at += text.data[at] == '\\' ? 2 : 1;
    }
    return at < text.size ? at : text.size;
}

// What stands between the quotes behind the first or last such key.
static jx_str find_string(jx_str row, jx_str key, bool is_last)
{
    jx_str found = JX_STR_NONE;
    for (const char *at = row.data; at != NULL && (found.data == NULL || is_last);) {
        const char *const end = row.data + row.size;
        at = memmem(at, (size_t)(end - at), key.data, key.size);
        if (at != NULL) {
            at += key.size;
            const size_t from = (size_t)(at - row.data);
            found = (jx_str){at, find_string_end(row, from) - from};
        }
    }
    return found;
}

static jx_result_row read_json(jx_str row)
{
    jx_str error = find_string(row, (jx_str)JX_STR("\"error\":\""), true);
    const char *const behind = error.data == NULL ? NULL : error.data + error.size;
    const bool is_last =
        behind != NULL &&
        jx_str_is((jx_str){behind, (size_t)(row.data + row.size - behind)}, "\"}\n");
    return (jx_result_row){.project = find_string(row, (jx_str)JX_STR("{\"project\":\""), false),
                           .error = is_last ? error : JX_STR_NONE};
}

static jx_str take_off_quotes(jx_str cell)
{
    return cell.size >= 2 && cell.data[0] == '"' ? (jx_str){cell.data + 1, cell.size - 2} : cell;
}

static jx_result_row read_csv(jx_str row)
{
    const jx_str line = jx_str_first(row, row.size - 1);
    size_t first_end = line.size;
    size_t last = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.size; i++) {
        quoted ^= line.data[i] == '"';
        if (line.data[i] == ',' && !quoted) {
            first_end = first_end == line.size ? i : first_end;
            last = i + 1;
        }
    }
    const jx_str error = take_off_quotes(jx_str_from(line, last));
    return (jx_result_row){.project = take_off_quotes(jx_str_first(line, first_end)),
                           .error = error.size == 0 ? JX_STR_NONE : error};
}

jx_result_row jx_result_row_read(jx_str row, bool is_json)
{
    return is_json ? read_json(row) : read_csv(row);
}

// ------------------------------------------------------------------------------------------- its key

// Control characters are written as four digits at most.
static char read_hex(jx_str digits)
{
    static const char known[] = "0123456789abcdef";
    unsigned value = 0;
    for (size_t i = 0; i < digits.size; i++) {
        const char *at = strchr(known, digits.data[i] | 0x20);
        value = value * HEX + (at == NULL ? 0 : (unsigned)(at - known));
    }
    return (char)value;
}

static void unescape(jx_text *out, jx_str text)
{
    static const char letters[] = "bfnrt";
    static const char bytes[] = "\b\f\n\r\t";
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '\\' || i + 1 == text.size) {
            jx_text_add_char(out, text.data[i]);
            continue;
        }
        const char letter = text.data[++i];
        const char *at = memchr(letters, letter, sizeof letters - 1);
        if (letter == 'u' && text.size - i > HEX_DIGITS) {
            jx_text_add_char(out, read_hex((jx_str){text.data + i + 1, HEX_DIGITS}));
            i += HEX_DIGITS;
        } else {
            jx_text_add_char(out, (char)(at == NULL ? letter : bytes[at - letters]));
        }
    }
}

static void undouble(jx_text *out, jx_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        jx_text_add_char(out, text.data[i]);
        i += text.data[i] == '"' ? 1 : 0;
    }
}

uint64_t jx_result_row_key(const jx_result_row *row, bool is_json, jx_text *room)
{
    jx_text_clear(room);
    if (is_json) {
        unescape(room, row->project);
    } else {
        undouble(room, row->project);
    }
    const jx_str name = jx_str_trim(jx_text_str(room));
    return name.size == 0 ? 0 : jx_names_hash(name) | 1;
}

// ----------------------------------------------------------------------------------------- its error

// The number that ends the text; *ret_size: in how many digits.
static uint64_t read_line(jx_str text, size_t *ret_size)
{
    uint64_t line = 0;
    size_t from = text.size;
    while (from > 0 && text.data[from - 1] >= '0' && text.data[from - 1] <= '9') {
        from--;
    }
    for (size_t i = from; i < text.size; i++) {
        line = line * DECIMAL + (uint64_t)(text.data[i] - '0');
    }
    *ret_size = text.size - from;
    return line;
}

// FILE, a file's name without a colon and a blank, then the mark and the line.
static bool begins_in_shard(
    jx_str error, jx_str mark, jx_str *ret_file, uint64_t *ret_line, size_t *ret_end)
{
    static const jx_str behind = JX_STR(": ");
    const char *end =
        error.size == 0 ? NULL : memmem(error.data, error.size, behind.data, behind.size);
    if (end == NULL) {
        return false;
    }
    size_t digits = 0;
    const jx_str place = {error.data, (size_t)(end - error.data)};
    *ret_end = place.size;
    *ret_line = read_line(place, &digits);
    const jx_str marked = jx_str_first(place, place.size - digits);
    if (digits == 0 || !jx_str_ends(marked, mark)) {
        return false;
    }
    *ret_file = jx_str_first(marked, marked.size - mark.size);
    return true;
}

bool jx_result_row_put(
    jx_text *out, jx_str row, const jx_result_row *parts, jx_str mark, uint64_t lines)
{
    jx_str file;
    uint64_t line = 0;
    size_t behind = 0;
    if (!begins_in_shard(parts->error, mark, &file, &line, &behind)) {
        jx_text_add(out, row);
        return true;
    }
    const size_t before = (size_t)(file.data + file.size - row.data);
    const size_t rest = (size_t)(parts->error.data - row.data) + behind;
    jx_text_add(out, jx_str_first(row, before));
    jx_text_add_char(out, ':');
    jx_text_add_number(out, line + lines);
    jx_text_add(out, jx_str_from(row, rest));
    return parts->error.size < LONG_ERROR - JX_NUMBER_TEXT;
}

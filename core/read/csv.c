// SPDX-License-Identifier: MIT
#include "read/csv.h"

#include "base/arena.h"
#include "base/sheet_path.h"
#include "read/csv_split.h"

#include <unistd.h>

enum { FIRST_BYTES = 1 << 12, FIRST_FIELDS = 1 << 8 };

static const size_t NO_LINE_END = SIZE_MAX;
static const jx_str RECORD_LIMIT = JX_STR("1048576");
_Static_assert(JX_CSV_RECORD == 1048576, "the limit is written as text, too");

// A record is first searched for its end, then split: the search can go on where a block ended, and quotes are
// taken off only once the record is whole.
struct jx_csv {
    jx_arena *arena;
    jx_source *source;
    const char *path;
    bool is_sheet; // of a workbook
    uint32_t line;
    bool at_end; // of the file: the buffer holds the rest
    const char *
        buffer; // a block of the source as long as no record begins in one and ends in another; else `own`
    char *own;
    size_t room; // bytes of `own`
    char *copy;  // of a record with quotes
    size_t copy_room;
    size_t start;    // of the record
    size_t scan;     // where the search goes on
    size_t end;      // of what was read
    size_t line_end; // behind the next LF: not looked for yet where it is not behind `scan`
    size_t quote;    // the last one that opened
    bool quoted;     // `scan` is between quotes
    bool has_quotes;
    jx_str *fields;
    size_t field_room;
};

typedef enum found { MORE, STEP, WHOLE, WRONG } found;

static size_t at_least(size_t room, size_t needed)
{
    size_t larger = room == 0 ? needed : room;
    while (larger < needed) {
        larger *= 2;
    }
    return larger;
}

// Room for that many bytes and what may be looked at behind them.
static bool make_room(jx_csv *csv, char **block, size_t *room, size_t bytes)
{
    const size_t larger = at_least(*room, bytes + JX_CSV_SLACK);
    char *grown = larger == *room ? *block : jx_arena_grow(csv->arena, *block, *room, larger);
    if (grown == NULL) {
        return false;
    }
    *block = grown;
    *room = larger;
    return true;
}

static bool make_fields(jx_csv *csv, size_t count)
{
    const size_t room = at_least(csv->field_room, count);
    jx_str *fields = room == csv->field_room
                         ? csv->fields
                         : jx_arena_array(csv->arena, room, sizeof *csv->fields);
    if (fields == NULL) {
        return false;
    }
    csv->fields = fields;
    csv->field_room = room;
    return true;
}

static jx_csv *make_csv(void)
{
    jx_arena *arena = jx_arena_new();
    jx_csv *csv = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *csv);
    if (csv == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    *csv = (jx_csv){.arena = arena, .line = 1};
    if (!make_room(csv, &csv->own, &csv->room, FIRST_BYTES) || !make_fields(csv, FIRST_FIELDS)) {
        jx_csv_close(csv);
        return NULL;
    }
    csv->buffer = csv->own;
    return csv;
}

static void set_path(jx_csv *csv, const char *path)
{
    csv->path = path;
    csv->is_sheet = jx_sheet_path_cut(path, NULL).data != NULL;
}

// A file of -1 is not open yet.
static jx_status open_source(
    jx_csv *csv, int file, const char *path, jx_encoding encoding, jx_error *err)
{
    set_path(csv, path);
    return file < 0 ? jx_source_open(path, encoding, &csv->source, err)
                    : jx_source_open_file(file, path, encoding, &csv->source, err);
}

static jx_status open_csv(
    int file, const char *path, jx_encoding encoding, jx_csv **ret, jx_error *err)
{
    jx_csv *csv = make_csv();
    if (csv == NULL) {
        if (file >= 0) {
            (void)close(file);
        }
        return jx_fail_memory(err);
    }
    const jx_status status = open_source(csv, file, path, encoding, err);
    if (status != JX_OK) {
        jx_csv_close(csv);
        return status;
    }
    *ret = csv;
    return JX_OK;
}

jx_status jx_csv_open_file(
    int file, const char *path, jx_encoding encoding, jx_csv **ret, jx_error *err)
{
    return open_csv(file, path, encoding, ret, err);
}

jx_status jx_csv_open(const char *path, jx_encoding encoding, jx_csv **ret, jx_error *err)
{
    return open_csv(-1, path, encoding, ret, err);
}

jx_status jx_csv_new(jx_csv **ret, jx_error *err)
{
    jx_csv *csv = make_csv();
    if (csv == NULL) {
        return jx_fail_memory(err);
    }
    csv->source = jx_source_new();
    if (csv->source == NULL) {
        jx_csv_close(csv);
        return jx_fail_memory(err);
    }
    csv->at_end = true;
    *ret = csv;
    return JX_OK;
}

void jx_csv_take(jx_csv *csv, const jx_part *part)
{
    jx_source_take(csv->source, part);
    set_path(csv, part->path);
    csv->line = part->at.line;
    csv->at_end = false;
    csv->start = csv->scan = csv->end = csv->line_end = 0;
    csv->quoted = false;
}

void jx_csv_close(jx_csv *csv)
{
    if (csv != NULL) {
        jx_source_close(csv->source);
        jx_arena_free(csv->arena);
    }
}

static uint32_t line_at(const jx_csv *csv, size_t offset)
{
    const jx_str before = {csv->buffer + csv->start, offset - csv->start};
    return csv->line + jx_source_count_lines(before);
}

static jx_status refuse(const jx_csv *csv, size_t offset, jx_message message, jx_error *err)
{
    const jx_place place = {.file = csv->path, .line = line_at(csv, offset)};
    return jx_fail(err, &place, message, RECORD_LIMIT);
}

// The offset of the byte, or `to`.
static size_t find_byte(const jx_csv *csv, char byte, size_t from, size_t to)
{
    const char *at = from == to ? NULL : memchr(csv->buffer + from, byte, to - from);
    return at == NULL ? to : (size_t)(at - csv->buffer);
}

static found scan_quoted(jx_csv *csv, jx_error *err)
{
    const size_t quote = find_byte(csv, '"', csv->scan, csv->end);
    csv->scan = quote;
    if (quote == csv->end || (quote + 1 == csv->end && !csv->at_end)) {
        return MORE;
    }
    csv->scan = quote + 1;
    const char next = (char)(csv->scan == csv->end ? '\n' : csv->buffer[csv->scan]);
    if (next == '"') {
        csv->scan++;
        return STEP;
    }
    csv->quoted = false;
    if (next == ',' || next == '\n' || next == '\r') {
        return STEP;
    }
    refuse(csv, csv->scan, JX_MESSAGE_CSV_BEHIND_QUOTE, err);
    return WRONG;
}

static found open_quote(jx_csv *csv, size_t quote, jx_error *err)
{
    if (quote != csv->start && csv->buffer[quote - 1] != ',') {
        refuse(csv, quote, JX_MESSAGE_CSV_STRAY_QUOTE, err);
        return WRONG;
    }
    csv->quoted = true;
    csv->has_quotes = true;
    csv->quote = quote;
    csv->scan = quote + 1;
    return STEP;
}

static size_t find_line_end(jx_csv *csv)
{
    if (csv->line_end <= csv->scan) {
        const size_t at = find_byte(csv, '\n', csv->scan, csv->end);
        csv->line_end = at == csv->end ? NO_LINE_END : at + 1;
    }
    return csv->line_end == NO_LINE_END ? csv->end : csv->line_end - 1;
}

// Outside quotes: to the next opening one, or to the end of the line, which ends the record.
static found scan_plain(jx_csv *csv, jx_error *err)
{
    const size_t limit = find_line_end(csv);
    const size_t quote = find_byte(csv, '"', csv->scan, limit);
    const size_t carriage = find_byte(csv, '\r', csv->scan, quote);
    const bool at_limit = carriage + 1 == limit && quote == limit;
    const bool cut = csv->line_end == NO_LINE_END && !csv->at_end;
    if (carriage < quote && (!at_limit || (csv->line_end == NO_LINE_END && csv->at_end))) {
        refuse(csv, carriage, JX_MESSAGE_CSV_CARRIAGE, err);
        return WRONG;
    }
    if (quote < limit) {
        return open_quote(csv, quote, err);
    }
    csv->scan = carriage;
    return cut ? MORE : WHOLE;
}

// Keeps the beginning of a record before its block is gone.
static bool keep_rest(jx_csv *csv)
{
    const size_t rest = csv->end - csv->start;
    if (!make_room(csv, &csv->own, &csv->room, rest)) {
        return false;
    }
    if (rest != 0) {
        memmove(csv->own, csv->buffer + csv->start, rest);
    }
    csv->buffer = csv->own;
    csv->scan -= csv->start;
    csv->quote -= csv->quoted ? csv->start : 0;
    csv->start = 0;
    csv->end = rest;
    return true;
}

static jx_status refill(jx_csv *csv, jx_error *err)
{
    jx_str block = JX_STR("");
    if (csv->end - csv->start > JX_CSV_RECORD) {
        return refuse(csv, csv->start, JX_MESSAGE_CSV_RECORD_LONG, err);
    }
    const uint32_t line = line_at(csv, csv->end);
    if (!keep_rest(csv)) {
        return jx_fail_memory(err);
    }
    const jx_status status = jx_source_next(csv->source, line, &block, err);
    if (status != JX_OK) {
        return status;
    }
    csv->at_end = block.size == 0;
    csv->line_end = 0;
    if (csv->end == 0) {
        csv->buffer = block.data;
    } else if (make_room(csv, &csv->own, &csv->room, csv->end + block.size)) {
        memcpy(csv->own + csv->end, block.data, block.size);
        csv->buffer = csv->own;
    } else {
        return jx_fail_memory(err);
    }
    csv->end += block.size;
    return JX_OK;
}

// Leaves csv->scan at the end of the record, before its line end.
static jx_status find_end(jx_csv *csv, jx_error *err)
{
    found result;
    csv->has_quotes = false;
    do {
        result = csv->quoted ? scan_quoted(csv, err) : scan_plain(csv, err);
        if (result == MORE && csv->at_end) {
            return refuse(csv, csv->quote, JX_MESSAGE_CSV_OPEN_QUOTE, err);
        }
        if (result == MORE) {
            const jx_status status = refill(csv, err);
            if (status != JX_OK) {
                return status;
            }
        }
    } while (result == MORE || result == STEP);
    if (result == WHOLE && csv->scan - csv->start > JX_CSV_RECORD) {
        return refuse(csv, csv->start, JX_MESSAGE_CSV_RECORD_LONG, err);
    }
    return result == WHOLE ? JX_OK : JX_EDATA;
}

// The whole record at the start, whatever it has, without its line end; empty behind the last one.
static jx_status take_record(jx_csv *csv, jx_record *ret, jx_str *ret_text, jx_error *err)
{
    *ret_text = JX_STR_NONE;
    while (ret_text->size == 0) {
        const jx_status status = find_end(csv, err);
        if (status != JX_OK || csv->start == csv->end) {
            return status;
        }
        *ret_text = (jx_str){csv->buffer + csv->start, csv->scan - csv->start};
        ret->line = csv->line;
        csv->line = (csv->has_quotes ? line_at(csv, csv->scan) : csv->line) + 1;
        csv->start = csv->line_end == NO_LINE_END ? csv->end : csv->line_end;
        csv->scan = csv->start;
    }
    return JX_OK;
}

static bool split(jx_csv *csv, jx_str text, size_t *ret_count)
{
    if (!make_fields(csv, text.size + 1)) {
        return false;
    }
    if (!csv->has_quotes) {
        *ret_count = jx_csv_split_plain(text, csv->fields);
        return true;
    }
    if (!make_room(csv, &csv->copy, &csv->copy_room, text.size)) {
        return false;
    }
    memcpy(csv->copy, text.data, text.size);
    for (size_t i = 0; csv->is_sheet && i < text.size; i++) {
        csv->copy[i] = (char)(csv->copy[i] == '\r' ? '\n' : csv->copy[i]);
    }
    *ret_count = jx_csv_split_quoted(csv->copy, text.size, csv->fields);
    return true;
}

// Takes a record that is a line without quotes in the block, as most are.
static bool take_line(jx_csv *csv, jx_record *ret)
{
    const jx_str text = {csv->buffer + csv->start, csv->end - csv->start};
    if (csv->scan != csv->start) {
        return false; // the search for its end has begun
    }
    const size_t size = jx_csv_split_line(text, csv->fields, csv->field_room, &ret->count);
    if (size == 0) {
        return false;
    }
    ret->line = csv->line++;
    csv->start += size;
    csv->scan = csv->start;
    return true;
}

jx_status jx_csv_next(jx_csv *csv, jx_record *ret, bool *ret_more, jx_error *err)
{
    *ret_more = true;
    if (!take_line(csv, ret)) {
        jx_str text;
        const jx_status status = take_record(csv, ret, &text, err);
        *ret_more = text.size != 0;
        if (status != JX_OK || text.size == 0) {
            return status;
        }
        if (!split(csv, text, &ret->count)) {
            return jx_fail_memory(err);
        }
    }
    ret->fields = csv->fields;
    return JX_OK;
}

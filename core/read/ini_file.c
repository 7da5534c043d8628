// SPDX-License-Identifier: MIT
#include "read/ini_file.h"

#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/ini_lines.h"
#include "read/source.h"

#include <ini.h>

#include <assert.h>
#include <stdio.h>
#include <sys/stat.h>

// libinih's lines have 200 bytes, its names 49, and it trims values and takes ` ;` for a comment. So a value
// goes through it in pieces between marks, the first as `key=…`, the others as continuation lines.
enum {
    MARK_FIRST = 1, // begins a value
    MARK_GOES_ON,   // goes on with it in the same line
    MARK_NEXT_LINE, // goes on with it in a new one
    MARK_END,
    MARK_SEMICOLON, // stands for `;`
    MARK_HEAD,      // a key of that name follows every section's head, which is silent itself
    MARK_BROKEN,    // a section of that name could not be read
};

static const jx_str BROKEN = JX_STR("\x07");
_Static_assert(MARK_BROKEN == 7, "the mark and the section named by it");

enum { LEAST_LINE = 80, BLOCK = 1 << 14 };

typedef struct ini {
    jx_arena *arena;
    jx_ini_visit visit;
    void *user;
    jx_ini_lines lines;
    jx_ini_line line; // the one that libinih is being given
    jx_str left;      // of its text
    bool head_due;
    jx_str section; // the one we are in
    jx_str *wanted; // where the value being put together goes; NULL: nowhere
    jx_text value;  // with marks
    bool failed;    // memory ran out
} ini;

// ------------------------------------------------------------------------------------------ to libinih

static char *put_name(char *at, jx_str name)
{
    for (size_t i = 0; i < name.size; i++) {
        *at++ = (char)(name.data[i] == ';' ? MARK_SEMICOLON : name.data[i]);
    }
    return at;
}

static char *put_piece(ini *file, char *at, const char *end, char mark)
{
    *at++ = mark;
    const jx_str piece = jx_utf8_cut(file->left, (size_t)(end - at) - sizeof "_\n");
    file->left = jx_str_from(file->left, piece.size);
    at = put_name(at, piece);
    *at++ = MARK_END;
    return at;
}

static char *put_line(ini *file, char *at, const char *end)
{
    const jx_ini_line *line = &file->line;
    file->left = line->text;
    switch (line->kind) {
    case JX_INI_HEAD:
    case JX_INI_BROKEN:
        file->head_due = true;
        *at++ = '[';
        at = put_name(at, line->kind == JX_INI_HEAD ? line->name : BROKEN);
        *at++ = ']';
        return at;
    case JX_INI_KEY:
        at = put_name(at, line->name);
        *at++ = '=';
        return put_piece(file, at, end, MARK_FIRST);
    case JX_INI_MORE:
        *at++ = ' ';
        return put_piece(file, at, end, MARK_NEXT_LINE);
    }
    return at;
}

static char *give_line(char *buffer, int size, void *stream)
{
    ini *file = stream;
    char *at = buffer;
    const char *end = buffer + size;
    assert(size >= LEAST_LINE);
    if (file->head_due) {
        file->head_due = false;
        *at++ = MARK_HEAD;
        *at++ = '=';
    } else if (file->left.size != 0) {
        *at++ = ' ';
        at = put_piece(file, at, end, MARK_GOES_ON);
    } else if (jx_ini_lines_next(&file->lines, &file->line)) {
        at = put_line(file, at, end);
    } else {
        return NULL;
    }
    *at++ = '\n';
    *at = '\0';
    return buffer;
}

// ---------------------------------------------------------------------------------------- from libinih

static jx_str restore(ini *file, jx_str text)
{
    char *copy = jx_arena_alloc(file->arena, text.size + 1);
    if (copy == NULL) {
        file->failed = true;
        return (jx_str)JX_STR("");
    }
    for (size_t i = 0; i < text.size; i++) {
        copy[i] = (char)(text.data[i] == MARK_SEMICOLON ? ';' : text.data[i]);
    }
    return (jx_str){copy, text.size};
}

static void finish_value(ini *file)
{
    if (file->wanted != NULL) {
        *file->wanted = restore(file, jx_str_trim(jx_text_str(&file->value)));
    }
    file->failed |= file->value.failed;
    file->wanted = NULL;
    jx_text_clear(&file->value);
}

static void announce(ini *file, jx_str key)
{
    const jx_ini_item item = {.section = file->section, .key = key, .line = file->line.line};
    file->wanted = file->failed ? NULL : file->visit(file->user, &item);
}

static int take_pair(void *user, const char *section, const char *key, const char *value)
{
    ini *file = user;
    if (key[0] == MARK_HEAD) {
        finish_value(file);
        file->section = section[0] == MARK_BROKEN ? JX_STR_NONE : restore(file, jx_str_of(section));
        announce(file, JX_STR_NONE);
        return 1;
    }
    const jx_str piece = jx_str_from(jx_str_of(value), 1);
    if (value[0] == MARK_FIRST) {
        finish_value(file);
        announce(file, restore(file, jx_str_of(key)));
    } else if (value[0] == MARK_NEXT_LINE) {
        jx_text_add_char(&file->value, '\n');
    }
    jx_text_add(&file->value, jx_str_first(piece, piece.size - 1));
    return 1;
}

// ---------------------------------------------------------------------------------------------- a file

static jx_status refuse(jx_faults *faults, const char *path, uint32_t line, jx_message message)
{
    const jx_place place = {.file = path, .line = line};
    return jx_fault(faults, &place, message, JX_STR_NONE);
}

// The first line that is too long, in the first bytes of a regular file; 0 where there is none.
static uint32_t find_long_line(const char *path)
{
    char block[BLOCK];
    struct stat status;
    FILE *file = stat(path, &status) == 0 && S_ISREG(status.st_mode) ? fopen(path, "rb") : NULL;
    uint32_t line = 1;
    size_t length = 0;
    for (size_t read = 0; file != NULL && read < JX_INI_FILE && length <= JX_INI_LINE;) {
        const size_t got = fread(block, 1, sizeof block, file);
        for (size_t i = 0; i < got && length <= JX_INI_LINE; i++) {
            length = block[i] == '\n' ? 0 : length + 1;
            line += block[i] == '\n';
        }
        read = got == 0 ? JX_INI_FILE : read + got;
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return length > JX_INI_LINE ? line : 0;
}

static jx_status read_bytes(jx_arena *arena, const char *path, jx_faults *faults, jx_str *ret)
{
    jx_error err = JX_ERROR(faults->lang);
    const jx_status status = jx_file_read(arena, path, JX_INI_FILE, JX_ECONFIG, ret, &err);
    const uint32_t line = err.message == JX_MESSAGE_FILE_TOO_LARGE ? find_long_line(path) : 0;
    if (line != 0) {
        return jx_ini_lines_refuse(path, line, faults);
    }
    return status == JX_OK ? status : jx_faults_take(faults, &err);
}

// Takes the byte order mark off; a fault where the text is not one that can be read.
static jx_status check_text(const char *path, jx_faults *faults, jx_str *text)
{
    size_t bad = 0;
    if (jx_str_starts(*text, (jx_str)JX_STR("\xFF\xFE")) ||
        jx_str_starts(*text, (jx_str)JX_STR("\xFE\xFF"))) {
        return refuse(faults, path, 0, JX_MESSAGE_INI_UTF16);
    }
    if (jx_str_starts(*text, (jx_str)JX_STR("\xEF\xBB\xBF"))) {
        *text = jx_str_from(*text, 3);
    }
    if (!jx_utf8_check(*text, &bad)) {
        const uint32_t line = 1 + jx_source_count_lines(jx_str_first(*text, bad));
        const bool nul = text->data[bad] == '\0';
        return refuse(faults, path, line, nul ? JX_MESSAGE_INI_NUL : JX_MESSAGE_INI_UTF8);
    }
    if (text->size != 0 && memchr(text->data, '\r', text->size) != NULL &&
        memchr(text->data, '\n', text->size) == NULL) {
        return refuse(faults, path, 0, JX_MESSAGE_INI_CARRIAGE);
    }
    return JX_OK;
}

jx_status jx_ini_read(jx_arena *arena,
                      const char *path,
                      jx_faults *faults,
                      jx_ini_visit visit,
                      void *user,
                      jx_digest *ret)
{
    jx_str bytes = JX_STR("");
    jx_status status = read_bytes(arena, path, faults, &bytes);
    if (status != JX_OK) {
        return status;
    }
    const jx_digest digest = jx_digest_of(bytes);
    status = check_text(path, faults, &bytes);
    if (status != JX_OK) {
        return status;
    }
    ini file = {.arena = arena,
                .visit = visit,
                .user = user,
                .lines = jx_ini_lines_of(bytes, path, faults),
                .value = jx_text_in(arena)};
    const int result = ini_parse_stream(give_line, &file, take_pair, &file);
    finish_value(&file);
    if (result != 0 || file.failed) {
        jx_error err = JX_ERROR(faults->lang);
        jx_fail_memory(&err);
        return jx_faults_take(faults, &err);
    }
    *ret = digest;
    return JX_OK;
}

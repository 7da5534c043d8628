// SPDX-License-Identifier: MIT
#include "read/source.h"

#include "base/arena.h"
#include "base/file.h"
#include "read/well_formed.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <unistd.h>

// Behind a block so many bytes may be looked at.
enum { RAW_CAPACITY = JX_SOURCE_BYTES + 8 + JX_PART_SLACK };

// Raw bytes come from a file, block by block, or lie in memory already.
struct jx_source {
    jx_arena *arena;
    const char *path;
    int descriptor; // -1: the bytes lie in memory
    jx_str rest;    // of the bytes in memory
    bool at_start;  // of the file
    bool at_end;
    jx_writing writing;
    iconv_t converter;
    char *raw;
    jx_str kept; // the last block's end: the beginning of a character
    char *converted;
};

static iconv_t no_converter(void)
{
    return (iconv_t)-1; // NOLINT(performance-no-int-to-ptr): what iconv_open says for none
}

static jx_status refuse(const jx_source *source, uint32_t line, jx_message message, jx_error *err)
{
    const jx_place place = {.file = source->path, .line = line};
    return jx_fail(err, &place, message, JX_STR_NONE);
}

// Counts in bytes, which many are added up at a time; so few that a byte does not overflow.
static uint32_t count_in_piece(const char *piece, size_t size)
{
    uint8_t count = 0;
    for (size_t i = 0; i < size; i++) {
        count = (uint8_t)(count + (piece[i] == '\n'));
    }
    return count;
}

uint32_t jx_source_count_lines(jx_str text)
{
    enum { PIECE = 128 };
    uint32_t count = 0;
    size_t at = 0;
    for (; text.size - at >= PIECE; at += PIECE) {
        count += count_in_piece(text.data + at, PIECE);
    }
    return count + count_in_piece(text.data + at, text.size - at);
}

static jx_status open_descriptor(const char *path, int *ret, jx_error *err)
{
    const int descriptor = jx_str_is(jx_str_of(path), "-")
                               ? dup(STDIN_FILENO)
                               : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        return jx_file_fail(path, errno, JX_EDATA, err);
    }
    *ret = descriptor;
    return JX_OK;
}

// False where memory is out; a system may also have no converter.
static bool make_converter(jx_source *source)
{
    source->converted = jx_arena_alloc(source->arena, JX_SOURCE_BLOCK + JX_PART_SLACK);
    if (source->converted != NULL) {
        source->converter = iconv_open("UTF-8", "GB18030");
    }
    return source->converted != NULL;
}

static jx_source *make_source(const char *path, jx_writing writing)
{
    jx_arena *arena = jx_arena_new();
    jx_source *source = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *source);
    if (source == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    *source = (jx_source){.arena = arena,
                          .path = path,
                          .descriptor = -1,
                          .at_start = true,
                          .writing = writing,
                          .converter = no_converter()};
    return source;
}

jx_status jx_source_open(const char *path, jx_encoding encoding, jx_source **ret, jx_error *err)
{
    jx_source *source = make_source(path, (jx_writing){.encoding = encoding});
    if (source == NULL) {
        return jx_fail_memory(err);
    }
    source->raw = jx_arena_alloc(source->arena, RAW_CAPACITY);
    const jx_status status =
        source->raw == NULL ? jx_fail_memory(err) : open_descriptor(path, &source->descriptor, err);
    if (status != JX_OK) {
        jx_source_close(source);
        return status;
    }
    *ret = source;
    return JX_OK;
}

jx_source *jx_source_new(void)
{
    jx_source *source = make_source(NULL, (jx_writing){.encoding = JX_ENCODING_DETECT});
    if (source != NULL && !make_converter(source)) {
        jx_source_close(source);
        return NULL;
    }
    return source;
}

void jx_source_take(jx_source *source, const jx_part *part)
{
    source->path = part->path;
    source->writing = part->at.writing;
    source->raw = part->data;
    source->rest = (jx_str){part->data, part->size};
    source->at_start = part->at.offset == 0;
    source->at_end = false;
    source->kept = JX_STR_NONE;
}

void jx_source_close(jx_source *source)
{
    if (source == NULL) {
        return;
    }
    if (source->descriptor >= 0) {
        close(source->descriptor);
    }
    if (source->converter != no_converter()) {
        iconv_close(source->converter);
    }
    jx_arena_free(source->arena);
}

// Blocks are whole but for the last, however a pipe delivers, so that what is detected does not depend on it.
static jx_status read_file(jx_source *source, jx_str *ret, jx_error *err)
{
    const size_t kept = source->kept.size;
    if (kept != 0) {
        memmove(source->raw, source->kept.data, kept);
    }
    size_t got = 0;
    while (got < JX_SOURCE_BYTES) {
        const ssize_t count =
            read(source->descriptor, source->raw + kept + got, JX_SOURCE_BYTES - got);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return jx_file_fail(source->path, errno, JX_EDATA, err);
        }
        if (count == 0) {
            source->at_end = true;
            break;
        }
        got += (size_t)count;
    }
    *ret = (jx_str){source->raw, kept + got};
    return JX_OK;
}

// What was kept lies before the rest. What need not be converted is given as a whole.
static jx_str read_memory(jx_source *source)
{
    const size_t kept = source->kept.size;
    const size_t most = source->rest.size;
    const bool converts = source->writing.encoding == JX_ENCODING_GB18030;
    const size_t got = converts && most > JX_SOURCE_BYTES ? JX_SOURCE_BYTES : most;
    const jx_str block = {source->rest.data - kept, kept + got};
    source->rest = jx_str_from(source->rest, got);
    source->at_end = source->rest.size == 0;
    return block;
}

static jx_status read_raw(jx_source *source, jx_str *ret, jx_error *err)
{
    jx_status status = JX_OK;
    if (source->descriptor < 0) {
        *ret = read_memory(source);
    } else {
        status = read_file(source, ret, err);
    }
    source->kept = JX_STR_NONE;
    return status;
}

static uint32_t line_at(uint32_t line, jx_str text, size_t offset)
{
    return line + jx_source_count_lines(jx_str_first(text, offset));
}

static jx_status give_utf8(
    jx_source *source, uint32_t line, jx_str text, jx_str *ret, jx_error *err)
{
    size_t bad = 0;
    const size_t cut = source->at_end ? 0 : jx_writing_cut(text);
    const jx_str whole = jx_str_first(text, text.size - cut);
    if (!jx_well_formed(whole, &bad)) {
        const bool ends = source->at_end && bad == text.size - jx_writing_cut(text);
        return refuse(source, line_at(line, whole, bad),
                      whole.data[bad] == '\0' ? JX_MESSAGE_SOURCE_NUL
                      : ends                  ? JX_MESSAGE_SOURCE_CUT
                                              : JX_MESSAGE_SOURCE_UTF8,
                      err);
    }
    source->kept = jx_str_from(text, whole.size);
    *ret = whole;
    return JX_OK;
}

static jx_status refuse_gb18030(const jx_source *source, uint32_t line, jx_error *err)
{
    if (!source->writing.guessed) {
        return refuse(source, line, JX_MESSAGE_SOURCE_GB18030, err);
    }
    char not_utf8[JX_NUMBER_TEXT];
    char not_gb18030[JX_NUMBER_TEXT];
    const jx_place place = {.file = source->path, .line = source->writing.bad_line};
    return jx_fail(err, &place, JX_MESSAGE_SOURCE_NEITHER,
                   jx_str_number(source->writing.bad_line, not_utf8),
                   jx_str_number(line, not_gb18030));
}

static jx_status give_gb18030(
    jx_source *source, uint32_t line, jx_str text, jx_str *ret, jx_error *err)
{
    if (source->converted == NULL && !make_converter(source)) {
        return jx_fail_memory(err);
    }
    if (source->converter == no_converter()) {
        return refuse(source, 0, JX_MESSAGE_SOURCE_NO_CONVERTER, err);
    }
    char *from = source->raw + (text.data - source->raw);
    char *to = source->converted;
    size_t left = text.size;
    size_t room = JX_SOURCE_BLOCK;
    const bool whole = iconv(source->converter, &from, &left, &to, &room) != (size_t)-1;
    const bool cut = !whole && errno == EINVAL && !source->at_end;
    const jx_str made = {source->converted, JX_SOURCE_BLOCK - room};
    jx_str behind = made;
    const jx_str before = jx_str_next(&behind, '\0');
    if (behind.data != NULL) {
        return refuse(source, line_at(line, before, before.size), JX_MESSAGE_SOURCE_NUL, err);
    }
    if (!whole && !cut) {
        return refuse_gb18030(source, line_at(line, made, made.size), err);
    }
    source->kept = (jx_str){from, left};
    *ret = made;
    return JX_OK;
}

// Takes a byte order mark off the text and its word for the encoding.
static jx_status take_mark(jx_source *source, jx_str *text, jx_error *err)
{
    if (jx_writing_is_utf16(*text)) {
        return refuse(source, 0, JX_MESSAGE_SOURCE_UTF16, err);
    }
    *text = jx_str_from(*text, jx_writing_take_mark(&source->writing, *text));
    return JX_OK;
}

jx_status jx_source_next(jx_source *source, uint32_t line, jx_str *ret, jx_error *err)
{
    if (source->at_end) {
        *ret = (jx_str)JX_STR("");
        return JX_OK;
    }
    jx_str text = JX_STR("");
    jx_status status = read_raw(source, &text, err);
    if (status == JX_OK && source->at_start) {
        status = take_mark(source, &text, err);
    }
    if (status != JX_OK) {
        return status;
    }
    source->at_start = false;
    jx_writing_look(&source->writing, line, text, source->at_end);
    return source->writing.encoding == JX_ENCODING_GB18030
               ? give_gb18030(source, line, text, ret, err)
               : give_utf8(source, line, text, ret, err);
}

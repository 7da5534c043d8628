// SPDX-License-Identifier: MIT
#include "read/source.h"

#include "base/arena.h"
#include "base/file.h"
#include "read/well_formed.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <unistd.h>

enum { RAW_CAPACITY = JX_SOURCE_BYTES + 8 };

struct jx_source {
    jx_arena *arena;
    const char *path;
    int descriptor;
    bool at_start;
    bool at_end;
    jx_encoding encoding; // JX_ENCODING_DETECT: all was plain ASCII so far
    bool detected;        // GB18030 is a guess
    uint32_t bad_line;    // the line that made it one: it is not UTF-8
    iconv_t converter;
    char *raw;
    jx_str kept; // the last block's end: the beginning of a character
    char *converted;
};

static const jx_str UTF8_MARK = JX_STR("\xEF\xBB\xBF");
static const jx_str GB18030_MARK = JX_STR("\x84\x31\x95\x33");
static const jx_str UTF16_MARKS[] = {JX_STR("\xFF\xFE"), JX_STR("\xFE\xFF")};

static iconv_t no_converter(void)
{
    return (iconv_t)-1; // NOLINT(performance-no-int-to-ptr): what iconv_open says for none
}

static jx_status refuse(const jx_source *source, uint32_t line, jx_message message, jx_error *err)
{
    const jx_place place = {.file = source->path, .line = line};
    return jx_fail(err, &place, message, JX_STR_NONE);
}

uint32_t jx_source_count_lines(jx_str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += text.data[i] == '\n';
    }
    return count;
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

jx_status jx_source_open(const char *path, jx_encoding encoding, jx_source **ret, jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    jx_source *source = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *source);
    char *raw = source == NULL ? NULL : jx_arena_alloc(arena, RAW_CAPACITY);
    if (raw == NULL) {
        jx_arena_free(arena);
        return jx_fail_memory(err);
    }
    *source = (jx_source){.arena = arena,
                          .path = path,
                          .descriptor = -1,
                          .at_start = true,
                          .encoding = encoding,
                          .converter = no_converter(),
                          .raw = raw};
    const jx_status status = open_descriptor(path, &source->descriptor, err);
    if (status != JX_OK) {
        jx_source_close(source);
        return status;
    }
    *ret = source;
    return JX_OK;
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
static jx_status read_raw(jx_source *source, jx_str *ret, jx_error *err)
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
    source->kept = JX_STR_NONE;
    *ret = (jx_str){source->raw, kept + got};
    return JX_OK;
}

// How many bytes at the end begin a character that the text does not finish.
static size_t find_cut(jx_str text)
{
    for (size_t back = 1; back <= 3 && back <= text.size; back++) {
        const unsigned char byte = (unsigned char)text.data[text.size - back];
        if ((byte & 0xC0u) != 0x80u) {
            const size_t length = byte >= 0xF0u ? 4 : byte >= 0xE0u ? 3 : byte >= 0xC0u ? 2 : 1;
            return length > back ? back : 0;
        }
    }
    return 0;
}

static uint32_t line_at(uint32_t line, jx_str text, size_t offset)
{
    return line + jx_source_count_lines(jx_str_first(text, offset));
}

static void detect(jx_source *source, uint32_t line, jx_str text)
{
    size_t bad = 0;
    const jx_str whole = jx_str_first(text, text.size - find_cut(text));
    const bool tail_alone = jx_is_ascii(whole);
    if (tail_alone) {
        bad = whole.size;
    } else if (jx_well_formed(whole, &bad) || whole.data[bad] == '\0') {
        source->encoding = JX_ENCODING_UTF8;
        return;
    }
    source->encoding = JX_ENCODING_GB18030;
    source->detected = true;
    source->bad_line = line_at(line, text, bad);
}

static jx_status give_utf8(
    jx_source *source, uint32_t line, jx_str text, jx_str *ret, jx_error *err)
{
    size_t bad = 0;
    const size_t cut = source->at_end ? 0 : find_cut(text);
    const jx_str whole = jx_str_first(text, text.size - cut);
    if (!jx_well_formed(whole, &bad)) {
        const bool nul = whole.data[bad] == '\0';
        return refuse(source, line_at(line, whole, bad),
                      nul ? JX_MESSAGE_SOURCE_NUL : JX_MESSAGE_SOURCE_UTF8, err);
    }
    source->kept = jx_str_from(text, whole.size);
    *ret = whole;
    return JX_OK;
}

static jx_status refuse_gb18030(const jx_source *source, uint32_t line, jx_error *err)
{
    if (!source->detected) {
        return refuse(source, line, JX_MESSAGE_SOURCE_GB18030, err);
    }
    char not_utf8[JX_NUMBER_TEXT];
    char not_gb18030[JX_NUMBER_TEXT];
    const jx_place place = {.file = source->path, .line = source->bad_line};
    return jx_fail(err, &place, JX_MESSAGE_SOURCE_NEITHER,
                   jx_str_number(source->bad_line, not_utf8), jx_str_number(line, not_gb18030));
}

static jx_status give_gb18030(
    jx_source *source, uint32_t line, jx_str text, jx_str *ret, jx_error *err)
{
    if (source->converted == NULL) {
        source->converted = jx_arena_alloc(source->arena, JX_SOURCE_BLOCK);
        source->converter = iconv_open("UTF-8", "GB18030");
    }
    if (source->converted == NULL) {
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
    if (jx_str_starts(*text, UTF16_MARKS[0]) || jx_str_starts(*text, UTF16_MARKS[1])) {
        return refuse(source, 0, JX_MESSAGE_SOURCE_UTF16, err);
    }
    if (source->encoding != JX_ENCODING_GB18030 && jx_str_starts(*text, UTF8_MARK)) {
        source->encoding = JX_ENCODING_UTF8;
        *text = jx_str_from(*text, UTF8_MARK.size);
    } else if (source->encoding != JX_ENCODING_UTF8 && jx_str_starts(*text, GB18030_MARK)) {
        source->encoding = JX_ENCODING_GB18030;
        *text = jx_str_from(*text, GB18030_MARK.size);
    }
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
    // the beginning of a character tells nothing yet, unless nothing follows
    const jx_str told = jx_str_first(text, text.size - (source->at_end ? 0 : find_cut(text)));
    if (source->encoding == JX_ENCODING_DETECT && !jx_is_ascii(told)) {
        detect(source, line, text);
    }
    return source->encoding == JX_ENCODING_GB18030 ? give_gb18030(source, line, text, ret, err)
                                                   : give_utf8(source, line, text, ret, err);
}

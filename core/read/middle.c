// SPDX-License-Identifier: MIT
#include "read/middle.h"

#include "base/file.h"
#include "read/boundary.h"

#include <errno.h>
#include <unistd.h>

enum { AROUND = 1 << 15 }; // bytes looked at before and behind a place, to begin with

// ------------------------------------------------------------------------------- inside quotes or outside

// Goes on by a character or a doubled quote; false where the text cannot be CSV. `at` is not its last byte.
static bool step(jx_str text, size_t *at, bool *quoted)
{
    const char byte = text.data[*at];
    const char next = text.data[*at + 1];
    const size_t here = (*at)++;
    if (byte == '\r' && !*quoted) {
        return next == '\n';
    }
    if (byte != '"') {
        return true;
    }
    if (!*quoted) {
        *quoted = true;
        return here == 0 || text.data[here - 1] == ',' || text.data[here - 1] == '\n';
    }
    if (next == '"') {
        ++*at;
        return true;
    }
    *quoted = false;
    return next == ',' || next == '\n' || next == '\r';
}

// How far the text can be CSV if it is quoted at `from`, or is not.
static size_t read_as(jx_str text, size_t from, bool quoted)
{
    size_t at = from;
    while (at + 1 < text.size && step(text, &at, &quoted)) {
    }
    return at < text.size ? at : text.size - 1;
}

static bool is_quoted(jx_str text, size_t from)
{
    return read_as(text, from, true) > read_as(text, from, false);
}

// The beginning of the first record at or behind `least`; 0 where none is known to.
static size_t find_record(jx_str text, size_t from, bool quoted, size_t least)
{
    for (size_t at = from; at < text.size; at++) {
        quoted ^= text.data[at] == '"';
        if (text.data[at] == '\n' && !quoted && at + 1 >= least) {
            return at + 1;
        }
    }
    return 0;
}

// ------------------------------------------------------------------------------------------- projects

static jx_encoding find_encoding(const jx_middle *middle, jx_str text)
{
    jx_writing writing = {.encoding = middle->encoding};
    jx_writing_look(&writing, 1, text, false);
    return writing.encoding;
}

// The first record from there on that names another project than the first that is named; 0 where there is none.
static size_t find_other(const jx_middle *middle, jx_str text, size_t from)
{
    const jx_encoding encoding = find_encoding(middle, jx_str_from(text, from));
    jx_str first = JX_STR_NONE;
    for (size_t at = from, size = 1; at < text.size && size != 0; at += size) {
        const jx_str name =
            jx_boundary_project(jx_str_from(text, at), middle->columns->project, encoding, &size);
        if (size == 0 || name.size == 0) {
            continue; // not whole, or of the project before
        }
        if (first.data != NULL && !jx_str_equal(first, name)) {
            return at;
        }
        first = name;
    }
    return 0;
}

// ---------------------------------------------------------------------------------------------- reading

typedef struct window {
    uint64_t start; // of the text, in the file
    uint64_t end;
    jx_str text;
} window;

static jx_status read_window(const jx_cut *cut, window *it, jx_error *err)
{
    const size_t size = (size_t)(it->end - it->start);
    size_t held = 0;
    while (held < size) {
        const ssize_t got =
            pread(cut->file, cut->room + held, size - held, (off_t)(it->start + held));
        if (got < 0 && errno != EINTR) {
            return jx_file_fail(cut->path, errno, JX_EDATA, err);
        }
        if (got == 0) {
            const jx_place place = {.file = cut->path};
            return jx_fail(err, &place, JX_MESSAGE_ACTUALS_SHORTER, JX_STR_NONE);
        }
        held += got > 0 ? (size_t)got : 0;
    }
    it->text = (jx_str){cut->room, size};
    return JX_OK;
}

// The first byte that no quote stands before: a doubled one is not to be taken apart.
static size_t find_foothold(const window *it, uint64_t data)
{
    size_t at = it->start == data ? 0 : 1;
    while (at > 0 && at < it->text.size && it->text.data[at - 1] == '"') {
        at++;
    }
    return at;
}

static size_t find_in(const jx_middle *middle, const window *it, uint64_t from)
{
    const size_t foothold = find_foothold(it, middle->data);
    const bool quoted = it->start != middle->data && is_quoted(it->text, foothold);
    const size_t record = find_record(it->text, foothold, quoted, (size_t)(from - it->start));
    return record == 0 || !middle->columns->is_long ? record : find_other(middle, it->text, record);
}

size_t jx_middle_head(jx_str text)
{
    size_t at = 0;
    size_t size = 1;
    while (at < text.size && size != 0) {
        const jx_str rest = jx_str_from(text, at);
        (void)jx_boundary_project(rest, 0, JX_ENCODING_UTF8, &size);
        const size_t record = size == 0 ? rest.size : size;
        at += record;
        for (size_t i = 0; i < record; i++) {
            if (strchr("\r\n\t ,\"", rest.data[i]) == NULL) {
                return at;
            }
        }
    }
    return at;
}

jx_status jx_middle_find(const jx_middle *middle, uint64_t from, uint64_t *ret, jx_error *err)
{
    const uint64_t end = middle->cut->end;
    for (uint64_t around = AROUND;; around *= 2) {
        window it = {.start = from - middle->data > AROUND ? from - AROUND : middle->data};
        const uint64_t most = it.start + JX_PART_ROOM < end ? it.start + JX_PART_ROOM : end;
        it.end = from + around < most ? from + around : most;
        const jx_status status = read_window(middle->cut, &it, err);
        if (status != JX_OK) {
            return status;
        }
        const size_t found = find_in(middle, &it, from);
        if (found != 0 || it.end == most) {
            *ret = found == 0 ? end : it.start + found;
            return JX_OK;
        }
    }
}

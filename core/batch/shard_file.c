// SPDX-License-Identifier: MIT
#include "batch/shard_file.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 1 << 16 };

static jx_status refuse(const jx_shard_file *shard, jx_message message, jx_error *err)
{
    const jx_place place = {.file = shard->path};
    return jx_fail(err, &place, message, JX_STR_NONE);
}

// The last line, of at most so many bytes.
static bool find_trailer(jx_shard_file *shard, uint64_t size)
{
    char tail[JX_TRAILER_MOST];
    const size_t wanted = size < sizeof tail ? (size_t)size : sizeof tail;
    const ssize_t got = pread(shard->file, tail, wanted, (off_t)(size - wanted));
    if (got < 1 || (size_t)got != wanted) {
        return false;
    }
    const char *line_end = memrchr(tail, '\n', wanted - 1);
    const jx_str line = line_end == NULL
                            ? JX_STR_NONE
                            : (jx_str){line_end + 1, wanted - (size_t)(line_end + 1 - tail)};
    shard->end = size - line.size;
    return line.data != NULL && jx_trailer_parse(line, &shard->trailer);
}

static jx_status open_regular(jx_shard_file *shard, uint64_t *ret_size, jx_error *err)
{
    struct stat about;
    shard->file = open(shard->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (shard->file < 0 || fstat(shard->file, &about) != 0) {
        return jx_file_fail(shard->path, errno, JX_EDATA, err);
    }
    if (!S_ISREG(about.st_mode)) {
        return refuse(shard, JX_MESSAGE_SHARD_NOT_REGULAR, err);
    }
    *ret_size = (uint64_t)about.st_size;
    return JX_OK;
}

jx_status jx_shard_file_open(const char *path, jx_shard_file *ret, jx_error *err)
{
    uint64_t size = 0;
    *ret = (jx_shard_file){.path = path, .file = -1};
    jx_status status = open_regular(ret, &size, err);
    if (status == JX_OK && !find_trailer(ret, size)) {
        status = refuse(ret, JX_MESSAGE_SHARD_NONE, err);
    }
    if (status == JX_OK && (ret->arena = jx_arena_new()) == NULL) {
        status = jx_fail_memory(err);
    }
    if (status != JX_OK) {
        jx_shard_file_close(ret);
    }
    return status;
}

void jx_shard_file_close(jx_shard_file *shard)
{
    if (shard->file >= 0) {
        (void)close(shard->file);
        shard->file = -1;
    }
    jx_arena_free(shard->arena);
    shard->arena = NULL;
}

// --------------------------------------------------------------------------------------------- rows

// Makes room behind what is held of the row.
static bool make_room(jx_shard_file *shard)
{
    memmove(shard->buffer, shard->buffer + shard->start, shard->held - shard->start);
    shard->held -= shard->start;
    shard->start = 0;
    if (shard->room - shard->held >= BLOCK) {
        return true;
    }
    const size_t room = 2 * shard->room + BLOCK;
    char *buffer = jx_arena_grow(shard->arena, shard->buffer, shard->room, room);
    shard->buffer = buffer == NULL ? shard->buffer : buffer;
    shard->room = buffer == NULL ? shard->room : room;
    return buffer != NULL;
}

static jx_status read_on(jx_shard_file *shard, jx_error *err)
{
    if (shard->buffer == NULL) {
        shard->buffer = jx_arena_alloc(shard->arena, BLOCK);
        shard->room = shard->buffer == NULL ? 0 : BLOCK;
    }
    if (shard->buffer == NULL || !make_room(shard)) {
        return jx_fail_memory(err);
    }
    const uint64_t left = shard->end - shard->offset;
    const size_t wanted =
        shard->room - shard->held < left ? shard->room - shard->held : (size_t)left;
    ssize_t got = -1;
    do {
        got = pread(shard->file, shard->buffer + shard->held, wanted, (off_t)shard->offset);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        return jx_file_fail(shard->path, errno, JX_EDATA, err);
    }
    if (got == 0) {
        return refuse(shard, JX_MESSAGE_SHARD_NONE, err);
    }
    shard->held += (size_t)got;
    shard->offset += (size_t)got;
    return JX_OK;
}

// Behind the row's line end; 0 where it is not held. Goes on where it left off.
static size_t find_end(const jx_shard_file *shard, size_t *scan, bool *quoted)
{
    for (; *scan < shard->held; ++*scan) {
        *quoted ^= !shard->is_json && shard->buffer[*scan] == '"';
        if (shard->buffer[*scan] == '\n' && !*quoted) {
            return *scan + 1;
        }
    }
    return 0;
}

jx_status jx_shard_file_next(jx_shard_file *shard, jx_str *ret, bool *ret_more, jx_error *err)
{
    const bool is_first = shard->offset == 0;
    size_t scan = shard->start;
    bool quoted = false;
    size_t end = 0;
    *ret_more = shard->start < shard->held || shard->offset < shard->end;
    while (*ret_more && (end = find_end(shard, &scan, &quoted)) == 0) {
        const size_t done = scan - shard->start;
        const jx_status status = shard->offset == shard->end
                                     ? refuse(shard, JX_MESSAGE_SHARD_NONE, err)
                                     : read_on(shard, err);
        if (status != JX_OK) {
            return status;
        }
        shard->is_json = is_first ? shard->buffer[0] == '{' : shard->is_json;
        scan = shard->start + done;
    }
    *ret = (jx_str){shard->buffer + shard->start, *ret_more ? end - shard->start : 0};
    shard->start = *ret_more ? end : shard->start;
    return JX_OK;
}

// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_BYTES = 1 << 16, NAME_ROOM = 4096 };

static const jx_verdict READING[] = {
    {ENOENT, JX_MESSAGE_FILE_ABSENT},       {ENOTDIR, JX_MESSAGE_FILE_ABSENT},
    {EACCES, JX_MESSAGE_FILE_DENIED},       {EPERM, JX_MESSAGE_FILE_DENIED},
    {EISDIR, JX_MESSAGE_FILE_IS_DIRECTORY}, {0, JX_MESSAGE_FILE_UNREADABLE},
};

bool jx_file_is_same(const char *path, const char *other)
{
    struct stat first;
    struct stat second;
    return stat(path, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

// Reads to the end; returns an errno, EFBIG where there are more bytes than the limit.
static int read_whole(int file, jx_arena *arena, size_t expected, size_t limit, jx_str *ret)
{
    size_t size = 0;
    size_t capacity = 0;
    char *bytes = NULL;
    for (;;) {
        if (capacity - size < 2) {
            size_t more = capacity == 0 ? expected + 2 : capacity * 2;
            char *grown = (char *)jx_arena_grow(arena, bytes, capacity, more);
            if (grown == NULL) {
                return ENOMEM;
            }
            bytes = grown;
            capacity = more;
        }
        ssize_t got = read(file, bytes + size, capacity - size - 1);
        if (got == 0) {
            bytes[size] = '\0';
            *ret = (jx_str){bytes, size};
            return 0;
        }
        if (got < 0 && errno != EINTR) {
            return errno;
        }
        size += got < 0 ? 0 : (size_t)got;
        if (size > limit) {
            return EFBIG;
        }
    }
}

static int read_open(int file, jx_arena *arena, size_t limit, jx_str *ret)
{
    struct stat status;
    if (fstat(file, &status) != 0) {
        return errno;
    }
    size_t expected = FIRST_BYTES;
    if (S_ISREG(status.st_mode) && status.st_size > 0) {
        if ((uintmax_t)status.st_size > limit) {
            return EFBIG;
        }
        expected = (size_t)status.st_size;
    }
    return read_whole(file, arena, expected, limit, ret);
}

// The rows say JX_ECONFIG; whose file it is tells who calls.
static jx_status restate(jx_status status, jx_error *err)
{
    if (err != NULL) {
        err->status = status;
    }
    return status;
}

jx_status jx_file_fail(const char *path, int number, jx_status status, jx_error *err)
{
    if (number == ENOMEM) {
        return jx_fail_memory(err);
    }
    const jx_place place = {.file = path};
    jx_fail_verdict(err, &place, READING, number);
    return restate(status, err);
}

jx_status jx_file_read_open(jx_arena *arena,
                            int file,
                            const char *path,
                            size_t limit,
                            jx_status status,
                            jx_str *ret,
                            jx_error *err)
{
    jx_str bytes;
    int fault = read_open(file, arena, limit, &bytes);
    if (fault == 0) {
        *ret = bytes;
        return JX_OK;
    }
    if (fault != EFBIG) {
        return jx_file_fail(path, fault, status, err);
    }
    char most[JX_NUMBER_TEXT];
    const jx_place place = {.file = path};
    jx_fail(err, &place, JX_MESSAGE_FILE_TOO_LARGE, jx_str_number(limit, most));
    return restate(status, err);
}

jx_status jx_file_read(
    jx_arena *arena, const char *path, size_t limit, jx_status status, jx_str *ret, jx_error *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return jx_file_fail(path, errno, status, err);
    }
    jx_status read = jx_file_read_open(arena, file, path, limit, status, ret, err);
    close(file);
    return read;
}

int jx_file_open_nameless(const char *folder)
{
    const int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) {
        return file;
    }
    char name[NAME_ROOM];
    if (snprintf(name, sizeof name, "%s/.jixiao-XXXXXX", folder) >= (int)sizeof name) {
        errno = ENAMETOOLONG;
        return -1;
    }
    const int named = mkostemp(name, O_CLOEXEC);
    if (named >= 0) {
        (void)unlink(name);
    }
    return named;
}

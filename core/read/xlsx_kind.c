// SPDX-License-Identifier: MIT
#include "read/xlsx_kind.h"

#include "base/file.h"
#include "read/xlsx_package.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 1 << 16, OVERLAP = 64 };

static const jx_str ZIP = JX_STR("PK\x03\x04");
static const jx_str ZIP_EMPTY = JX_STR("PK\x05\x06");
static const jx_str COMPOUND = JX_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");

// Names in a compound file are UTF-16.
static const jx_str LOCKED = JX_STR("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");

static ssize_t read_at(int file, char *to, size_t most, off_t at)
{
    ssize_t got = -1;
    do {
        got = pread(file, to, most, at);
    } while (got < 0 && errno == EINTR);
    return got;
}

// Whether the bytes stand anywhere in the file.
static bool holds(int file, jx_str bytes)
{
    char block[BLOCK];
    off_t at = 0;
    for (;;) {
        const ssize_t got = read_at(file, block, sizeof block, at);
        if (got > 0 && memmem(block, (size_t)got, bytes.data, bytes.size) != NULL) {
            return true;
        }
        if (got < BLOCK || at > JX_XLSX_FILE) {
            return false;
        }
        at += got - OVERLAP;
    }
}

static jx_status check(int file, const char *path, jx_error *err)
{
    char first[OVERLAP];
    struct stat about;
    const jx_place place = {.file = path};
    if (fstat(file, &about) != 0) {
        return jx_file_fail(path, errno, JX_EDATA, err);
    }
    if (S_ISDIR(about.st_mode)) {
        return jx_file_fail(path, EISDIR, JX_EDATA, err);
    }
    if (!S_ISREG(about.st_mode)) {
        return jx_fail(err, &place, JX_MESSAGE_XLSX_STREAM, JX_STR_NONE);
    }
    const ssize_t got = read_at(file, first, sizeof first, 0);
    if (got < 0) {
        return jx_file_fail(path, errno, JX_EDATA, err);
    }
    if (about.st_size > JX_XLSX_FILE) {
        char most[JX_NUMBER_TEXT];
        return jx_fail(err, &place, JX_MESSAGE_XLSX_LARGE, jx_str_number(JX_XLSX_FILE, most));
    }
    const jx_str bytes = {first, (size_t)got};
    if (jx_str_starts(bytes, COMPOUND)) {
        return jx_fail(err, &place,
                       holds(file, LOCKED) ? JX_MESSAGE_XLSX_LOCKED : JX_MESSAGE_XLSX_OLD,
                       JX_STR_NONE);
    }
    const bool is_zip = jx_str_starts(bytes, ZIP) || jx_str_starts(bytes, ZIP_EMPTY);
    return is_zip ? JX_OK
                  : jx_fail(err, &place, got == 0 ? JX_MESSAGE_XLSX_NOTHING : JX_MESSAGE_XLSX_OTHER,
                            JX_STR_NONE);
}

jx_status jx_xlsx_kind_check(const char *path, jx_error *err)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file < 0) {
        return jx_file_fail(path, errno, JX_EDATA, err);
    }
    const jx_status status = check(file, path, err);
    (void)close(file);
    return status;
}

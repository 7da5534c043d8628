// SPDX-License-Identifier: MIT
// Whole files, read into an arena. [any-thread]
#ifndef JIXIAO_BASE_FILE_H
#define JIXIAO_BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

// Reads a regular file (or a pipe) of at most `limit` bytes into the arena; NUL follows the bytes. Errors: not
// there, a directory, not permitted, larger than the limit, a fault while reading. `status` is that of these
// errors: JX_ECONFIG or JX_EDATA.
jx_status jx_file_read(
    jx_arena *arena, const char *path, size_t limit, jx_status status, jx_str *ret, jx_error *err);

// Reads what is left of an open file in the same way; `path` is for messages. The file stays open.
jx_status jx_file_read_open(jx_arena *arena,
                            int file,
                            const char *path,
                            size_t limit,
                            jx_status status,
                            jx_str *ret,
                            jx_error *err);

// Whether both paths lead to the same file that is there.
bool jx_file_is_same(const char *path, const char *other);

// Opens a new file without a name in the folder, to be read and written and gone once it is closed; -1 and errno where that
// cannot be.
int jx_file_open_nameless(const char *folder);

// Says why a file cannot be read, by errno, as an error of `status`; out of memory stays JX_ESYSTEM.
jx_status jx_file_fail(const char *path, int number, jx_status status, jx_error *err);

#endif

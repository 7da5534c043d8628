// SPDX-License-Identifier: MIT
// Whole files, in and out. [any-thread]
#ifndef JIXIAO_BASE_FILE_H
#define JIXIAO_BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "base/text.h"

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

// Says why a file cannot be read, by errno, as an error of `status`; out of memory stays JX_ESYSTEM.
jx_status jx_file_fail(const char *path, int number, jx_status status, jx_error *err);

// A file being written: whole or not at all.
typedef struct jx_output jx_output;

// Opens `path` for writing; NULL or "-" is standard output. A regular or absent target is written beside
// itself and appears under its name by jx_output_commit, with the permissions it had; a link is followed; a pipe
// or a device is written straight. Who writes to pipes ignores SIGPIPE. Errors are JX_ESYSTEM.
jx_status jx_output_open(const char *path, jx_output **ret, jx_error *err);

// Adds bytes. Errors (a full disk, a closed pipe) are JX_ESYSTEM.
jx_status jx_output_write(jx_output *output, jx_str bytes, jx_error *err);

// Flushes, syncs, puts the file in its place and frees the output, in failure too.
jx_status jx_output_commit(jx_output *output, jx_error *err);

// Gives up: the target stays as it was. Frees the output. NULL is allowed.
void jx_output_abandon(jx_output *output);

// Writes a whole text to `path`, as jx_output_open and jx_output_commit do; the text may have run out of memory. Errors are
// JX_ESYSTEM.
jx_status jx_output_put(const char *path, const jx_text *text, jx_error *err);

#endif

// SPDX-License-Identifier: MIT
// A shard's output, read back row by row. [main-thread]
#ifndef JIXIAO_BATCH_SHARD_FILE_H
#define JIXIAO_BATCH_SHARD_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "batch/trailer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jx_shard_file {
    const char *path;
    jx_trailer trailer;
    uint64_t end; // where the trailer begins
    bool is_json; // once its head was read
    // of reading
    int file; // -1: closed
    jx_arena *arena;
    char *buffer;
    size_t room;
    size_t start; // of the next row
    size_t held;
    uint64_t offset; // where reading goes on
} jx_shard_file;

// Opens a shard's file and reads its trailer. Errors are JX_EDATA: not there, no regular file, no trailer.
jx_status jx_shard_file_open(const char *path, jx_shard_file *ret, jx_error *err);

// The next row with its line end, lent until the next call, the first one being the head; *ret_more is false at the trailer.
// Errors are JX_EDATA: unreadable, a row that does not end.
jx_status jx_shard_file_next(jx_shard_file *shard, jx_str *ret, bool *ret_more, jx_error *err);

// The trailer stays.
void jx_shard_file_close(jx_shard_file *shard);

#endif

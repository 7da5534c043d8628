// SPDX-License-Identifier: MIT
// The shards that are to be joined: all of them, of one input, by one plan, in their order. [main-thread]
#ifndef JIXIAO_BATCH_SHARD_SET_H
#define JIXIAO_BATCH_SHARD_SET_H

#include "base/arena.h"
#include "batch/shard_file.h"

#include <stddef.h>

typedef struct jx_shard_set {
    jx_shard_file *files; // by their numbers, closed; their trailers were read
    size_t count;
} jx_shard_set;

// Reads the trailers of the files, in any order, which must outlive the set. Errors are JX_EDATA: one that is none, foreign to
// the first or there twice; those that are missing.
jx_status jx_shard_set_open(
    const char *const *paths, size_t count, jx_arena *arena, jx_shard_set *ret, jx_error *err);

#endif

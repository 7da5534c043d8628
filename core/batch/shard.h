// SPDX-License-Identifier: MIT
// Shards: the I-th of N contiguous parts of the actuals, cut between projects near equal numbers of bytes. Where a cut lies is
// settled by the bytes around it alone, so that both of its neighbours find the same place; the one before it reads up to
// it and finds out whether a project really ends there. [main-thread]
#ifndef JIXIAO_BATCH_SHARD_H
#define JIXIAO_BATCH_SHARD_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/folder.h"
#include "read/part.h"
#include "read/read_actuals.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Between two shards. Offset 0 is the beginning of a file, which has its head then; of a file behind the last one: the end.
typedef struct jx_shard_cut {
    uint32_t file;
    uint64_t offset;
    jx_writing writing; // of the file, as its first block tells
} jx_shard_cut;

typedef struct jx_shard {
    uint32_t number; // from 1; 0: all is one part
    uint32_t count;
    // jx_shard_find's
    jx_shard_cut start;
    jx_shard_cut end;
    const char **names; // of the files, in messages
    jx_digest input;    // of everything that must be the same for all shards
} jx_shard;

// Finds the shard's cuts. `actuals` knows the columns already if the files are `headless`, else it is used to read some.
// Errors: JX_EUSAGE for files that cannot be cut (pipes), JX_EDATA.
jx_status jx_shard_find(jx_shard *shard,
                        const jx_paths *files,
                        jx_encoding encoding,
                        jx_actuals *actuals,
                        bool headless,
                        jx_arena *arena,
                        jx_error *err);

// Whether something of the actuals is the shard's.
static inline bool jx_shard_has_part(const jx_shard *shard)
{
    return shard->start.file != shard->end.file || shard->start.offset != shard->end.offset;
}

// The number of the file behind the shard's last one.
static inline uint32_t jx_shard_past(const jx_shard *shard)
{
    return shard->end.file + (shard->end.offset == 0 ? 0 : 1);
}

// The file of that number: where its part begins, `at` being its beginning as of any file, and where it ends.
void jx_shard_bound(const jx_shard *shard, uint32_t file, jx_position *at, uint64_t *end);

// What its first block tells of the file's writing goes to `writing`.
void jx_shard_tell(const jx_shard *shard, uint32_t file, jx_writing *writing);

// Says of an error at the end of the shard that its cut is to blame: the text there is a record's middle.
jx_status jx_shard_explain(const jx_shard *shard, const jx_paths *files, jx_error *err);

#endif

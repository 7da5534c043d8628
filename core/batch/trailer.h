// SPDX-License-Identifier: MIT
// The last line of a shard's output: which one it is, of what, by what, and what its neighbours must know to be joined to
// it. [any-thread]
#ifndef JIXIAO_BATCH_TRAILER_H
#define JIXIAO_BATCH_TRAILER_H

#include "base/digest.h"
#include "base/text.h"
#include "read/encoding.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JX_SHARDS_MOST = 9999, JX_TRAILER_MOST = 512 }; // shards; bytes of a trailer

typedef struct jx_trailer {
    uint32_t number;    // from 1
    uint32_t count;     // of shards
    uint64_t projects;  // rows of projects that have some in the shard's part
    uint64_t unseen;    // rows behind them, of those that have none
    jx_digest input;    // of what was to be scored
    jx_digest plan;     // of what scored it
    uint64_t lines;     // of the shard's last file, as far as it is the shard's
    bool adds;          // to those of the shards before, where the file began
    jx_encoding begins; // what the first file turned out to be, where only its middle tells
    jx_encoding ends;   // likewise the last one
} jx_trailer;

// The lines that a shard has which is one line a project, behind one line of head.
void jx_trailer_set_usual_lines(jx_trailer *trailer);

// Adds the line: what is as usual is left out.
void jx_trailer_put(jx_text *out, const jx_trailer *trailer);

// Reads the line, its line end included; false where it is none.
bool jx_trailer_parse(jx_str line, jx_trailer *ret);

bool jx_trailer_equal(const jx_trailer *a, const jx_trailer *b);

// Reads I/N, 1 <= I <= N <= JX_SHARDS_MOST.
bool jx_trailer_parse_shard(jx_str text, uint32_t *ret_number, uint32_t *ret_count);

#endif

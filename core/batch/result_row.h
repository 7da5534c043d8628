// SPDX-License-Identifier: MIT
// A project's row in results that are csv or jsonl: what the rows of shards must be known by. [any-thread]
#ifndef JIXIAO_BATCH_RESULT_ROW_H
#define JIXIAO_BATCH_RESULT_ROW_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

// As written, without the quotes around them.
typedef struct jx_result_row {
    jx_str project;
    jx_str error; // JX_STR_NONE: there is none
} jx_result_row;

// Whether the format has such rows.
bool jx_result_row_is_format(const char *format);

// Slices of the whole row, its line end included.
jx_result_row jx_result_row_read(jx_str row, bool is_json);

// The key of the project that is named (jx_observations.key); 0 where none is. `room` is written over.
uint64_t jx_result_row_key(const jx_result_row *row, bool is_json, jx_text *room);

// Adds the row with the line of its error counted from the file's beginning, where that began before the shard: of
// FILE@I/N:LINE, `mark` being @I/N:, and `lines` those before the shard. False where the error is so long that what the whole
// run would print cannot be known.
bool jx_result_row_put(
    jx_text *out, jx_str row, const jx_result_row *parts, jx_str mark, uint64_t lines);

#endif

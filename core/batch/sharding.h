// SPDX-License-Identifier: MIT
// What a batch of one shard does more than one of everything: it begins and ends at cuts, and its output tells what it is.
// [main-thread]
#ifndef JIXIAO_BATCH_SHARDING_H
#define JIXIAO_BATCH_SHARDING_H

#include "batch/batch.h"
#include "batch/inputs.h"

// Finds the shard's part and limits the inputs to it. Errors: those of jx_shard_find.
jx_status jx_sharding_begin(
    jx_batch *batch, jx_inputs *inputs, jx_actuals *actuals, jx_arena *arena, jx_error *err);

// Adds the last line. `unseen` of the results are of projects without rows.
void jx_sharding_end(const jx_batch *batch, const jx_inputs *inputs, uint64_t unseen, jx_text *out);

#endif

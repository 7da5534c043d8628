// SPDX-License-Identifier: MIT
#include "batch/sharding.h"

#include "batch/identity.h"
#include "batch/trailer.h"

jx_status jx_sharding_begin(
    jx_batch *batch, jx_inputs *inputs, jx_actuals *actuals, jx_arena *arena, jx_error *err)
{
    jx_shard *shard = &batch->shard;
    const jx_status status = jx_shard_find(shard, &batch->files, batch->encoding, actuals,
                                           batch->header != NULL, arena, err);
    if (status == JX_OK) {
        jx_inputs_limit(inputs, shard);
    }
    return status;
}

// What the file turned out to be, where its first block does not tell everybody.
static jx_encoding find_out(const jx_shard_cut *cut, jx_encoding found)
{
    return cut->offset != 0 && cut->writing.encoding == JX_ENCODING_DETECT ? found
                                                                           : JX_ENCODING_DETECT;
}

static void tell_writing(jx_trailer *trailer, const jx_shard *shard, const jx_inputs *inputs)
{
    const jx_encoding last = inputs->at.writing.encoding;
    const bool in_first = jx_inputs_number(inputs) == shard->start.file;
    trailer->begins = find_out(&shard->start, in_first ? last : inputs->began);
    trailer->ends = find_out(&shard->end, last);
}

// Lines are told where the next shard begins in the middle of the file.
static void tell_lines(jx_trailer *trailer, const jx_shard *shard, const jx_inputs *inputs)
{
    jx_trailer_set_usual_lines(trailer);
    if (!jx_shard_has_part(shard)) {
        trailer->lines = 0;
    } else if (shard->end.offset != 0) {
        trailer->adds = shard->start.offset != 0 && shard->start.file == shard->end.file;
        trailer->lines = inputs->at.line - 1;
    }
}

void jx_sharding_end(const jx_batch *batch, const jx_inputs *inputs, uint64_t unseen, jx_text *out)
{
    const jx_shard *shard = &batch->shard;
    jx_trailer trailer = {.number = shard->number,
                          .count = shard->count,
                          .projects = batch->counts.projects - unseen,
                          .unseen = unseen,
                          .plan = jx_identity_of_plans(batch),
                          .input = shard->input};
    tell_lines(&trailer, shard, inputs);
    if (jx_shard_has_part(shard)) {
        tell_writing(&trailer, shard, inputs);
    }
    jx_trailer_put(out, &trailer);
}

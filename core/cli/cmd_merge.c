// SPDX-License-Identifier: MIT
// jixiao merge: the shards of a batch, joined.
#include "base/output.h"
#include "batch/merge.h"
#include "cli/command.h"

static int run(const jx_options *options, jx_error *err)
{
    jx_output *output = NULL;
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_SHARDS_MISSING, JX_STR_NONE);
    }
    jx_status status = jx_output_open(options->output, &output, err);
    if (status != JX_OK) {
        return -status;
    }
    status =
        jx_merge_run((const char *const *)options->operands, options->operand_count, output, err);
    if (status != JX_OK) {
        jx_output_abandon(output);
        return -status;
    }
    return -jx_output_commit(output, err);
}

const jx_command jx_command_merge = {
    .name = "merge",
    .usage = "SHARD…",
    .says = {"合并 batch --shard 的各份结果", "join the results of batch --shard"},
    .takes = JX_TAKES_OUTPUT,
    .run = run,
};

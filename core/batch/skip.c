// SPDX-License-Identifier: MIT
// Files of actuals that cannot be read do not keep the others from being scored.
#include "batch/run.h"

bool jx_skip(jx_run *run, jx_error *fault)
{
    jx_batch *batch = run->batch;
    if (fault->status != JX_EDATA || batch->shard.number != 0) {
        return false;
    }
    jx_progress_end(&run->progress);
    batch->tell(fault->text);
    batch->counts.code = batch->counts.code < -JX_EDATA ? -JX_EDATA : batch->counts.code;
    *run->lanes.skipped = true;
    run->skipped++;
    *fault = JX_ERROR(batch->lang);
    return true;
}

bool jx_skip_one(jx_run *run, jx_error *fault)
{
    return run->inputs.paths.count > 1 && !run->batch->is_kept && jx_skip(run, fault);
}

// Puts the sheets of a workbook in its place; of one that cannot be read nothing, where there are others.
static jx_status add_file(jx_run *run, jx_arena *arena, const char *path, jx_error *err)
{
    const char *own[] = {path};
    jx_paths found = {.rows = own, .count = 1};
    jx_paths *all = &run->inputs.paths;
    jx_status status = JX_OK;
    if (jx_xlsx_is_named(path)) {
        found.count = 0;
        status = jx_xlsx_actuals_list(&run->inputs.book, arena, path, &found, err);
        status = run->batch->files.count > 1 && jx_skip(run, err) ? JX_OK : status;
    }
    for (size_t i = 0; i < found.count && status == JX_OK; i++) {
        const char **rows = jx_arena_room(arena, all->rows, all->count, sizeof *rows);
        if (rows == NULL) {
            return jx_fail_memory(err);
        }
        rows[all->count++] = found.rows[i];
        all->rows = rows;
    }
    return status;
}

jx_status jx_skip_expand(jx_run *run, jx_arena *arena, jx_error *err)
{
    jx_batch *batch = run->batch;
    jx_status status = JX_OK;
    run->inputs.paths = (jx_paths){.count = 0};
    for (size_t i = 0; i < batch->files.count && status == JX_OK; i++) {
        status = add_file(run, arena, batch->files.rows[i], err);
    }
    batch->files = run->inputs.paths;
    run->work.paths = batch->files.rows;
    return status != JX_OK || batch->files.count != 0 ? status : jx_skip_check(run, err);
}

jx_status jx_skip_begin(jx_run *run, jx_error *err)
{
    jx_inputs *inputs = &run->inputs;
    for (;;) {
        const uint32_t number = inputs->next;
        run->work.head_of = number;
        const jx_status status =
            jx_inputs_begin(inputs, run->work.actuals, run->work.headless, &run->lanes, err);
        if (status == JX_OK || !jx_skip_one(run, err)) {
            return status;
        }
        inputs->next = number + 1;
        if (inputs->next == inputs->paths.count) {
            run->no_more = true;
            return JX_OK;
        }
    }
}

jx_status jx_skip_on(jx_run *run, bool *ret_more, jx_error *err)
{
    for (;;) {
        const jx_status status = jx_inputs_continue(&run->inputs, ret_more, err);
        if (status == JX_OK || !jx_skip_one(run, err)) {
            return status;
        }
        run->inputs.next++;
    }
}

jx_status jx_skip_check(const jx_run *run, jx_error *err)
{
    const bool read = run->batch->counts.projects != run->unseen;
    return run->skipped == 0 || read
               ? JX_OK
               : jx_fail(err, NULL, JX_MESSAGE_ACTUALS_ALL_SKIPPED, JX_STR_NONE);
}

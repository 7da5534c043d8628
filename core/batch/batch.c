// SPDX-License-Identifier: MIT
#include "batch/batch.h"

#include "batch/run.h"
#include "batch/sharding.h"

enum {
    MORE_LANES = 2, // than workers: results may wait to be taken while the next part is scored
    LEAST_ENOUGH = 1 << 18, // bytes of results that make a worker wait until they are taken
    MOST_ENOUGH = 1 << 22,
    ALL_ENOUGH = 1 << 25
};

static jx_status score_all(jx_run *it, jx_error *err)
{
    for (;;) {
        bool taken = true;
        jx_status status = jx_dispatch(it, err);
        while (status == JX_OK && taken) {
            status = jx_collect(it, &taken, err);
            status = status != JX_OK || !taken ? status : jx_dispatch(it, err);
        }
        if (status != JX_OK) {
            return status;
        }
        if (it->head == it->next && (it->rested || it->stopped.status != JX_OK)) {
            return jx_run_give(&it->stopped, err);
        }
        status = jx_dispatch_wait(it, err);
        if (status != JX_OK) {
            return status;
        }
    }
}

static size_t enough_for(size_t lanes)
{
    const size_t each = ALL_ENOUGH / lanes;
    return each < LEAST_ENOUGH ? LEAST_ENOUGH : each > MOST_ENOUGH ? MOST_ENOUGH : each;
}

static jx_status make_counts(jx_counts *counts,
                             const jx_report *report,
                             jx_arena *arena,
                             jx_error *err)
{
    counts->grade_count = report->tally_count;
    counts->grades = jx_arena_array(arena, report->tally_count, sizeof *counts->grades);
    return counts->grades == NULL ? jx_fail_memory(err) : JX_OK;
}

static jx_status make_lanes(jx_run *it, jx_arena *arena, jx_error *err)
{
    const size_t count = it->batch->workers + MORE_LANES;
    jx_status status =
        jx_lanes_new(count, it->batch->plan_count, it->batch->report->tally_count, &it->lanes, err);
    if (status != JX_OK) {
        return status;
    }
    for (size_t i = 0; i < count; i++) {
        it->lanes.rows[i].enough = enough_for(count);
    }
    it->standings = jx_arena_array(arena, count, sizeof *it->standings);
    it->seen = jx_seen_new("/tmp");
    if (it->standings == NULL || it->seen == NULL) {
        return jx_fail_memory(err);
    }
    status = jx_actuals_new(it->batch->sheets, it->batch->plan_count, it->batch->lang,
                            &it->work.actuals, err);
    return status != JX_OK ? status : jx_crew_make(&it->crew, arena, it->batch->workers, err);
}

// A workbook is read sheet by sheet.
static jx_status expand_files(jx_run *it, jx_arena *arena, jx_error *err)
{
    jx_batch *batch = it->batch;
    for (size_t i = 0; batch->header != NULL && i < batch->files.count; i++) {
        const jx_place place = {.file = batch->files.rows[i]};
        if (jx_xlsx_is_named(batch->files.rows[i])) {
            return jx_fail(err, &place, JX_MESSAGE_XLSX_HEADER, JX_STR_NONE);
        }
    }
    return jx_skip_expand(it, arena, err);
}

// Finds out what is to be read of the actuals, and by which columns if they have no head.
static jx_status limit_inputs(jx_run *it, jx_arena *arena, jx_error *err)
{
    jx_batch *batch = it->batch;
    jx_status status = JX_OK;
    if (batch->shard.number == 0) {
        status = expand_files(it, arena, err);
    }
    if (status == JX_OK && batch->header != NULL) {
        status = jx_inputs_read_header(batch->header, batch->encoding, it->work.actuals, &it->lanes,
                                       err);
    }
    if (status == JX_OK && batch->shard.number != 0) {
        status = jx_sharding_begin(batch, &it->inputs, it->work.actuals, arena, err);
        it->no_more = !jx_shard_has_part(&batch->shard);
        it->work.paths = batch->shard.names;
    }
    return status;
}

// Opens the actuals where they are to be read first: at their beginning, or where a run that was killed had got to.
static jx_status find_start(jx_run *it, jx_arena *arena, jx_error *err)
{
    bool resumed = false;
    jx_position at = JX_POSITION_START;
    jx_status status = limit_inputs(it, arena, err);
    if (status == JX_OK && it->batch->is_kept) {
        status = jx_resume(it, arena, &resumed, &it->inputs.next, &at, err);
    }
    if (status == JX_OK && !it->no_more) {
        status = jx_skip_begin(it, err);
    }
    if (status != JX_OK || resumed) {
        it->inputs.at = at;
        return status;
    }
    const jx_str head = jx_text_str(&it->out);
    it->written = head.size;
    return jx_output_write(it->batch->output, head, err);
}

static jx_status begin(jx_run *it, jx_arena *arena, jx_error *err)
{
    jx_batch *batch = it->batch;
    it->out = jx_text_in(arena);
    batch->report->out = &it->out;
    jx_status status = jx_report_begin(batch->report, arena, err);
    status = status != JX_OK ? status : make_counts(&batch->counts, batch->report, arena, err);
    status = status != JX_OK ? status : make_lanes(it, arena, err);
    it->crew.work = &it->work;
    it->crew.batch = batch;
    it->work = (jx_work){.plans = batch->plans,
                         .plan_count = batch->plan_count,
                         .actuals = it->work.actuals,
                         .paths = batch->files.rows,
                         .headless = batch->header != NULL,
                         .report = batch->report,
                         .lanes = &it->lanes,
                         .limits = batch->limits,
                         .lang = batch->lang};
    return status != JX_OK ? status : find_start(it, arena, err);
}

// The report that ends knows what it has, whoever counted it.
static void tell_report(const jx_batch *batch)
{
    const jx_counts *counts = &batch->counts;
    jx_report *report = batch->report;
    report->added = counts->projects;
    report->incomplete = counts->incomplete;
    report->faulty = counts->faulty;
    for (size_t i = 0; i < report->tally_count; i++) {
        report->tallies[i].count = counts->grades[i];
    }
}

static jx_status finish(jx_run *it, jx_error *err)
{
    jx_text_clear(&it->out);
    tell_report(it->batch);
    if (jx_report_end(it->batch->report, err) != JX_OK) {
        return err->status;
    }
    if (it->batch->shard.number != 0) {
        jx_sharding_end(it->batch, &it->inputs, it->unseen, &it->out);
    }
    return it->out.failed ? jx_fail_memory(err)
                          : jx_output_write(it->batch->output, jx_text_str(&it->out), err);
}

jx_status jx_batch_run(jx_batch *batch, jx_arena *arena, jx_error *err)
{
    jx_run it = {
        .batch = batch,
        .inputs = {.paths = batch->files,
                   .encoding = batch->encoding,
                   .cut = {.file = -1},
                   .book = {.sheets = {.rows = batch->sheets, .count = batch->plan_count}}},
        .in_order = true,
        .stopped = JX_ERROR(batch->lang)};
    it.progress = jx_progress_begin(batch->terminal, batch->lang,
                                    batch->terminal < 0 || batch->shard.number != 0
                                        ? 0
                                        : jx_inputs_size(&it.inputs, batch->files.count));
    jx_status status = begin(&it, arena, err);
    status = status != JX_OK ? status : score_all(&it, err);
    status = status != JX_OK ? status : jx_skip_check(&it, err);
    jx_crew_end(&it.crew);
    jx_progress_end(&it.progress);
    batch->unread = batch->shard.number == 0 && batch->counts.projects == it.unseen;
    batch->unwalled = it.lanes.rows != NULL && *it.lanes.unwalled;
    status =
        status != JX_OK ? jx_shard_explain(&batch->shard, &batch->files, err) : finish(&it, err);
    jx_inputs_end(&it.inputs);
    jx_actuals_close(it.work.actuals);
    jx_seen_free(it.seen);
    jx_lanes_free(&it.lanes);
    return status;
}

// SPDX-License-Identifier: MIT
// A run that goes on where another one was killed.
#include "batch/run.h"

static jx_status know_projects(jx_run *run, const jx_journal_entry *entry, jx_error *err)
{
    if (entry->in_order) {
        return jx_seen_append(run->seen, entry->keys, entry->key_count, err);
    }
    jx_status status = JX_OK;
    for (size_t i = 0; i < entry->key_count && status == JX_OK; i++) {
        bool again = false;
        status = entry->keys[i] == 0 ? JX_OK : jx_seen_add(run->seen, entry->keys[i], &again, err);
    }
    return status;
}

// As if the part had been taken just now.
static jx_status take_entry(jx_run *run, const jx_journal_entry *entry, jx_error *err)
{
    jx_counts *counts = &run->batch->counts;
    uint64_t *grades = counts->grades;
    memcpy(grades, entry->counts.grades, counts->grade_count * sizeof *grades);
    *counts = entry->counts;
    counts->grades = grades;
    run->written = entry->size;
    run->inputs.began = entry->began;
    run->in_order = entry->in_order;
    run->last = entry->last;
    memcpy(run->lanes.sheet_seen, entry->sheets, run->work.plan_count * sizeof *entry->sheets);
    return know_projects(run, entry, err);
}

jx_status jx_resume(jx_run *run,
                    jx_arena *arena,
                    bool *ret_resumed,
                    uint32_t *ret_file,
                    jx_position *ret_at,
                    jx_error *err)
{
    jx_batch *batch = run->batch;
    jx_identity identity;
    jx_journal_entry entry;
    jx_status status = jx_identity_find(batch, &identity, err);
    status = status != JX_OK ? status
                             : jx_journal_open(arena, batch->output, &identity, batch->plan_count,
                                               batch->report->tally_count, &batch->journal, err);
    while (status == JX_OK && jx_journal_next(batch->journal, &entry)) {
        status = take_entry(run, &entry, err);
        *ret_resumed = true;
        *ret_file = entry.file;
        *ret_at = entry.at;
    }
    batch->resumed = batch->counts.projects;
    batch->restarted = status == JX_OK && !*ret_resumed && jx_output_size(batch->output) != 0;
    return status != JX_OK ? status : jx_output_go_on(batch->output, run->written, err);
}

jx_status jx_resume_note(jx_run *run, const jx_lane *lane, jx_error *err)
{
    if (run->batch->journal == NULL || lane->task == JX_TASK_REST || lane->size == 0) {
        return JX_OK;
    }
    const jx_journal_entry entry = {.size = run->written,
                                    .file = lane->file,
                                    .at = lane->next,
                                    .began = run->inputs.began,
                                    .in_order = run->in_order,
                                    .last = run->last,
                                    .counts = run->batch->counts,
                                    .sheets = run->lanes.sheet_seen,
                                    .keys = lane->keys,
                                    .key_count = lane->rows};
    return jx_journal_add(run->batch->journal, run->batch->output, &entry, err);
}

// SPDX-License-Identifier: MIT
// Results are taken from the lanes in the order of their parts.
#include "batch/run.h"

#include <unistd.h>

static bool comes_behind(const jx_run *run, const jx_lane *lane)
{
    const jx_str before = {run->last.data, run->last.size};
    const jx_str first = {lane->first.data, lane->first.size};
    return run->in_order && lane->in_order && jx_str_order(before, first) < 0;
}

// Looks up the names of projects; *ret_again where some came before, and the lane now says which.
static jx_status look_up(
    jx_run *run, jx_lane *lane, jx_standing *place, bool *ret_again, jx_error *err)
{
    const uint32_t from = place->looked;
    jx_status status = JX_OK;
    if (from >= lane->rows) {
        return JX_OK; // of these it is known: they were scored again, and others than then are ready
    }
    place->looked = lane->rows;
    if (from == lane->first_row && comes_behind(run, lane)) {
        run->last = lane->last;
        return jx_seen_append(run->seen, lane->keys + from, lane->rows - from, err);
    }
    run->in_order = false;
    for (uint32_t row = from; row < lane->rows && status == JX_OK; row++) {
        bool again = false;
        status =
            lane->keys[row] == 0 ? JX_OK : jx_seen_add(run->seen, lane->keys[row], &again, err);
        *ret_again |= again && jx_lane_mark(lane, (jx_mark){row, JX_MARK_AGAIN, 0});
    }
    return status;
}

static jx_status score_again(jx_run *run, uint32_t number, jx_error *err)
{
    jx_lane *lane = &run->lanes.rows[number];
    lane->task = lane->task == JX_TASK_CUT ? JX_TASK_SCORE : lane->task;
    return jx_dispatch_again(run, number, err);
}

static jx_status write_results(jx_run *run, const jx_lane *lane, jx_error *err)
{
    jx_counts_join(&run->batch->counts, &lane->counts);
    run->unseen += lane->task == JX_TASK_REST ? lane->counts.projects : 0;
    const jx_str written = {lane->out, lane->out_size};
    bool is_output = true;
    jx_status status = jx_report_take(run->batch->report, written, &is_output, err);
    if (status != JX_OK || !is_output) {
        return status;
    }
    run->written += written.size;
    return jx_output_write(run->batch->output, written, err);
}

// Lets the worker of a lane go on behind the results that were taken.
static jx_status go_on(jx_run *run, uint32_t number, jx_error *err)
{
    jx_lane *lane = &run->lanes.rows[number];
    jx_hand *hand = jx_dispatch_find(run, number);
    run->standings[number].stage = JX_STAGE_SCORING;
    lane->first_row = lane->rows; // whoever goes on, the worker or, where it is gone, another one
    if (hand != NULL && jx_hand_go_on(hand)) {
        return JX_OK;
    }
    return score_again(run, number, err);
}

static void show_progress(jx_run *run, const jx_lane *lane)
{
    if (run->progress.terminal >= 0) {
        const uint64_t before =
            run->progress.total == 0 ? 0 : jx_inputs_size(&run->inputs, lane->file);
        jx_progress_show(&run->progress, &run->batch->counts, before + lane->next.offset);
    }
}

jx_status jx_collect(jx_run *run, bool *ret_taken, jx_error *err)
{
    const uint32_t number = jx_run_lane(run, run->head);
    jx_standing *place = &run->standings[number];
    jx_lane *lane = &run->lanes.rows[number];
    bool again = false;
    *ret_taken =
        run->head < run->next && (place->stage == JX_STAGE_PAUSED || place->stage == JX_STAGE_DONE);
    if (!*ret_taken) {
        return run->head < run->next && place->stage == JX_STAGE_FREE
                   ? jx_dispatch_again(run, number, err)
                   : JX_OK;
    }
    jx_status status = look_up(run, lane, place, &again, err);
    if (status != JX_OK || again) {
        return status != JX_OK ? status : score_again(run, number, err);
    }
    status = write_results(run, lane, err);
    if (status != JX_OK) {
        return status;
    }
    if (place->stage == JX_STAGE_PAUSED) {
        return go_on(run, number, err);
    }
    place->stage = JX_STAGE_FREE;
    if (place->file >= 0) {
        (void)close(place->file);
        place->file = -1;
    }
    run->head++;
    show_progress(run, lane);
    return lane->error.status == JX_OK ? jx_resume_note(run, lane, err)
                                       : jx_run_give(&lane->error, err);
}

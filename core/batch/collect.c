// SPDX-License-Identifier: MIT
// Results are taken from the lanes in the order of their parts.
#include "batch/run.h"

#include <unistd.h>

static bool comes_behind(const jx_run *it, const jx_lane *lane)
{
    const jx_str before = {it->last.data, it->last.size};
    const jx_str first = {lane->first.data, lane->first.size};
    return it->in_order && lane->in_order && jx_str_order(before, first) < 0;
}

// Looks up the names of projects; *ret_again where some came before, and the lane now says which.
static jx_status look_up(
    jx_run *it, jx_lane *lane, jx_standing *place, bool *ret_again, jx_error *err)
{
    const uint32_t from = place->looked;
    jx_status status = JX_OK;
    if (from >= lane->rows) {
        return JX_OK; // of these it is known: they were scored again, and others than then are ready
    }
    place->looked = lane->rows;
    if (from == lane->first_row && comes_behind(it, lane)) {
        it->last = lane->last;
        return jx_seen_append(it->seen, lane->keys + from, lane->rows - from, err);
    }
    it->in_order = false;
    for (uint32_t row = from; row < lane->rows && status == JX_OK; row++) {
        bool again = false;
        status = lane->keys[row] == 0 ? JX_OK : jx_seen_add(it->seen, lane->keys[row], &again, err);
        *ret_again |= again && jx_lane_mark(lane, (jx_mark){row, JX_MARK_AGAIN, 0});
    }
    return status;
}

static jx_status score_again(jx_run *it, uint32_t number, jx_error *err)
{
    jx_lane *lane = &it->lanes.rows[number];
    lane->task = lane->task == JX_TASK_CUT ? JX_TASK_SCORE : lane->task;
    return jx_dispatch_again(it, number, err);
}

static jx_status write_results(jx_run *it, const jx_lane *lane, jx_error *err)
{
    jx_report *report = it->batch->report;
    jx_counts_join(&it->batch->counts, &lane->counts);
    it->unseen += lane->task == JX_TASK_REST ? lane->counts.projects : 0;
    report->added += lane->counts.projects;
    report->incomplete += lane->counts.incomplete;
    report->faulty += lane->counts.faulty;
    for (size_t i = 0; i < report->tally_count; i++) {
        report->tallies[i].count += lane->counts.grades[i];
    }
    it->written += lane->out_size;
    return jx_output_write(it->batch->output, (jx_str){lane->out, lane->out_size}, err);
}

// Lets the worker of a lane go on behind the results that were taken.
static jx_status go_on(jx_run *it, uint32_t number, jx_error *err)
{
    jx_lane *lane = &it->lanes.rows[number];
    jx_hand *hand = jx_dispatch_find(it, number);
    it->standings[number].stage = JX_STAGE_SCORING;
    lane->first_row = lane->rows; // whoever goes on, the worker or, where it is gone, another one
    if (hand != NULL && jx_hand_go_on(hand)) {
        return JX_OK;
    }
    return score_again(it, number, err);
}

static void show_progress(jx_run *it, const jx_lane *lane)
{
    if (it->progress.terminal >= 0) {
        const uint64_t before =
            it->progress.total == 0 ? 0 : jx_inputs_size(&it->inputs, lane->file);
        jx_progress_show(&it->progress, &it->batch->counts, before + lane->next.offset);
    }
}

jx_status jx_collect(jx_run *it, bool *ret_taken, jx_error *err)
{
    const uint32_t number = jx_run_lane(it, it->head);
    jx_standing *place = &it->standings[number];
    jx_lane *lane = &it->lanes.rows[number];
    bool again = false;
    *ret_taken =
        it->head < it->next && (place->stage == JX_STAGE_PAUSED || place->stage == JX_STAGE_DONE);
    if (!*ret_taken) {
        return it->head < it->next && place->stage == JX_STAGE_FREE
                   ? jx_dispatch_again(it, number, err)
                   : JX_OK;
    }
    jx_status status = look_up(it, lane, place, &again, err);
    if (status != JX_OK || again) {
        return status != JX_OK ? status : score_again(it, number, err);
    }
    status = write_results(it, lane, err);
    if (status != JX_OK) {
        return status;
    }
    if (place->stage == JX_STAGE_PAUSED) {
        return go_on(it, number, err);
    }
    place->stage = JX_STAGE_FREE;
    if (place->file >= 0) {
        (void)close(place->file);
        place->file = -1;
    }
    it->head++;
    show_progress(it, lane);
    return lane->error.status == JX_OK ? jx_resume_note(it, lane, err)
                                       : jx_run_give(&lane->error, err);
}

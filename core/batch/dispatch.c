// SPDX-License-Identifier: MIT
// Parts of the actuals are handed out one behind the other, each into a lane.
#include "batch/run.h"

#include <fcntl.h>
#include <signal.h>

enum { MOST_ATTEMPTS = 3 };

// --------------------------------------------------------------------------------------------- handing out

// Gives the lane to a worker, or in its place to another one where it is gone. Without any it stays free.
static jx_status hand_over(jx_run *run, uint32_t number, jx_hand *hand, jx_error *err)
{
    const jx_lane *lane = &run->lanes.rows[number];
    jx_standing *standing = &run->standings[number];
    jx_status status = JX_OK;
    standing->stage = JX_STAGE_FREE;
    while (status == JX_OK && hand != NULL) {
        const bool has_file = lane->task == JX_TASK_REST || hand->file == lane->file;
        if (jx_hand_go(hand, number, lane->file, has_file ? JX_NO_FILE : standing->file)) {
            standing->stage = lane->task == JX_TASK_CUT ? JX_STAGE_CUTTING : JX_STAGE_SCORING;
            return JX_OK;
        }
        jx_mark why;
        jx_crew_bury(&run->crew, hand, &why);
        status = jx_crew_find_idle(&run->crew, &hand, err);
    }
    return status;
}

static void prepare_lane(jx_run *run, uint32_t number, jx_task task)
{
    jx_lane *lane = &run->lanes.rows[number];
    const bool reads = task == JX_TASK_CUT;
    run->standings[number] =
        (jx_standing){.stage = JX_STAGE_FREE,
                      .file = reads ? fcntl(run->inputs.cut.file, F_DUPFD_CLOEXEC, 0) : -1};
    lane->task = task;
    lane->first_row = 0;
    lane->mark_count = 0;
    lane->size = 0;
    lane->is_begun = false;
    if (task == JX_TASK_CUT) {
        lane->file = jx_inputs_number(&run->inputs);
        lane->is_stream = run->inputs.cut.is_stream;
        lane->end = run->inputs.cut.end;
        lane->at = run->inputs.at;
        lane->start = jx_inputs_start(&run->inputs);
    }
}

// What may be handed out next; false where nothing may yet.
static bool find_task(const jx_run *run, jx_task *ret)
{
    if (run->stopped.status != JX_OK || run->next - run->head == run->lanes.count) {
        return false;
    }
    *ret = run->no_more ? JX_TASK_REST : JX_TASK_CUT;
    return run->no_more ? !run->rested && run->next == run->head : !run->cutting;
}

jx_status jx_dispatch(jx_run *run, jx_error *err)
{
    jx_task task = JX_TASK_CUT;
    while (find_task(run, &task)) {
        jx_hand *hand = NULL;
        const jx_status status = jx_crew_find_idle(&run->crew, &hand, err);
        if (status != JX_OK || hand == NULL) {
            return status;
        }
        const uint32_t number = jx_run_lane(run, run->next++);
        prepare_lane(run, number, task);
        run->cutting = task == JX_TASK_CUT;
        run->rested = task == JX_TASK_REST;
        const jx_status given = hand_over(run, number, hand, err);
        if (given != JX_OK) {
            return given;
        }
    }
    return JX_OK;
}

jx_hand *jx_dispatch_find(const jx_run *run, uint32_t number)
{
    for (size_t i = 0; i < run->crew.count; i++) {
        jx_hand *hand = &run->crew.hands[i];
        if (hand->process != 0 && hand->lane == number) {
            return hand;
        }
    }
    return NULL;
}

jx_status jx_dispatch_again(jx_run *run, uint32_t number, jx_error *err)
{
    jx_hand *hand = jx_dispatch_find(run, number);
    const jx_status status = hand != NULL ? JX_OK : jx_crew_find_idle(&run->crew, &hand, err);
    return status != JX_OK ? status : hand_over(run, number, hand, err);
}

// -------------------------------------------------------------------------------------------- what workers say

static void take_cut(jx_run *run, jx_lane *lane)
{
    bool more = true;
    run->cutting = false;
    run->inputs.at = lane->next;
    if (lane->size == 0 && lane->at.offset == 0 && lane->error.status != JX_OK) {
        (void)jx_skip_one(run, &lane->error); // its head cannot be read
    }
    if (lane->size == 0 && lane->error.status == JX_OK) {
        const jx_status status = jx_skip_on(run, &more, &run->stopped);
        run->no_more = status == JX_OK && !more;
    }
}

// Behind a fault nothing is handed out; what comes before it is taken all the same.
static void stop_for(jx_run *run, const jx_error *fault)
{
    if (fault->status != JX_OK && run->stopped.status == JX_OK) {
        run->stopped = *fault;
    }
}

static void hear(jx_run *run, jx_hand *hand, jx_word word)
{
    const uint32_t number = hand->lane;
    jx_standing *place = &run->standings[number];
    if (place->stage == JX_STAGE_CUTTING) {
        take_cut(run, &run->lanes.rows[number]);
        place->stage = JX_STAGE_SCORING;
    }
    if (word == JX_WORD_PAUSED) {
        place->stage = JX_STAGE_PAUSED;
        hand->paused = true;
    } else if (word == JX_WORD_DONE) {
        place->stage = JX_STAGE_DONE;
        hand->lane = JX_NO_LANE;
        stop_for(run, &run->lanes.rows[number].error);
    }
}

static jx_status refuse_again(jx_error *err)
{
    return jx_fail(err, NULL, JX_MESSAGE_WORKERS_DIE, JX_STR_NONE);
}

// What it was scoring when it ended is not scored again.
static jx_status replace(jx_run *run, const jx_hand *hand, jx_mark mark, jx_error *err)
{
    const uint32_t number = hand->lane;
    if (number == JX_NO_LANE) {
        return JX_OK;
    }
    jx_standing *place = &run->standings[number];
    jx_lane *lane = &run->lanes.rows[number];
    if (place->stage == JX_STAGE_PAUSED) {
        return JX_OK; // its results are all there
    }
    const bool at_work = mark.row != (uint32_t)JX_LANE_NO_ROW && place->stage == JX_STAGE_SCORING;
    // what it had read of a stream is gone
    const bool lost = place->stage == JX_STAGE_CUTTING && lane->is_stream && lane->is_begun;
    if (lost || (!(at_work && jx_lane_mark(lane, mark)) && ++place->attempts == MOST_ATTEMPTS)) {
        return refuse_again(err);
    }
    if (place->stage == JX_STAGE_SCORING && lane->task == JX_TASK_CUT) {
        lane->task = JX_TASK_SCORE;
    }
    return jx_dispatch_again(run, number, err);
}

// Whether a worker can have said that: what a plugin says in its name while it scores, or what makes no sense, is no word
// of its own.
static bool is_fit(const jx_run *run, const jx_hand *hand, jx_word word)
{
    if (hand->lane == JX_NO_LANE || hand->paused) {
        return false;
    }
    const jx_lane *lane = &run->lanes.rows[hand->lane];
    const bool cutting = run->standings[hand->lane].stage == JX_STAGE_CUTTING;
    if (word == JX_WORD_CUT) {
        return cutting && lane->size <= JX_PART_ROOM;
    }
    return (word == JX_WORD_PAUSED || word == JX_WORD_DONE) &&
           atomic_load_explicit(&lane->row, memory_order_relaxed) == JX_LANE_NO_ROW &&
           lane->first_row <= lane->rows && lane->rows <= JX_LANE_ROWS &&
           lane->out_size <= JX_LANE_OUT && lane->mark_count <= JX_LANE_ROWS;
}

jx_status jx_dispatch_wait(jx_run *run, jx_error *err)
{
    jx_crew_event event = JX_CREW_SAYS;
    jx_word word = JX_WORD_DONE;
    jx_mark mark = {.row = 0};
    jx_hand *hand = jx_crew_wait(&run->crew, &event, &word, &mark);
    if (hand == NULL) {
        return JX_OK;
    }
    if (event == JX_CREW_SAYS && !is_fit(run, hand, word)) {
        jx_crew_bury(&run->crew, hand, &mark);
        mark.kind = JX_MARK_CRASHED;
        mark.number = SIGSYS;
        event = JX_CREW_ENDED;
    }
    if (event == JX_CREW_ENDED) {
        return replace(run, hand, mark, err);
    }
    hear(run, hand, word);
    return JX_OK;
}

// SPDX-License-Identifier: MIT
// The parent's part: parts of the actuals are handed out one behind the other, each into a lane; results are taken from the
// lanes in the same order.
#include "batch/batch.h"

#include "batch/crew.h"
#include "batch/inputs.h"
#include "batch/sharding.h"
#include "read/seen.h"

enum {
    MORE_LANES = 2, // than workers: results may wait to be taken while the next part is scored
    LEAST_ENOUGH = 1 << 18, // bytes of results that make a worker wait until they are taken
    MOST_ENOUGH = 1 << 22,
    ALL_ENOUGH = 1 << 25,
    MOST_ATTEMPTS = 3
};

// Where a lane stands.
typedef enum stage { FREE, CUTTING, SCORING, PAUSED, DONE } stage;

typedef struct place_in_line {
    stage stage;
    uint32_t attempts; // that ended while no project was being scored
    uint32_t looked;   // projects whose names were looked up
} place_in_line;

typedef struct run {
    jx_batch *batch;
    jx_work work;
    jx_lanes lanes;
    jx_crew crew;
    jx_inputs inputs;
    jx_seen *seen;
    jx_text out;
    place_in_line *places; // of the lanes
    uint64_t head;         // parts whose results were taken
    uint64_t next;         // parts that were handed out
    jx_lane_name last;     // the name of the last project taken
    bool in_order;         // names ascended so far
    bool cutting;          // a part is being cut
    bool no_more;          // no part is left to be cut
    bool rested;           // the projects without rows were handed out
    uint64_t unseen;       // results that are theirs
    jx_error stopped;      // why no more parts are handed out, if it is for a fault
} run;

static uint32_t lane_of(const run *it, uint64_t number)
{
    return (uint32_t)(number % it->lanes.count);
}

// --------------------------------------------------------------------------------------------- handing out

static void hand_over(run *it, uint32_t number, jx_hand *hand)
{
    const jx_lane *lane = &it->lanes.rows[number];
    const bool needs_file = lane->task == JX_TASK_CUT && hand->file != lane->file;
    it->places[number].stage = lane->task == JX_TASK_CUT ? CUTTING : SCORING;
    jx_hand_go(hand, number, lane->file, needs_file ? it->inputs.cut.file : JX_NO_FILE);
}

static void prepare_lane(run *it, uint32_t number, jx_task task)
{
    jx_lane *lane = &it->lanes.rows[number];
    it->places[number] = (place_in_line){.stage = FREE};
    lane->task = task;
    lane->first_row = 0;
    lane->mark_count = 0;
    lane->size = 0;
    if (task == JX_TASK_CUT) {
        lane->file = jx_inputs_number(&it->inputs);
        lane->is_stream = it->inputs.cut.is_stream;
        lane->end = it->inputs.cut.end;
        lane->at = it->inputs.at;
        lane->start = jx_inputs_start(&it->inputs);
    }
}

// What may be handed out next; false where nothing may yet.
static bool find_task(const run *it, jx_task *ret)
{
    if (it->stopped.status != JX_OK || it->next - it->head == it->lanes.count) {
        return false;
    }
    *ret = it->no_more ? JX_TASK_REST : JX_TASK_CUT;
    return it->no_more ? !it->rested && it->next == it->head : !it->cutting;
}

static jx_status hand_out(run *it, jx_error *err)
{
    jx_task task = JX_TASK_CUT;
    while (find_task(it, &task)) {
        jx_hand *hand = NULL;
        const jx_status status = jx_crew_find_idle(&it->crew, &hand, err);
        if (status != JX_OK || hand == NULL) {
            return status;
        }
        const uint32_t number = lane_of(it, it->next++);
        prepare_lane(it, number, task);
        it->cutting = task == JX_TASK_CUT;
        it->rested = task == JX_TASK_REST;
        hand_over(it, number, hand);
    }
    return JX_OK;
}

// A lane that nobody serves is given to somebody again, with what is known by now.
static jx_status hand_out_again(run *it, uint32_t number, jx_error *err)
{
    jx_hand *hand = NULL;
    const jx_status status = jx_crew_find_idle(&it->crew, &hand, err);
    if (status == JX_OK && hand != NULL) {
        hand_over(it, number, hand);
    }
    return status;
}

// -------------------------------------------------------------------------------------------- what workers say

static void take_cut(run *it, const jx_lane *lane)
{
    bool more = true;
    it->cutting = false;
    it->inputs.at = lane->next;
    if (lane->size == 0 && lane->error.status == JX_OK) {
        const jx_status status = jx_inputs_continue(&it->inputs, &more, &it->stopped);
        it->no_more = status == JX_OK && !more;
    }
}

// Behind a fault nothing is handed out; what comes before it is taken all the same.
static void stop_for(run *it, const jx_error *fault)
{
    if (fault->status != JX_OK && it->stopped.status == JX_OK) {
        it->stopped = *fault;
    }
}

static void hear(run *it, jx_hand *hand, jx_word word)
{
    const uint32_t number = hand->lane;
    place_in_line *place = &it->places[number];
    if (place->stage == CUTTING) {
        take_cut(it, &it->lanes.rows[number]);
        place->stage = SCORING;
    }
    if (word == JX_WORD_PAUSED) {
        place->stage = PAUSED;
        hand->paused = true;
    } else if (word == JX_WORD_DONE) {
        place->stage = DONE;
        hand->lane = JX_NO_LANE;
        stop_for(it, &it->lanes.rows[number].error);
    }
}

static jx_status refuse_again(jx_error *err)
{
    return jx_fail(err, NULL, JX_MESSAGE_WORKERS_DIE, JX_STR_NONE);
}

// What it was scoring when it ended is not scored again.
static jx_status replace(run *it, const jx_hand *hand, jx_mark mark, jx_error *err)
{
    const uint32_t number = hand->lane;
    if (number == JX_NO_LANE) {
        return JX_OK;
    }
    place_in_line *place = &it->places[number];
    jx_lane *lane = &it->lanes.rows[number];
    if (place->stage == PAUSED) {
        return JX_OK; // its results are all there
    }
    const bool at_work = mark.row != (uint32_t)JX_LANE_NO_ROW && place->stage == SCORING;
    const bool lost = place->stage == CUTTING && lane->is_stream; // what it had read is gone
    if (lost || (!(at_work && jx_lane_mark(lane, mark)) && ++place->attempts == MOST_ATTEMPTS)) {
        return refuse_again(err);
    }
    if (place->stage == SCORING && lane->task == JX_TASK_CUT) {
        lane->task = JX_TASK_SCORE;
    }
    return hand_out_again(it, number, err);
}

// ------------------------------------------------------------------------------------------- taking results

static bool comes_behind(const run *it, const jx_lane *lane)
{
    const jx_str before = {it->last.data, it->last.size};
    const jx_str first = {lane->first.data, lane->first.size};
    return it->in_order && lane->in_order && jx_str_order(before, first) < 0;
}

// Looks up the names of projects; *ret_again where some came before, and the lane now says which.
static jx_status look_up(
    run *it, jx_lane *lane, place_in_line *place, bool *ret_again, jx_error *err)
{
    const uint32_t from = place->looked;
    jx_status status = JX_OK;
    if (from == lane->rows) {
        return JX_OK;
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

static jx_hand *find_paused(const run *it, uint32_t number)
{
    for (size_t i = 0; i < it->crew.count; i++) {
        jx_hand *hand = &it->crew.hands[i];
        if (hand->process != 0 && hand->lane == number) {
            return hand;
        }
    }
    return NULL;
}

static jx_status score_again(run *it, uint32_t number, jx_error *err)
{
    jx_lane *lane = &it->lanes.rows[number];
    jx_hand *hand = find_paused(it, number);
    lane->task = lane->task == JX_TASK_CUT ? JX_TASK_SCORE : lane->task;
    if (hand == NULL) {
        it->places[number].stage = FREE;
        return hand_out_again(it, number, err);
    }
    hand_over(it, number, hand);
    return JX_OK;
}

static jx_status write_results(run *it, const jx_lane *lane, jx_error *err)
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
    return jx_output_write(it->batch->output, (jx_str){lane->out, lane->out_size}, err);
}

// Lets the worker of a lane go on behind the results that were taken.
static jx_status go_on(run *it, uint32_t number, jx_error *err)
{
    jx_lane *lane = &it->lanes.rows[number];
    jx_hand *hand = find_paused(it, number);
    it->places[number].stage = SCORING;
    if (hand != NULL) {
        jx_hand_go_on(hand);
        return JX_OK;
    }
    lane->first_row = lane->rows;
    return score_again(it, number, err);
}

// An error that was made elsewhere, if it is one.
static jx_status give(const jx_error *fault, jx_error *err)
{
    if (fault->status != JX_OK && err != NULL) {
        *err = *fault;
    }
    return fault->status;
}

// Takes what the first lane has. *ret_taken: there was something.
static jx_status take_first(run *it, bool *ret_taken, jx_error *err)
{
    const uint32_t number = lane_of(it, it->head);
    place_in_line *place = &it->places[number];
    jx_lane *lane = &it->lanes.rows[number];
    bool again = false;
    *ret_taken = it->head < it->next && (place->stage == PAUSED || place->stage == DONE);
    if (!*ret_taken) {
        return it->head < it->next && place->stage == FREE ? hand_out_again(it, number, err)
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
    if (place->stage == PAUSED) {
        return go_on(it, number, err);
    }
    place->stage = FREE;
    it->head++;
    return give(&lane->error, err);
}

// ------------------------------------------------------------------------------------------------- all of it

static jx_status wait_for_crew(run *it, jx_error *err)
{
    jx_crew_event event = JX_CREW_SAYS;
    jx_word word = JX_WORD_DONE;
    jx_mark mark = {.row = 0};
    jx_hand *hand = jx_crew_wait(&it->crew, &event, &word, &mark);
    if (hand == NULL) {
        return JX_OK;
    }
    if (event == JX_CREW_ENDED) {
        return replace(it, hand, mark, err);
    }
    hear(it, hand, word);
    return JX_OK;
}

static jx_status score_all(run *it, jx_error *err)
{
    for (;;) {
        bool taken = true;
        jx_status status = hand_out(it, err);
        while (status == JX_OK && taken) {
            status = take_first(it, &taken, err);
            status = status != JX_OK || !taken ? status : hand_out(it, err);
        }
        if (status != JX_OK) {
            return status;
        }
        if (it->head == it->next && (it->rested || it->stopped.status != JX_OK)) {
            return give(&it->stopped, err);
        }
        status = wait_for_crew(it, err);
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

static jx_status make_lanes(run *it, jx_arena *arena, jx_error *err)
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
    it->places = jx_arena_array(arena, count, sizeof *it->places);
    it->seen = jx_seen_new("/tmp");
    if (it->places == NULL || it->seen == NULL) {
        return jx_fail_memory(err);
    }
    status = jx_actuals_new(it->batch->sheets, it->batch->plan_count, it->batch->lang,
                            &it->work.actuals, err);
    return status != JX_OK ? status : jx_crew_make(&it->crew, arena, it->batch->workers, err);
}

static jx_status begin_inputs(run *it, jx_arena *arena, jx_error *err)
{
    jx_batch *batch = it->batch;
    jx_actuals *actuals = it->work.actuals;
    const bool headless = batch->header != NULL;
    jx_status status =
        !headless ? JX_OK
                  : jx_inputs_read_header(batch->header, batch->encoding, actuals, &it->lanes, err);
    if (status == JX_OK && batch->shard.number != 0) {
        status = jx_sharding_begin(batch, &it->inputs, actuals, arena, err);
        it->no_more = !jx_shard_has_part(&batch->shard);
    }
    return status != JX_OK || it->no_more
               ? status
               : jx_inputs_begin(&it->inputs, actuals, headless, &it->lanes, err);
}

static jx_status begin(run *it, jx_arena *arena, jx_error *err)
{
    jx_batch *batch = it->batch;
    it->out = jx_text_in(arena);
    batch->report->out = &it->out;
    jx_status status = jx_report_begin(batch->report, arena, err);
    status = status != JX_OK ? status : make_counts(&batch->counts, batch->report, arena, err);
    status = status != JX_OK ? status : make_lanes(it, arena, err);
    status = status != JX_OK ? status : begin_inputs(it, arena, err);
    if (status != JX_OK) {
        return status;
    }
    it->crew.work = &it->work;
    it->crew.output = batch->output;
    it->work = (jx_work){.plans = batch->plans,
                         .plan_count = batch->plan_count,
                         .actuals = it->work.actuals,
                         .head_of = batch->shard.start.file,
                         .paths = batch->shard.number == 0 ? batch->files.rows : batch->shard.names,
                         .headless = batch->header != NULL,
                         .report = batch->report,
                         .lanes = &it->lanes,
                         .limits = batch->limits,
                         .lang = batch->lang};
    return jx_output_write(batch->output, jx_text_str(&it->out), err);
}

static jx_status finish(run *it, jx_error *err)
{
    jx_text_clear(&it->out);
    jx_report_end(it->batch->report);
    if (it->batch->shard.number != 0 &&
        jx_sharding_end(it->batch, &it->inputs, it->unseen, &it->out, err) != JX_OK) {
        return JX_ESYSTEM;
    }
    return it->out.failed ? jx_fail_memory(err)
                          : jx_output_write(it->batch->output, jx_text_str(&it->out), err);
}

jx_status jx_batch_run(jx_batch *batch, jx_arena *arena, jx_error *err)
{
    run it = {.batch = batch,
              .inputs = {.paths = batch->files, .encoding = batch->encoding, .cut = {.file = -1}},
              .in_order = true,
              .stopped = JX_ERROR(batch->lang)};
    jx_status status = begin(&it, arena, err);
    status = status != JX_OK ? status : score_all(&it, err);
    jx_crew_end(&it.crew);
    batch->unwalled = it.lanes.rows != NULL && *it.lanes.unwalled;
    status =
        status != JX_OK ? jx_shard_explain(&batch->shard, &batch->files, err) : finish(&it, err);
    jx_inputs_end(&it.inputs);
    jx_actuals_close(it.work.actuals);
    jx_seen_free(it.seen);
    jx_lanes_free(&it.lanes);
    return status;
}

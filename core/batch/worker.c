// SPDX-License-Identifier: MIT
#include "batch/worker.h"

#include "batch/message.h"
#include "batch/refusal.h"
#include "batch/wall.h"
#include "score/evaluate.h"

#include <fcntl.h>
#include <unistd.h>

// Results are handed over in pieces of about this size.
enum { PIECE = 1 << 15 };

typedef struct worker {
    const jx_work *work;
    int line;
    jx_arena *arena;
    jx_evaluator **evaluators; // by plan; made once it is needed
    uint64_t scored;           // projects, since this process began
    jx_report report;
    jx_text text;
    jx_cut cut;       // of the file that is open
    char *room;       // for its head
    uint32_t head_of; // the file whose columns the reader knows
    // of the lane at work
    jx_lane *lane;
    uint32_t number;
    bool has_command; // which came in place of the leave to go on
    jx_note command;
    int command_file;
} worker;

// ------------------------------------------------------------------------------------------- results

static bool tell(const worker *it, jx_word word)
{
    return jx_message_send(it->line, (jx_note){(int32_t)word, it->number}, JX_NO_FILE);
}

// False where memory is out, or one project has more to say than a lane holds.
static bool hand_over(worker *it)
{
    jx_lane *lane = it->lane;
    const jx_str piece = jx_text_str(&it->text);
    if (it->text.failed || piece.size > JX_LANE_OUT - lane->out_size) {
        return false;
    }
    memcpy(lane->out + lane->out_size, piece.data, piece.size);
    lane->out_size += piece.size;
    jx_text_clear(&it->text);
    return true;
}

// Waits until what is there has been taken; false where something else is to be done.
static bool wait_to_go_on(worker *it)
{
    jx_lane *lane = it->lane;
    it->has_command = true;
    if (!tell(it, JX_WORD_PAUSED) ||
        !jx_message_receive(it->line, &it->command, &it->command_file)) {
        _exit(0);
    }
    if (it->command.word != JX_WORD_ON) {
        return false;
    }
    it->has_command = false;
    lane->first_row = lane->rows;
    jx_lane_restart(lane);
    return true;
}

// NULL where memory is out.
static jx_evaluator *make_evaluator(const worker *it, size_t plan)
{
    const bool losses = it->report.reporter->batch_losses;
    jx_evaluator *evaluator = jx_evaluator_new(it->work->plans[plan], it->work->lang);
    if (evaluator != NULL &&
        !jx_evaluator_recall(evaluator, losses ? JX_WANT_LOSSES : JX_WANT_POINTS)) {
        jx_evaluator_free(evaluator);
        return NULL;
    }
    return evaluator;
}

static jx_evaluator *find_evaluator(worker *it, size_t plan)
{
    if (it->evaluators[plan] == NULL) {
        it->evaluators[plan] = make_evaluator(it, plan);
    }
    return it->evaluators[plan];
}

static void note_name(jx_lane *lane, const jx_observations *observations)
{
    const jx_str name = jx_str_trim(observations->project);
    const jx_str before = {lane->last.data, lane->last.size};
    const bool behind = before.size == 0 || jx_str_order(before, name) < 0;
    if (name.size > JX_LANE_NAME || name.size == 0 || !behind) {
        lane->in_order = false;
        return;
    }
    lane->last.size = (uint32_t)name.size;
    memcpy(lane->last.data, name.data, name.size);
    if (before.size == 0) {
        lane->first = lane->last;
    }
}

static void add_card(worker *it, const jx_scorecard *card)
{
    jx_report_write(&it->report, card);
    jx_counts_add(&it->lane->counts, &it->report, card);
    it->lane->rows++;
}

// Counts the project's results; false where the lane's task ends here.
static bool end_project(worker *it, jx_error *err)
{
    if (it->text.size >= PIECE && !hand_over(it)) {
        (void)jx_fail_memory(err);
        return false;
    }
    return it->lane->out_size < it->lane->enough || wait_to_go_on(it);
}

// -------------------------------------------------------------------------------------------- projects

// Where memory is out and another project was scored here before, it may have been that one's: a fresh worker goes on.
static void leave_if_worn(worker *it)
{
    if (it->scored == 0) {
        return;
    }
    atomic_store_explicit(&it->lane->row, JX_LANE_NO_ROW, memory_order_relaxed);
    if (hand_over(it)) {
        (void)tell(it, JX_WORD_PAUSED);
    }
    _exit(0);
}

static bool score(worker *it, size_t plan, jx_observations *observations, jx_error *err)
{
    jx_lane *lane = it->lane;
    jx_evaluator *evaluator = find_evaluator(it, plan);
    const jx_mark *mark = lane->mark_count == 0 ? NULL : jx_lane_find_mark(lane, lane->rows);
    jx_error known;
    if (evaluator == NULL) {
        leave_if_worn(it);
        (void)jx_fail_memory(err);
        return false;
    }
    if (mark != NULL) {
        jx_refuse_marked(it->work, mark, observations, &known);
    }
    atomic_store_explicit(&lane->row, lane->rows, memory_order_relaxed);
    const jx_scorecard *card = jx_evaluate(evaluator, observations);
    if (card->status == JX_ESYSTEM) { // a worker has nothing of the system but its memory
        leave_if_worn(it);
        jx_refuse_marked(it->work, &(jx_mark){.kind = JX_MARK_FULL}, observations, &known);
        card = jx_evaluate(evaluator, observations);
    }
    atomic_store_explicit(&lane->row, JX_LANE_NO_ROW, memory_order_relaxed);
    add_card(it, card);
    it->scored++;
    return true;
}

// A row of a project that none of the plans is for.
static void add_unknown(worker *it, const jx_observations *observations)
{
    const jx_scorecard card = {
        .observations = observations,
        .state = JX_FAULTY,
        .error = observations->fault->text,
        .error_count = 1,
        .status = observations->fault->status,
    };
    add_card(it, &card);
}

static bool score_row(worker *it, jx_observations *observations, jx_error *err)
{
    jx_lane *lane = it->lane;
    lane->keys[lane->rows] = observations->key;
    if (observations->sheet == JX_NO_SHEET) {
        add_unknown(it, observations);
        return true;
    }
    it->work->lanes->sheet_seen[observations->sheet] = true;
    note_name(lane, observations);
    return score(it, observations->sheet, observations, err);
}

static jx_part part_of(const worker *it)
{
    return (jx_part){.path = it->work->paths[it->lane->file],
                     .at = it->lane->at,
                     .data = it->lane->text,
                     .size = it->lane->size};
}

// Reads and scores the part; errors are those after which nothing of the file can be trusted.
static jx_status score_part(worker *it, jx_error *err)
{
    jx_actuals *actuals = it->work->actuals;
    const jx_part part = part_of(it);
    jx_status status = jx_actuals_take_part(actuals, &part, it->work->headless, err);
    for (uint32_t row = 0; status == JX_OK; row++) {
        bool more = false;
        jx_observations observations;
        status = jx_actuals_next(actuals, &observations, &more, err);
        if (status != JX_OK || !more) {
            break;
        }
        if (row >= it->lane->first_row &&
            (!score_row(it, &observations, err) || !end_project(it, err))) {
            break;
        }
    }
    return it->has_command ? JX_OK : err->status;
}

static jx_status score_rest(worker *it, jx_error *err)
{
    uint32_t row = 0;
    for (size_t i = 0; i < it->work->plan_count; i++) {
        jx_observations nothing = {.project = it->work->plans[i]->table.id};
        if (it->work->lanes->sheet_seen[i] || row++ < it->lane->first_row) {
            continue;
        }
        it->lane->keys[it->lane->rows] = 0;
        jx_error lost = JX_ERROR(it->work->lang);
        if (*it->work->lanes->skipped) { // its rows may have been there
            (void)jx_fail(&lost, NULL, JX_MESSAGE_ACTUALS_SKIPPED, JX_STR_NONE);
            nothing.fault = &lost;
        }
        if (!score(it, i, &nothing, err) || !end_project(it, err)) {
            break;
        }
    }
    return it->has_command ? JX_OK : err->status;
}

// --------------------------------------------------------------------------------------------- cutting

// Reads the columns of the file that is open, aside, unless they are known.
static jx_status learn_head(worker *it, jx_error *err)
{
    const jx_lane *lane = it->lane;
    if (it->head_of == lane->file || it->work->headless) {
        return JX_OK;
    }
    jx_cut cut = it->cut;
    jx_position at = lane->start;
    jx_part part;
    jx_str rest;
    bool more = false;
    cut.room = it->room;
    cut.held = 0;
    jx_status status = jx_cut_next(&cut, NULL, &at, &part, &rest, &more, err);
    status = status != JX_OK ? status : jx_actuals_take_head(it->work->actuals, &part, err);
    it->head_of = status == JX_OK ? lane->file : it->head_of;
    return status;
}

static jx_status take_file(worker *it, int file, jx_error *err)
{
    jx_lane *lane = it->lane;
    if (file != JX_NO_FILE) {
        jx_cut_close(&it->cut);
        it->cut.file = file;
    }
    it->cut.path = it->work->paths[lane->file];
    it->cut.end = lane->end;
    it->cut.is_stream = lane->is_stream;
    it->cut.room = lane->text;
    it->cut.held = 0;
    return learn_head(it, err);
}

static jx_status cut_part(worker *it, jx_error *err)
{
    jx_lane *lane = it->lane;
    const jx_lanes *lanes = it->work->lanes;
    jx_part part;
    jx_str rest;
    bool more = false;
    lane->is_begun = true;
    jx_status status = JX_OK;
    if (lane->is_stream) {
        jx_cut_hold(&it->cut, (jx_str){lanes->carry, *lanes->carried});
    }
    lane->next = lane->at;
    status = jx_cut_next(&it->cut, jx_actuals_columns(it->work->actuals), &lane->next, &part, &rest,
                         &more, err);
    if (status != JX_OK) {
        return status;
    }
    if (lane->is_stream) {
        memcpy(lanes->carry, rest.data, rest.size);
        *lanes->carried = rest.size;
    }
    lane->at = part.at;
    lane->size = part.size;
    return JX_OK;
}

// ----------------------------------------------------------------------------------------------- tasks

static jx_status do_task(worker *it, int file, jx_error *err)
{
    jx_lane *lane = it->lane;
    if (lane->task == JX_TASK_REST) {
        return score_rest(it, err);
    }
    jx_status status = take_file(it, file, err);
    if (status == JX_OK && lane->task == JX_TASK_CUT) {
        status = cut_part(it, err);
        if (status != JX_OK || lane->size == 0) {
            return status;
        }
        (void)tell(it, JX_WORD_CUT);
    }
    return status != JX_OK ? status : score_part(it, err);
}

static void obey(worker *it, jx_note note, int file)
{
    jx_error err = JX_ERROR(it->work->lang);
    it->lane = &it->work->lanes->rows[note.lane];
    it->number = note.lane;
    jx_text_clear(&it->text);
    jx_lane_restart(it->lane);
    (void)do_task(it, file, &err);
    if (it->has_command) {
        return;
    }
    if (!hand_over(it) && err.status == JX_OK) {
        (void)jx_fail_memory(&err);
    }
    it->lane->error = err;
    (void)tell(it, JX_WORD_DONE);
}

// What a plugin prints goes to standard error, and it reads nothing.
static void leave_standard_files(void)
{
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing > STDIN_FILENO) {
        (void)dup2(nothing, STDIN_FILENO);
        (void)close(nothing);
    }
    (void)dup2(STDERR_FILENO, STDOUT_FILENO);
}

void jx_worker_serve(const jx_work *work, int line)
{
    worker it = {.work = work,
                 .line = line,
                 .arena = jx_arena_new(),
                 .report = *work->report,
                 .cut = {.file = JX_NO_FILE},
                 .room = jx_part_room_new(false),
                 .head_of = work->head_of};
    if (it.arena == NULL || it.room == NULL) {
        return;
    }
    it.evaluators = jx_arena_array(it.arena, work->plan_count, sizeof(jx_evaluator *));
    it.text = jx_text_in(it.arena);
    it.report.out = &it.text;
    leave_standard_files();
    if (!jx_wall_up(line, work->limits.bytes)) {
        *work->lanes->unwalled = true;
    }
    for (;;) {
        jx_note note = it.command;
        int file = it.command_file;
        if (!it.has_command && !jx_message_receive(line, &note, &file)) {
            return;
        }
        it.has_command = false;
        obey(&it, note, file);
    }
}

// SPDX-License-Identifier: MIT
#include "batch/crew.h"

#include "base/clock.h"
#include "base/process.h"
#include "batch/journal.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LOOKS = 8, LEAST_WAIT = 5, MOST_WAIT = 250, STOPPED = 1000 };

jx_status jx_crew_make(jx_crew *crew, jx_arena *arena, size_t count, jx_error *err)
{
    crew->hands = jx_arena_array(arena, count, sizeof *crew->hands);
    crew->polled = jx_arena_array(arena, count, sizeof *crew->polled);
    if (crew->hands == NULL || crew->polled == NULL) {
        return jx_fail_memory(err);
    }
    crew->count = count;
    return JX_OK;
}

// --------------------------------------------------------------------------------------------- starting

// What is the parent's alone is closed; the worker does not outlive it.
static void be_worker(const jx_crew *crew, int line, pid_t parent)
{
    jx_process_restore_signals();
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
        _exit(0);
    }
    for (size_t i = 0; i < crew->count; i++) {
        if (crew->hands[i].process != 0) {
            (void)close(crew->hands[i].line);
        }
    }
    jx_output_leave(crew->batch->output);
    jx_journal_leave(crew->batch->journal);
    jx_worker_serve(crew->work, line);
    jx_process_leave();
}

static jx_status start(jx_crew *crew, jx_hand *hand, jx_error *err)
{
    int line[2];
    if (!jx_message_line(line)) {
        return jx_fail_system(err, NULL, JX_MESSAGE_CHILD_UNSTARTED, errno);
    }
    const pid_t parent = getpid();
    const pid_t process = fork();
    if (process == 0) {
        (void)close(line[0]);
        be_worker(crew, line[1], parent);
    }
    const int number = errno;
    (void)close(line[1]);
    if (process < 0) {
        (void)close(line[0]);
        return jx_fail_system(err, NULL, JX_MESSAGE_CHILD_UNSTARTED, number);
    }
    *hand = (jx_hand){.process = process, .line = line[0], .lane = JX_NO_LANE, .file = UINT32_MAX};
    return JX_OK;
}

jx_status jx_crew_find_idle(jx_crew *crew, jx_hand **ret, jx_error *err)
{
    jx_hand *unborn = NULL;
    *ret = NULL;
    for (size_t i = 0; i < crew->count; i++) {
        jx_hand *hand = &crew->hands[i];
        if (hand->process != 0 && hand->lane == JX_NO_LANE && !hand->late) {
            *ret = hand;
            return JX_OK;
        }
        unborn = hand->process == 0 && unborn == NULL ? hand : unborn;
    }
    if (unborn == NULL) {
        return JX_OK;
    }
    const jx_status status = start(crew, unborn, err);
    *ret = status == JX_OK ? unborn : NULL;
    return status;
}

// ---------------------------------------------------------------------------------------------- working

bool jx_hand_go(jx_hand *hand, uint32_t lane, uint32_t number, int file)
{
    hand->lane = lane;
    hand->file = file == JX_NO_FILE ? hand->file : number;
    hand->paused = false;
    hand->row = JX_LANE_NO_ROW;
    return jx_message_send(hand->line, (jx_note){JX_WORD_GO, lane}, file);
}

bool jx_hand_go_on(jx_hand *hand)
{
    hand->paused = false;
    hand->row = JX_LANE_NO_ROW;
    return jx_message_send(hand->line, (jx_note){JX_WORD_ON, hand->lane}, JX_NO_FILE);
}

static bool is_late(const jx_crew *crew, jx_hand *hand)
{
    const int64_t time = jx_clock_now();
    const jx_lane *lane = &crew->work->lanes->rows[hand->lane];
    const int64_t row = atomic_load_explicit(&lane->row, memory_order_relaxed);
    if (row == JX_LANE_NO_ROW || row != hand->row) {
        hand->row = row;
        hand->since = time;
    }
    return (uint64_t)(time - hand->since) > crew->work->limits.milliseconds;
}

// Who was stopped along with everybody else is not late.
static void forgive(jx_crew *crew)
{
    const int64_t time = jx_clock_now();
    for (size_t i = 0; i < crew->count && time - crew->looked > STOPPED; i++) {
        crew->hands[i].since = time;
    }
    crew->looked = time;
}

static void kill_late(jx_crew *crew)
{
    forgive(crew);
    for (size_t i = 0; i < crew->count; i++) {
        jx_hand *hand = &crew->hands[i];
        if (hand->process != 0 && hand->lane != JX_NO_LANE && !hand->paused &&
            is_late(crew, hand)) {
            hand->late = true;
            (void)kill(hand->process, SIGKILL);
        }
    }
}

void jx_crew_bury(const jx_crew *crew, jx_hand *hand, jx_mark *ret)
{
    int status = 0;
    (void)kill(hand->process, SIGKILL); // that it ended may be known before it is quite dead
    while (waitpid(hand->process, &status, 0) < 0 && errno == EINTR) {
    }
    (void)close(hand->line);
    hand->process = 0;
    if (hand->lane != JX_NO_LANE) {
        const jx_lane *lane = &crew->work->lanes->rows[hand->lane];
        const int64_t row = atomic_load_explicit(&lane->row, memory_order_relaxed);
        const bool passed =
            hand->late && row != hand->row; // it was late no more when it was killed
        ret->row = passed ? (uint32_t)JX_LANE_NO_ROW : (uint32_t)row;
    }
    ret->kind = hand->late ? JX_MARK_LATE : WIFSIGNALED(status) ? JX_MARK_CRASHED : JX_MARK_ENDED;
    ret->number = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
}

static size_t poll_crew(jx_crew *crew)
{
    size_t count = 0;
    for (size_t i = 0; i < crew->count; i++) {
        if (crew->hands[i].process != 0) {
            crew->polled[count++] = (struct pollfd){.fd = crew->hands[i].line, .events = POLLIN};
        }
    }
    const uint64_t part = crew->work->limits.milliseconds / LOOKS;
    const int wait = part < LEAST_WAIT ? LEAST_WAIT : part > MOST_WAIT ? MOST_WAIT : (int)part;
    return poll(crew->polled, (nfds_t)count, wait) > 0 ? count : 0;
}

static jx_hand *find_hand(jx_crew *crew, int line)
{
    size_t i = 0;
    while (crew->hands[i].process == 0 || crew->hands[i].line != line) {
        i++;
    }
    return &crew->hands[i];
}

jx_hand *jx_crew_wait(jx_crew *crew, jx_crew_event *ret_event, jx_word *ret_word, jx_mark *ret_mark)
{
    const size_t count = poll_crew(crew);
    kill_late(crew);
    for (size_t i = 0; i < count; i++) {
        if (crew->polled[i].revents == 0) {
            continue;
        }
        jx_note note;
        jx_hand *hand = find_hand(crew, crew->polled[i].fd);
        if (jx_message_receive(hand->line, &note, NULL)) {
            *ret_event = JX_CREW_SAYS;
            *ret_word = (jx_word)note.word;
        } else {
            *ret_event = JX_CREW_ENDED;
            jx_crew_bury(crew, hand, ret_mark);
        }
        return hand;
    }
    return NULL;
}

void jx_crew_end(jx_crew *crew)
{
    jx_mark why;
    for (size_t i = 0; i < crew->count; i++) {
        if (crew->hands[i].process != 0) {
            jx_crew_bury(crew, &crew->hands[i], &why);
        }
    }
}

// SPDX-License-Identifier: MIT
// A batch at work, as its parent sees it: shared by batch.c, dispatch.c, collect.c, skip.c and resume.c only. [main-thread]
#ifndef JIXIAO_BATCH_RUN_H
#define JIXIAO_BATCH_RUN_H

#include "batch/batch.h"
#include "batch/crew.h"
#include "batch/inputs.h"
#include "batch/journal.h"
#include "batch/lane.h"
#include "batch/progress.h"
#include "read/seen.h"

// Where a lane stands.
typedef enum jx_stage {
    JX_STAGE_FREE, // of the first lane: nobody serves it, and somebody should
    JX_STAGE_CUTTING,
    JX_STAGE_SCORING,
    JX_STAGE_PAUSED, // results wait to be taken, and a worker waits for that
    JX_STAGE_DONE
} jx_stage;

typedef struct jx_standing {
    jx_stage stage;
    uint32_t attempts; // that ended while no project was being scored
    uint32_t looked;   // projects whose names were looked up
    int file;          // of the part, open for whoever is to score it again; -1: none
} jx_standing;

typedef struct jx_run {
    jx_batch *batch;
    jx_work work;
    jx_lanes lanes;
    jx_crew crew;
    jx_inputs inputs;
    jx_seen *seen;
    jx_progress progress;
    jx_text out;            // of the report's beginning and end
    jx_standing *standings; // of the lanes
    uint64_t head;          // parts whose results were taken
    uint64_t next;          // parts that were handed out
    uint64_t written;       // bytes of results
    jx_lane_name last;      // the name of the last project taken
    bool in_order;          // names ascended so far
    bool cutting;           // a part is being cut
    bool no_more;           // no part is left to be cut
    uint64_t unseen;        // results of projects without rows
    size_t skipped;         // files and sheets that could not be read
    bool rested;            // the projects without rows were handed out
    jx_error stopped;       // why no more parts are handed out, if it is for a fault
} jx_run;

// The lane of a part, by the part's number.
static inline uint32_t jx_run_lane(const jx_run *run, uint64_t number)
{
    return (uint32_t)(number % run->lanes.count);
}

// An error that was made elsewhere, if it is one.
static inline jx_status jx_run_give(const jx_error *fault, jx_error *err)
{
    if (fault->status != JX_OK && err != NULL) {
        *err = *fault;
    }
    return fault->status;
}

// dispatch.c

// Hands out what can be, to workers that are idle or not yet started. Errors are JX_ESYSTEM.
jx_status jx_dispatch(jx_run *run, jx_error *err);

// Gives the lane of that number to a worker again, from its first row on: at once, or once one is idle.
jx_status jx_dispatch_again(jx_run *run, uint32_t number, jx_error *err);

// The worker that has the lane of that number; NULL: it is gone.
jx_hand *jx_dispatch_find(const jx_run *run, uint32_t number);

// Waits until a worker has something to say, or has ended and is replaced.
jx_status jx_dispatch_wait(jx_run *run, jx_error *err);

// collect.c

// Takes what the first lane has; *ret_taken: there was something. Errors: those that ended the lane's part, and of
// writing.
jx_status jx_collect(jx_run *run, bool *ret_taken, jx_error *err);

// skip.c

// Tells the fault of a file, and clears it, where it is one that the run goes on without: false where it is not.
bool jx_skip(jx_run *run, jx_error *fault);

// The same of one of several files whose results are not kept to be gone on with: what was skipped would be forgotten.
bool jx_skip_one(jx_run *run, jx_error *fault);

// Puts the sheets of workbooks in the place of the workbooks. Errors: those of listing them, of the only file or of all.
jx_status jx_skip_expand(jx_run *run, jx_arena *arena, jx_error *err);

// Opens the first file that can be read. Errors: those of jx_inputs_begin.
jx_status jx_skip_begin(jx_run *run, jx_error *err);

// Goes on with the next file that can be read; *ret_more is false behind the last one. Errors: those of jx_inputs_continue.
jx_status jx_skip_on(jx_run *run, bool *ret_more, jx_error *err);

// An error where files were skipped and nothing was read.
jx_status jx_skip_check(const jx_run *run, jx_error *err);

// resume.c

// Opens the journal and goes on where it ends; *ret_file and *ret_at are where the actuals go on, if *ret_resumed. Errors:
// those of jx_journal_open, of the actuals, of writing.
jx_status jx_resume(jx_run *run,
                    jx_arena *arena,
                    bool *ret_resumed,
                    uint32_t *ret_file,
                    jx_position *ret_at,
                    jx_error *err);

// Notes in the journal that the lane's part was taken, if there is a journal.
jx_status jx_resume_note(jx_run *run, const jx_lane *lane, jx_error *err);

#endif

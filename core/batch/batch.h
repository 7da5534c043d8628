// SPDX-License-Identifier: MIT
// Many projects scored by workers, their results in the order of the actuals, the same bytes however many workers there
// are. What a plugin or a script does to its process costs the one project that was being scored. [main-thread]
#ifndef JIXIAO_BATCH_BATCH_H
#define JIXIAO_BATCH_BATCH_H

#include "base/arena.h"
#include "base/error.h"
#include "base/folder.h"
#include "base/output.h"
#include "batch/counts.h"
#include "batch/shard.h"
#include "model/settings.h"
#include "read/encoding.h"
#include "report/report.h"
#include "score/plan.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jx_journal jx_journal;

typedef struct jx_batch {
    // what is scored, by what
    jx_plan *const *plans;
    const jx_sheet *const *sheets; // of the plans
    size_t plan_count;
    jx_paths files; // of actuals; "-": standard input
    jx_encoding encoding;
    const char *header; // a file that the columns are read from; NULL: the files have heads
    jx_shard shard;     // number and count
    // by whom
    size_t workers;
    jx_worker_limits limits;
    // for whom
    jx_report *report; // its members down to table_count are set
    jx_output *output;
    bool is_kept; // the output is a kept one, and a journal is to be kept of it
    int terminal; // where progress is shown; -1: nowhere
    jx_lang lang;
    void (*tell)(const char *line); // says which files cannot be read, one at a time
    // jx_batch_run's: what came of it
    jx_counts counts;
    jx_journal
        *journal;     // to be closed by the caller, once it has committed the output or given it up
    uint64_t resumed; // projects that another run had scored
    bool restarted;   // what another run had left could not be gone on with
    bool unread;      // no row was read, though none of it was left to other shards
    bool unwalled;    // the kernel refused a part of the wall around the workers
} jx_batch;

// Scores all projects and writes the report. Its memory is the arena's. What goes wrong with one project is in its results;
// of one of several files that cannot be read, said at once, with JX_EDATA as the code; errors are those after which nothing
// more can be scored: of the actuals (JX_EDATA) and the system (JX_ESYSTEM). What was scored before them is written.
jx_status jx_batch_run(jx_batch *batch, jx_arena *arena, jx_error *err);

#endif

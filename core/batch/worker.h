// SPDX-License-Identifier: MIT
// A worker's life: it cuts parts of the actuals, scores their projects and gives finished results back, until its parent has
// nothing more to do.
#ifndef JIXIAO_BATCH_WORKER_H
#define JIXIAO_BATCH_WORKER_H

#include "base/error.h"
#include "batch/lane.h"
#include "model/settings.h"
#include "read/read_actuals.h"
#include "report/report.h"
#include "score/plan.h"

#include <stddef.h>

// What all workers work with; made before the first one is forked.
typedef struct jx_work {
    jx_plan *const *plans;
    size_t plan_count;
    jx_actuals *actuals; // a reader of parts, which knows the columns of the file `head_of`
    uint32_t head_of;
    const char *const *paths; // of the files, by their numbers
    bool headless;            // the files have no head: it was given apart
    jx_report *report;        // begun
    jx_lanes *lanes;
    jx_worker_limits limits;
    jx_lang lang;
} jx_work;

// Serves the parent at the other end of `line` until it closes it; then the process may end. [in a process of its own]
void jx_worker_serve(const jx_work *work, int line);

#endif

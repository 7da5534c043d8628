// SPDX-License-Identifier: MIT
// How far a batch has got, on a line of the terminal that is written over; and what came of it, at the end. [main-thread]
#ifndef JIXIAO_BATCH_PROGRESS_H
#define JIXIAO_BATCH_PROGRESS_H

#include "base/error.h"
#include "base/text.h"
#include "batch/counts.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct jx_progress {
    int terminal; // where it is shown; -1: nowhere
    jx_lang lang;
    uint64_t total; // bytes of actuals; 0: nobody knows
    int64_t begun;  // in milliseconds
    int64_t shown;  // when it was shown last; 0: never
} jx_progress;

// Begins to watch; `terminal` is a file's number, or -1.
jx_progress jx_progress_begin(int terminal, jx_lang lang, uint64_t total);

// Shows how far it is, not more often than one can read.
void jx_progress_show(jx_progress *progress, const jx_counts *counts, uint64_t done);

// Wipes the line.
void jx_progress_end(const jx_progress *progress);

// Adds the line that is shown: projects so far and errors, the part of all, projects a second, the time left. `elapsed` is in
// milliseconds.
void jx_progress_add(jx_text *out,
                     const jx_progress *progress,
                     const jx_counts *counts,
                     uint64_t done,
                     int64_t elapsed);

// Adds the summary, lines that end in LF: projects, scored, incomplete, errors; the mean of the totals (unless the tables
// have different full scores) and the spread over grades, where any was scored.
void jx_summary_add(jx_text *out, const jx_counts *counts, const jx_report *report, jx_lang lang);

#endif

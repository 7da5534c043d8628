// SPDX-License-Identifier: MIT
// What a script sees, and what it may do: the border between the cage and whoever scores. [score-thread]
#ifndef JIXIAO_SCRIPT_JOB_H
#define JIXIAO_SCRIPT_JOB_H

#include "base/error.h"
#include "model/scorecard.h"
#include "model/table.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Losses and notes that one run of a script may give.
enum { JX_SCRIPT_GIVES = 100 };

// Points that a script takes. Lent for the call: texts are not kept.
typedef struct jx_script_loss {
    jx_ratio points; // above 0
    const char *code;
    jx_words says;                      // may name the figures in braces
    const char *names[JX_LOSS_FIGURES]; // of the figures, by name; NULL from the last one on
    jx_ratio figures[JX_LOSS_FIGURES];
} jx_script_loss;

// One run of a script: of an indicator that was measured, or of a scorecard that is summed up. Lives until the run is
// over. Statuses of the functions: JX_OK, JX_EDATA (too large to be computed exactly), JX_ESYSTEM.
typedef struct jx_script_job {
    const jx_value *params; // in the order of what the script declares
    const jx_value *inputs;
    const jx_scorecard *card;

    // of an indicator's script; `row` is NULL for a project's
    const jx_table_row *row;
    const jx_job *job;
    bool counted; // the actual is a survey's answers: job->counts

    void *host;                   // handed to the functions
    jx_ratio (*left)(void *host); // of the indicator's points, or of the total
    jx_status (*deduct)(void *host, const jx_script_loss *loss);
    jx_status (*note)(void *host, jx_words says);
    // What was lost so far; lent until the next deduct.
    jx_losses (*losses)(void *host);
} jx_script_job;

#endif

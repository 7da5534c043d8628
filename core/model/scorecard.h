// SPDX-License-Identifier: MIT
// A finished scorecard. Plain data: reports read it and cannot change it.
#ifndef JIXIAO_MODEL_SCORECARD_H
#define JIXIAO_MODEL_SCORECARD_H

#include "base/str.h"
#include "model/observations.h"
#include "model/table.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Of an indicator; and of a project, where JX_MISSING reads `incomplete`.
typedef enum jx_state { JX_SCORED, JX_MISSING, JX_NOT_APPLICABLE, JX_FAULTY } jx_state;

// Points lost, settled: `full` less the losses' `points` is the indicator's points, exactly.
typedef struct jx_lost {
    const jx_loss_code *code;
    jx_str source;                     // the category's name, or "host", or a script
    jx_decimal points;                 // what was taken, rounded
    bool cut;                          // less was left than was asked for
    jx_decimal asked;                  // what was asked for, rounded; where `cut`
    jx_ratio exact;                    // what was asked for, as the method or script reported it
    jx_ratio figures[JX_LOSS_FIGURES]; // named by code->figures
} jx_lost;

typedef struct jx_outcome {
    jx_state state;
    jx_figure measured;  // JX_FIGURE_NONE where nothing was measured
    jx_decimal points;   // JX_SCORED, JX_MISSING
    uint32_t first_loss; // into jx_scorecard.losses
    uint32_t loss_count;
    const char *error; // JX_FAULTY: one line with its place; lives as long as the scorecard
} jx_outcome;

// Lives until its evaluator scores the next project.
typedef struct jx_scorecard {
    const jx_table *table;
    const jx_observations *observations; // actual, baseline, note, evidence as written
    jx_state state;
    const char *error; // JX_FAULTY: the first one
    uint32_t error_count;
    int32_t status;             // JX_OK, or the gravest of the errors' (JX_EDATA, JX_EPLUGIN…)
    const jx_outcome *outcomes; // table->row_count, in its order
    const jx_lost *losses;
    uint32_t loss_count;
    jx_decimal raw_total;
    bool rescaled;
    jx_decimal rescaled_from; // the weights that were applicable
    jx_decimal total;         // JX_SCORED, JX_MISSING
    const jx_grade *grade;    // JX_SCORED; else NULL
} jx_scorecard;

#endif

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

// `scored`, `missing` (of a project: `incomplete`), `not_applicable`, `error`: the words of the machine formats and scripts.
// [any-thread]
jx_str jx_state_text(jx_state state, bool of_project);
const char *jx_state_name(jx_state state, bool of_project);

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

// What a script had to say.
typedef struct jx_remark {
    uint32_t row; // of the table; JX_OF_NO_ROW: of the project
    jx_str source;
    jx_words says;
} jx_remark;

#define JX_OF_NO_ROW UINT32_MAX

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
    const jx_lost *losses;      // of the outcomes, then the project's own
    uint32_t loss_count;
    uint32_t first_own_loss;
    uint32_t own_loss_count;
    const jx_remark *remarks; // in the order given
    uint32_t remark_count;
    jx_decimal raw_total;
    bool rescaled;
    jx_decimal rescaled_from; // the weights that were applicable
    jx_decimal subtotal;      // rescaled where it must be, before the project's own losses
    jx_decimal total;         // JX_SCORED, JX_MISSING: the subtotal less the project's own losses
    const jx_grade *grade;    // JX_SCORED; else NULL
} jx_scorecard;

// Some of the losses, lent by the scorecard.
typedef struct jx_losses {
    const jx_lost *rows;
    uint32_t count;
} jx_losses;

// Those of a row of the table, or the project's own (JX_OF_NO_ROW). [any-thread]
jx_losses jx_scorecard_losses(const jx_scorecard *card, size_t row);

#endif

// SPDX-License-Identifier: MIT
// Scorecards of a batch, gathered for reports that are made whole at their end: what a worker writes of each, and what the
// parent keeps of it. The bytes are for processes of one batch only. [score-thread]
#ifndef JIXIAO_REPORT_GATHERED_H
#define JIXIAO_REPORT_GATHERED_H

#include "base/error.h"
#include "model/scorecard.h"
#include "report/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Of one indicator.
typedef struct jx_gathered_cell {
    jx_decimal points; // where jx_gathered_has_points
    jx_decimal lost;   // the sum of its losses
    uint32_t state;    // jx_state
    uint32_t findings; // jx_row_findings
} jx_gathered_cell;

typedef struct jx_gathered_loss {
    uint32_t row; // of the table; JX_OF_NO_ROW: of the project
    jx_decimal points;
    jx_str says; // the sentence, in the report's language
} jx_gathered_loss;

struct jx_gathered {
    const jx_table *table; // NULL: none of the projects is called so
    jx_str project;        // as the actuals name it
    jx_str instance; // what the project is scored for, if it is not for itself alone; or empty
    jx_state state;
    bool has_total;
    jx_decimal total;
    jx_str grade;                  // empty unless scored
    jx_str error;                  // empty unless faulty
    const jx_gathered_cell *cells; // in the table's order
    size_t cell_count;             // 0 where there is no table, or its rows could not be scored
    const jx_gathered_loss *losses;
    size_t loss_count;
};

static inline bool jx_gathered_has_points(const jx_gathered_cell *cell)
{
    return cell->state == JX_SCORED || cell->state == JX_MISSING;
}

// Adds what is kept of the scorecard to the report's text.
void jx_gather_write(jx_report *report, const jx_scorecard *card);

// Keeps what was written of any number of scorecards, copied into the report's arena, behind report->gathered. Errors: out of
// memory.
jx_status jx_gather_take(jx_report *report, jx_str written, jx_error *err);

#endif

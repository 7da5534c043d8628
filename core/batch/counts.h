// SPDX-License-Identifier: MIT
// How many projects came to what: counted by workers, added up by the parent.
#ifndef JIXIAO_BATCH_COUNTS_H
#define JIXIAO_BATCH_COUNTS_H

#include "base/decimal.h"
#include "report/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jx_counts {
    uint64_t projects;
    uint64_t incomplete;
    uint64_t faulty;
    jx_decimal sum;   // of the totals of those that were scored
    bool overflow;    // the sum does not fit exact arithmetic
    int32_t code;     // the highest exit code
    uint64_t *grades; // projects by grade, in the report's order
    size_t grade_count;
} jx_counts;

// Back to nothing.
void jx_counts_clear(jx_counts *counts);

// Counts a scorecard.
void jx_counts_add(jx_counts *counts, const jx_report *report, const jx_scorecard *card);

// Adds what another one has counted.
void jx_counts_join(jx_counts *counts, const jx_counts *more);

#endif

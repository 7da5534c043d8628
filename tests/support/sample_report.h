// SPDX-License-Identifier: MIT
// Reports of scorecards made by hand.
#ifndef JIXIAO_TESTS_SUPPORT_SAMPLE_REPORT_H
#define JIXIAO_TESTS_SUPPORT_SAMPLE_REPORT_H

#include "base/arena.h"
#include "base/error.h"
#include "support/sample_card.h"

#include <stdbool.h>

enum { JX_SAMPLE_CARDS = 6 };

// A row of a table of tests.
typedef struct jx_sample_report {
    const char *name;
    const char *format; // of --format, or "explain"
    jx_lang lang;
    bool batch; // else of one scorecard
    bool colour;
    jx_sample_make cards[JX_SAMPLE_CARDS]; // NULL behind the last
    const char *golden;                    // file of what is expected; NULL: none
} jx_sample_report;

// The whole report, in the arena.
jx_str jx_sample_report_write(jx_arena *arena, const jx_sample_report *report);

// A test of such a row: writes the report and compares it.
void jx_sample_report_test(void **state);

#endif

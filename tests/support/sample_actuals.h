// SPDX-License-Identifier: MIT
// Two projects that actuals may belong to, and what a reader says of a file, as text.
#ifndef JIXIAO_TESTS_SUPPORT_SAMPLE_ACTUALS_H
#define JIXIAO_TESTS_SUPPORT_SAMPLE_ACTUALS_H

#include "base/text.h"
#include "read/read_actuals.h"

// dev-2024: firms in slots 0 to 3, started in 4 to 7 with the input months_late in 8, the project's own input
// staff in 13. chain-2024: firms in slots 0 to 3, tax in 4 to 7.
extern const jx_sheet *const sample_sheets[2];

// Adds a line for each project: `LINE PROJECT (INSTANCE): SLOT=CELL@LINE…`, with the fault in place of the cells
// where there is one, and the error that ends the reading.
void sample_actuals_say(jx_text *said, jx_actuals *actuals, jx_error *err);

// A test that writes a file, reads it, and expects what the reader says of it, its errors included.
typedef struct sample_actuals {
    const char *name;
    size_t sheets; // how many of the two
    jx_str bytes;
    const char *said;
} sample_actuals;

void sample_actuals_test(void **state);

#endif

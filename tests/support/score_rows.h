// SPDX-License-Identifier: MIT
// Rows that score one actual of one indicator.
#ifndef JIXIAO_TESTS_SUPPORT_SCORE_ROWS_H
#define JIXIAO_TESTS_SUPPORT_SCORE_ROWS_H

typedef struct jx_score_row {
    const char *name;
    const char *keys;   // see jx_score_one
    const char *actual; // as written in the cell; a baseline follows |
    const char *points; // NULL: an error
    const char *says;   // the losses: see jx_score_expect_losses; or a part of the error
} jx_score_row;

// The test of a jx_score_row.
void jx_score_row_test(void **state);

#endif

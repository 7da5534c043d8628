// SPDX-License-Identifier: MIT
// Cases of rule authors: actuals of one project's invented instances, with what is expected of them. One reader
// serves one thread.
#ifndef JIXIAO_READ_READ_CASES_H
#define JIXIAO_READ_READ_CASES_H

#include "base/error.h"
#include "model/observations.h"
#include "model/sheet.h"
#include "read/source.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>

typedef enum jx_expected {
    JX_EXPECTED_NOTHING,
    JX_EXPECTED_NUMBER,
    JX_EXPECTED_ERROR,
    JX_EXPECTED_MISSING,
    JX_EXPECTED_NOT_APPLICABLE
} jx_expected;

// The word that cases have for it; empty for nothing and for numbers. [any-thread]
jx_str jx_expected_word(jx_expected what);

// Points or a total.
typedef struct jx_expectation {
    jx_expected what;
    jx_decimal number;
    uint32_t line;
} jx_expectation;

// A word or more; size 0: nothing is expected.
typedef struct jx_expected_text {
    jx_str text;
    uint32_t line;
} jx_expected_text;

// What is expected of an indicator, or of the project itself.
typedef struct jx_case_row {
    jx_expectation points;
    jx_expected_text reason; // codes of losses, parted by blanks
} jx_case_row;

typedef struct jx_case {
    jx_observations observations; // as jx_evaluate wants them
    const jx_case_row
        *rows; // in the order of the sheet's; the points of the project's own are the total
    jx_expected_text grade;
    jx_expected_text status;
} jx_case;

typedef struct jx_cases jx_cases;

// Opens the cases of the project whose sheet that is; `path` and `sheet` must outlive the reader. Errors: those of
// jx_actuals_open.
jx_status jx_cases_open(
    const char *path, jx_encoding encoding, const jx_sheet *sheet, jx_cases **ret, jx_error *err);

// The next case, lent until the next call. *ret_more is false behind the last. What is wrong with this case alone is
// added to `faults`, and *ret then holds nothing to score: *ret_sound is false. Faults are what actuals can have, an
// expectation that is none, one stated twice, and cases and rows that expect nothing: tests that cannot fail. A fault
// after which nothing can be trusted is added and returned.
jx_status jx_cases_next(
    jx_cases *cases, jx_faults *faults, jx_case *ret, bool *ret_sound, bool *ret_more);

// Closes and frees. NULL is allowed.
void jx_cases_close(jx_cases *cases);

#endif

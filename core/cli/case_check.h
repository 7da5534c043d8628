// SPDX-License-Identifier: MIT
// A case that was scored, held against what it expects. [main-thread]
#ifndef JIXIAO_CLI_CASE_CHECK_H
#define JIXIAO_CLI_CASE_CHECK_H

#include "base/text.h"
#include "model/scorecard.h"
#include "read/read_cases.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct jx_case_tally {
    size_t cases;
    size_t expectations;
    size_t failed; // of the expectations
} jx_case_tally;

// Adds each failure to `out`: its place, what was expected and found, how that came about. Counts into *tally.
void jx_case_check(jx_text *out,
                   const jx_case *about,
                   const jx_scorecard *card,
                   jx_lang lang,
                   bool colour,
                   jx_case_tally *tally);

// Whether the case would notice if that row of the table, or the project itself behind the last, came out otherwise: it
// expects something of the row or a total that is a number.
bool jx_case_is_about(const jx_case *about, const jx_scorecard *card, size_t row);

#endif

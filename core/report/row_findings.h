// SPDX-License-Identifier: MIT
// What reports tell of an indicator beside its points: what the rules of self-evaluation ask for and is not there, and actuals
// that were probably meant otherwise. They change no points. [any-thread]
#ifndef JIXIAO_REPORT_ROW_FINDINGS_H
#define JIXIAO_REPORT_ROW_FINDINGS_H

#include "base/error.h"
#include "base/text.h"
#include "model/scorecard.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum jx_row_finding {
    JX_FOUND_ACTUAL_MISSING, // nothing was reported
    JX_FOUND_PERCENT_SIGN,   // 0.95 in %, where the target is 95: a fraction, without its sign
    JX_FOUND_UNITS_APART, // so far from the baseline that the two are hardly in one unit (元 and 万元)
    JX_FOUND_NOTE_MISSING, // points were lost, and no note says why (偏差原因及改进措施)
    JX_ROW_FINDINGS
} jx_row_finding;

// Those of the row, as bits: 1 << finding.
uint32_t jx_row_findings(const jx_scorecard *card, size_t row);

static inline bool jx_row_finds(uint32_t findings, jx_row_finding finding)
{
    return (findings & 1U << finding) != 0;
}

// Its code in the machine formats: actual_missing…
const char *jx_row_finding_code(jx_row_finding finding);

// Adds what it says of the row, as a sentence without full stop.
void jx_row_finding_add(
    jx_text *out, const jx_scorecard *card, size_t row, jx_row_finding finding, jx_lang lang);

// Adds those findings of the row that doubt what was written as its actual, each followed by `end`; false where there are none.
bool jx_row_doubts_add(
    jx_text *out, const jx_scorecard *card, size_t row, const char *end, jx_lang lang);

#endif

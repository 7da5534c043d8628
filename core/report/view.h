// SPDX-License-Identifier: MIT
// What reports ask of a scorecard, so that a card without table, cells or outcomes (a project whose rows could not be
// read) needs no thought elsewhere. [any-thread]
#ifndef JIXIAO_REPORT_VIEW_H
#define JIXIAO_REPORT_VIEW_H

#include "model/scorecard.h"

#include <stdbool.h>
#include <stddef.h>

// The table; one without rows where the card has none.
const jx_table *jx_view_table(const jx_scorecard *card);

// The outcome of a row; a faulty one where the card has none.
const jx_outcome *jx_view_outcome(const jx_scorecard *card, size_t row);

// What was written in a cell of a row (JX_SLOT_…); JX_STR_NONE where nothing was.
jx_str jx_view_cell(const jx_scorecard *card, size_t row, uint32_t slot);

bool jx_view_has_points(const jx_outcome *outcome);
bool jx_view_has_total(const jx_scorecard *card);

// Whether the indicator lost points and no note says why, as the rules of self-evaluation ask (偏差原因及改进措施).
bool jx_view_is_unnoted(const jx_scorecard *card, size_t row);

// How many indicators are in that state.
size_t jx_view_count(const jx_scorecard *card, jx_state state);

typedef struct jx_category_sum {
    jx_decimal full;   // the weights of its applicable indicators
    jx_decimal points; // where has_points
    bool has_points;   // something applies and nothing is faulty
} jx_category_sum;

jx_category_sum jx_view_sum(const jx_scorecard *card, size_t category);

// The text, or JX_STR_NONE where it is empty.
static inline jx_str jx_view_stated(jx_str text)
{
    return text.size == 0 ? JX_STR_NONE : text;
}

#endif

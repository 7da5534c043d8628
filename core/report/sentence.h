// SPDX-License-Identifier: MIT
// Losses and figures as words: the category's own sentence for a loss code goes before the host's. [score-thread]
#ifndef JIXIAO_REPORT_SENTENCE_H
#define JIXIAO_REPORT_SENTENCE_H

#include "base/error.h"
#include "base/text.h"
#include "model/scorecard.h"

// Adds the sentence of a loss of the indicator at `row` (index into table->rows).
void jx_sentence_add(
    jx_text *out, const jx_scorecard *card, size_t row, const jx_lost *lost, jx_lang lang);

// Adds a figure for display: numbers rounded half up to six places without trailing zeros, levels and dates by
// name, yes and no in the language. Nothing for JX_FIGURE_NONE.
void jx_figure_add(jx_text *out, const jx_table_row *row, const jx_figure *figure, jx_lang lang);

// Adds a ratio rounded half up to six places, without trailing zeros.
void jx_ratio_add_text(jx_text *out, jx_ratio ratio);

// Adds points with the table's places (at least 2 in machine formats and for display).
void jx_points_add(jx_text *out, const jx_table *table, jx_decimal points);

// `scored`, `missing` (of a project: `incomplete`), `not_applicable`, `error`: the words of the machine formats.
const char *jx_state_name(jx_state state, bool of_project);

// The same for people.
jx_words jx_state_words(jx_state state, bool of_project);

// >= <= = > < or "", as project files write them; and as people read them (≥ ≤ ＝ ＞ ＜).
const char *jx_comparator_name(uint32_t comparator);
const char *jx_comparator_sign(uint32_t comparator);

#endif

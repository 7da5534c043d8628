// SPDX-License-Identifier: MIT
// Losses and figures as words: the category's own sentence for a loss code goes before the host's. [score-thread]
#ifndef JIXIAO_REPORT_SENTENCE_H
#define JIXIAO_REPORT_SENTENCE_H

#include "base/decimal.h"
#include "base/error.h"
#include "base/text.h"
#include "model/scorecard.h"

// Adds the sentence of a loss of the indicator at `row` (index into table->rows). Its placeholders, {unit} among
// them, are what <jixiao/plugin.h> lists and the figures of the loss; a loss of a script keeps its own words, one of the
// project itself (JX_OF_NO_ROW) has its figures only. Texts of users stand in it as they were written.
void jx_sentence_add(
    jx_text *out, const jx_scorecard *card, size_t row, const jx_lost *lost, jx_lang lang);

// Whether a script took it.
bool jx_loss_is_of_script(const jx_scorecard *card, size_t row, const jx_lost *lost);

// Adds a figure for display: numbers rounded half up to six places without trailing zeros, levels and dates by
// name, yes and no in the language. Nothing for JX_FIGURE_NONE.
void jx_figure_add(jx_text *out, const jx_table_row *row, const jx_figure *figure, jx_lang lang);

// Adds a ratio rounded half up to six places, without trailing zeros; one too large to be written so stays a fraction.
void jx_ratio_add_text(jx_text *out, jx_ratio ratio);

// The ratio rounded half up to six places; false where it is too large to be written so.
bool jx_ratio_show(jx_ratio ratio, jx_decimal *ret);

// How many decimals points are written with: the table's places, at least 2.
uint32_t jx_points_places(const jx_table *table);

// Adds points with that many decimals.
void jx_points_add(jx_text *out, const jx_table *table, jx_decimal points);

// The same in `buffer`.
jx_str jx_points_format(const jx_table *table, jx_decimal points, char buffer[JX_DECIMAL_TEXT]);

// The target as it is compared, without its unit, even where it was written with it.
jx_str jx_target_bare(const jx_table_row *row);

// States for people.
jx_words jx_state_words(jx_state state, bool of_project);

// `method`, `rule`, `default`: the words of the machine formats.
const char *jx_scored_by_name(jx_scored_by scored_by);

// >= <= = > < or "", as project files write them; and as people read them (≥ ≤ = > <).
const char *jx_comparator_name(uint32_t comparator);
const char *jx_comparator_sign(uint32_t comparator);

#endif

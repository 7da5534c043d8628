// SPDX-License-Identifier: MIT
// An explanation being written: sentences are put together in page.raw, then written as paragraphs. [any-thread]
#ifndef JIXIAO_REPORT_EXPLANATION_H
#define JIXIAO_REPORT_EXPLANATION_H

#include "model/scorecard.h"
#include "report/labels.h"
#include "report/page.h"

#include <stdbool.h>
#include <stddef.h>

enum { JX_EXPLANATION_INDENT = 2 };

typedef struct jx_explanation {
    jx_page page;
    const jx_scorecard *card;
    const jx_table *table;
} jx_explanation;

// These add to page.raw: a label; points; a number without trailing zeros; a label filled with a text, which is emptied.
void jx_explanation_label(jx_explanation *about, jx_label label);
void jx_explanation_points(jx_explanation *about, jx_decimal points);
void jx_explanation_number(jx_explanation *about, jx_decimal number);
void jx_explanation_filled(jx_explanation *about, jx_label label, jx_text *argument);

// Writes what page.raw holds as a paragraph, or with a full stop as one that is indented.
void jx_explanation_paragraph(jx_explanation *about, size_t indent, jx_tone tone);
void jx_explanation_sentence(jx_explanation *about, jx_tone tone);

bool jx_explanation_is_exactly(jx_ratio ratio, jx_decimal number);

// Adds why the loss is not what was asked for: less was left, or what is left was rounded. Nothing where it is.
void jx_explanation_difference(jx_text *out,
                               const jx_table *table,
                               const jx_lost *lost,
                               jx_lang lang);

// A loss, and what scripts had to say: of an indicator, or of the project (JX_OF_NO_ROW).
void jx_explanation_loss(jx_explanation *about, size_t index, const jx_lost *lost);
void jx_explanation_remarks(jx_explanation *about, size_t index);

// How the table rounds.
jx_label jx_explanation_rounding(const jx_table *table);

// How the points of an indicator came about, and a blank line.
void jx_explanation_indicator(jx_explanation *about, size_t index);

// The sum, the rescaling, the grade; or why there is none.
void jx_explanation_total(jx_explanation *about);

#endif

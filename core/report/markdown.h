// SPDX-License-Identifier: MIT
// The pieces of Markdown reports: headings, cells, facts; texts are escaped on their way out. [any-thread]
#ifndef JIXIAO_REPORT_MARKDOWN_H
#define JIXIAO_REPORT_MARKDOWN_H

#include "model/scorecard.h"
#include "report/labels.h"
#include "report/report.h"

typedef struct jx_markdown {
    jx_text *out;
    jx_lang lang;
    const jx_table *table; // of the scorecard; NULL at the beginning and the end of a batch
    jx_text raw;           // scratch: a text before it is escaped
} jx_markdown;

// `card` may be NULL.
jx_markdown jx_markdown_on(jx_report *report, const jx_scorecard *card);

// Empties page->raw for a text to be escaped, and returns it; then adds it, plainly or as a cell.
jx_text *jx_markdown_raw(jx_markdown *page);
void jx_markdown_add_raw(jx_markdown *page);
void jx_markdown_raw_cell(jx_markdown *page);

void jx_markdown_label(jx_markdown *page, jx_label label);
void jx_markdown_heading(jx_markdown *page, jx_label label);

// Cells: their text and the bar behind it.
void jx_markdown_label_cell(jx_markdown *page, jx_label label);
void jx_markdown_cell(jx_markdown *page, jx_str text);
void jx_markdown_weight_cell(jx_markdown *page, jx_decimal weight);
void jx_markdown_points_cell(jx_markdown *page, const jx_decimal *points);

// A line `- label: text`, the start of a line `- **name**`; nothing where the text is empty.
void jx_markdown_fact(jx_markdown *page, jx_label label, jx_str text);
void jx_markdown_item(jx_markdown *page, jx_str name);

// The name of a row, or what stands for the project (JX_OF_NO_ROW).
jx_str jx_markdown_name(const jx_markdown *page, size_t row);

// markdown_below.c, of one scorecard: notes and remarks; what the rules of self-evaluation ask for and is not there; by what it was scored.
void jx_markdown_notes(jx_markdown *page, const jx_scorecard *card);
void jx_markdown_findings(jx_markdown *page, const jx_scorecard *card);
void jx_markdown_provenance(jx_markdown *page, const jx_scorecard *card);

#endif

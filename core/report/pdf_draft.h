// SPDX-License-Identifier: MIT
// What the pages of a scorecard say, being put together in the report's arena: for report_pdf.c and pdf_*.c only. Texts are
// built in a scratch and kept with whatever a page cannot show made visible. [score-thread]
#ifndef JIXIAO_REPORT_PDF_DRAFT_H
#define JIXIAO_REPORT_PDF_DRAFT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "model/scorecard.h"
#include "report/labels.h"
#include "report/pdf_module.h"

typedef struct jx_pdf_draft {
    jx_arena *arena;
    jx_lang lang;
    const jx_scorecard *card;
    const jx_table *table;
    jx_text raw;             // scratch: a line as it is
    jx_text lines;           // scratch: lines so far, fit for a page
    bool failed;             // memory ran out
    jx_pdf_paragraph *notes; // the document's, while they are added
    jx_pdf_document document;
} jx_pdf_draft;

jx_pdf_draft jx_pdf_draft_of(jx_arena *arena, jx_lang lang, const jx_scorecard *card);

// Empties the scratch for a line and returns it.
jx_text *jx_pdf_raw(jx_pdf_draft *draft);

// Ends the line that stands in the scratch; an empty one is none.
void jx_pdf_end_line(jx_pdf_draft *draft);

// Ends the lines and keeps them.
jx_str jx_pdf_keep(jx_pdf_draft *draft);

// The same of a text or a label alone.
jx_str jx_pdf_keep_text(jx_pdf_draft *draft, jx_str text);
jx_str jx_pdf_label(const jx_pdf_draft *draft, jx_label label);

// `count` of them; NULL where memory ran out, which is remembered.
void *jx_pdf_array(jx_pdf_draft *draft, size_t count, size_t size);

// The parts of the document.
void jx_pdf_add_head(jx_pdf_draft *draft);
void jx_pdf_add_rows(jx_pdf_draft *draft);
void jx_pdf_add_sums(jx_pdf_draft *draft);
void jx_pdf_add_foot(jx_pdf_draft *draft);
void jx_pdf_add_notes(jx_pdf_draft *draft);

// A text of [project] that forms print, by the place of its key (JX_PROJECT_…); JX_STR_NONE where it is not stated.
jx_str jx_pdf_printed(const jx_pdf_draft *draft, uint32_t key);

#endif

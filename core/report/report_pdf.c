// SPDX-License-Identifier: MIT
// One scorecard as a form to be printed and signed. What it says is put together here; a module draws it.
#include "report/pdf_draft.h"
#include "report/reporters.h"

typedef struct drawing {
    const jx_drawer *drawer;
    const jx_pdf_document *document;
} drawing;

static void add_card(jx_report *report, const jx_scorecard *card)
{
    jx_pdf_draft *draft = jx_arena_alloc(report->arena, sizeof *draft);
    if (draft == NULL) {
        report->out->failed = true;
        return;
    }
    *draft = jx_pdf_draft_of(report->arena, report->lang, card);
    jx_pdf_add_head(draft);
    jx_pdf_add_rows(draft);
    jx_pdf_add_sums(draft);
    jx_pdf_add_notes(draft);
    jx_pdf_add_foot(draft);
    report->own = draft;
    report->out->failed = report->out->failed || draft->failed;
}

static jx_status draw(void *user, const jx_apart_sink *sink, jx_error *err)
{
    const drawing *pages = user;
    return pages->drawer->draw(pages->drawer->user, pages->document, sink, err);
}

static jx_status end(jx_report *report, jx_error *err)
{
    const jx_pdf_draft *draft = report->own;
    if (draft == NULL || report->drawer == NULL) {
        return jx_fail(err, NULL, JX_MESSAGE_PDF_ABSENT, JX_STR_NONE);
    }
    drawing pages = {.drawer = report->drawer, .document = &draft->document};
    return jx_apart_run(report->out, draw, &pages, JX_MESSAGE_PDF_CRASHED, err);
}

const jx_reporter jx_reporter_pdf = {
    .name = "pdf",
    .serves = JX_FOR_ONE,
    .binary = true,
    .says = {"A4 横向自评表，供打印签字",
             "the form of self-evaluation on A4, to be printed and signed"},
    .add = add_card,
    .end = end,
};

// SPDX-License-Identifier: MIT
// Below the table of a printed form: how every point was lost, how the total came about, what it was made of.
#include "model/sheet.h"
#include "report/cells.h"
#include "report/explanation.h"
#include "report/pdf_draft.h"
#include "report/view.h"

static void add_paragraph(jx_pdf_draft *draft, jx_pdf_paragraph paragraph)
{
    jx_pdf_document *document = &draft->document;
    jx_pdf_paragraph *notes =
        jx_arena_room(draft->arena, draft->notes, document->note_count, sizeof *notes);
    if (notes == NULL) {
        draft->failed = true;
        return;
    }
    notes[document->note_count++] = paragraph;
    document->notes = draft->notes = notes;
}

// ---------------------------------------------------------------------------------- the explanation

static void take_paragraph(void *user, jx_str lead, jx_str text, jx_tone tone)
{
    jx_pdf_draft *draft = user;
    add_paragraph(draft, (jx_pdf_paragraph){
                             .lead = jx_pdf_keep_text(draft, lead),
                             .text = jx_pdf_keep_text(draft, text),
                             .title = tone == JX_TONE_STRONG,
                         });
}

// The files that show what was achieved.
static void add_evidence(jx_pdf_draft *draft, size_t row)
{
    const jx_str evidence = jx_view_cell(draft->card, row, JX_SLOT_EVIDENCE);
    if (evidence.size > 0) {
        jx_label_add(jx_pdf_raw(draft), draft->lang, JX_LABEL_PDF_EVIDENCE, evidence);
        add_paragraph(draft, (jx_pdf_paragraph){.lead = JX_STR(""), .text = jx_pdf_keep(draft)});
    }
}

static bool has_remarks(const jx_scorecard *card, size_t row)
{
    for (uint32_t i = 0; i < card->remark_count; i++) {
        if (card->remarks[i].row == row) {
            return true;
        }
    }
    return false;
}

static bool is_worth_explaining(const jx_scorecard *card, size_t row)
{
    const jx_outcome *outcome = jx_view_outcome(card, row);
    return outcome->state != JX_SCORED || outcome->loss_count > 0 || has_remarks(card, row);
}

static void add_explanation(jx_pdf_draft *draft)
{
    jx_text nothing = jx_text_in(draft->arena);
    const jx_page_sink sink = {take_paragraph, draft};
    jx_explanation about = {
        .page = jx_page_on(&nothing, draft->lang, false),
        .card = draft->card,
        .table = draft->table,
    };
    about.page.sink = &sink;
    for (size_t i = 0; i < draft->table->row_count; i++) {
        if (is_worth_explaining(draft->card, i)) {
            jx_explanation_indicator(&about, i);
            add_evidence(draft, i);
        }
    }
    if (draft->document.note_count == 0 && draft->card->own_loss_count == 0 &&
        draft->card->state == JX_SCORED) {
        const jx_str none = jx_pdf_label(draft, JX_LABEL_NO_LOSSES);
        add_paragraph(draft, (jx_pdf_paragraph){.lead = JX_STR(""), .text = none});
    }
    jx_explanation_total(&about);
    draft->failed = draft->failed || nothing.failed || about.page.raw.failed;
}

// ------------------------------------------------------------------------------------- what it is of

static void add_origin(jx_pdf_draft *draft, jx_label label)
{
    jx_text text = jx_text_in(draft->arena);
    jx_text_put(&text, jx_label_in(label, draft->lang));
    jx_text_put(&text, jx_label_in(JX_LABEL_COLON, draft->lang));
    jx_text_add(&text, jx_text_str(&draft->raw));
    draft->failed = draft->failed || text.failed;
    add_paragraph(draft, (jx_pdf_paragraph){
                             .lead = JX_STR(""),
                             .text = jx_pdf_keep_text(draft, jx_text_str(&text)),
                             .small = true,
                         });
}

static void add_origins(jx_pdf_draft *draft)
{
    const jx_table *table = draft->table;
    if (draft->card->observations->file != NULL) {
        jx_text_put(jx_pdf_raw(draft), draft->card->observations->file);
        add_origin(draft, JX_LABEL_ACTUALS);
    }
    if (table->path[0] != '\0') {
        jx_label_add(jx_pdf_raw(draft), draft->lang, JX_LABEL_CONFIG_IS, jx_str_of(table->path),
                     jx_str_of(table->digest.text));
        add_origin(draft, JX_LABEL_CONFIG);
    }
    if (table->plugin_count > 0) {
        jx_plugins_add(jx_pdf_raw(draft), table, draft->lang);
        add_origin(draft, JX_LABEL_PLUGINS);
    }
    if (table->script_count > 0) {
        jx_scripts_add(jx_pdf_raw(draft), table, draft->lang);
        add_origin(draft, JX_LABEL_SCRIPTS);
    }
    jx_text_put(jx_pdf_raw(draft), "jixiao " JX_VERSION);
    add_origin(draft, JX_LABEL_ENGINE);
}

void jx_pdf_add_notes(jx_pdf_draft *draft)
{
    draft->document.notes_title = jx_pdf_label(draft, JX_LABEL_PDF_NOTES);
    add_explanation(draft);
    add_origins(draft);
}

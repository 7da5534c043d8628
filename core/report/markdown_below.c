// SPDX-License-Identifier: MIT
// What stands below the table and the losses of one scorecard.
#include "model/sheet.h"
#include "report/cells.h"
#include "report/explanation.h"
#include "report/markdown.h"
#include "report/row_findings.h"
#include "report/sentence.h"
#include "report/view.h"

jx_str jx_markdown_name(const jx_markdown *page, size_t row)
{
    return row == JX_OF_NO_ROW ? jx_str_of(jx_label_in(JX_LABEL_PROJECT, page->lang))
                               : page->table->rows[row].name;
}

static void add_remarks(jx_markdown *page, const jx_scorecard *card, size_t before)
{
    for (uint32_t i = 0; i < card->remark_count; i++) {
        if (page->out->size == before) {
            jx_markdown_heading(page, JX_LABEL_NOTE);
        }
        size_t row = card->remarks[i].row;
        jx_markdown_item(page, jx_markdown_name(page, row));
        jx_markdown_label(page, JX_LABEL_COLON);
        jx_remark_add(jx_markdown_raw(page), &card->remarks[i], page->lang);
        jx_markdown_add_raw(page);
        jx_text_put(page->out, "\n");
    }
}

void jx_markdown_notes(jx_markdown *page, const jx_scorecard *card)
{
    size_t before = page->out->size;
    for (size_t i = 0; i < page->table->row_count; i++) {
        const jx_table_row *row = &page->table->rows[i];
        jx_str note = jx_view_cell(card, i, JX_SLOT_NOTE);
        jx_text *raw = jx_markdown_raw(page);
        bool says = jx_scored_by_add(raw, row, page->lang);
        if (!says && note.data == NULL) {
            continue;
        }
        if (page->out->size == before) {
            jx_markdown_heading(page, JX_LABEL_NOTE);
        }
        jx_text_put(raw,
                    says && note.data != NULL ? jx_label_in(JX_LABEL_SEMICOLON, page->lang) : "");
        jx_text_add(raw, note);
        jx_markdown_item(page, row->name);
        jx_markdown_label(page, JX_LABEL_COLON);
        jx_markdown_add_raw(page);
        jx_text_put(page->out, "\n");
    }
    add_remarks(page, card, before);
}

static void add_finding(jx_markdown *page,
                        const jx_scorecard *card,
                        size_t row,
                        jx_row_finding finding)
{
    jx_markdown_item(page, page->table->rows[row].name);
    jx_markdown_label(page, JX_LABEL_COLON);
    jx_row_finding_add(jx_markdown_raw(page), card, row, finding, page->lang);
    jx_markdown_add_raw(page);
    jx_text_put(page->out, "\n");
}

void jx_markdown_findings(jx_markdown *page, const jx_scorecard *card)
{
    bool open = false;
    for (size_t i = 0; i < page->table->row_count; i++) {
        const uint32_t found = jx_row_findings(card, i);
        if (found != 0 && !open) {
            jx_markdown_heading(page, JX_LABEL_FINDINGS);
            open = true;
        }
        for (jx_row_finding k = 0; k < JX_ROW_FINDINGS; k++) {
            if (jx_row_finds(found, k)) {
                add_finding(page, card, i, k);
            }
        }
    }
}

void jx_markdown_provenance(jx_markdown *page, const jx_scorecard *card)
{
    jx_markdown_heading(page, JX_LABEL_BASIS);
    jx_markdown_fact(page, JX_LABEL_ACTUALS, jx_str_of(card->observations->file));
    jx_text *raw = jx_markdown_raw(page);
    jx_str digest = jx_str_of(page->table->digest.text);
    jx_label_add(raw, page->lang, JX_LABEL_CONFIG_IS, jx_str_of(page->table->path), digest);
    jx_markdown_fact(page, JX_LABEL_CONFIG, jx_text_str(raw));
    raw = jx_markdown_raw(page);
    jx_plugins_add(raw, page->table, page->lang);
    jx_markdown_fact(page, JX_LABEL_PLUGINS, jx_text_str(raw));
    raw = jx_markdown_raw(page);
    jx_scripts_add(raw, page->table, page->lang);
    jx_markdown_fact(page, JX_LABEL_SCRIPTS, jx_text_str(raw));
    jx_markdown_fact(page, JX_LABEL_ENGINE, (jx_str)JX_STR("jixiao " JX_VERSION));
}

// SPDX-License-Identifier: MIT
// What stands under the table: how points were lost, what is to be done, what the scorecard rests on.
#include "report/cells.h"
#include "report/explanation.h"
#include "report/html_card.h"
#include "report/html_page.h"
#include "report/row_findings.h"
#include "report/view.h"

// --------------------------------------------------------------------------------------------- sentences

// A paragraph of an explanation: its title, or what was lost and why.
static void add_paragraph(void *user, jx_str lead, jx_str text, jx_tone tone)
{
    static const char *const classes[] = {NULL, NULL, "faint", NULL, NULL, "warn", "bad"};
    jx_html *page = user;
    if (tone == JX_TONE_STRONG) {
        jx_html_element(page, "h3", NULL, text);
        jx_text_add_char(page->out, '\n');
        return;
    }
    jx_html_open(page, "p", classes[tone]);
    if (lead.size > 0) {
        jx_html_element(page, "b", "off", lead);
    }
    jx_html_text(page, text);
    jx_html_close_line(page);
}

static bool has_remarks(const jx_scorecard *card, size_t row)
{
    for (size_t i = 0; i < card->remark_count; i++) {
        if (card->remarks[i].row == row) {
            return true;
        }
    }
    return false;
}

// Whether there is more to say of an indicator than that it earned everything.
static bool has_story(const jx_scorecard *card, size_t row)
{
    const jx_outcome *outcome = jx_view_outcome(card, row);
    return outcome->state != JX_SCORED || outcome->loss_count > 0 || has_remarks(card, row);
}

void jx_html_losses(jx_html *page, const jx_scorecard *card)
{
    const jx_page_sink sink = {add_paragraph, page};
    jx_explanation about = {
        .page = jx_page_on(page->out, page->lang, false),
        .card = card,
        .table = jx_view_table(card),
    };
    bool told = false;
    about.page.sink = &sink;
    jx_html_section(page, "why", JX_LABEL_LOSSES);
    jx_html_open(page, "div", "stories");
    for (size_t i = 0; i < about.table->row_count; i++) {
        if (card->outcomes != NULL && has_story(card, i)) {
            jx_html_open(page, "article", NULL);
            jx_explanation_indicator(&about, i);
            jx_html_close_line(page);
            told = true;
        }
    }
    if (!told && jx_view_has_total(card)) {
        jx_html_label_element(page, "p", "faint", JX_LABEL_NO_LOSSES);
    }
    jx_html_open(page, "article", "whole");
    jx_explanation_total(&about);
    jx_html_close_line(page);
    jx_html_close_line(page);
    jx_html_close_line(page);
    page->out->failed = page->out->failed || about.page.raw.failed;
}

// ---------------------------------------------------------------------------------------------- findings

// name: what is to be done; what else
static void add_finding(jx_html *page, const jx_scorecard *card, size_t row, uint32_t found)
{
    const char *before = "";
    jx_html_open(page, "li", NULL);
    jx_html_element(page, "b", NULL, card->table->rows[row].name);
    jx_html_label(page, JX_LABEL_COLON);
    jx_text *raw = jx_html_raw(page);
    for (jx_row_finding i = 0; i < JX_ROW_FINDINGS; i++) {
        if (jx_row_finds(found, i)) {
            jx_text_put(raw, before);
            jx_row_finding_add(raw, card, row, i, page->lang);
            before = jx_label_in(JX_LABEL_SEMICOLON, page->lang);
        }
    }
    jx_html_raw_text(page);
    jx_html_close_line(page);
}

void jx_html_findings(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    bool open = false;
    for (size_t i = 0; i < table->row_count; i++) {
        const uint32_t found = jx_row_findings(card, i);
        if (found != 0 && !open) {
            jx_html_section(page, "findings", JX_LABEL_HTML_FINDINGS);
            jx_html_open(page, "ul", NULL);
            open = true;
        }
        if (found != 0) {
            add_finding(page, card, i, found);
        }
    }
    if (open) {
        jx_html_close_line(page);
        jx_html_close_line(page);
    }
}

// ------------------------------------------------------------------------------------------------- basis

static void add_fact(jx_html *page, jx_label label, jx_str text)
{
    jx_html_fact(page, jx_str_of(jx_label_in(label, page->lang)), text);
}

void jx_html_basis(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_html_section(page, "basis", JX_LABEL_BASIS);
    jx_html_open(page, "dl", "facts");
    add_fact(page, JX_LABEL_ACTUALS, jx_str_of(card->observations->file));
    jx_label_add(jx_html_raw(page), page->lang, JX_LABEL_CONFIG_IS, jx_str_of(table->path),
                 jx_str_of(table->digest.text));
    add_fact(page, JX_LABEL_CONFIG, jx_text_str(&page->raw));
    jx_plugins_add(jx_html_raw(page), table, page->lang);
    add_fact(page, JX_LABEL_PLUGINS, jx_text_str(&page->raw));
    jx_scripts_add(jx_html_raw(page), table, page->lang);
    add_fact(page, JX_LABEL_SCRIPTS, jx_text_str(&page->raw));
    add_fact(page, JX_LABEL_ENGINE, (jx_str)JX_STR("jixiao " JX_VERSION));
    jx_html_close_line(page);
    jx_html_close_line(page);
}

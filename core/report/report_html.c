// SPDX-License-Identifier: MIT
// HTML that stands alone: one scorecard as a page, a batch as an overview of all of them.
#include "report/html_bars.h"
#include "report/html_batch.h"
#include "report/html_card.h"
#include "report/html_page.h"
#include "report/reporters.h"
#include "report/view.h"

static void add_title(jx_html *page, const jx_scorecard *card)
{
    const jx_str instance = card->observations->instance;
    jx_text *raw = jx_html_raw(page);
    jx_text_add(raw, jx_view_table(card)->name);
    if (instance.size > 0) {
        jx_text_put(raw, " · ");
        jx_text_add(raw, instance);
    }
    jx_text_put(raw, " · ");
    jx_text_put(raw, jx_label_in(JX_LABEL_HTML_SCORE, page->lang));
}

static void add_charts(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    if (!jx_view_has_total(card)) {
        return;
    }
    const bool less = jx_decimal_compare(card->total, table->full) < 0;
    jx_html_open(page, "div", "charts");
    if (less) {
        jx_html_section(page, NULL, JX_LABEL_HTML_FALL);
        jx_html_waterfall(page, card);
        jx_html_close_line(page);
    }
    jx_html_section(page, NULL, JX_LABEL_HTML_CATEGORIES);
    jx_html_categories(page, card);
    jx_html_close_line(page);
    jx_html_close_line(page);
}

static void add_card(jx_report *report, const jx_scorecard *card)
{
    jx_html page = jx_html_on(report->out, report->lang);
    jx_text title = jx_text_in(report->out->arena);
    add_title(&page, card);
    jx_text_add(&title, jx_text_str(&page.raw));
    jx_html_page_begin(&page, jx_text_str(&title), false);
    jx_html_head(&page, card);
    add_charts(&page, card);
    jx_html_table(&page, card);
    jx_html_losses(&page, card);
    jx_html_findings(&page, card);
    jx_html_basis(&page, card);
    jx_html_page_end(&page, false);
    report->out->failed = report->out->failed || title.failed;
}

static jx_status end(jx_report *report, jx_error *err)
{
    (void)err;
    if (!report->single) {
        jx_html_batch(report);
    }
    return JX_OK;
}

const jx_reporter jx_reporter_html = {
    .name = "html",
    .serves = JX_FOR_ONE | JX_FOR_BATCH,
    .batch_losses = true,
    .gathers = true,
    .says = {"可单独打开和打印的网页", "a page that stands alone, to read and to print"},
    .add = add_card,
    .end = end,
};

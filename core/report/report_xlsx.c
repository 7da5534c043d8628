// SPDX-License-Identifier: MIT
// Workbooks: one scorecard as the form that is filed, with every loss explained; a batch as a ranking, with a summary.
#include "report/reporters.h"
#include "report/sentence.h"
#include "report/view.h"
#include "report/xlsx_batch.h"
#include "report/xlsx_card.h"

enum { STREAMED_FROM = 20000 }; // scorecards

// The only scorecard lives until the end.
static void add_card(jx_report *report, const jx_scorecard *card)
{
    jx_paper *page = jx_arena_alloc(report->arena, sizeof *page);
    report->out->failed = report->out->failed || page == NULL;
    if (page != NULL) {
        *page = (jx_paper){.card = card, .table = jx_view_table(card)};
        report->own = page;
    }
}

static jx_status write_card(jx_report *report, jx_error *err)
{
    const jx_paper *kept = report->own;
    if (kept == NULL) {
        return JX_OK;
    }
    jx_paper page;
    const jx_status status =
        jx_paper_open(&page, report, jx_points_places(kept->table), false, err);
    if (status != JX_OK) {
        return status;
    }
    page.card = kept->card;
    page.table = kept->table;
    jx_paper_form(&page);
    jx_paper_losses(&page);
    return jx_paper_close(&page, err);
}

// Points of several tables are written alike.
static uint32_t most_places(const jx_report *report)
{
    uint32_t most = 0;
    for (size_t i = 0; i < report->table_count; i++) {
        const uint32_t places = jx_points_places(report->tables[i]);
        most = places > most ? places : most;
    }
    return most;
}

static jx_status write_batch(jx_report *report, jx_error *err)
{
    jx_batch_page batch = {.report = report};
    const bool streamed = report->gathered_count > STREAMED_FROM;
    jx_status status = jx_paper_open(&batch.page, report, most_places(report), streamed, err);
    if (status != JX_OK) {
        return status;
    }
    if (!jx_batch_order(&batch, report->arena)) {
        jx_workbook_abandon(batch.page.book);
        return jx_fail_memory(err);
    }
    batch.ranking = jx_label_in(JX_LABEL_RANKING, report->lang);
    batch.listing = jx_label_in(JX_LABEL_XLSX_SHEET_LOSSES, report->lang);
    jx_batch_summary(&batch);
    jx_batch_ranking(&batch);
    jx_batch_listing(&batch);
    return jx_paper_close(&batch.page, err);
}

static jx_status end(jx_report *report, jx_error *err)
{
    return report->single ? write_card(report, err) : write_batch(report, err);
}

const jx_reporter jx_reporter_xlsx = {
    .name = "xlsx",
    .serves = JX_FOR_ONE | JX_FOR_BATCH,
    .says = {"Excel工作簿：自评表、失分说明；批量评分的汇总、排名、失分说明",
             "a workbook: the form and every loss; of a batch a summary, the ranking, every loss"},
    .gathers = true,
    .binary = true,
    .batch_losses = true,
    .add = add_card,
    .end = end,
};

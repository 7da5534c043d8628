// SPDX-License-Identifier: MIT
// Workbooks: one scorecard as the form that is filed, with every loss explained.
#include "report/reporters.h"
#include "report/sentence.h"
#include "report/view.h"
#include "report/xlsx_card.h"

// The only scorecard lives until the end.
static void add_card(jx_report *report, const jx_scorecard *card)
{
    jx_xlsx *page = jx_arena_alloc(report->arena, sizeof *page);
    report->out->failed = report->out->failed || page == NULL;
    if (page != NULL) {
        *page = (jx_xlsx){.card = card, .table = jx_view_table(card)};
        report->own = page;
    }
}

static jx_status write_card(jx_report *report, jx_error *err)
{
    const jx_xlsx *kept = report->own;
    if (kept == NULL) {
        return JX_OK;
    }
    jx_xlsx page;
    const jx_status status = jx_xlsx_open(&page, report, jx_points_places(kept->table), false, err);
    if (status != JX_OK) {
        return status;
    }
    page.card = kept->card;
    page.table = kept->table;
    jx_xlsx_form(&page);
    jx_xlsx_losses(&page);
    return jx_xlsx_close(&page, err);
}

static jx_status end(jx_report *report, jx_error *err)
{
    return write_card(report, err);
}

const jx_reporter jx_reporter_xlsx = {
    .name = "xlsx",
    .serves = JX_FOR_ONE,
    .says = {"Excel工作簿：自评表、失分说明", "a workbook: the form, every loss explained"},
    .gathers = true,
    .binary = true,
    .batch_losses = true,
    .add = add_card,
    .end = end,
};

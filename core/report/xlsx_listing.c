// SPDX-License-Identifier: MIT
// Every loss of the projects of a batch that have a total, in the order of the ranking.
#include "base/decimal.h"
#include "report/row_findings.h"
#include "report/sentence.h"
#include "report/xlsx_batch.h"

#include <xlsxwriter.h>

enum { PROJECT, NAME, CATEGORY, ID, LEAF, LOST, WHY, NOTED, COLUMNS };

static const uint8_t widths[] = {34, 24, 14, 22, 26, 9, 72, 10, 0};

static const jx_label headings[COLUMNS] = {
    JX_LABEL_PROJECT, JX_LABEL_SELF_NAME,   JX_LABEL_CATEGORY,      JX_LABEL_XLSX_INDICATOR_ID,
    JX_LABEL_LEAF,    JX_LABEL_COLUMN_LOST, JX_LABEL_XLSX_SENTENCE, JX_LABEL_XLSX_NOTED};

static void put_loss(jx_batch_page *batch, const jx_gathered *card, const jx_gathered_loss *loss)
{
    jx_paper *page = &batch->page;
    const bool is_row = loss->row != JX_OF_NO_ROW;
    const jx_table_row *row = is_row ? &card->table->rows[loss->row] : NULL;
    const bool unnoted =
        is_row && jx_row_finds(card->cells[loss->row].findings, JX_FOUND_NOTE_MISSING);
    const jx_str own = jx_str_of(jx_label_in(JX_LABEL_PROJECT, page->lang));
    jx_paper_put(page, PROJECT, JX_PAPER_LINE, card->project);
    jx_paper_put(page, NAME, JX_PAPER_LINE, jx_batch_name(card));
    jx_paper_put(page, CATEGORY, JX_PAPER_MIDDLE, jx_batch_category(batch, card->table, loss->row));
    jx_paper_put(page, ID, JX_PAPER_LINE, is_row ? row->id : JX_STR_NONE);
    jx_paper_put(page, LEAF, JX_PAPER_LINE, is_row ? row->name : own);
    jx_paper_number(page, LOST, JX_PAPER_LOST, loss->points);
    jx_paper_put(page, WHY, JX_PAPER_LINE, loss->says);
    jx_paper_put(page, NOTED, JX_PAPER_MIDDLE,
                 unnoted ? jx_str_of(jx_label_in(JX_LABEL_XLSX_NOT_NOTED, page->lang))
                         : JX_STR_NONE);
    page->row++;
}

static void put_losses(jx_batch_page *batch)
{
    uint64_t left = batch->losses;
    for (size_t i = 0; i < batch->valued; i++) {
        const jx_gathered *card = batch->ranked[i];
        for (size_t k = 0; k < card->loss_count; k++) {
            if (batch->page.row == JX_SHEET_ROWS - 1) {
                char more[JX_NUMBER_TEXT];
                jx_label_add(jx_paper_raw(&batch->page), batch->page.lang, JX_LABEL_XLSX_MORE,
                             jx_str_number(left, more));
                jx_paper_put_raw(&batch->page, PROJECT, JX_PAPER_PLAIN);
                return;
            }
            put_loss(batch, card, &card->losses[k]);
            left--;
        }
    }
}

void jx_batch_listing(jx_batch_page *batch)
{
    jx_paper *page = &batch->page;
    jx_paper_sheet(page, JX_LABEL_XLSX_SHEET_LOSSES, widths);
    jx_paper_label(page, 0, JX_PAPER_PLAIN_TITLE, JX_LABEL_XLSX_SHEET_LOSSES);
    jx_paper_height(page, page->row++, 2);
    for (size_t i = 0; i < COLUMNS; i++) {
        jx_paper_label(page, (uint16_t)i, JX_PAPER_HEAD, headings[i]);
    }
    jx_paper_height(page, page->row, 1);
    jx_paper_repeat(page, page->row++, NAME + 1);
    put_losses(batch);
    lxw_worksheet *sheet = jx_workbook_current(page->book);
    if (sheet != NULL && batch->losses > 0) {
        jx_workbook_note(page->book, worksheet_autofilter(sheet, JX_LISTING_FIRST - 1, 0,
                                                          page->row - 1, COLUMNS - 1));
    }
}

// SPDX-License-Identifier: MIT
#include "report/xlsx_page.h"

#include "base/workbook_text.h"

#include <xlsxwriter.h>

enum { LINE = 14, ROW = 18, AROUND = 6, HIGHEST = 409, PAPER_A4 = 9, MARGIN = 2 };

static const jx_workbook_look looks[JX_PAPER_LOOKS] = {
    [JX_PAPER_TITLE] = {.size = 18, .bold = true, .align = JX_ALIGN_CENTER},
    [JX_PAPER_SUBTITLE] = {.size = 11, .align = JX_ALIGN_CENTER},
    [JX_PAPER_HEAD] = {.size = 10,
                       .bold = true,
                       .align = JX_ALIGN_CENTER,
                       .wrap = true,
                       .border = true,
                       .fill = 0xEEF2F7},
    [JX_PAPER_TEXT] = {.size = 10, .wrap = true, .border = true},
    [JX_PAPER_CENTER] = {.size = 10, .align = JX_ALIGN_CENTER, .wrap = true, .border = true},
    [JX_PAPER_FREE] = {.size = 10, .align = JX_ALIGN_CENTER, .border = true},
    [JX_PAPER_POINTS] = {.size = 10, .align = JX_ALIGN_CENTER, .border = true},
    [JX_PAPER_LOST] = {.size = 10, .align = JX_ALIGN_CENTER, .border = true, .ink = 0xB42318},
    [JX_PAPER_WARN] = {.size = 10, .wrap = true, .border = true, .ink = 0xB42318},
    [JX_PAPER_SUM_TEXT] = {.size = 10,
                           .bold = true,
                           .align = JX_ALIGN_CENTER,
                           .wrap = true,
                           .border = true,
                           .fill = 0xF7F8FA},
    [JX_PAPER_SUM_FREE] =
        {.size = 10, .bold = true, .align = JX_ALIGN_CENTER, .border = true, .fill = 0xF7F8FA},
    [JX_PAPER_SUM_POINTS] =
        {.size = 10, .bold = true, .align = JX_ALIGN_CENTER, .border = true, .fill = 0xF7F8FA},
    [JX_PAPER_PLAIN] = {.size = 10},
    [JX_PAPER_FAINT] = {.size = 8, .wrap = true, .ink = 0x667085},
    [JX_PAPER_COUNT_OF] = {.size = 10, .align = JX_ALIGN_CENTER, .border = true, .number = "0"},
    [JX_PAPER_SHARE] = {.size = 10, .align = JX_ALIGN_CENTER, .border = true, .number = "0.00%"},
    [JX_PAPER_LINE] = {.size = 10, .border = true},
    [JX_PAPER_MIDDLE] = {.size = 10, .border = true, .align = JX_ALIGN_CENTER},
    [JX_PAPER_MEAN] = {.size = 10, .border = true, .align = JX_ALIGN_CENTER, .number = "0.0000"},
    [JX_PAPER_PLAIN_TITLE] = {.size = 16, .bold = true},
};

jx_status jx_paper_open(
    jx_paper *page, const jx_report *report, uint32_t places, bool streamed, jx_error *err)
{
    jx_workbook_look own[JX_PAPER_LOOKS];
    jx_text format = jx_text_in(report->arena);
    jx_text_put(&format, "0.");
    for (uint32_t i = 0; i < places; i++) {
        jx_text_add_char(&format, '0');
    }
    for (size_t i = 0; i < JX_PAPER_LOOKS; i++) {
        own[i] = looks[i];
    }
    own[JX_PAPER_POINTS].number = jx_text_end(&format).data;
    if (own[JX_PAPER_POINTS].number == NULL) {
        return jx_fail_memory(err);
    }
    own[JX_PAPER_LOST].number = own[JX_PAPER_SUM_POINTS].number = own[JX_PAPER_POINTS].number;
    *page = (jx_paper){
        .report = report, .lang = report->lang, .raw = jx_text_in(report->arena), .row = 0};
    return jx_workbook_open(report->arena, own, JX_PAPER_LOOKS, report->lang, streamed, &page->book,
                            err);
}

jx_status jx_paper_close(jx_paper *page, jx_error *err)
{
    if (page->failed || page->raw.failed) {
        jx_workbook_abandon(page->book);
        return jx_fail_memory(err);
    }
    return jx_workbook_close(page->book, page->report->out, err);
}

// ------------------------------------------------------------------------------------------------ sheets

void jx_paper_sheet(jx_paper *page, jx_label name, const uint8_t *widths)
{
    page->row = 0;
    lxw_worksheet *sheet = jx_workbook_add(page->book, jx_str_of(jx_label_in(name, page->lang)));
    if (sheet == NULL) {
        return;
    }
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);
    worksheet_center_horizontally(sheet);
    worksheet_set_default_row(sheet, ROW, LXW_FALSE);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    jx_workbook_note(page->book,
                     worksheet_set_footer(sheet, jx_label_in(JX_LABEL_XLSX_FOOTER, page->lang)));
    for (uint16_t i = 0; widths[i] != 0; i++) {
        jx_workbook_note(page->book, worksheet_set_column(sheet, i, i, widths[i], NULL));
    }
}

void jx_paper_repeat(jx_paper *page, uint32_t row, uint16_t columns)
{
    lxw_worksheet *sheet = jx_workbook_current(page->book);
    if (sheet != NULL) {
        jx_workbook_note(page->book, worksheet_repeat_rows(sheet, row, row));
        if (columns > 0) {
            worksheet_freeze_panes(sheet, row + 1, columns);
        }
    }
}

void jx_paper_height(jx_paper *page, uint32_t row, uint32_t lines)
{
    lxw_worksheet *sheet = jx_workbook_current(page->book);
    const uint32_t height = LINE * lines + AROUND;
    if (sheet != NULL) {
        jx_workbook_note(page->book,
                         worksheet_set_row(sheet, row, height > HIGHEST ? HIGHEST : height, NULL));
    }
}

// ------------------------------------------------------------------------------------------------- texts

jx_text *jx_paper_raw(jx_paper *page)
{
    page->failed = page->failed || page->raw.failed;
    jx_text_clear(&page->raw);
    return &page->raw;
}

uint32_t jx_paper_lines(const jx_paper *page, uint32_t columns)
{
    return jx_workbook_lines(jx_text_str(&page->raw), columns - MARGIN);
}

void jx_paper_put(jx_paper *page, uint16_t column, jx_paper_look look, jx_str text)
{
    jx_workbook_text(page->book, page->row, column, look, text);
}

void jx_paper_label(jx_paper *page, uint16_t column, jx_paper_look look, jx_label label)
{
    jx_paper_put(page, column, look, jx_str_of(jx_label_in(label, page->lang)));
}

void jx_paper_put_raw(jx_paper *page, uint16_t column, jx_paper_look look)
{
    jx_paper_put(page, column, look, jx_text_str(&page->raw));
}

void jx_paper_number(jx_paper *page, uint16_t column, jx_paper_look look, jx_decimal number)
{
    jx_workbook_number(page->book, page->row, column, look, number);
}

void jx_paper_wide(jx_paper *page, uint16_t from, uint16_t to, jx_paper_look look, jx_str text)
{
    jx_workbook_merged(page->book, (jx_workbook_block){page->row, from, page->row, to}, look, text);
}

void jx_paper_wide_label(
    jx_paper *page, uint16_t from, uint16_t to, jx_paper_look look, jx_label label)
{
    jx_paper_wide(page, from, to, look, jx_str_of(jx_label_in(label, page->lang)));
}

void jx_paper_wide_raw(jx_paper *page, uint16_t from, uint16_t to, jx_paper_look look)
{
    jx_paper_wide(page, from, to, look, jx_text_str(&page->raw));
}

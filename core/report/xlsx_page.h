// SPDX-License-Identifier: MIT
// The pieces of workbooks that report: looks, texts being built, heights of rows. [main-thread]
#ifndef JIXIAO_REPORT_XLSX_PAGE_H
#define JIXIAO_REPORT_XLSX_PAGE_H

#include "base/workbook.h"
#include "report/labels.h"
#include "report/report.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// How cells look.
typedef enum jx_paper_look {
    JX_PAPER_TITLE,
    JX_PAPER_SUBTITLE,
    JX_PAPER_HEAD,
    JX_PAPER_TEXT,
    JX_PAPER_CENTER,
    JX_PAPER_FREE, // a number as it comes
    JX_PAPER_POINTS,
    JX_PAPER_LOST,
    JX_PAPER_WARN, // a text that somebody should see to
    JX_PAPER_SUM_TEXT,
    JX_PAPER_SUM_FREE,
    JX_PAPER_SUM_POINTS,
    JX_PAPER_PLAIN, // without a border
    JX_PAPER_FAINT,
    JX_PAPER_COUNT_OF,
    JX_PAPER_SHARE,
    JX_PAPER_LINE,   // a text that stays on its line
    JX_PAPER_MIDDLE, // the same, in the middle
    JX_PAPER_MEAN,
    JX_PAPER_PLAIN_TITLE,
    JX_PAPER_LOOKS
} jx_paper_look;

typedef struct jx_paper {
    jx_workbook *book;
    const jx_report *report;
    const jx_scorecard *card; // of one; NULL for a batch
    const jx_table *table;
    jx_lang lang;
    jx_text raw;  // scratch: a text before it is a cell
    bool failed;  // memory ran out in it
    uint32_t row; // the next one of the sheet
} jx_paper;

// Starts a workbook whose points have so many decimals; `page` is filled in but for card and table.
jx_status jx_paper_open(
    jx_paper *page, const jx_report *report, uint32_t places, bool streamed, jx_error *err);

// Adds the workbook's bytes to the report.
jx_status jx_paper_close(jx_paper *page, jx_error *err);

// A further sheet, A4 across, as wide as a page, with page numbers and columns of these widths, 0 behind the last.
void jx_paper_sheet(jx_paper *page, jx_label name, const uint8_t *widths);

// The row is printed again on each further page; rows down to it and `columns` columns stay in view.
void jx_paper_repeat(jx_paper *page, uint32_t row, uint16_t columns);

// How high the row is.
void jx_paper_height(jx_paper *page, uint32_t row, uint32_t lines);

// Empties page->raw for a text, and returns it; lines that it then takes in so many columns.
jx_text *jx_paper_raw(jx_paper *page);
uint32_t jx_paper_lines(const jx_paper *page, uint32_t columns);

// Cells of the row page->row.
void jx_paper_label(jx_paper *page, uint16_t column, jx_paper_look look, jx_label label);
void jx_paper_put(jx_paper *page, uint16_t column, jx_paper_look look, jx_str text);
void jx_paper_put_raw(jx_paper *page, uint16_t column, jx_paper_look look);
void jx_paper_number(jx_paper *page, uint16_t column, jx_paper_look look, jx_decimal number);

// Columns of the row page->row, both inside, as one cell.
void jx_paper_wide(jx_paper *page, uint16_t from, uint16_t to, jx_paper_look look, jx_str text);
void jx_paper_wide_label(
    jx_paper *page, uint16_t from, uint16_t to, jx_paper_look look, jx_label label);
void jx_paper_wide_raw(jx_paper *page, uint16_t from, uint16_t to, jx_paper_look look);

#endif

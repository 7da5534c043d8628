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
typedef enum jx_xlsx_look {
    JX_XLSX_TITLE,
    JX_XLSX_SUBTITLE,
    JX_XLSX_HEAD,
    JX_XLSX_TEXT,
    JX_XLSX_CENTER,
    JX_XLSX_FREE, // a number as it comes
    JX_XLSX_POINTS,
    JX_XLSX_LOST,
    JX_XLSX_WARN, // a text that somebody should see to
    JX_XLSX_SUM_TEXT,
    JX_XLSX_SUM_FREE,
    JX_XLSX_SUM_POINTS,
    JX_XLSX_PLAIN, // without a border
    JX_XLSX_FAINT,
    JX_XLSX_COUNT_OF,
    JX_XLSX_SHARE,
    JX_XLSX_LINE,   // a text that stays on its line
    JX_XLSX_MIDDLE, // the same, in the middle
    JX_XLSX_MEAN,
    JX_XLSX_PLAIN_TITLE,
    JX_XLSX_LOOKS
} jx_xlsx_look;

typedef struct jx_xlsx {
    jx_workbook *book;
    const jx_report *report;
    const jx_scorecard *card; // of one; NULL for a batch
    const jx_table *table;
    jx_lang lang;
    jx_text raw;  // scratch: a text before it is a cell
    uint32_t row; // the next one of the sheet
} jx_xlsx;

// Starts a workbook whose points have so many decimals; `page` is filled in but for card and table.
jx_status jx_xlsx_open(
    jx_xlsx *page, const jx_report *report, uint32_t places, bool streamed, jx_error *err);

// Adds the workbook's bytes to the report.
jx_status jx_xlsx_close(jx_xlsx *page, jx_error *err);

// A further sheet, A4 across, as wide as a page, with page numbers and columns of these widths, 0 behind the last.
void jx_xlsx_sheet(jx_xlsx *page, jx_label name, const uint8_t *widths);

// The row is printed again on each further page; rows down to it and `columns` columns stay in view.
void jx_xlsx_repeat(jx_xlsx *page, uint32_t row, uint16_t columns);

// How high the row is.
void jx_xlsx_height(jx_xlsx *page, uint32_t row, uint32_t lines);

// Empties page->raw for a text, and returns it; lines that it then takes in so many columns.
jx_text *jx_xlsx_raw(jx_xlsx *page);
uint32_t jx_xlsx_lines(const jx_xlsx *page, uint32_t columns);

// Cells of the row page->row.
void jx_xlsx_label(jx_xlsx *page, uint16_t column, jx_xlsx_look look, jx_label label);
void jx_xlsx_put(jx_xlsx *page, uint16_t column, jx_xlsx_look look, jx_str text);
void jx_xlsx_put_raw(jx_xlsx *page, uint16_t column, jx_xlsx_look look);
void jx_xlsx_number(jx_xlsx *page, uint16_t column, jx_xlsx_look look, jx_decimal number);

// Columns of the row page->row, both inside, as one cell.
void jx_xlsx_wide(jx_xlsx *page, uint16_t from, uint16_t to, jx_xlsx_look look, jx_str text);
void jx_xlsx_wide_label(
    jx_xlsx *page, uint16_t from, uint16_t to, jx_xlsx_look look, jx_label label);
void jx_xlsx_wide_raw(jx_xlsx *page, uint16_t from, uint16_t to, jx_xlsx_look look);

#endif

// SPDX-License-Identifier: MIT
// The table of indicators on a page: indicator, target, actual, weight, points. [any-thread]
#ifndef JIXIAO_REPORT_TEXT_TABLE_H
#define JIXIAO_REPORT_TEXT_TABLE_H

#include "model/scorecard.h"
#include "report/page.h"

#include <stddef.h>

enum { JX_TEXT_COLUMNS = 5 };

typedef struct jx_text_table {
    jx_page *page;
    const jx_scorecard *card;
    const jx_table *table;
    jx_page_column columns[JX_TEXT_COLUMNS];
    jx_text cells; // scratch: the texts of one row, one behind the other
} jx_text_table;

// Measures every row, so that the columns are as wide as they must be and the table is not wider than the page.
jx_text_table jx_text_table_on(jx_page *page, const jx_scorecard *card);

void jx_text_table_headings(jx_text_table *table);
void jx_text_table_rule(jx_text_table *table);

// The row of an indicator.
void jx_text_table_indicator(jx_text_table *table, size_t row);

// A row with a title of our own, a weight, and points; where these are NULL, `state` says why.
void jx_text_table_sum(jx_text_table *table,
                       const char *title,
                       jx_decimal weight,
                       const jx_decimal *points,
                       jx_state state);

#endif

// SPDX-License-Identifier: MIT
// A batch as a workbook: a summary with charts, the ranking, every loss. [main-thread]
#ifndef JIXIAO_REPORT_XLSX_BATCH_H
#define JIXIAO_REPORT_XLSX_BATCH_H

#include "report/gathered.h"
#include "report/xlsx_page.h"

enum { JX_SHEET_ROWS = 1048576 }; // of a sheet

// What projects lost in one indicator or category, as far as they had points there.
typedef struct jx_batch_sum {
    jx_str key;  // the indicator's id, or the category's label
    jx_str name; // for people
    jx_decimal weight;
    jx_decimal lost;
    uint64_t hit;     // projects that lost points there
    uint64_t counted; // projects that had points there
} jx_batch_sum;

typedef struct jx_batch_page {
    jx_paper page;
    const jx_report *report;
    const jx_gathered *
        *ranked; // the scored ones by total, highest first, then those without a grade, then errors
    size_t count;
    size_t scored;         // so many of them have a grade
    size_t valued;         // so many have a total
    uint64_t losses;       // of those that have a total
    jx_batch_sum *columns; // by the report's columns
    jx_batch_sum *categories;
    size_t category_count;
    const char *ranking; // names of the sheets
    const char *listing;
} jx_batch_page;

// Puts the gathered scorecards in order and adds up what was lost by those that have a total: errors take no part in any
// figure. False where memory is out.
bool jx_batch_order(jx_batch_page *batch, jx_arena *arena);

// The mean of a sum over so many projects, rounded half up to four places; 0 of none.
jx_decimal jx_batch_mean(jx_decimal sum, uint64_t count);

// The label of the category that a row of a table belongs to; of the project's own losses (JX_OF_NO_ROW) the report's word for
// them.
jx_str jx_batch_category(const jx_batch_page *batch, const jx_table *table, uint32_t row);

// The column of the report that a row of the table stands in.
uint32_t jx_batch_column(const jx_batch_page *batch, const jx_table *table, uint32_t row);

// How a project is called: what it is scored for, else its name.
jx_str jx_batch_name(const jx_gathered *card);

// The sheets, in this order. The summary refers to the others by where they put things.
void jx_batch_summary(jx_batch_page *batch);
void jx_batch_ranking(jx_batch_page *batch);
void jx_batch_listing(jx_batch_page *batch);

// Where the others put things, from 0.
enum {
    JX_RANKING_FIRST = 2, // rows
    JX_LISTING_FIRST = 2,
    JX_RANKING_RANK = 0, // columns
    JX_RANKING_GRADE = 3,
    JX_RANKING_TOTAL = 4,
    JX_RANKING_POINTS = 5,
    JX_LISTING_CATEGORY = 2,
    JX_LISTING_ID = 3,
    JX_LISTING_LOST = 5
};

#endif

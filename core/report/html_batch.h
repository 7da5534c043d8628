// SPDX-License-Identifier: MIT
// The overview of a batch, made of the scorecards that the report gathered. [any-thread]
#ifndef JIXIAO_REPORT_HTML_BATCH_H
#define JIXIAO_REPORT_HTML_BATCH_H

#include "report/gathered.h"
#include "report/html.h"
#include "report/report.h"

// The sum of points lost by all projects that have the category or indicator, and how many these are.
typedef struct jx_lost_sum {
    jx_str id;
    jx_str name;
    jx_decimal lost;
    uint64_t projects;
} jx_lost_sum;

enum { JX_MEAN_PLACES = 2 };

// What each of them lost on average, rounded; 0 where there is none.
jx_decimal jx_lost_mean(const jx_lost_sum *sum);

// A scorecard and its place: equal ones share the better one; 0 where there is no total.
typedef struct jx_ranked {
    const jx_gathered *card;
    uint64_t rank;
} jx_ranked;

// What the gathered scorecards come to.
typedef struct jx_overview {
    const jx_report *report;
    jx_ranked *ranking;      // best first, then those without a total
    jx_lost_sum *categories; // the union of the tables', in order of first appearance
    size_t category_count;
    bool has_own;            // the last of the categories is what projects lost themselves
    jx_lost_sum *indicators; // one for each of report->columns, most lost first
    bool has_mean;           // of the totals, out of the same full score for everyone
    jx_decimal mean;
    jx_decimal full;
} jx_overview;

// Sums up; false where memory ran out. All lives in `arena`.
bool jx_overview_make(jx_overview *it, const jx_report *report, jx_arena *arena);

// What a scorecard lost by each of it->categories.
void jx_overview_lost(const jx_overview *it, const jx_gathered *card, jx_lost_sum *ret);

// What an indicator of a gathered scorecard lost: its weight less its points; false where it has none.
bool jx_gathered_lost(const jx_gathered *card, size_t row, jx_decimal *ret);

// Charts; the ranking with the losses of each.
void jx_html_overview_charts(jx_html *page, const jx_overview *overview);
void jx_html_ranking(jx_html *page, const jx_overview *overview);

// The whole page, added to the report's text.
void jx_html_batch(jx_report *report);

#endif

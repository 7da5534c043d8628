// SPDX-License-Identifier: MIT
// Charts as tables: a row a bar, with its name before and its figure behind it, so that they read aloud, wrap and print as
// tables do. [any-thread]
#ifndef JIXIAO_REPORT_HTML_BARS_H
#define JIXIAO_REPORT_HTML_BARS_H

#include "model/scorecard.h"
#include "report/html.h"
#include "report/html_strip.h"

// A bar and its words; texts of users stand in it as they were written.
typedef struct jx_bar {
    jx_str name;
    jx_str figure;     // behind the bar
    jx_str further;    // behind that; JX_STR_NONE where the chart has no such column
    const char *class; // of the bar
    jx_decimal from;
    jx_decimal to;
    jx_decimal most; // the end of the track that the bar runs on; at or below `to`: no track
} jx_bar;

// What the columns hold.
typedef struct jx_bar_heads {
    jx_str caption;
    jx_label name;
    jx_label figure;
    jx_label further; // JX_LABEL_COUNT: there is no such column
} jx_bar_heads;

enum { JX_BAR_HEIGHT = 26 };

// Opens the chart; closed by jx_html_close twice, see jx_bars_close.
void jx_bars_open(jx_html *page, const jx_bar_heads *heads);
void jx_bars_row(jx_html *page, const jx_axis *axis, const jx_bar *bar);
void jx_bars_close(jx_html *page);

// The points of each category, of one scorecard.
void jx_html_categories(jx_html *page, const jx_scorecard *card);

// From the full score over each loss to the total; a scorecard that has a total and lost points.
void jx_html_waterfall(jx_html *page, const jx_scorecard *card);

#endif

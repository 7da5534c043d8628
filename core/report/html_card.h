// SPDX-License-Identifier: MIT
// The parts of the page of one scorecard. [any-thread]
#ifndef JIXIAO_REPORT_HTML_CARD_H
#define JIXIAO_REPORT_HTML_CARD_H

#include "model/scorecard.h"
#include "report/html.h"

// Project, goal, facts; total, grade, state.
void jx_html_head(jx_html *page, const jx_scorecard *card);

// The indicators in three levels, with what was aimed at, achieved, earned and noted.
void jx_html_table(jx_html *page, const jx_scorecard *card);

// How every lost point was lost, and how the total came about.
void jx_html_losses(jx_html *page, const jx_scorecard *card);

// What is to be done about the scorecard, if anything.
void jx_html_findings(jx_html *page, const jx_scorecard *card);

// What it was scored from, and by what.
void jx_html_basis(jx_html *page, const jx_scorecard *card);

#endif

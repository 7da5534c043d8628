// SPDX-License-Identifier: MIT
// The skeleton of a page that stands alone: what a browser may do with it, its style, its script; and the pieces that pages of
// one scorecard and of many have in common. [any-thread]
#ifndef JIXIAO_REPORT_HTML_PAGE_H
#define JIXIAO_REPORT_HTML_PAGE_H

#include "model/scorecard.h"
#include "report/html.h"

#include <stdbool.h>

// Opens the document and its main part. A browser is told to load nothing, and to run nothing but the script, if there is one.
void jx_html_page_begin(jx_html *page, jx_str title, bool has_script);
// Closes what jx_html_page_begin opened, and ends the page; with the same script.
void jx_html_page_end(jx_html *page, bool has_script);

// Opens a section under a heading, h2; closed by jx_html_close_line.
void jx_html_section(jx_html *page, const char *class, jx_label label);

// A fact of a list of definitions; nothing where the text is empty.
void jx_html_fact(jx_html *page, jx_str name, jx_str text);

// The class of a grade's colour, by its rank among the table's.
const char *jx_html_grade_class(const jx_table *table, jx_str grade);

// The head of a column.
void jx_html_column(jx_html *page, const char *class, jx_label label);

#endif

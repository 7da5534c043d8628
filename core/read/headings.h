// SPDX-License-Identifier: MIT
// What the headings of published tables and of self-evaluation forms say, as tables of synonyms: blanks, line breaks, the
// width of signs and what stands in brackets at the end do not matter. [any-thread]
#ifndef JIXIAO_READ_HEADINGS_H
#define JIXIAO_READ_HEADINGS_H

#include "model/publication.h"

// In place of a column: a heading that is known and of no use here (the actual, points, reasons…), one that is not known.
enum { JX_HEADING_SKIPPED = JX_COLUMN_COUNT, JX_HEADING_UNKNOWN };

// The column (jx_published_column) that the heading names, or one of these.
int jx_heading_find(jx_str heading);

// The name by which scripts and other programs address the column: rule, name, value…
const char *jx_heading_name(jx_published_column column);

// The fact (jx_published_fact) that a label above the table announces, or JX_FACT_COUNT.
int jx_heading_find_fact(jx_str label);

// What the title of a table says the project is called: 某项目绩效目标表 → 某项目; empty where it is no title.
jx_str jx_heading_title(jx_str title);

// Whether a row that begins so is none of the table: 合计, 总分, 备注：….
bool jx_heading_is_total(jx_str first);

#endif

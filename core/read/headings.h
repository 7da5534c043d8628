// SPDX-License-Identifier: MIT
// What the headings of published tables and of self-evaluation forms say, as tables of synonyms: blanks, line breaks, the
// width of signs and what stands in brackets at the end do not matter. [any-thread]
#ifndef JIXIAO_READ_HEADINGS_H
#define JIXIAO_READ_HEADINGS_H

#include "base/str.h"
#include "model/publication.h"

#include <stdint.h>

// In place of a column: a heading that is known and of no use here (the actual, points, reasons…), one that is not known.
enum { JX_HEADING_SKIPPED = JX_COLUMN_COUNT, JX_HEADING_UNKNOWN };

// The column (jx_published_column) that the heading names, or one of these.
int jx_heading_find(jx_str heading);

// The name by which scripts and other programs address the column: rule, name, value…
const char *jx_heading_name(jx_published_column column);

// What a column of actuals is read as. Of several columns that are read as the same, those of the least rank count.
typedef enum jx_actuals_role {
    JX_ROLE_PROJECT,
    JX_ROLE_INDICATOR,
    JX_ROLE_ACTUAL,
    JX_ROLE_BASELINE,
    JX_ROLE_NOTE,
    JX_ROLE_EVIDENCE,
    JX_ROLE_COUNT,
    JX_ROLE_NONE =
        JX_ROLE_COUNT, // a heading of published tables that actuals have no use for: 指标值, 得分
    JX_ROLE_UNKNOWN
} jx_actuals_role;

enum { JX_ROLE_NAMED = 0 }; // the rank of names for programs: project, indicator, actual…

// The role of a column with that heading, and its rank.
jx_actuals_role jx_heading_find_role(jx_str heading, uint32_t *ret_rank);

// The name for programs of a role below JX_ROLE_COUNT.
jx_str jx_heading_role_name(jx_actuals_role role);

// The fact (jx_published_fact) that a label above the table announces, or JX_FACT_COUNT.
int jx_heading_find_fact(jx_str label);

// What the title of a table says the project is called: 某项目绩效目标表 → 某项目; empty where it is no title.
jx_str jx_heading_title(jx_str title);

// What a row is by the text that it begins with.
typedef enum jx_heading_row {
    JX_ROW_OF_TABLE,
    JX_ROW_TOTAL,     // 合计, Total
    JX_ROW_SIGNATURE, // 填表人：…
    JX_ROW_REMARK     // 注：…
} jx_heading_row;

jx_heading_row jx_heading_find_row(jx_str first);

// Whether it is a row that states the sum of all points: 合计, 总分.
bool jx_heading_is_sum(jx_str first);

// Whether what it announces stands in the cell below: 预期目标.
bool jx_heading_points_down(jx_str label);

#endif

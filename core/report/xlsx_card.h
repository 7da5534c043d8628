// SPDX-License-Identifier: MIT
// One scorecard as the self-evaluation form of the ministry of finance, and every loss explained behind it. [main-thread]
#ifndef JIXIAO_REPORT_XLSX_CARD_H
#define JIXIAO_REPORT_XLSX_CARD_H

#include "report/xlsx_page.h"

// The columns of the form.
enum {
    JX_SELF_NUMBER,
    JX_SELF_CATEGORY,
    JX_SELF_SUBCATEGORY,
    JX_SELF_LEAF,
    JX_SELF_TARGET,
    JX_SELF_ACTUAL,
    JX_SELF_WEIGHT,
    JX_SELF_POINTS,
    JX_SELF_REASON
};

// Their widths.
extern const uint8_t jx_self_widths[];

#define JX_SELF_NO_ROW SIZE_MAX

// The sheet of the form: its head (title, project, funds, goal), the indicators, total, grade and signatures.
void jx_paper_form(jx_paper *page);

// The head, down to the headings of the indicators. Returns the row of the table that stands among the funds (how much of the
// budget was spent), whose points are in the row *ret_at of the sheet; JX_SELF_NO_ROW where it has none.
size_t jx_paper_form_head(jx_paper *page, uint32_t *ret_at);

// What [project] states to be printed under the key JX_PROJECT_…; JX_STR_NONE where it does not.
jx_str jx_paper_printed(const jx_table *table, uint32_t key);

// The cells of an indicator in the row page->row that both parts have: weight, points, reason. Returns how many lines the
// reason takes.
uint32_t jx_paper_form_points(jx_paper *page, size_t index);

// What was achieved, into page->raw.
void jx_paper_form_achieved(jx_paper *page, size_t index);

// The sheet of losses: each with its sentence, its arithmetic and what is left.
void jx_paper_losses(jx_paper *page);

#endif

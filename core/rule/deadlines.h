// SPDX-License-Identifier: MIT
// Dates of tables and wordings as a project file states them, for core/rule only.
#ifndef JIXIAO_RULE_DEADLINES_H
#define JIXIAO_RULE_DEADLINES_H

#include "rule/draft.h"

// Whether the characters [first, end) put 前 to a month, 12月前, and leave open whether the month belongs to it.
bool jx_is_open_month(
    const jx_rule_draft *in, const jx_normal *normal, size_t first, size_t end, jx_decimal packed);

// Whether they have 前, 底 or 末: by then, not within.
bool jx_has_deadline(const jx_rule_draft *in, const jx_normal *normal, size_t first, size_t end);

// Whether they name another year than the project's by a word: 次年, 上年.
bool jx_has_other_year(const jx_rule_draft *in, const jx_normal *normal, size_t first, size_t end);

// Whether the target is a bare number that may be a year: 2023.
bool jx_is_bare_year(const jx_rule_draft *in);

// yyyymmdd, as tokens have dates, written; the day 0 stands for the whole month, the year 0 for the project's. False where
// there is no such date, or where the year is wanting and unclear then.
bool jx_write_date(jx_rule_draft *in, jx_decimal packed, jx_str *ret);

// False where the project's year is not known.
bool jx_project_year(jx_rule_draft *in, jx_str *ret);

#endif

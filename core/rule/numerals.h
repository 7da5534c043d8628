// SPDX-License-Identifier: MIT
// Numbers in digits and in Chinese numerals. [any-thread]
#ifndef JIXIAO_RULE_NUMERALS_H
#define JIXIAO_RULE_NUMERALS_H

#include "base/decimal.h"
#include "rule/normal.h"

// A number in digits that begins at `at`: 1,234.5; returns how many characters it has, 0: none. A blank ends it unless it
// stands beside the point.
size_t jx_numerals_digits(const jx_normal *normal, size_t at, jx_decimal *ret);

// Where a figure begins whose point was lost, as 05 for 0.5, unless it is part of a date or a time; *ret_count is how many
// characters it has, normal->count is answered where there is none.
size_t jx_numerals_damaged(const jx_normal *normal, size_t *ret_count);

// A number in Chinese numerals: 十五, 二百, 九点五, 半.
size_t jx_numerals_chinese(const jx_normal *normal, size_t at, jx_decimal *ret);

#endif

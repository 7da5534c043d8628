// SPDX-License-Identifier: MIT
// Numbers as people write them in tables: 27, 27个, 96.5%, 1,234.5, 3.5万, １２，３００元. [any-thread]
#ifndef JIXIAO_SCORE_QUANTITY_H
#define JIXIAO_SCORE_QUANTITY_H

#include "base/decimal.h"
#include "base/str.h"

#include <stdbool.h>

typedef struct jx_quantity {
    jx_decimal number;
    bool percent; // written with %
} jx_quantity;

typedef enum jx_quantity_fault {
    JX_QUANTITY_OK,
    JX_QUANTITY_FORM,      // not a number, or followed by something that is not the unit
    JX_QUANTITY_AMBIGUOUS, // 万 or 亿 alone, where the unit itself begins with one
    JX_QUANTITY_RANGE      // more digits than an exact decimal holds
} jx_quantity_fault;

// Whether the unit is that of percentages.
bool jx_quantity_is_percent(jx_str unit);

// Reads `text`, already trimmed. It may carry `unit` (empty: none) or %, separators of thousands, full-width digits, and
// 万 or 亿 before the unit. *ret is untouched unless JX_QUANTITY_OK.
jx_quantity_fault jx_quantity_read(jx_str text, jx_str unit, jx_quantity *ret);

// The same, with % only where that is the unit: else JX_QUANTITY_FORM.
jx_quantity_fault jx_quantity_read_in(jx_str text, jx_str unit, jx_quantity *ret);

#endif

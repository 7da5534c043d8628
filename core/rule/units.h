// SPDX-License-Identifier: MIT
// Units behind numbers and in cells: families that count alike, 万 and 亿 before them, one by another. [any-thread]
#ifndef JIXIAO_RULE_UNITS_H
#define JIXIAO_RULE_UNITS_H

#include "rule/words.h"

typedef enum jx_unit_kind {
    JX_UNIT_NONE, // a bare number
    JX_UNIT_PERCENT,
    JX_UNIT_SCORE, // 分
    JX_UNIT_MONEY,
    JX_UNIT_DAY,
    JX_UNIT_MONTH,
    JX_UNIT_YEAR,
    JX_UNIT_PLACE,
    JX_UNIT_COUNT,
    JX_UNIT_OTHER
} jx_unit_kind;

typedef struct jx_unit {
    jx_unit_kind kind;
    jx_str family; // what units count alike; empty where there is none
    int64_t scale; // 10000 of 万元
    size_t count;  // characters
} jx_unit;

// The unit that stands at `at`; of kind NONE and 0 characters where there is none. `own`, the table's unit, is one
// whatever the vocabulary says.
jx_unit jx_unit_read(const jx_vocabulary *vocabulary,
                     const jx_normal *normal,
                     size_t at,
                     const jx_normal *own);

// Whether units of these two families, of one kind, count alike.
bool jx_unit_counts_alike(jx_str family, jx_str other);

// The unit of a cell.
jx_unit jx_unit_of(const jx_vocabulary *vocabulary, const jx_normal *cell);

#endif

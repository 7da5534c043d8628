// SPDX-License-Identifier: MIT
// A wording as tokens: numbers with their units, words by their meaning, the rest as text. Every character belongs to one
// token, but for glue. [any-thread]
#ifndef JIXIAO_RULE_TOKENS_H
#define JIXIAO_RULE_TOKENS_H

#include "base/decimal.h"
#include "rule/words.h"

typedef enum jx_unit_kind {
    JX_UNIT_NONE, // a bare number
    JX_UNIT_PERCENT,
    JX_UNIT_SCORE, // 分
    JX_UNIT_MONEY, // in yuan
    JX_UNIT_DAY,
    JX_UNIT_MONTH,
    JX_UNIT_YEAR,
    JX_UNIT_PLACE,
    JX_UNIT_COUNT,
    JX_UNIT_OTHER
} jx_unit_kind;

typedef struct jx_amount {
    jx_decimal number; // of money in yuan
    jx_unit_kind kind;
    bool point;    // percent written as 百分点
    jx_str family; // of the unit; empty where there is none
    jx_str unit;   // as written in the original
} jx_amount;

typedef struct jx_token {
    jx_class class;
    size_t first; // characters [first, end)
    size_t end;
    jx_amount amount; // of QUANTITY, and the number of a YEAR
} jx_token;

typedef struct jx_tokens {
    const jx_normal *normal;
    jx_token *rows;
    size_t count;
} jx_tokens;

// False where memory is out. `name`, what the rule is about, counts as text wherever it stands whole.
bool jx_tokens_make(const jx_vocabulary *vocabulary,
                    jx_arena *arena,
                    const jx_normal *normal,
                    const jx_normal *name,
                    jx_tokens *ret);

// The original words of the tokens [first, end).
jx_str jx_tokens_slice(const jx_tokens *tokens, size_t first, size_t end);

// A unit by its word.
jx_unit_kind jx_unit_find(const jx_vocabulary *vocabulary,
                          const jx_normal *word,
                          jx_str *ret_family);

#endif

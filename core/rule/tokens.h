// SPDX-License-Identifier: MIT
// A wording as tokens: numbers with their units, words by their meaning, the rest as text. Every character belongs to one
// token, but for glue. [any-thread]
#ifndef JIXIAO_RULE_TOKENS_H
#define JIXIAO_RULE_TOKENS_H

#include "base/decimal.h"
#include "rule/units.h"
#include "rule/words.h"

typedef struct jx_amount {
    jx_decimal number; // of 万元 in yuan, of ‰ in percent
    jx_unit_kind kind;
    bool point;    // percent written as 百分点
    jx_str family; // of the unit; empty where there is none
    jx_str unit;   // as written in the original
    int64_t scale; // 10000 of 万元
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

// False where memory is out. `name`, what the rule is about, stands for whatever is measured wherever it stands whole; `unit` is the table's.
bool jx_tokens_make(const jx_vocabulary *vocabulary,
                    jx_arena *arena,
                    const jx_normal *normal,
                    const jx_normal *name,
                    const jx_normal *unit,
                    jx_tokens *ret);

// How many tokens are of the class; the first of them, NULL where there is none.
size_t jx_tokens_count(const jx_tokens *tokens, jx_class class);
const jx_token *jx_tokens_find(const jx_tokens *tokens, jx_class class);

static inline bool jx_tokens_have(const jx_tokens *tokens, jx_class class)
{
    return jx_tokens_find(tokens, class) != NULL;
}

// Whether the token's words have the character.
bool jx_token_has(const jx_tokens *tokens, const jx_token *token, uint32_t code);

// Whether the token's words have 完, as 完成 has: what is to be completed is no less than that.
bool jx_token_finishes(const jx_tokens *tokens, const jx_token *token);

// The original words of the tokens [first, end).
jx_str jx_tokens_slice(const jx_tokens *tokens, size_t first, size_t end);

#endif

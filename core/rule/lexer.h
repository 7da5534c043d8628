// SPDX-License-Identifier: MIT
// The tokenizer at work, for core/rule only.
#ifndef JIXIAO_RULE_LEXER_H
#define JIXIAO_RULE_LEXER_H

#include "rule/tokens.h"

typedef struct jx_lexer {
    const jx_vocabulary *vocabulary;
    const jx_normal *normal;
    const jx_normal *name;
    const jx_normal *unit; // the table's
    jx_token *rows;
    size_t count;
    size_t at;
} jx_lexer;

// The character at a place; 0 behind the last.
uint32_t jx_lexer_code(const jx_lexer *in, size_t at);

// Adds the token that begins where the lexer stands.
void jx_lexer_push(jx_lexer *in, jx_class class, size_t end, jx_amount amount);

// The class of the last token; STOP at the beginning.
jx_class jx_lexer_last(const jx_lexer *in);

bool jx_lexer_starts_number(uint32_t code);

// Notes the unit at `at` of a number.
void jx_lexer_take_unit(const jx_lexer *in, const jx_unit *unit, size_t at, jx_amount *amount);

// Adds what begins here, if it is that: 百分之五, 四分之一; figures, years and dates; numerals.
bool jx_lexer_parts(jx_lexer *in);
bool jx_lexer_fraction(jx_lexer *in);
bool jx_lexer_digits(jx_lexer *in);
bool jx_lexer_chinese(jx_lexer *in);

#endif

// SPDX-License-Identifier: MIT
// A wording as clauses: the patterns of core/rule/patterns.c laid over its tokens, the longest first, until every token
// belongs to a clause. [any-thread]
#ifndef JIXIAO_RULE_CLAUSES_H
#define JIXIAO_RULE_CLAUSES_H

#include "rule/tokens.h"

typedef enum jx_clause_kind {
    // conditions
    JX_CLAUSE_RANGE,  // argument: jx_compared
    JX_CLAUSE_STEP,   // argument: jx_direction
    JX_CLAUSE_FAULTS, // each fault found
    JX_CLAUSE_GROWTH, // argument: jx_compared with 0; RANGE where it has a number
    JX_CLAUSE_MET,    // argument: jx_class of what is met, TEXT where nothing is named
    JX_CLAUSE_UNMET,
    JX_CLAUSE_IN_TIME,
    JX_CLAUSE_IN_YEAR,
    JX_CLAUSE_BY_DATE,
    JX_CLAUSE_LEVELS,
    JX_CLAUSE_ELSE,
    JX_CLAUSE_WORDS, // anything that holds or does not
    // what follows from them
    JX_CLAUSE_FULL,
    JX_CLAUSE_POINTS,
    JX_CLAUSE_ZERO,
    JX_CLAUSE_LOSE,
    JX_CLAUSE_PRORATA, // argument: class of what is given so, LOSE where something is taken
    JX_CLAUSE_FORMULA,
    // what holds of all of it
    JX_CLAUSE_UNTIL,
    JX_CLAUSE_FLOOR,
    JX_CLAUSE_CAP,
    JX_CLAUSE_MOST_LOST,
    JX_CLAUSE_TARGET,
    JX_CLAUSE_WEIGHT,
    JX_CLAUSE_PART_UP,
    JX_CLAUSE_AND_SO_ON,
    JX_CLAUSE_EVIDENCE,
    JX_CLAUSE_DEFINITION,
    JX_CLAUSE_KINDS
} jx_clause_kind;

typedef enum jx_compared {
    JX_IS_LEAST,
    JX_IS_ABOVE,
    JX_IS_MOST,
    JX_IS_BELOW,
    JX_IS_DOWN, // at most or below
    JX_IS_EQUAL,
    JX_IS_POINT, // a number and nothing else
    JX_IS_BETWEEN,
    JX_IS_BETWEEN_DOWN // the greater number first
} jx_compared;

typedef enum jx_direction {
    JX_STEP_SHORT,
    JX_STEP_OVER,
    JX_STEP_LATE,
    JX_STEP_BEHIND,
    JX_STEP_BOTH,
    JX_STEP_ONE = 16 // no 每 before it: added to the direction
} jx_direction;

enum { JX_CLAUSE_AMOUNTS = 2 };

typedef struct jx_clause {
    jx_clause_kind kind;
    int argument;
    size_t first; // tokens [first, end)
    size_t end;
    jx_amount amounts[JX_CLAUSE_AMOUNTS];
    int inside[JX_CLAUSE_AMOUNTS]; // whether the end of a range belongs to it: 1, -1, 0 not said
    size_t amount_count;
    bool of_goal; // 目标的90%
} jx_clause;

typedef struct jx_clauses {
    jx_clause *rows;
    size_t count;
    size_t stuck; // the token that no clause begins with; the count of tokens where there is none
} jx_clauses;

typedef struct jx_pattern_row {
    const char *pattern;
    jx_clause_kind kind;
    int argument;
} jx_pattern_row;

extern const jx_pattern_row jx_pattern_rows[];
extern const size_t jx_pattern_row_count;

// Compiles the patterns into the vocabulary; false where memory is out.
bool jx_patterns_make(jx_vocabulary *vocabulary);

// False where memory is out.
bool jx_clauses_make(const jx_vocabulary *vocabulary,
                     jx_arena *arena,
                     const jx_tokens *tokens,
                     jx_clauses *ret);

#endif

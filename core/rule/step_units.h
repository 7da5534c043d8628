// SPDX-License-Identifier: MIT
// Units that a wording states, for those who hold them against a table's: read by the vocabulary, as rules are. [any-thread]
#ifndef JIXIAO_RULE_STEP_UNITS_H
#define JIXIAO_RULE_STEP_UNITS_H

#include "rule/rule.h"
#include "rule/units.h"

typedef struct jx_said_unit {
    jx_unit_kind kind; // NONE: none is said
    jx_str family;
    jx_str words; // as written; empty where none is
} jx_said_unit;

// All of these answer false where memory is out; what they say lies in the text, the vocabulary or the arena.

// The unit of a table's cell.
bool jx_said_unit_of(const jx_vocabulary *vocabulary,
                     jx_arena *arena,
                     jx_str cell,
                     jx_said_unit *ret);

// The unit that the steps of a wording are in: that of the first number with one behind 每, in the same clause.
bool jx_said_unit_of_steps(const jx_vocabulary *vocabulary,
                           jx_arena *arena,
                           jx_str rule,
                           jx_said_unit *ret);

// The unit of that number where it first stands with one in the text.
bool jx_said_unit_behind(const jx_vocabulary *vocabulary,
                         jx_arena *arena,
                         jx_str text,
                         jx_str number,
                         jx_said_unit *ret);

// Whether two units cannot measure the same thing: both are known, and of different kinds.
bool jx_said_units_differ(const jx_said_unit *a, const jx_said_unit *b);

#endif

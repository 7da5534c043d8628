// SPDX-License-Identifier: MIT
// Kinds of units, for telling whether a wording's steps are in the unit of its table. [any-thread]
#ifndef JIXIAO_WORDING_STEP_UNITS_H
#define JIXIAO_WORDING_STEP_UNITS_H

#include "base/str.h"

// Bits: a word may be of several kinds (名 counts people and places).
enum {
    JX_STEPS_COUNT = 1,
    JX_STEPS_PERCENT = 2,
    JX_STEPS_MONEY = 4,
    JX_STEPS_TIME = 8,
    JX_STEPS_PLACE = 16
};

// The kinds of a unit; 0 where it is none of these.
unsigned jx_step_unit_kinds(jx_str unit);

// The kinds of the unit that the steps of a wording are in: what stands behind the first number behind 每. *ret_word is that
// unit; 0 where the wording has no such step.
unsigned jx_step_unit_find(jx_str rule, jx_str *ret_word);

// The unit that stands behind that number in the text; empty where there is none. It is one of our own words.
jx_str jx_step_unit_behind(jx_str text, jx_str number);

#endif

// SPDX-License-Identifier: MIT
// What the families of rules with steps share, for core/rule only.
#ifndef JIXIAO_RULE_STEP_RULE_H
#define JIXIAO_RULE_STEP_RULE_H

#include "rule/draft.h"

// The parts of such a rule.
typedef struct jx_step_rule {
    const jx_statement *step;
    const jx_clause *condition; // of the step
    const jx_clause *full;      // what earns all; NULL: not said
    const jx_statement *full_statement;
    const jx_statement *zeros[JX_STATEMENTS];
    size_t zero_count;
    const jx_clause *part_down; // 不足5个不扣分
} jx_step_rule;

// Whether the step is 缺 or 漏: what is missing is counted.
bool jx_step_is_lack(const jx_rule_draft *in, const jx_clause *clause);

// What a step costs, the least that is left, what parts of a step count; into the meaning, or unclear.
bool jx_step_deduct(jx_rule_draft *in, const jx_clause *result);
bool jx_step_floor(jx_rule_draft *in);
bool jx_step_part(jx_rule_draft *in, const jx_step_rule *rule, jx_decimal step, bool whole);

// Moves an inclusive line of zero, 3起及以上, to the whole number beside it, 2, beyond which nothing is left; false where the
// figures are not whole. `below`: the line is below the target.
bool jx_step_zero_beside(const jx_rule_draft *in, bool below, jx_decimal *at);

// step_zeros.c: the lines of zero beside the step, into the meaning, or unclear.
bool jx_step_zeros(jx_rule_draft *in, const jx_step_rule *rule, const jx_aim *aim, jx_decimal step);

// Whether the condition of full points is one that a figure can meet, or a date, and nothing else stands before it.
bool jx_step_check_full(jx_rule_draft *in, const jx_step_rule *rule, bool dated);

// A rule of steps around a number.
bool jx_step_number(jx_rule_draft *in, const jx_step_rule *rule, jx_aim *aim, const char *measure);

// The families beside it.
bool jx_compile_faults(jx_rule_draft *in, const jx_step_rule *rule);
bool jx_compile_late(jx_rule_draft *in, const jx_step_rule *rule);

#endif

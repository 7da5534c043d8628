// SPDX-License-Identifier: MIT
// Whether a condition is the opposite of another one, so that the two leave nothing between them; for core/rule only.
#ifndef JIXIAO_RULE_OPPOSITES_H
#define JIXIAO_RULE_OPPOSITES_H

#include "rule/draft.h"

// 未开展 after 开展…
bool jx_is_negation(const jx_rule_draft *in, const jx_clause *clause, const jx_statement *full);

// 发生安全事故 after 未发生安全事故
bool jx_is_affirmation(const jx_rule_draft *in, const jx_clause *clause, const jx_statement *full);

// 低于95% after 达到95%
bool jx_is_opposite_range(const jx_rule_draft *in, const jx_clause *other, const jx_clause *full);

// 低于95% where the target is at least 95
bool jx_is_against_target(const jx_rule_draft *in, const jx_clause *other, const jx_aim *aim);

#endif

// SPDX-License-Identifier: MIT
// What may stand as the condition of full points beside a step.
#include "rule/step_rule.h"

// 有方案: something else than the figure.
static bool begins_with_having(const jx_rule_draft *in, const jx_clause *clause)
{
    enum { HAVE = 0x6709 };
    return in->tokens.normal->chars[in->tokens.rows[clause->first].first].code == HAVE;
}

static bool is_plain_word(const jx_rule_draft *in, const jx_clause *clause)
{
    return clause->kind == JX_CLAUSE_WORDS && !begins_with_having(in, clause) &&
           !jx_clause_has(in, clause, JX_CLASS_NOT) && !jx_clause_has(in, clause, JX_CLASS_UNMET) &&
           !jx_clause_has(in, clause, JX_CLASS_JOIN) &&
           !jx_clause_has(in, clause, JX_CLASS_FAULT) && !jx_clause_has(in, clause, JX_CLASS_PAUSE);
}

// Conditions of full points that a figure can meet, or a date.
static bool is_plain_full(const jx_rule_draft *in, const jx_clause *full, bool dated)
{
    switch ((int)full->kind) {
    case JX_CLAUSE_RANGE:
    case JX_CLAUSE_GROWTH:
        return !dated;
    case JX_CLAUSE_IN_TIME:
    case JX_CLAUSE_IN_YEAR:
    case JX_CLAUSE_BY_DATE:
        return dated;
    case JX_CLAUSE_MET:
        return !jx_clause_has(in, full, JX_CLASS_JOIN);
    default:
        return is_plain_word(in, full);
    }
}

// Before the condition of full points only what names the subject may stand.
bool jx_step_check_full(jx_rule_draft *in, const jx_step_rule *rule, bool dated)
{
    const jx_statement *statement = rule->full_statement;
    for (size_t k = 0; statement != NULL && k + 1 < statement->count; k++) {
        const jx_clause *clause = statement->conditions[k];
        if (!jx_names_subject(in, clause) &&
            !jx_is_restated(in, clause, statement->conditions[k + 1])) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
        }
    }
    return rule->full == NULL || is_plain_full(in, rule->full, dated) ||
           jx_unclear_clause(in, JX_REASON_CONDITION, rule->full, JX_STR_NONE);
}

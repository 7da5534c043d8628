// SPDX-License-Identifier: MIT
#include "rule/opposites.h"

// Whether the characters [first, end) of the wording stand among those of `within`.
static bool was_said(const jx_rule_draft *in, size_t first, size_t end, const jx_statement *within)
{
    const jx_normal_char *chars = in->tokens.normal->chars;
    const size_t from = in->tokens.rows[within->conditions[0]->first].first;
    const size_t to = in->tokens.rows[within->conditions[within->count - 1]->end - 1].end;
    return jx_normal_within(chars + first, end - first, chars + from, to - from);
}

// 未开展 after 开展…: what follows the negation was said before, affirmed.
bool jx_is_negation(const jx_rule_draft *in, const jx_clause *clause, const jx_statement *full)
{
    const jx_token *rows = in->tokens.rows;
    const bool alone = rows[clause->first].class == JX_CLASS_NOT;
    if (!alone || clause->end - clause->first < 2 || full->count != 1 ||
        jx_clause_has(in, full->conditions[0], JX_CLASS_NOT) ||
        jx_clause_has(in, full->conditions[0], JX_CLASS_JOIN) ||
        jx_clause_has(in, full->conditions[0], JX_CLASS_PAUSE)) {
        return false;
    }
    return was_said(in, rows[clause->first + 1].first, rows[clause->end - 1].end, full);
}

// 发生安全事故 after 未发生安全事故: the same without its only negation.
bool jx_is_affirmation(const jx_rule_draft *in, const jx_clause *clause, const jx_statement *full)
{
    size_t negations = 0;
    const jx_token *rows = in->tokens.rows;
    const jx_clause *said = full->conditions[0];
    for (size_t i = said->first; i < said->end; i++) {
        const jx_class class = rows[i].class;
        const bool joins =
            class == JX_CLASS_JOIN || class == JX_CLASS_PAUSE || class == JX_CLASS_UNMET;
        negations += class == JX_CLASS_NOT ? 1 : joins ? 2 : 0;
    }
    const bool affirms =
        !jx_clause_has(in, clause, JX_CLASS_NOT) && !jx_clause_has(in, clause, JX_CLASS_JOIN) &&
        !jx_clause_has(in, clause, JX_CLASS_PAUSE) && !jx_clause_has(in, clause, JX_CLASS_UNMET);
    const bool found = rows[clause->first].class == JX_CLASS_FOUND;
    const size_t first =
        found && clause->end - clause->first > 1 ? clause->first + 1 : clause->first;
    return full->count == 1 && negations == 1 && affirms && found &&
           was_said(in, rows[first].first, rows[clause->end - 1].end, full);
}

bool jx_is_opposite_range(const jx_rule_draft *in, const jx_clause *other, const jx_clause *full)
{
    jx_decimal at = JX_DECIMAL_ZERO;
    jx_decimal edge = JX_DECIMAL_ZERO;
    const bool numbers =
        other->amount_count == 1 && full->kind == JX_CLAUSE_RANGE && full->amount_count == 1;
    if (!numbers || other->amounts[0].kind != full->amounts[0].kind ||
        jx_amount_fit(in, &other->amounts[0], &at) == JX_FITS_NOT ||
        jx_amount_fit(in, &full->amounts[0], &edge) == JX_FITS_NOT ||
        jx_decimal_compare(at, edge) != 0) {
        return false;
    }
    const jx_compared how = (jx_compared)other->argument;
    const int inside = other->inside[0];
    switch (full->argument) {
    case JX_IS_LEAST:
    case JX_IS_POINT:
        return (how == JX_IS_BELOW && inside <= 0) || how == JX_IS_DOWN;
    case JX_IS_ABOVE:
        return how == JX_IS_MOST || how == JX_IS_DOWN || (how == JX_IS_BELOW && inside > 0);
    case JX_IS_MOST:
        return (how == JX_IS_ABOVE && inside <= 0);
    case JX_IS_BELOW:
        return how == JX_IS_LEAST || (how == JX_IS_ABOVE && inside > 0);
    default:
        return false;
    }
}

bool jx_is_against_target(const jx_rule_draft *in, const jx_clause *other, const jx_aim *aim)
{
    jx_decimal at = JX_DECIMAL_ZERO;
    if (other->kind != JX_CLAUSE_RANGE || other->amount_count != 1 ||
        jx_amount_fit(in, &other->amounts[0], &at) != JX_FITS ||
        jx_decimal_compare(at, aim->number) != 0 || aim->strict) {
        return false;
    }
    const bool below = other->argument == JX_IS_BELOW;
    const bool above = other->argument == JX_IS_ABOVE;
    return other->inside[0] <= 0 &&
           (aim->sense == JX_SENSE_MORE ? below : aim->sense == JX_SENSE_LESS && above);
}

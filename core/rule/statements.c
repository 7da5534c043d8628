// SPDX-License-Identifier: MIT
// Clauses put together: the conditions that stand before a result belong to it.
#include "rule/draft.h"

static bool is_condition(jx_clause_kind kind)
{
    return kind <= JX_CLAUSE_WORDS;
}

static bool is_result(jx_clause_kind kind)
{
    return kind >= JX_CLAUSE_FULL && kind <= JX_CLAUSE_FORMULA;
}

// The first token that the vocabulary marks as what no reading has.
static bool check_open_words(jx_rule_draft *in)
{
    static const jx_reason reasons[] = {JX_REASON_DISCRETION, JX_REASON_BONUS, JX_REASON_VETO,
                                        JX_REASON_SEVERAL, JX_REASON_EXCEPT};
    for (size_t i = 0; i < in->tokens.count; i++) {
        const jx_class class = in->tokens.rows[i].class;
        if (class >= JX_CLASS_DISCRETION) {
            return jx_unclear(in, reasons[class - JX_CLASS_DISCRETION], i, i + 1, JX_STR_NONE);
        }
    }
    return true;
}

static bool check_stuck(jx_rule_draft *in)
{
    size_t end = in->clauses.stuck;
    if (end == in->tokens.count) {
        return true;
    }
    while (end < in->tokens.count && in->tokens.rows[end].class != JX_CLASS_STOP) {
        end++;
    }
    return jx_unclear(in, JX_REASON_WORDS, in->clauses.stuck, end, JX_STR_NONE);
}

static bool is_weight(const jx_rule_draft *in, const jx_amount *amount)
{
    return (amount->kind == JX_UNIT_SCORE || amount->kind == JX_UNIT_NONE) &&
           jx_decimal_compare(amount->number, in->table.weight) == 0;
}

static bool check_weight(jx_rule_draft *in, const jx_clause *clause)
{
    const jx_str weight = jx_number_text(in, in->table.weight);
    return clause->amount_count == 0 || is_weight(in, &clause->amounts[0]) ||
           jx_unclear_clause(in, JX_REASON_WEIGHT_DIFFERS, clause, weight);
}

// 扣完20分为止, 扣到0分为止
static bool take_until(jx_rule_draft *in, const jx_clause *clause)
{
    in->drained = true;
    return (clause->amount_count > 0 && jx_decimal_sign(clause->amounts[0].number) == 0) ||
           check_weight(in, clause);
}

static bool keep_one(jx_rule_draft *in, const jx_clause **kept, const jx_clause *clause)
{
    if (*kept != NULL) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, clause, JX_STR_NONE);
    }
    *kept = clause;
    return true;
}

static bool take_frame(jx_rule_draft *in, const jx_clause *clause)
{
    switch ((int)clause->kind) {
    case JX_CLAUSE_UNTIL:
        return take_until(in, clause);
    case JX_CLAUSE_FLOOR:
        if (jx_decimal_sign(clause->amounts[0].number) == 0) {
            in->drained = true;
            return true;
        }
        return keep_one(in, &in->floor, clause);
    case JX_CLAUSE_MOST_LOST:
        return keep_one(in, &in->most_lost, clause);
    case JX_CLAUSE_TARGET:
        return keep_one(in, &in->target, clause);
    case JX_CLAUSE_PART_UP:
        return keep_one(in, &in->part_up, clause);
    case JX_CLAUSE_AND_SO_ON:
        return keep_one(in, &in->and_so_on, clause);
    case JX_CLAUSE_CAP:
    case JX_CLAUSE_WEIGHT:
        in->capped = true;
        return check_weight(in, clause);
    default:
        jx_assume(in, JX_EVIDENCE_SKIPPED);
        return true;
    }
}

// 满分的80% reads like a statement of the weight.
static void mend_weight(jx_clause *clause)
{
    if (clause->kind == JX_CLAUSE_WEIGHT && clause->amounts[0].kind == JX_UNIT_PERCENT) {
        clause->kind = JX_CLAUSE_POINTS;
    }
}

static bool add_clause(jx_rule_draft *in, jx_statement *open, const jx_clause *clause)
{
    if (is_condition(clause->kind)) {
        if (open->count == JX_CONDITIONS) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
        }
        open->conditions[open->count++] = clause;
        return true;
    }
    if (!is_result(clause->kind)) {
        return take_frame(in, clause);
    }
    const bool bare = open->count == 0 && in->count == 0 && clause->kind == JX_CLAUSE_POINTS;
    if (bare && clause->argument == 0 && is_weight(in, &clause->amounts[0])) {
        in->capped = true; // 10分。每少一个…
        return true;
    }
    if (in->count == JX_STATEMENTS) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, clause, JX_STR_NONE);
    }
    open->result = clause;
    in->statements[in->count++] = *open;
    *open = (jx_statement){.count = 0};
    return true;
}

bool jx_make_statements(jx_rule_draft *in)
{
    jx_statement open = {.count = 0};
    if (!check_open_words(in) || !check_stuck(in)) {
        return false;
    }
    for (size_t i = 0; i < in->clauses.count; i++) {
        mend_weight(&in->clauses.rows[i]);
        if (!add_clause(in, &open, &in->clauses.rows[i])) {
            return false;
        }
    }
    if (open.count > 0) {
        return jx_unclear(in, JX_REASON_DANGLING, open.conditions[0]->first,
                          open.conditions[open.count - 1]->end, JX_STR_NONE);
    }
    return in->count > 0 || jx_unclear_words(in, JX_REASON_EMPTY, in->wording->rule, JX_STR_NONE);
}

// SPDX-License-Identifier: MIT
// 每发现一例扣1分: points for each fault found.
#include "rule/step_rule.h"

// Requirements may be listed before what each fault costs; nothing else may be said.
static bool check_requirements(jx_rule_draft *in, const jx_step_rule *rule)
{
    for (size_t i = 0; i + 1 < rule->step->count; i++) {
        const jx_clause *clause = rule->step->conditions[i];
        if (clause->kind != JX_CLAUSE_WORDS && clause->kind != JX_CLAUSE_MET) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
        }
    }
    const jx_statement *full = rule->full_statement;
    for (size_t i = 0; full != NULL && i < full->count; i++) {
        const jx_clause_kind kind = full->conditions[i]->kind;
        const jx_clause *none = full->conditions[i];
        const bool nothing = kind == JX_CLAUSE_RANGE && none->amount_count == 1 &&
                             jx_decimal_sign(none->amounts[0].number) == 0 &&
                             none->amounts[0].kind != JX_UNIT_PERCENT &&
                             (none->argument == JX_IS_POINT || none->argument == JX_IS_EQUAL ||
                              none->argument == JX_IS_MOST);
        if (!nothing && kind != JX_CLAUSE_WORDS && kind != JX_CLAUSE_MET &&
            kind != JX_CLAUSE_LEVELS && kind != JX_CLAUSE_IN_TIME) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, full->conditions[i], JX_STR_NONE);
        }
    }
    return rule->zero_count == 0 ||
           jx_unclear_clause(in, JX_REASON_TWO_RULES, rule->zeros[0]->conditions[0], JX_STR_NONE);
}

static bool check_fault_words(jx_rule_draft *in, const jx_step_rule *rule)
{
    const jx_clause *clause = rule->condition;
    const bool named =
        jx_clause_has(in, clause, JX_CLASS_FOUND) || jx_clause_has(in, clause, JX_CLASS_FAULT) ||
        jx_clause_has(in, clause, JX_CLASS_UNMET) || jx_clause_has(in, clause, JX_CLASS_NOT) ||
        jx_clause_has(in, clause, JX_CLASS_LATE) || jx_step_is_lack(in, clause);
    bool before = false;
    for (size_t i = 0; i + 1 < rule->step->count; i++) {
        before = before || jx_clause_has(in, rule->step->conditions[i], JX_CLASS_NOT) ||
                 jx_clause_has(in, rule->step->conditions[i], JX_CLASS_UNMET);
    }
    return named || before || jx_unclear_clause(in, JX_REASON_WORDS, clause, JX_STR_NONE);
}

static bool check_fault_target(jx_rule_draft *in, const jx_step_rule *rule)
{
    const jx_table_facts *table = &in->table;
    const jx_amount *amount = &rule->condition->amounts[0];
    const bool none = table->target == JX_TARGET_NUMBER && jx_decimal_sign(table->number) == 0;
    if (table->target == JX_TARGET_SEVERAL || (table->target == JX_TARGET_NUMBER && !none)) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, rule->condition, table->words);
    }
    const bool counted = amount->kind == JX_UNIT_COUNT || amount->kind == JX_UNIT_NONE;
    const bool matches = table->unit == JX_UNIT_NONE || table->unit == JX_UNIT_COUNT;
    if (!counted || !matches) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, rule->condition, table->unit_words);
    }
    return table->sense != JX_SENSE_MORE ||
           jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, rule->condition, table->sense_words);
}

bool jx_compile_faults(jx_rule_draft *in, const jx_step_rule *rule)
{
    jx_meaning *meaning = &in->meaning;
    const jx_clause *clause = rule->condition;
    *meaning = (jx_meaning){
        .measure = "value", .method = "step", .target = JX_STR("0"), .comparator = "<="};
    if (!check_requirements(in, rule) || !check_fault_words(in, rule) ||
        !check_fault_target(in, rule)) {
        return false;
    }
    const jx_decimal step = clause->amounts[0].number;
    const bool one = jx_decimal_compare(step, JX_DECIMAL_ONE) == 0;
    if (jx_decimal_sign(step) <= 0 || ((clause->argument & JX_STEP_ONE) != 0 && !one)) {
        return jx_unclear_clause(in, JX_REASON_ONCE_OR_EACH, clause, JX_STR_NONE);
    }
    if (!jx_step_deduct(in, rule->step->result) || !jx_step_floor(in) ||
        !jx_step_part(in, step, true)) {
        return false;
    }
    meaning->step = jx_number_text(in, step);
    meaning->kind = "faults";
    meaning->about = jx_tokens_slice(&in->tokens, clause->first, clause->end);
    return !in->failed;
}

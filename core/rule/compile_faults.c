// SPDX-License-Identifier: MIT
// 每发现一例扣1分: points for each fault found.
#include "base/text.h"
#include "rule/step_rule.h"

#include <string.h>

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
    return true;
}

// Whether the line is about no other faults than the step: 发生3起以上, not 3起以上重大事故.
static bool repeats(const jx_rule_draft *in, const jx_clause *line, const jx_clause *step)
{
    for (size_t i = line->first; i < line->end; i++) {
        const jx_class class = in->tokens.rows[i].class;
        const jx_str words = jx_tokens_slice(&in->tokens, i, i + 1);
        bool known = class != JX_CLASS_TEXT && class != JX_CLASS_FAULT && class != JX_CLASS_LEVEL;
        for (size_t k = step->first; k < step->end && !known; k++) {
            known = jx_str_equal(jx_tokens_slice(&in->tokens, k, k + 1), words);
        }
        if (!known) {
            return false;
        }
    }
    return true;
}

// 发生3起及以上不得分: where faults are counted, no more than so many may be found.
static bool take_zero_line(jx_rule_draft *in, const jx_step_rule *rule)
{
    if (rule->zero_count == 0) {
        return true;
    }
    const jx_clause *line = rule->zeros[0]->conditions[0];
    const jx_unit_kind unit =
        in->table.unit != JX_UNIT_NONE ? in->table.unit : rule->condition->amounts[0].kind;
    const jx_compared how = (jx_compared)line->argument;
    const bool above = how == JX_IS_ABOVE && line->inside[0] <= 0;
    const bool counts = repeats(in, line, rule->condition) && line->kind == JX_CLAUSE_RANGE &&
                        (above || how == JX_IS_LEAST) && line->amount_count == 1 &&
                        unit == JX_UNIT_COUNT &&
                        jx_str_equal(line->amounts[0].unit, rule->condition->amounts[0].unit);
    jx_decimal at = line->amounts[0].number;
    int64_t whole = 0;
    if (rule->zero_count > 1 || !counts || line->amounts[0].scale > 1 ||
        !jx_decimal_to_integer(at, &whole) || whole < 1 ||
        (!above && !jx_decimal_subtract(at, JX_DECIMAL_ONE, &at))) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, line, JX_STR_NONE);
    }
    in->meaning.zero_above = jx_number_text(in, at);
    return true;
}

// What a clause calls what it is about, behind 无 or 未发生, without what says how often or whether it was found.
static jx_str find_noun(jx_rule_draft *in, const jx_clause *clause)
{
    jx_text noun = jx_text_in(in->arena);
    for (size_t i = clause->first; i < clause->end; i++) {
        const jx_class class = in->tokens.rows[i].class;
        if (class == JX_CLASS_NOT) {
            jx_text_clear(&noun);
        } else if (class == JX_CLASS_TEXT || class == JX_CLASS_FAULT || class == JX_CLASS_SELF) {
            jx_text_add(&noun, jx_tokens_slice(&in->tokens, i, i + 1));
        }
    }
    const jx_str made = jx_text_end(&noun);
    in->failed = in->failed || made.data == NULL;
    return made;
}

static bool contains(jx_str text, jx_str part)
{
    return part.size == 0 || memmem(text.data, text.size, part.data, part.size) != NULL;
}

// 未发生重大事故得10分，每发生1起一般事故扣2分: what a 重大事故 costs is not said.
static bool check_same_faults(jx_rule_draft *in, const jx_step_rule *rule)
{
    const jx_clause *full = rule->full;
    if (full != NULL && (full->kind == JX_CLAUSE_WORDS || full->kind == JX_CLAUSE_LEVELS) &&
        jx_clause_has(in, full, JX_CLASS_JOIN) && jx_clause_has(in, full, JX_CLASS_NOT)) {
        return jx_unclear_clause(in, JX_REASON_CONDITION, full, JX_STR_NONE); // 健全但未执行
    }
    if (full == NULL || full->kind != JX_CLAUSE_WORDS || !jx_clause_has(in, full, JX_CLASS_NOT)) {
        return true;
    }
    const jx_str none = find_noun(in, full);
    const jx_str each = find_noun(in, rule->condition);
    return in->failed || contains(none, each) || contains(each, none) ||
           jx_unclear_clause(in, JX_REASON_SUBJECTS, rule->condition, none);
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
    if (!check_requirements(in, rule) || !check_same_faults(in, rule) ||
        !check_fault_words(in, rule) || !check_fault_target(in, rule)) {
        return false;
    }
    const jx_decimal step = clause->amounts[0].number;
    const bool one = jx_decimal_compare(step, JX_DECIMAL_ONE) == 0;
    if (jx_decimal_sign(step) <= 0 || ((clause->argument & JX_STEP_ONE) != 0 && !one)) {
        return jx_unclear_clause(in, JX_REASON_ONCE_OR_EACH, clause, JX_STR_NONE);
    }
    if (!jx_step_deduct(in, rule->step->result) || !jx_step_floor(in) ||
        !jx_step_part(in, rule, step, true) || !take_zero_line(in, rule)) {
        return false;
    }
    meaning->step = jx_number_text(in, step);
    meaning->kind = "faults";
    meaning->about = jx_tokens_slice(&in->tokens, clause->first, clause->end);
    return !in->failed;
}

// SPDX-License-Identifier: MIT
// 每少一家扣0.4分: points for each step on the wrong side of the target, or for each fault found.
#include "rule/step_rule.h"

// ----------------------------------------------------------------------------------------------- parts

// What is said before the step of when it counts: 未完成的, 低于95%的; checked against the aim later.
static bool take_step(jx_rule_draft *in, const jx_statement *statement, jx_step_rule *rule)
{
    const jx_clause *last = statement->conditions[statement->count - 1];
    if (rule->step != NULL || (last->kind != JX_CLAUSE_STEP && last->kind != JX_CLAUSE_FAULTS) ||
        statement->result->kind != JX_CLAUSE_LOSE) {
        return jx_unclear(in, JX_REASON_TWO_RULES, last->first, statement->result->end,
                          JX_STR_NONE);
    }
    rule->step = statement;
    rule->condition = last;
    return true;
}

static bool take_full(jx_rule_draft *in, const jx_statement *statement, jx_step_rule *rule)
{
    const size_t count = statement->count;
    const jx_clause *last = count == 0 ? NULL : statement->conditions[count - 1];
    if (rule->full != NULL || last == NULL) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, statement->result, JX_STR_NONE);
    }
    rule->full = last;
    rule->full_statement = statement;
    return true;
}

static bool is_stepping(const jx_statement *statement)
{
    for (size_t i = 0; i < statement->count; i++) {
        const jx_clause_kind kind = statement->conditions[i]->kind;
        if (kind == JX_CLAUSE_STEP || kind == JX_CLAUSE_FAULTS) {
            return true;
        }
    }
    return false;
}

// 每少5个扣1分，不足5个不扣分: what does not fill a step costs nothing.
static bool is_part_down(const jx_rule_draft *in,
                         const jx_step_rule *rule,
                         const jx_statement *statement)
{
    enum { NOT_SIGN = 0x4E0D /* 不 */ };
    const jx_clause *part = statement->count == 1 ? statement->conditions[0] : NULL;
    const jx_token *result = &in->tokens.rows[statement->result->first];
    if (part == NULL || rule->condition == NULL || rule->part_down != NULL ||
        part->kind != JX_CLAUSE_RANGE || part->argument != JX_IS_BELOW || part->amount_count != 1 ||
        statement->result->kind != JX_CLAUSE_FULL || result->class != JX_CLASS_FULL ||
        in->tokens.normal->chars[result->first].code != NOT_SIGN) {
        return false;
    }
    const jx_amount *step = &rule->condition->amounts[0];
    return rule->condition->amount_count == 1 && part->amounts[0].kind == step->kind &&
           jx_str_equal(part->amounts[0].unit, step->unit) &&
           jx_decimal_compare(part->amounts[0].number, step->number) == 0;
}

static bool take_parts(jx_rule_draft *in, jx_step_rule *rule)
{
    for (size_t i = 0; i < in->count; i++) {
        const jx_statement *statement = &in->statements[i];
        bool taken = false;
        if (is_stepping(statement)) {
            taken = take_step(in, statement, rule);
        } else if (is_part_down(in, rule, statement)) {
            rule->part_down = statement->conditions[0];
            taken = true;
        } else if (jx_is_full(in, statement->result)) {
            taken = take_full(in, statement, rule);
        } else if (jx_is_zero(in, statement->result) && statement->count == 1) {
            rule->zeros[rule->zero_count++] = statement;
            taken = true;
        } else {
            const bool points = statement->result->kind == JX_CLAUSE_POINTS;
            taken = jx_unclear_clause(in, points ? JX_REASON_WEIGHT_DIFFERS : JX_REASON_TWO_RULES,
                                      statement->result, jx_number_text(in, in->table.weight));
        }
        if (!taken) {
            return false;
        }
    }
    return true;
}

// ----------------------------------------------------------------------------------------- numbers

// Conditions before the step repeat that the target was missed: 未完成的, 低于95%的.
static bool check_repeats(jx_rule_draft *in, const jx_step_rule *rule, const jx_aim *aim)
{
    for (size_t i = 0; i + 1 < rule->step->count; i++) {
        const jx_clause *clause = rule->step->conditions[i];
        jx_decimal at = JX_DECIMAL_ZERO;
        const bool numeric = clause->kind == JX_CLAUSE_RANGE && clause->amount_count == 1;
        const bool below = clause->argument == JX_IS_BELOW || clause->argument == JX_IS_DOWN;
        const bool wrong = aim->sense == JX_SENSE_MORE ? below : clause->argument == JX_IS_ABOVE;
        const bool same = numeric && wrong &&
                          jx_amount_fit(in, &clause->amounts[0], &at) != JX_FITS_NOT &&
                          (jx_decimal_compare(at, aim->number) == 0);
        const bool met =
            clause->argument == JX_IS_POINT ||
            clause->argument == (aim->sense == JX_SENSE_MORE ? JX_IS_LEAST : JX_IS_MOST);
        const bool states = numeric && met && rule->full == NULL &&
                            jx_amount_fit(in, &clause->amounts[0], &at) == JX_FITS &&
                            jx_decimal_compare(at, aim->number) == 0;
        if (states) {
            continue; // the target once more
        }
        const bool missed = clause->kind == JX_CLAUSE_UNMET || clause->kind == JX_CLAUSE_ELSE ||
                            (clause->kind == JX_CLAUSE_GROWTH && clause->argument == JX_IS_BELOW);
        if (!same && !missed) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
        }
    }
    return true;
}

// 每超出预算1% beside a budget of 500万元: a hundredth of it. 每超1% does not say of what.
static bool take_share(const jx_rule_draft *in,
                       const jx_clause *clause,
                       const jx_aim *aim,
                       jx_decimal *ret)
{
    const bool stated =
        jx_clause_has(in, clause, JX_CLASS_GOAL) || jx_clause_has(in, clause, JX_CLASS_BUDGET);
    return stated && !clause->amounts[0].point && in->table.unit != JX_UNIT_NONE &&
           jx_decimal_sign(aim->number) > 0 && jx_decimal_multiply(*ret, aim->number, ret) &&
           jx_decimal_multiply(*ret, jx_decimal_make(1, 2), ret);
}

static bool read_step(jx_rule_draft *in,
                      const jx_step_rule *rule,
                      const jx_aim *aim,
                      jx_decimal *ret)
{
    const jx_clause *clause = rule->condition;
    const jx_fit fit =
        clause->amount_count >= 1 ? jx_amount_fit(in, &clause->amounts[0], ret) : JX_FITS_NOT;
    const bool share = fit == JX_FITS_AS_SHARE && !aim->of_goal;
    const bool counted = aim->of_goal && clause->amounts[0].kind != JX_UNIT_PERCENT;
    if (fit == JX_FITS_NOT || counted || jx_decimal_sign(*ret) <= 0 ||
        jx_is_share_of_goal(in, clause) || (share && !take_share(in, clause, aim, ret))) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, in->table.unit_words);
    }
    jx_decimal from = aim->number;
    if (clause->amount_count == 2 && (jx_amount_fit(in, &clause->amounts[1], &from) != JX_FITS ||
                                      jx_decimal_compare(from, aim->number) != 0)) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, clause,
                                 jx_number_text(in, aim->number));
    }
    const bool percent = clause->amounts[0].kind == JX_UNIT_PERCENT;
    const bool last = in->tokens.rows[clause->end - 1].class == JX_CLASS_QUANTITY;
    if (percent &&
        (!last || jx_decimal_compare(clause->amounts[0].number, jx_decimal_make(100, 0)) > 0)) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, in->table.unit_words);
    }
    const bool tiny = percent && in->table.unit == JX_UNIT_NONE && !aim->of_goal &&
                      jx_decimal_compare(aim->number, JX_DECIMAL_ONE) < 0;
    if (tiny && jx_decimal_sign(aim->number) > 0) { // 0.95 that stands for 95%
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, in->table.words);
    }
    const bool bare = clause->amounts[0].kind == JX_UNIT_NONE;
    return !bare || in->table.unit == JX_UNIT_NONE ||
           jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, in->table.unit_words);
}

bool jx_step_number(jx_rule_draft *in, const jx_step_rule *rule, jx_aim *aim, const char *measure)
{
    jx_decimal step = JX_DECIMAL_ZERO;
    jx_meaning *meaning = &in->meaning;
    const bool whole = in->table.unit == JX_UNIT_COUNT || in->table.unit == JX_UNIT_PLACE;
    aim->strict = aim->strict && whole && !aim->of_goal;
    *meaning = (jx_meaning){.measure = measure, .method = "step"};
    meaning->target = jx_number_text(in, aim->number);
    meaning->comparator = jx_comparator_of(aim);
    const jx_clause *full = rule->full;
    if (aim->strict == false && full != NULL && full->kind == JX_CLAUSE_RANGE && !whole &&
        jx_clause_has(in, full, JX_CLASS_EXCLUDED)) {
        return jx_unclear_clause(in, JX_REASON_END_OPEN, full, JX_STR_NONE);
    }
    if (!jx_step_check_full(in, rule, false) || !check_repeats(in, rule, aim) ||
        !read_step(in, rule, aim, &step) || !jx_step_deduct(in, rule->step->result) ||
        !jx_step_floor(in) || !jx_step_part(in, rule, step, whole && !aim->of_goal) ||
        !jx_step_zeros(in, rule, aim, step)) {
        return false;
    }
    meaning->step = jx_number_text(in, step);
    meaning->kind = aim->of_goal                     ? "percent_of_target"
                    : strcmp(measure, "growth") == 0 ? "growth"
                    : in->table.place                ? "place"
                                                     : "figure";
    return !in->failed;
}

// ---------------------------------------------------------------------------------------------- growth

static bool compile_growth(jx_rule_draft *in, const jx_step_rule *rule, jx_direction direction)
{
    jx_aim aim = {.number = JX_DECIMAL_ZERO, .sense = JX_SENSE_MORE};
    const jx_clause *full = rule->full;
    const jx_compared how = full != NULL ? (jx_compared)full->argument : JX_IS_ABOVE;
    const bool numbered = full != NULL && full->amount_count == 1;
    if (direction != JX_STEP_SHORT || (how != JX_IS_ABOVE && !numbered && how != JX_IS_EQUAL) ||
        (numbered && how != JX_IS_LEAST) || in->table.sense == JX_SENSE_LESS) {
        return jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, rule->condition,
                                 in->table.sense_words);
    }
    const bool percent = rule->condition->amounts[0].kind == JX_UNIT_PERCENT;
    if (!percent || (in->table.unit != JX_UNIT_PERCENT && in->table.unit != JX_UNIT_NONE)) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, rule->condition, in->table.unit_words);
    }
    if (numbered) {
        if (full->amounts[0].kind != JX_UNIT_PERCENT || full->amounts[0].point) {
            return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, full, in->table.unit_words);
        }
        aim.number = full->amounts[0].number;
    } else if (how != JX_IS_EQUAL) {
        jx_assume(in, JX_GROWTH_0_IS_FULL);
    }
    const jx_table_facts *table = &in->table;
    if (table->target == JX_TARGET_NUMBER && jx_decimal_compare(table->number, aim.number) != 0) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, rule->condition, table->words);
    }
    return jx_step_number(in, rule, &aim, "growth");
}

// ------------------------------------------------------------------------------------------- everything

static jx_sense sense_of(const jx_rule_draft *in, jx_direction direction)
{
    if (direction == JX_STEP_BOTH) {
        return JX_SENSE_EQUAL;
    }
    if (in->table.place) {
        return JX_SENSE_LESS;
    }
    return direction == JX_STEP_SHORT ? JX_SENSE_MORE : JX_SENSE_LESS;
}

// 不超预算得满分，每超1%扣…: of the budget, where no other target is known.
static bool is_over_budget(const jx_step_rule *rule, jx_direction direction)
{
    return direction == JX_STEP_OVER && rule->full != NULL && rule->full->kind == JX_CLAUSE_MET &&
           rule->full->argument == JX_CLASS_BUDGET &&
           rule->condition->amounts[0].kind == JX_UNIT_PERCENT;
}

static bool compile_over_budget(jx_rule_draft *in, const jx_step_rule *rule)
{
    jx_aim aim = {.number = jx_decimal_make(100, 0), .sense = JX_SENSE_LESS, .of_goal = true};
    const bool money = in->table.unit == JX_UNIT_MONEY;
    const bool written = jx_step_number(in, rule, &aim, money ? "ratio" : "value");
    in->meaning.kind = "of_budget";
    return written;
}

static bool compile_number(jx_rule_draft *in, const jx_step_rule *rule, jx_direction direction)
{
    jx_aim aim = {.number = JX_DECIMAL_ZERO};
    const jx_table_facts *table = &in->table;
    if (table->place && direction == JX_STEP_OVER) {
        return jx_unclear_clause(in, JX_REASON_DIRECTION_WANTED, rule->condition, JX_STR_NONE);
    }
    if (rule->full != NULL && rule->full->kind == JX_CLAUSE_IN_TIME) {
        return jx_unclear_clause(in, JX_REASON_CONDITION, rule->full, JX_STR_NONE);
    }
    const bool known = table->target == JX_TARGET_NUMBER || table->target == JX_TARGET_GOAL ||
                       in->target != NULL || (rule->full != NULL && rule->full->amount_count > 0);
    const bool nothing = table->target == JX_TARGET_NUMBER && jx_decimal_sign(table->number) <= 0;
    if ((!known || nothing) && jx_step_is_lack(in, rule->condition)) {
        return jx_compile_faults(in, rule);
    }
    if (nothing && direction == JX_STEP_SHORT && !table->place) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, rule->condition, table->words);
    }
    if (!known && is_over_budget(rule, direction)) {
        return compile_over_budget(in, rule);
    }
    if (!jx_find_aim(in, rule->full, sense_of(in, direction), &aim)) {
        return false;
    }
    if (direction == JX_STEP_BOTH &&
        (table->sense == JX_SENSE_MORE || table->sense == JX_SENSE_LESS)) {
        return jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, rule->condition,
                                 table->sense_words);
    }
    if (direction == JX_STEP_BOTH) {
        aim.sense = JX_SENSE_EQUAL;
    }
    return jx_step_number(in, rule, &aim, "value");
}

// 每有一项未完成, where the table says how many there are to be.
static bool is_short(const jx_rule_draft *in, const jx_clause *clause)
{
    jx_decimal step = JX_DECIMAL_ZERO;
    const jx_table_facts *table = &in->table;
    const bool counted = table->target == JX_TARGET_NUMBER && jx_decimal_sign(table->number) > 0 &&
                         table->unit == JX_UNIT_COUNT && table->sense != JX_SENSE_LESS &&
                         jx_amount_fit(in, &clause->amounts[0], &step) == JX_FITS;
    for (size_t i = clause->first; counted && i < clause->end; i++) {
        const jx_token *token = &in->tokens.rows[i];
        if (token->class == JX_CLASS_UNMET && jx_token_finishes(&in->tokens, token)) {
            return true;
        }
    }
    return false;
}

bool jx_compile_step(jx_rule_draft *in, size_t stepping)
{
    jx_step_rule rule = {.step = NULL};
    (void)stepping;
    if (!take_parts(in, &rule) || rule.condition == NULL) {
        return false;
    }
    const jx_clause *clause = rule.condition;
    const jx_direction direction = (jx_direction)(clause->argument & ~JX_STEP_ONE);
    const bool one = jx_decimal_compare(clause->amounts[0].number, JX_DECIMAL_ONE) == 0;
    if ((clause->argument & JX_STEP_ONE) != 0 && !one) {
        return jx_unclear_clause(in, JX_REASON_ONCE_OR_EACH, clause, JX_STR_NONE);
    }
    const bool short_of_target = clause->kind == JX_CLAUSE_FAULTS && is_short(in, clause);
    if (short_of_target) {
        return compile_number(in, &rule, JX_STEP_SHORT);
    }
    if (clause->kind == JX_CLAUSE_FAULTS) {
        return jx_compile_faults(in, &rule);
    }
    if (direction == JX_STEP_LATE && clause->amounts[0].kind == JX_UNIT_COUNT) {
        return jx_compile_faults(in, &rule);
    }
    if (direction == JX_STEP_LATE) {
        return jx_compile_late(in, &rule);
    }
    const bool grows = (rule.full != NULL && rule.full->kind == JX_CLAUSE_GROWTH) ||
                       (rule.full == NULL && in->table.target == JX_TARGET_GROWTH);
    return grows ? compile_growth(in, &rule, direction) : compile_number(in, &rule, direction);
}

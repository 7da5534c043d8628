// SPDX-License-Identifier: MIT
// 达标得满分，否则不得分: all or nothing, or a consolation.
#include "rule/draft.h"
#include "rule/opposites.h"

typedef struct threshold_rule {
    const jx_statement *full;  // NULL: only what missing it costs is said
    const jx_statement *other; // NULL: not said
    jx_decimal otherwise;
} threshold_rule;

// Whether the result may be that of the other statement.
static bool says_other(jx_rule_draft *in, const jx_clause *result)
{
    return result->kind == JX_CLAUSE_POINTS || result->kind == JX_CLAUSE_LOSE ||
           jx_is_zero(in, result);
}

static bool take_other(jx_rule_draft *in, threshold_rule *rule, const jx_statement *statement)
{
    const jx_clause *result = statement->result;
    rule->other = statement;
    if (!jx_result_points(in, result, &rule->otherwise)) {
        return false;
    }
    const bool lost = result->kind == JX_CLAUSE_LOSE && !jx_is_zero(in, result);
    return !lost || jx_decimal_subtract(in->table.weight, rule->otherwise, &rule->otherwise);
}

static bool take_statement(jx_rule_draft *in, threshold_rule *rule, const jx_statement *statement)
{
    if (statement->count == 0) {
        return jx_unclear_clause(in, JX_REASON_DANGLING, statement->result, JX_STR_NONE);
    }
    if (rule->full == NULL && jx_is_full(in, statement->result)) {
        rule->full = statement;
        return true;
    }
    if (rule->other == NULL && says_other(in, statement->result)) {
        return take_other(in, rule, statement);
    }
    const bool points = statement->result->kind == JX_CLAUSE_POINTS;
    return jx_unclear_clause(in, points ? JX_REASON_WEIGHT_DIFFERS : JX_REASON_TWO_RULES,
                             statement->result, jx_number_text(in, in->table.weight));
}

static bool take_parts(jx_rule_draft *in, threshold_rule *rule)
{
    for (size_t i = 0; i < in->count; i++) {
        if (!take_statement(in, rule, &in->statements[i])) {
            return false;
        }
    }
    if (rule->full == NULL && rule->other != NULL &&
        (jx_is_zero(in, rule->other->result) || rule->other->result->kind == JX_CLAUSE_LOSE)) {
        return true;
    }
    if (rule->full == NULL) {
        return jx_unclear_clause(in, JX_REASON_WEIGHT_DIFFERS, in->statements[0].result,
                                 jx_number_text(in, in->table.weight));
    }
    return true;
}

// The other statement must say what is left by the first one, no more and no less.
static bool check_other(jx_rule_draft *in, const threshold_rule *rule, const jx_aim *aim)
{
    const jx_statement *other = rule->other;
    const jx_clause *clause = other->conditions[other->count - 1];
    const jx_clause *full = rule->full->conditions[rule->full->count - 1];
    bool fits = clause->kind == JX_CLAUSE_ELSE;
    if (clause->kind == JX_CLAUSE_UNMET) {
        fits = full->kind != JX_CLAUSE_WORDS || jx_is_negation(in, clause, rule->full);
        const bool timed = full->kind == JX_CLAUSE_IN_TIME || full->kind == JX_CLAUSE_BY_DATE;
        fits = fits && (timed || clause->argument != JX_CLASS_LATE);
    } else if (clause->kind == JX_CLAUSE_RANGE) {
        fits =
            jx_is_opposite_range(in, clause, full) ||
            (aim != NULL && full->kind == JX_CLAUSE_MET && jx_is_against_target(in, clause, aim));
    } else if (clause->kind == JX_CLAUSE_WORDS || clause->kind == JX_CLAUSE_LEVELS) {
        fits = jx_is_negation(in, clause, rule->full) || jx_is_affirmation(in, clause, rule->full);
    } else if (clause->kind == JX_CLAUSE_GROWTH) {
        fits = full->kind == JX_CLAUSE_GROWTH && clause->argument == JX_IS_BELOW &&
               clause->amount_count == 0 && full->amount_count == 0;
    }
    return (fits && other->count == 1) ||
           jx_unclear(in, JX_REASON_NOT_OPPOSITE, other->conditions[0]->first, clause->end,
                      JX_STR_NONE);
}

// --------------------------------------------------------------------------------------------- families

static bool write_number(jx_rule_draft *in, const jx_aim *aim, const char *kind)
{
    in->meaning.measure = "value";
    in->meaning.target = jx_number_text(in, aim->number);
    in->meaning.comparator = jx_comparator_of(aim);
    in->meaning.kind = aim->of_goal ? "percent_of_target" : kind;
    return true;
}

static bool write_done(jx_rule_draft *in, const jx_statement *full)
{
    const jx_clause *last = full->conditions[full->count - 1];
    in->meaning.measure = "done";
    in->meaning.target = (jx_str)JX_STR("是");
    in->meaning.comparator = "=";
    in->meaning.kind = "done";
    in->meaning.about = jx_tokens_slice(&in->tokens, full->conditions[0]->first, last->end);
    return true;
}

static bool write_ratio(jx_rule_draft *in)
{
    const jx_aim aim = {.number = jx_decimal_make(100, 0), .sense = JX_SENSE_LESS};
    if (in->table.sense == JX_SENSE_MORE) {
        return jx_unclear_words(in, JX_REASON_DIRECTION_DIFFERS, in->wording->rule,
                                in->table.sense_words);
    }
    (void)write_number(in, &aim, "of_budget");
    if (in->table.unit == JX_UNIT_MONEY) {
        in->meaning.measure = "ratio";
    }
    return true;
}

static bool write_date(jx_rule_draft *in, const jx_clause *clause, bool *ret_written)
{
    bool year = true;
    *ret_written = jx_find_date(in, clause, &in->meaning.target, &year);
    if (*ret_written) {
        in->meaning.measure = "date";
        in->meaning.comparator = year ? "=" : "<=";
        in->meaning.kind = "date";
    }
    return !in->unclear;
}

static bool compile_met(jx_rule_draft *in,
                        const threshold_rule *rule,
                        const jx_clause *clause,
                        jx_aim *aim,
                        bool *ret_aimed)
{
    const jx_table_facts *table = &in->table;
    const bool timed = clause->kind == JX_CLAUSE_IN_TIME;
    bool written = false;
    *ret_aimed = false;
    if (table->target == JX_TARGET_DATE) {
        return write_date(in, timed ? clause : NULL, &written) &&
               (written || write_done(in, rule->full));
    }
    const bool number = table->target == JX_TARGET_NUMBER || table->target == JX_TARGET_SEVERAL ||
                        in->target != NULL ||
                        (table->target == JX_TARGET_GOAL && clause->argument != JX_CLASS_BUDGET &&
                         table->unit == JX_UNIT_PERCENT);
    if (timed) {
        return !number ? write_done(in, rule->full)
                       : jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
    }
    const bool budgeted =
        clause->argument == JX_CLASS_BUDGET && table->unit == JX_UNIT_MONEY &&
        jx_str_is(jx_str_trim(in->wording->target), "100") &&
        jx_str_trim(in->wording->value).size + jx_str_trim(in->wording->content).size > 0;
    if (budgeted) {
        return write_ratio(in); // 100 percent of it, as the project file states
    }
    if (number) {
        *ret_aimed = true;
        return jx_find_aim(in, clause, JX_SENSE_NONE, aim) && write_number(in, aim, "figure");
    }
    if (clause->argument == JX_CLASS_BUDGET &&
        (table->unit == JX_UNIT_MONEY || table->unit == JX_UNIT_PERCENT)) {
        return write_ratio(in);
    }
    if (table->target == JX_TARGET_GROWTH || table->place) {
        return jx_unclear_clause(in, JX_REASON_TARGET_WANTED, clause, JX_STR_NONE);
    }
    return write_done(in, rule->full);
}

// Where 否则 says what else there is, no change is no growth.
static bool compile_growth(jx_rule_draft *in, const threshold_rule *rule, const jx_clause *clause)
{
    const bool up = clause->argument == JX_IS_ABOVE || clause->argument == JX_IS_LEAST;
    jx_aim aim = {.number = JX_DECIMAL_ZERO, .sense = JX_SENSE_MORE};
    if (!up || in->table.sense == JX_SENSE_LESS) {
        return jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, clause, in->table.sense_words);
    }
    if (clause->amount_count == 1) {
        aim.number = clause->amounts[0].number;
        if (clause->amounts[0].kind != JX_UNIT_PERCENT || clause->amounts[0].point) {
            return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, in->table.unit_words);
        }
    } else if (clause->argument == JX_IS_ABOVE && rule->other != NULL &&
               rule->other->conditions[0]->kind == JX_CLAUSE_ELSE) {
        aim.strict = true;
    } else if (clause->argument == JX_IS_ABOVE) {
        jx_assume(in, JX_GROWTH_0_IS_FULL);
    }
    if (in->table.target == JX_TARGET_NUMBER &&
        jx_decimal_compare(in->table.number, aim.number) != 0) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, clause, in->table.words);
    }
    (void)write_number(in, &aim, "growth");
    in->meaning.measure = "growth";
    return true;
}

// Words that hold or do not; a target in figures beside them must not be passed over.
static bool compile_words(jx_rule_draft *in, const threshold_rule *rule)
{
    const jx_table_facts *table = &in->table;
    const bool figures = table->target == JX_TARGET_NUMBER || table->target == JX_TARGET_SEVERAL ||
                         table->target == JX_TARGET_GROWTH;
    if (figures || table->place) {
        return jx_unclear(in, JX_REASON_TARGET_DIFFERS, rule->full->conditions[0]->first,
                          rule->full->conditions[rule->full->count - 1]->end, table->words);
    }
    return write_done(in, rule->full);
}

static bool is_wordy(const jx_clause *clause)
{
    return clause->kind == JX_CLAUSE_WORDS || clause->kind == JX_CLAUSE_MET ||
           clause->kind == JX_CLAUSE_IN_TIME || clause->kind == JX_CLAUSE_LEVELS;
}

// Several conditions are one only where all of them are words, or what names the subject stands first.
static bool check_conditions(jx_rule_draft *in, const jx_statement *full, bool *ret_wordy)
{
    const jx_clause *last = full->conditions[full->count - 1];
    *ret_wordy = full->count > 1;
    for (size_t i = 0; i < full->count; i++) {
        *ret_wordy = *ret_wordy && is_wordy(full->conditions[i]);
    }
    for (size_t i = 0; !*ret_wordy && i + 1 < full->count; i++) {
        const jx_clause *clause = full->conditions[i];
        const bool preface =
            clause->kind == JX_CLAUSE_WORDS && i == 0 && last->kind == JX_CLAUSE_RANGE &&
            jx_clause_has(in, clause, JX_CLASS_SELF) && !jx_clause_has(in, clause, JX_CLASS_NOT) &&
            !jx_clause_has(in, clause, JX_CLASS_JOIN);
        if (!preface && !jx_is_restated(in, clause, full->conditions[i + 1])) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
        }
    }
    return true;
}

static bool compile_range(jx_rule_draft *in, const jx_clause *clause, jx_aim *aim)
{
    if (clause->argument >= JX_IS_BETWEEN) {
        jx_aim between;
        if (!jx_find_aim(in, clause, JX_SENSE_NONE, &between)) {
            return false;
        }
        *aim = between;
        return write_number(in, aim, "figure");
    }
    if (clause->argument == JX_IS_DOWN) {
        return jx_unclear_clause(in, JX_REASON_END_OPEN, clause, JX_STR_NONE);
    }
    return jx_find_aim(in, clause, JX_SENSE_NONE, aim) &&
           write_number(in, aim, in->table.place ? "place" : "figure");
}

static bool compile_full(jx_rule_draft *in,
                         const threshold_rule *rule,
                         jx_aim *aim,
                         bool *ret_aimed)
{
    const jx_statement *full = rule->full;
    const jx_clause *last = full->conditions[full->count - 1];
    bool wordy = false;
    bool written = false;
    *ret_aimed = false;
    if (!check_conditions(in, full, &wordy)) {
        return false;
    }
    if (wordy) {
        return compile_words(in, rule);
    }
    switch ((int)last->kind) {
    case JX_CLAUSE_RANGE:
        *ret_aimed = true;
        return compile_range(in, last, aim);
    case JX_CLAUSE_GROWTH:
        return compile_growth(in, rule, last);
    case JX_CLAUSE_MET:
    case JX_CLAUSE_IN_TIME:
        return compile_met(in, rule, last, aim, ret_aimed);
    case JX_CLAUSE_IN_YEAR:
    case JX_CLAUSE_BY_DATE:
        return write_date(in, last, &written) &&
               (written || jx_unclear_clause(in, JX_REASON_YEAR_WANTED, last, JX_STR_NONE));
    case JX_CLAUSE_WORDS:
    case JX_CLAUSE_LEVELS:
        return compile_words(in, rule);
    default:
        return jx_unclear_clause(in, JX_REASON_CONDITION, last, JX_STR_NONE);
    }
}

// 不达标准，不得分: the target is the table's.
static bool compile_only_other(jx_rule_draft *in, const threshold_rule *rule)
{
    jx_aim aim = {.number = JX_DECIMAL_ZERO};
    if (rule->other == NULL) {
        return false;
    }
    const jx_clause *clause = rule->other->conditions[0];
    const bool unmet = rule->other->count == 1 && clause->kind == JX_CLAUSE_UNMET;
    const bool range = rule->other->count == 1 && clause->kind == JX_CLAUSE_RANGE;
    const bool number = in->table.target == JX_TARGET_NUMBER;
    if ((!unmet && !range) || !number || clause->argument == JX_CLASS_LATE) {
        return jx_unclear(in, JX_REASON_FULL_WANTED, clause->first, rule->other->result->end,
                          JX_STR_NONE);
    }
    if (!jx_find_aim(in, NULL, JX_SENSE_NONE, &aim)) {
        return false;
    }
    if (range && !jx_is_against_target(in, clause, &aim)) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, clause, in->table.words);
    }
    return write_number(in, &aim, "figure");
}

bool jx_compile_threshold(jx_rule_draft *in)
{
    threshold_rule rule = {.otherwise = JX_DECIMAL_ZERO};
    jx_aim aim = {.number = JX_DECIMAL_ZERO};
    bool aimed = false;
    in->meaning = (jx_meaning){.method = "threshold"};
    if (!take_parts(in, &rule)) {
        return false;
    }
    if (rule.full == NULL ? !compile_only_other(in, &rule)
                          : !compile_full(in, &rule, &aim, &aimed)) {
        return false;
    }
    if (rule.full != NULL && rule.other != NULL && !check_other(in, &rule, aimed ? &aim : NULL)) {
        return false;
    }
    if (rule.other == NULL) {
        jx_assume(in, JX_OTHERWISE_0);
    }
    in->meaning.otherwise = jx_number_text(in, rule.otherwise);
    return !in->failed;
}

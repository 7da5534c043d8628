// SPDX-License-Identifier: MIT
// 按完成比例得分, 得分=完成率×权重: the degree to which the target was reached, times the weight.
#include "rule/draft.h"

typedef struct proportion_rule {
    const jx_statement *share;
    const jx_clause *full; // NULL: not said
    const jx_clause *zero; // NULL: none
} proportion_rule;

static bool take_parts(jx_rule_draft *in, size_t proportional, proportion_rule *rule)
{
    for (size_t i = 0; i < in->count; i++) {
        const jx_statement *statement = &in->statements[i];
        const jx_clause *only = statement->count == 1 ? statement->conditions[0] : NULL;
        if (i == proportional) {
            rule->share = statement;
        } else if (statement->count == 0 && statement->result->kind == JX_CLAUSE_PRORATA &&
                   statement->result->argument == JX_CLASS_SCORE) {
            continue; // the formula says it once more
        } else if (only != NULL && rule->full == NULL && jx_is_full(in, statement->result)) {
            rule->full = only;
        } else if (only != NULL && rule->zero == NULL && jx_is_zero(in, statement->result)) {
            rule->zero = only;
        } else {
            return jx_unclear_clause(in, JX_REASON_TWO_RULES, statement->result, JX_STR_NONE);
        }
    }
    return true;
}

static size_t count_class(const jx_rule_draft *in, const jx_clause *clause, jx_class class)
{
    size_t count = 0;
    for (size_t i = clause->first; i < clause->end; i++) {
        count += in->tokens.rows[i].class == class ? 1 : 0;
    }
    return count;
}

// ---------------------------------------------------------------------------------------------- formulas

// The number of a clause that stands below the line: 实际值/800×4.
static bool is_divisor(const jx_clause *formula)
{
    return formula->argument == 1 && formula->amount_count >= 1;
}

// A quotient has what was planned below the line where more is better, and above it where less is.
static bool check_quotient(jx_rule_draft *in, const jx_clause *formula, bool *ret_less)
{
    bool below = false;
    size_t goals_above = 0;
    size_t goals_below = is_divisor(formula) ? 1 : 0;
    for (size_t i = formula->first; i < formula->end; i++) {
        const jx_class class = in->tokens.rows[i].class;
        below = (below || class == JX_CLASS_SLASH) && class != JX_CLASS_TIMES;
        const bool goal = class == JX_CLASS_GOAL || class == JX_CLASS_BUDGET;
        goals_below += goal && below ? 1 : 0;
        goals_above += goal && !below ? 1 : 0;
    }
    *ret_less = goals_above == 1 && goals_below == 0;
    return (goals_below == 1 && goals_above == 0) || *ret_less ||
           jx_unclear_clause(in, JX_REASON_RATIO_OPEN, formula, JX_STR_NONE);
}

// The factor is the weight, in points or, of a percentage, in percent: 平均分×40% of a weight of 40.
static bool check_factor(jx_rule_draft *in, const jx_clause *formula)
{
    const size_t index = is_divisor(formula) ? 1 : 0;
    if (formula->amount_count <= index) {
        return true;
    }
    const jx_amount *amount = &formula->amounts[index];
    const bool points = amount->kind == JX_UNIT_NONE || amount->kind == JX_UNIT_SCORE ||
                        (amount->kind == JX_UNIT_PERCENT && index == 0);
    return (points && jx_decimal_compare(amount->number, in->table.weight) == 0) ||
           jx_unclear_clause(in, JX_REASON_WEIGHT_DIFFERS, formula,
                             jx_number_text(in, in->table.weight));
}

// What it is divided by is the target.
static bool check_divisor(jx_rule_draft *in, const jx_clause *formula, const jx_aim *aim)
{
    jx_decimal at = JX_DECIMAL_ZERO;
    if (!is_divisor(formula)) {
        return true;
    }
    return (jx_amount_fit(in, &formula->amounts[0], &at) == JX_FITS &&
            jx_decimal_compare(at, aim->number) == 0) ||
           jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, formula,
                             jx_number_text(in, aim->number));
}

static bool is_hundred(jx_decimal number)
{
    return jx_decimal_compare(number, jx_decimal_make(100, 0)) == 0;
}

// A rate multiplied with the points is full at 100%.
static bool aim_by_formula(jx_rule_draft *in, const proportion_rule *rule, jx_aim *ret)
{
    const jx_clause *formula = rule->share->result;
    const jx_table_facts *table = &in->table;
    const bool quotient = count_class(in, formula, JX_CLASS_SLASH) > 0;
    const bool rate =
        count_class(in, formula, JX_CLASS_SELF) + count_class(in, formula, JX_CLASS_PRORATA) > 0;
    const bool percent = table->unit == JX_UNIT_PERCENT || table->unit == JX_UNIT_NONE ||
                         (table->unit == JX_UNIT_SCORE && formula->amount_count > 0);
    const bool share = formula->amount_count == 1 && formula->amounts[0].kind == JX_UNIT_PERCENT;
    bool less = false;
    if ((quotient && !check_quotient(in, formula, &less)) || !check_factor(in, formula)) {
        return false;
    }
    if (!quotient && !rate && !(share && percent)) {
        return jx_unclear_clause(in, JX_REASON_RATIO_OPEN, formula, JX_STR_NONE);
    }
    const bool none = table->target == JX_TARGET_NONE || table->target == JX_TARGET_WORDS;
    if (none && rule->full == NULL && in->target == NULL && percent && !is_divisor(formula) &&
        !less) {
        *ret = (jx_aim){.number = jx_decimal_make(100, 0), .sense = JX_SENSE_MORE};
        return table->sense != JX_SENSE_LESS ||
               jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, formula, table->sense_words);
    }
    if (!jx_find_aim(in, rule->full, less ? JX_SENSE_LESS : JX_SENSE_MORE, ret) ||
        !check_divisor(in, formula, ret)) {
        return false;
    }
    const bool rated = table->unit == JX_UNIT_PERCENT || table->unit == JX_UNIT_SCORE;
    return quotient || !rated || is_hundred(ret->number) ||
           jx_unclear_clause(in, JX_REASON_RATIO_OPEN, formula, JX_STR_NONE);
}

// ----------------------------------------------------------------------------------------- conditions

static bool equals_aim(const jx_rule_draft *in, const jx_amount *amount, const jx_aim *aim)
{
    jx_decimal at = JX_DECIMAL_ZERO;
    const jx_fit fit = jx_amount_fit(in, amount, &at);
    return fit == JX_FITS_AS_SHARE && !aim->of_goal
               ? is_hundred(at)
               : fit != JX_FITS_NOT && jx_decimal_compare(at, aim->number) == 0;
}

// The range of the proportion: from a line below which nothing is earned up to the target.
static bool check_range(jx_rule_draft *in, const jx_clause *clause, const jx_aim *aim)
{
    if (aim->sense == JX_SENSE_LESS) {
        return clause->argument == JX_IS_ABOVE && equals_aim(in, &clause->amounts[0], aim);
    }
    if (clause->argument == JX_IS_BELOW || clause->argument == JX_IS_DOWN) {
        return equals_aim(in, &clause->amounts[0], aim);
    }
    const bool up = clause->argument == JX_IS_BETWEEN;
    return (up || clause->argument == JX_IS_BETWEEN_DOWN) &&
           equals_aim(in, &clause->amounts[up ? 1 : 0], aim);
}

// 80%以上按完成比例得分 where less than 80% earns nothing.
static bool is_above_line(const jx_rule_draft *in,
                          const proportion_rule *rule,
                          const jx_clause *clause)
{
    jx_decimal line = JX_DECIMAL_ZERO;
    jx_decimal low = JX_DECIMAL_ZERO;
    return clause->kind == JX_CLAUSE_RANGE && clause->argument == JX_IS_LEAST &&
           clause->amount_count == 1 && rule->zero != NULL && rule->zero->kind == JX_CLAUSE_RANGE &&
           rule->zero->amount_count == 1 &&
           rule->zero->amounts[0].kind == clause->amounts[0].kind &&
           jx_amount_fit(in, &rule->zero->amounts[0], &line) != JX_FITS_NOT &&
           jx_amount_fit(in, &clause->amounts[0], &low) != JX_FITS_NOT &&
           jx_decimal_compare(line, low) == 0;
}

// 超出目标 is not where a target of at least so much was missed.
static bool is_missed(const jx_rule_draft *in, const jx_clause *clause, const jx_aim *aim)
{
    const jx_class against = aim->sense == JX_SENSE_MORE ? JX_CLASS_OVER : JX_CLASS_UNDER;
    return clause->kind == JX_CLAUSE_UNMET && !jx_clause_has(in, clause, against) &&
           !(aim->sense == JX_SENSE_MORE && jx_clause_has(in, clause, JX_CLASS_RISE));
}

static bool check_share(jx_rule_draft *in, const proportion_rule *rule, const jx_aim *aim)
{
    for (size_t i = 0; i < rule->share->count; i++) {
        const jx_clause *clause = rule->share->conditions[i];
        const bool missed = clause->kind == JX_CLAUSE_ELSE || is_missed(in, clause, aim);
        const bool range = clause->kind == JX_CLAUSE_RANGE && check_range(in, clause, aim);
        const bool preface = clause->kind == JX_CLAUSE_WORDS && rule->full == NULL && i == 0 &&
                             count_class(in, clause, JX_CLASS_NOT) == 0 &&
                             count_class(in, clause, JX_CLASS_JOIN) == 0 &&
                             count_class(in, clause, JX_CLASS_SELF) > 0;
        const bool above = is_above_line(in, rule, clause);
        if (!missed && !range && !preface && !above) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
        }
    }
    return true;
}

// Whether the line's own number earns its share: 1, -1, 0 not said.
static int find_line_end(const jx_rule_draft *in, const proportion_rule *rule, jx_decimal line)
{
    const jx_compared how = (jx_compared)rule->zero->argument;
    if (how == JX_IS_BELOW && rule->zero->inside[0] <= 0) {
        return 1;
    }
    if (how == JX_IS_MOST || rule->zero->inside[0] > 0) {
        return -1;
    }
    for (size_t i = 0; i < rule->share->count; i++) {
        const jx_clause *clause = rule->share->conditions[i];
        const size_t index = clause->argument == JX_IS_BETWEEN ? 0 : 1;
        jx_decimal at = JX_DECIMAL_ZERO;
        if (is_above_line(in, rule, clause)) {
            return 1;
        }
        if (clause->kind == JX_CLAUSE_RANGE && clause->amount_count == 2 &&
            jx_amount_fit(in, &clause->amounts[index], &at) != JX_FITS_NOT &&
            jx_decimal_compare(at, line) == 0 && clause->inside[index] != 0) {
            return clause->inside[index];
        }
    }
    return 0;
}

// Proportion with a line below which nothing is earned is a step as long as the target that costs the whole weight.
static bool write_line(jx_rule_draft *in, const proportion_rule *rule, const jx_aim *aim)
{
    jx_decimal line = JX_DECIMAL_ZERO;
    const jx_clause *zero = rule->zero;
    const bool sided = zero->kind == JX_CLAUSE_RANGE &&
                       (zero->argument == JX_IS_BELOW || zero->argument == JX_IS_DOWN ||
                        zero->argument == JX_IS_MOST);
    if (!sided || jx_decimal_sign(aim->number) <= 0) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, zero, JX_STR_NONE);
    }
    const jx_fit fit = jx_amount_fit(in, &zero->amounts[0], &line);
    if (fit == JX_FITS_NOT) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, zero, in->table.unit_words);
    }
    const bool named =
        in->table.unit == JX_UNIT_PERCENT && !is_hundred(aim->number) && !aim->of_goal &&
        count_class(in, zero, JX_CLASS_SELF) > 0 &&
        jx_token_finishes(&in->tokens, jx_tokens_find(&(jx_tokens){in->tokens.normal,
                                                                   in->tokens.rows + zero->first,
                                                                   zero->end - zero->first},
                                                      JX_CLASS_SELF));
    if (named) { // 完成率低于60%: of the target, or the figure itself?
        return jx_unclear_clause(in, JX_REASON_RATIO_OPEN, zero, JX_STR_NONE);
    }
    const int end = find_line_end(in, rule, line);
    if (end <= 0) {
        return jx_unclear_clause(in, end == 0 ? JX_REASON_END_OPEN : JX_REASON_INEXPRESSIBLE, zero,
                                 JX_STR_NONE);
    }
    const bool share = (fit == JX_FITS_AS_SHARE && !aim->of_goal) || jx_is_share_of_goal(in, zero);
    if (share && !jx_decimal_multiply_divide(line, aim->number, jx_decimal_make(100, 0), 12,
                                             JX_ROUND_HALF_UP, &line)) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, zero, in->table.unit_words);
    }
    if (jx_decimal_compare(line, aim->number) >= 0) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, zero, in->meaning.target);
    }
    in->meaning.method = "step";
    in->meaning.step = in->meaning.target;
    in->meaning.deduct = (jx_str)JX_STR("100%");
    in->meaning.part = "exact";
    in->meaning.floor = (jx_str)JX_STR("0");
    in->meaning.zero_below = jx_number_text(in, line);
    return true;
}

// 按比例 between two numbers may mean from nothing to all of it, or the share of the target; 按完成比例 means the latter.
static bool check_word(jx_rule_draft *in, const proportion_rule *rule, const jx_aim *aim)
{
    enum { FINISH = 0x5B8C, ACTUAL = 0x5B9E, REACH = 0x8FBE, CARRY = 0x6267, RATE = 0x7387 };
    const jx_clause *result = rule->share->result;
    bool between = false;
    for (size_t i = 0; i < rule->share->count; i++) {
        const jx_clause *clause = rule->share->conditions[i];
        const bool from = clause->amount_count == 2 || clause->argument == JX_IS_LEAST;
        between = between || (clause->kind == JX_CLAUSE_RANGE && from &&
                              jx_decimal_sign(clause->amounts[0].number) > 0);
    }
    const jx_token *word = &in->tokens.rows[result->first];
    const bool rate = in->tokens.normal->chars[word->end - 1].code == RATE;
    if (rate && result->kind == JX_CLAUSE_PRORATA && in->table.unit == JX_UNIT_PERCENT &&
        !aim->of_goal && !is_hundred(aim->number)) {
        return jx_unclear_clause(in, JX_REASON_RATIO_OPEN, result, JX_STR_NONE); // x or x / 95?
    }
    for (size_t i = word->first; i < word->end; i++) {
        const uint32_t code = in->tokens.normal->chars[i].code;
        if (code == FINISH || code == ACTUAL || code == REACH || code == CARRY) {
            return true;
        }
    }
    return !between || result->kind == JX_CLAUSE_FORMULA ||
           jx_unclear_clause(in, JX_REASON_RATIO_OPEN, result, JX_STR_NONE);
}

// A lower end of the proportion's range with nothing said below it is a gap.
static bool check_gap(jx_rule_draft *in, const proportion_rule *rule)
{
    for (size_t i = 0; i < rule->share->count; i++) {
        const jx_clause *clause = rule->share->conditions[i];
        if (clause->kind == JX_CLAUSE_RANGE && clause->amount_count == 2) {
            jx_decimal line = JX_DECIMAL_ZERO;
            jx_decimal low = JX_DECIMAL_ZERO;
            const size_t index = clause->argument == JX_IS_BETWEEN ? 0 : 1;
            const bool read = rule->zero != NULL && rule->zero->amount_count == 1 &&
                              jx_amount_fit(in, &rule->zero->amounts[0], &line) != JX_FITS_NOT &&
                              jx_amount_fit(in, &clause->amounts[index], &low) != JX_FITS_NOT;
            const bool zero = jx_decimal_sign(clause->amounts[index].number) == 0;
            if (!zero && (!read || jx_decimal_compare(line, low) != 0)) {
                return jx_unclear_clause(in, JX_REASON_GAP, clause, JX_STR_NONE);
            }
        }
    }
    return true;
}

static bool is_plain_full(const jx_clause *full)
{
    return full == NULL || full->kind == JX_CLAUSE_RANGE || full->kind == JX_CLAUSE_MET;
}

// 按完成比例: of what is to be completed, so more is better. 按比例 alone does not say so; a rate may be the share itself, and of
// money less may be better.
static jx_sense sense_of_share(const jx_rule_draft *in, const jx_clause *result)
{
    const bool counted = in->table.unit != JX_UNIT_PERCENT && in->table.unit != JX_UNIT_MONEY;
    return counted && jx_token_finishes(&in->tokens, &in->tokens.rows[result->first])
               ? JX_SENSE_MORE
               : JX_SENSE_NONE;
}

// Least scores and parts of steps go with steps.
static bool check_frame(jx_rule_draft *in, const proportion_rule *rule)
{
    const jx_clause *stray = in->floor != NULL       ? in->floor
                             : in->most_lost != NULL ? in->most_lost
                                                     : in->part_up;
    return (stray == NULL && is_plain_full(rule->full)) ||
           jx_unclear_clause(in, JX_REASON_CONDITION, stray != NULL ? stray : rule->full,
                             JX_STR_NONE);
}

// 按完成比例扣分 without 未完成 before it takes the more the more was done.
static bool takes_what_was_done(const jx_rule_draft *in, const jx_statement *share)
{
    const jx_clause *result = share->result;
    return share->count == 0 && result->kind == JX_CLAUSE_PRORATA &&
           result->argument == JX_CLASS_LOSE &&
           jx_token_finishes(&in->tokens, &in->tokens.rows[result->first]);
}

bool jx_compile_proportion(jx_rule_draft *in, size_t proportional)
{
    proportion_rule rule = {.share = &in->statements[proportional]};
    jx_aim aim = {.number = JX_DECIMAL_ZERO};
    if (!take_parts(in, proportional, &rule)) {
        return false;
    }
    const jx_clause *result = rule.share->result;
    if (!check_frame(in, &rule)) {
        return false;
    }
    const bool formula = result->kind == JX_CLAUSE_FORMULA;
    if (formula ? !aim_by_formula(in, &rule, &aim)
                : !jx_find_aim(in, rule.full, sense_of_share(in, result), &aim)) {
        return false;
    }
    const bool percent = in->table.unit == JX_UNIT_PERCENT && !aim.of_goal;
    if (aim.sense == JX_SENSE_EQUAL && (!percent || is_hundred(aim.number))) {
        aim.sense = JX_SENSE_MORE; // of a whole there is no more
    }
    const bool more = aim.sense == JX_SENSE_MORE;
    if ((!more && !(formula && aim.sense == JX_SENSE_LESS && rule.zero == NULL)) ||
        jx_decimal_sign(aim.number) <= 0 || in->table.target == JX_TARGET_GROWTH ||
        in->table.place) {
        return jx_unclear_clause(in, JX_REASON_RATIO_OPEN, result, JX_STR_NONE);
    }
    if (takes_what_was_done(in, rule.share)) {
        return jx_unclear_clause(in, JX_REASON_RATIO_OPEN, result, JX_STR_NONE);
    }
    aim.strict = false;
    in->meaning = (jx_meaning){
        .measure = "value",
        .method = "proportion",
        .target = jx_number_text(in, aim.number),
        .comparator = jx_comparator_of(&aim),
        .kind = aim.of_goal ? "percent_of_target" : "figure",
    };
    return check_word(in, &rule, &aim) && check_share(in, &rule, &aim) && check_gap(in, &rule) &&
           (rule.zero == NULL || write_line(in, &rule, &aim)) && !in->failed;
}

// SPDX-License-Identifier: MIT
// What is aimed at: the number that the table states and the wording must agree with, and which side of it is better.
#include "rule/draft.h"

static bool divide(jx_decimal number, int64_t by, jx_decimal *ret)
{
    *ret = number;
    return by <= 1 || jx_decimal_multiply_divide(number, JX_DECIMAL_ONE, jx_decimal_make(by, 0), 12,
                                                 JX_ROUND_HALF_UP, ret);
}

// 10元 where the table says 元/人
static bool is_part_of_quotient(const jx_table_facts *table, const jx_amount *amount)
{
    const jx_str words = table->unit_words;
    return table->unit == JX_UNIT_OTHER && amount->unit.size > 0 &&
           words.size > amount->unit.size && jx_str_starts(words, amount->unit) &&
           words.data[amount->unit.size] == '/';
}

static jx_fit fit_percent(const jx_table_facts *table, jx_decimal *number)
{
    if (jx_str_is(table->unit_words, "‰")) {
        return jx_decimal_multiply(*number, jx_decimal_make(10, 0), number) ? JX_FITS : JX_FITS_NOT;
    }
    return table->unit == JX_UNIT_PERCENT || table->unit == JX_UNIT_NONE ? JX_FITS
                                                                         : JX_FITS_AS_SHARE;
}

static bool is_same_unit(const jx_table_facts *table, const jx_amount *amount)
{
    return amount->kind == table->unit &&
           (amount->kind == JX_UNIT_COUNT ? jx_unit_counts_alike(amount->family, table->unit_family)
                                          : jx_str_equal(amount->family, table->unit_family));
}

jx_fit jx_amount_fit(const jx_rule_draft *in, const jx_amount *amount, jx_decimal *ret)
{
    const jx_table_facts *table = &in->table;
    *ret = amount->number;
    if (amount->kind == JX_UNIT_PERCENT) {
        return fit_percent(table, ret);
    }
    if (amount->kind == JX_UNIT_NONE) {
        return amount->scale <= 1 || divide(*ret, table->unit_scale, ret) ? JX_FITS : JX_FITS_NOT;
    }
    if (is_part_of_quotient(table, amount)) {
        return divide(*ret, amount->scale, ret) ? JX_FITS : JX_FITS_NOT;
    }
    if (table->unit == JX_UNIT_NONE) {
        return amount->scale > 1 ? JX_FITS_NOT : JX_FITS;
    }
    if (table->place && (amount->kind == JX_UNIT_COUNT || amount->kind == JX_UNIT_PLACE)) {
        return table->unit == JX_UNIT_PLACE || table->unit == JX_UNIT_COUNT ? JX_FITS : JX_FITS_NOT;
    }
    return is_same_unit(table, amount) && divide(*ret, table->unit_scale, ret) ? JX_FITS
                                                                               : JX_FITS_NOT;
}

// -------------------------------------------------------------------------------------------------- aim

// 完成 means at least that.
static bool is_finishing(const jx_tokens *tokens)
{
    const jx_token *met = jx_tokens_find(tokens, JX_CLASS_MET);
    return met != NULL && jx_token_finishes(tokens, met);
}

static jx_sense sense_of_range(const jx_clause *clause, const jx_tokens *tokens)
{
    switch (clause->argument) {
    case JX_IS_LEAST:
    case JX_IS_ABOVE:
        return JX_SENSE_MORE;
    case JX_IS_MOST:
    case JX_IS_BELOW:
    case JX_IS_DOWN:
        return JX_SENSE_LESS;
    case JX_IS_EQUAL:
        return JX_SENSE_EQUAL;
    case JX_IS_POINT:
        return is_finishing(tokens) ? JX_SENSE_MORE : JX_SENSE_NONE;
    default:
        return JX_SENSE_NONE;
    }
}

static jx_sense sense_of_clause(const jx_rule_draft *in, const jx_clause *clause)
{
    const jx_tokens tokens = {in->tokens.normal, in->tokens.rows + clause->first,
                              clause->end - clause->first};
    if (clause->kind == JX_CLAUSE_RANGE || clause->kind == JX_CLAUSE_GROWTH) {
        return sense_of_range(clause, &tokens);
    }
    if (clause->kind != JX_CLAUSE_MET) {
        return JX_SENSE_NONE;
    }
    if (jx_tokens_have(&tokens, JX_CLASS_MOST) || clause->argument == JX_CLASS_BUDGET) {
        return JX_SENSE_LESS;
    }
    const bool least =
        jx_tokens_have(&tokens, JX_CLASS_LEAST) && !jx_tokens_have(&tokens, JX_CLASS_MET);
    return least || is_finishing(&tokens) ? JX_SENSE_MORE : JX_SENSE_NONE;
}

static bool join_sense(
    jx_rule_draft *in, jx_aim *aim, jx_sense sense, const jx_clause *clause, jx_str with)
{
    if (sense == JX_SENSE_NONE || sense == aim->sense) {
        return true;
    }
    if (aim->sense == JX_SENSE_NONE || aim->sense == JX_SENSE_EQUAL) {
        aim->sense = sense;
        return true;
    }
    if (sense == JX_SENSE_EQUAL) {
        return true;
    }
    return clause != NULL
               ? jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, clause, with)
               : jx_unclear_words(in, JX_REASON_DIRECTION_DIFFERS, in->wording->rule, with);
}

bool jx_is_share_of_goal(const jx_rule_draft *in, const jx_clause *clause)
{
    const jx_table_facts *table = &in->table;
    const bool percent = clause->amount_count > 0 && clause->amounts[0].kind == JX_UNIT_PERCENT &&
                         table->unit == JX_UNIT_PERCENT && table->target == JX_TARGET_NUMBER &&
                         jx_decimal_compare(table->number, jx_decimal_make(100, 0)) != 0;
    for (size_t i = clause->first; percent && i + 1 < clause->end; i++) {
        const jx_token *token = &in->tokens.rows[i];
        if (token->class == JX_CLASS_GOAL && token[1].class == JX_CLASS_QUANTITY &&
            token->end != token[1].first) { // 的 between them
            return true;
        }
    }
    return false;
}

// A number of a clause in the table's unit, or as a percentage of the target.
static bool read_stated(jx_rule_draft *in, const jx_clause *clause, size_t index, jx_aim *ret)
{
    const jx_table_facts *table = &in->table;
    const jx_fit fit = jx_amount_fit(in, &clause->amounts[index], &ret->number);
    if (fit == JX_FITS_NOT) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, table->unit_words);
    }
    const bool goal = table->target == JX_TARGET_GOAL || table->target == JX_TARGET_WORDS ||
                      table->target == JX_TARGET_NONE;
    if ((fit == JX_FITS_AS_SHARE && table->target == JX_TARGET_NUMBER) ||
        jx_is_share_of_goal(in, clause)) {
        return jx_decimal_multiply_divide(ret->number, table->number, jx_decimal_make(100, 0), 12,
                                          JX_ROUND_HALF_UP, &ret->number);
    }
    if (fit == JX_FITS_AS_SHARE && !goal) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, table->unit_words);
    }
    ret->of_goal = fit == JX_FITS_AS_SHARE || table->target == JX_TARGET_GOAL;
    return true;
}

static bool take_stated(jx_rule_draft *in, const jx_clause *clause, jx_aim *aim, bool *ret_given)
{
    const jx_table_facts *table = &in->table;
    jx_aim stated = {.number = JX_DECIMAL_ZERO};
    if (clause == NULL || clause->amount_count == 0) {
        return true;
    }
    const bool between = clause->kind == JX_CLAUSE_RANGE && clause->argument >= JX_IS_BETWEEN;
    const bool lower = between && clause->argument == JX_IS_BETWEEN;
    if (!read_stated(in, clause, 0, &stated)) {
        return false;
    }
    if (between) { // 95%-100%: nothing lies above
        jx_aim top = {.number = JX_DECIMAL_ZERO};
        const bool fits = lower && read_stated(in, clause, 1, &top);
        const bool natural = fits && clause->amounts[1].kind == JX_UNIT_PERCENT &&
                             jx_decimal_compare(top.number, jx_decimal_make(100, 0)) == 0;
        if (in->unclear || !natural || clause->inside[0] < 0) {
            return jx_unclear_clause(in, JX_REASON_INEXPRESSIBLE, clause, JX_STR_NONE);
        }
        if (!join_sense(in, aim, JX_SENSE_MORE, clause, table->sense_words)) {
            return false;
        }
    }
    const bool differs = *ret_given && jx_decimal_compare(aim->number, stated.number) != 0;
    if (differs) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, clause,
                                 jx_number_text(in, aim->number));
    }
    aim->number = stated.number;
    aim->of_goal = aim->of_goal || stated.of_goal;
    *ret_given = true;
    return true;
}

// Where nobody says which way is better, a place and all of it do.
static bool settle_sense(jx_rule_draft *in, const jx_clause *full, jx_aim *aim)
{
    if (aim->sense != JX_SENSE_NONE) {
        return true;
    }
    const bool percent =
        in->table.unit == JX_UNIT_PERCENT || aim->of_goal ||
        (full != NULL && full->amount_count > 0 && full->amounts[0].kind == JX_UNIT_PERCENT);
    if (in->table.place) {
        aim->sense = JX_SENSE_LESS;
    } else if (aim->of_goal ||
               (percent && jx_decimal_compare(aim->number, jx_decimal_make(100, 0)) == 0)) {
        aim->sense = JX_SENSE_MORE;
    } else if (full != NULL) {
        return jx_unclear_clause(in, JX_REASON_DIRECTION_WANTED, full, JX_STR_NONE);
    } else {
        return jx_unclear_words(in, JX_REASON_DIRECTION_WANTED, in->table.words, JX_STR_NONE);
    }
    return true;
}

bool jx_find_aim(jx_rule_draft *in, const jx_clause *full, jx_sense sense, jx_aim *ret)
{
    const jx_table_facts *table = &in->table;
    jx_aim aim = {.number = table->number, .sense = sense, .strict = table->strict};
    bool given = table->target == JX_TARGET_NUMBER;
    if (table->target == JX_TARGET_SEVERAL) {
        return jx_unclear_several(in);
    }
    if (table->target == JX_TARGET_GOAL && in->target == NULL) {
        given = true;
        aim.number = jx_decimal_make(100, 0);
        aim.of_goal = true;
    }
    if (full != NULL &&
        !join_sense(in, &aim, sense_of_clause(in, full), full, table->sense_words)) {
        return false;
    }
    if (!join_sense(in, &aim, table->sense, full, table->sense_words) ||
        !take_stated(in, in->target, &aim, &given) || !take_stated(in, full, &aim, &given)) {
        return false;
    }
    if (!given) {
        return full != NULL
                   ? jx_unclear_clause(in, JX_REASON_TARGET_WANTED, full, JX_STR_NONE)
                   : jx_unclear_words(in, JX_REASON_TARGET_WANTED, in->wording->rule, JX_STR_NONE);
    }
    const bool states = full != NULL && full->kind == JX_CLAUSE_RANGE;
    aim.strict = states && full->argument != JX_IS_POINT
                     ? full->argument == JX_IS_ABOVE ||
                           (full->argument == JX_IS_BELOW && full->inside[0] <= 0)
                     : aim.strict;
    if (!settle_sense(in, full, &aim)) {
        return false;
    }
    if (aim.of_goal) {
        jx_assume(in, JX_PERCENT_OF_TARGET);
    }
    *ret = aim;
    return true;
}

const char *jx_comparator_of(const jx_aim *aim)
{
    return aim->sense == JX_SENSE_MORE   ? (aim->strict ? ">" : ">=")
           : aim->sense == JX_SENSE_LESS ? (aim->strict ? "<" : "<=")
                                         : "=";
}

// SPDX-License-Identifier: MIT
// Which family a rule belongs to, by what follows from its conditions.
#include "rule/draft.h"

bool jx_is_zero(const jx_rule_draft *in, const jx_clause *result)
{
    if (result->kind == JX_CLAUSE_ZERO) {
        return true;
    }
    const bool number = result->amount_count > 0;
    if (result->kind == JX_CLAUSE_POINTS) {
        return number && jx_decimal_sign(result->amounts[0].number) == 0;
    }
    const bool points = number && result->amounts[0].kind != JX_UNIT_PERCENT;
    return result->kind == JX_CLAUSE_LOSE && points &&
           jx_decimal_compare(result->amounts[0].number, in->table.weight) == 0;
}

static bool is_points_kind(jx_unit_kind kind)
{
    return kind == JX_UNIT_SCORE || kind == JX_UNIT_NONE || kind == JX_UNIT_PERCENT;
}

static bool percent_of_weight(const jx_rule_draft *in, jx_decimal percent, jx_decimal *ret)
{
    return jx_decimal_multiply_divide(percent, in->table.weight, jx_decimal_make(100, 0), 12,
                                      JX_ROUND_HALF_UP, ret);
}

bool jx_is_full(const jx_rule_draft *in, const jx_clause *result)
{
    jx_decimal points = JX_DECIMAL_ZERO;
    if (result->kind == JX_CLAUSE_FULL) {
        return true;
    }
    if (result->kind != JX_CLAUSE_POINTS || !is_points_kind(result->amounts[0].kind)) {
        return false;
    }
    points = result->amounts[0].number;
    if (result->amounts[0].kind == JX_UNIT_PERCENT && !percent_of_weight(in, points, &points)) {
        return false;
    }
    return jx_decimal_compare(points, in->table.weight) == 0;
}

bool jx_result_points(jx_rule_draft *in, const jx_clause *result, jx_decimal *ret)
{
    if (jx_is_full(in, result)) {
        *ret = in->table.weight;
        return true;
    }
    if (jx_is_zero(in, result)) {
        *ret = JX_DECIMAL_ZERO;
        return true;
    }
    if ((result->kind != JX_CLAUSE_POINTS && result->kind != JX_CLAUSE_LOSE) ||
        result->amount_count != 1 || !is_points_kind(result->amounts[0].kind) ||
        result->amounts[0].point) {
        return jx_unclear_clause(in, JX_REASON_POINTS_UNIT, result, JX_STR_NONE);
    }
    *ret = result->amounts[0].number;
    if (result->amounts[0].kind == JX_UNIT_PERCENT && !percent_of_weight(in, *ret, ret)) {
        return jx_unclear_clause(in, JX_REASON_POINTS_UNIT, result, JX_STR_NONE);
    }
    if (jx_decimal_compare(*ret, in->table.weight) > 0) {
        return jx_unclear_clause(in, JX_REASON_TOO_MANY_POINTS, result,
                                 jx_number_text(in, in->table.weight));
    }
    return true;
}

static bool has_condition(const jx_statement *statement, jx_clause_kind kind)
{
    for (size_t i = 0; i < statement->count; i++) {
        if (statement->conditions[i]->kind == kind) {
            return true;
        }
    }
    return false;
}

static size_t find_condition(const jx_rule_draft *in, jx_clause_kind kind)
{
    size_t i = 0;
    while (i < in->count && !has_condition(&in->statements[i], kind)) {
        i++;
    }
    return i;
}

static size_t find_result(const jx_rule_draft *in, jx_clause_kind kind)
{
    size_t i = 0;
    while (i < in->count && in->statements[i].result->kind != kind) {
        i++;
    }
    return i;
}

// Points that are neither all nor none, or several ranges: bands.
static bool wants_bands(const jx_rule_draft *in)
{
    size_t ranges = 0;
    size_t middles = 0;
    for (size_t i = 0; i < in->count; i++) {
        const jx_statement *statement = &in->statements[i];
        const bool range =
            has_condition(statement, JX_CLAUSE_RANGE) || has_condition(statement, JX_CLAUSE_GROWTH);
        const bool middle =
            !jx_is_full(in, statement->result) && !jx_is_zero(in, statement->result);
        ranges += range ? 1 : 0;
        middles += range && middle ? 1 : 0;
    }
    return middles > 0 || ranges > 2;
}

// Every statement is of one level or list of levels, or of the rest.
static bool is_about_levels(const jx_rule_draft *in)
{
    bool levels = false;
    for (size_t i = 0; i < in->count; i++) {
        const jx_statement *statement = &in->statements[i];
        for (size_t k = 0; k < statement->count; k++) {
            const jx_clause_kind kind = statement->conditions[k]->kind;
            levels = levels || kind == JX_CLAUSE_LEVELS;
            if (kind != JX_CLAUSE_LEVELS && kind != JX_CLAUSE_ELSE) {
                return false;
            }
        }
    }
    return levels;
}

// 未完成部分不得分 is about a part of the whole, unlike 未完成不得分.
static bool check_shares(jx_rule_draft *in)
{
    enum { PART = 0x90E8 };
    for (size_t i = 0; i < in->count; i++) {
        const jx_statement *statement = &in->statements[i];
        const bool share = statement->result->kind == JX_CLAUSE_PRORATA ||
                           statement->result->kind == JX_CLAUSE_FORMULA;
        for (size_t k = 0; !share && k < statement->count; k++) {
            const jx_clause *clause = statement->conditions[k];
            const jx_token *last = &in->tokens.rows[clause->end - 1];
            const bool part =
                last->end - last->first > 1 && in->tokens.normal->chars[last->end - 2].code == PART;
            if (clause->kind == JX_CLAUSE_UNMET && part) {
                return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
            }
        }
    }
    return true;
}

bool jx_compile(jx_rule_draft *in)
{
    if (!check_shares(in)) {
        return false;
    }
    const size_t faults = find_condition(in, JX_CLAUSE_FAULTS);
    const size_t step = find_condition(in, JX_CLAUSE_STEP);
    const size_t prorata = find_result(in, JX_CLAUSE_PRORATA);
    const size_t formula = find_result(in, JX_CLAUSE_FORMULA);
    if (faults < in->count && in->statements[faults].result->kind == JX_CLAUSE_POINTS) {
        return jx_compile_earn(in, faults);
    }
    if (faults < in->count || step < in->count) {
        return jx_compile_step(in, step < in->count ? step : faults);
    }
    if (in->and_so_on != NULL) {
        return jx_unclear_clause(in, JX_REASON_WORDS, in->and_so_on, JX_STR_NONE);
    }
    if (prorata < in->count || formula < in->count) {
        return jx_compile_proportion(in, formula < in->count ? formula : prorata);
    }
    const jx_clause *stray = in->floor != NULL       ? in->floor
                             : in->most_lost != NULL ? in->most_lost
                                                     : in->part_up;
    if (stray != NULL) {
        return jx_unclear_clause(in, JX_REASON_WORDS, stray, JX_STR_NONE);
    }
    if (is_about_levels(in)) {
        return jx_compile_levels(in);
    }
    return wants_bands(in) ? jx_compile_bands(in) : jx_compile_threshold(in);
}

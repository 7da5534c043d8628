// SPDX-License-Identifier: MIT
// What each step costs, what is left at least, what a part of a step counts.
#include "base/text.h"
#include "rule/step_rule.h"

enum { LACK = 0x7F3A /* 缺 */, MISS = 0x6F0F /* 漏 */ };

bool jx_step_is_lack(const jx_rule_draft *in, const jx_clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++) {
        const jx_token *token = &in->tokens.rows[i];
        const uint32_t code = in->tokens.normal->chars[token->first].code;
        if (token->class == JX_CLASS_DROP && (code == LACK || code == MISS)) {
            return true;
        }
    }
    return false;
}

bool jx_step_deduct(jx_rule_draft *in, const jx_clause *result)
{
    jx_decimal points = JX_DECIMAL_ZERO;
    if (!jx_result_points(in, result, &points)) {
        return false;
    }
    const jx_amount *amount = &result->amounts[0];
    if (jx_decimal_sign(points) == 0 && jx_decimal_sign(amount->number) > 0) {
        points = amount->number; // all of the weight for one step
    }
    if (jx_decimal_sign(points) <= 0) {
        return jx_unclear_clause(in, JX_REASON_POINTS_UNIT, result, JX_STR_NONE);
    }
    jx_text text = jx_text_in(in->arena);
    const bool percent = amount->kind == JX_UNIT_PERCENT;
    jx_text_add(&text, jx_number_text(in, percent ? amount->number : points));
    jx_text_put(&text, percent ? "%" : "");
    in->meaning.deduct = jx_text_end(&text);
    in->failed = in->failed || in->meaning.deduct.data == NULL;
    return !in->failed;
}

bool jx_step_floor(jx_rule_draft *in)
{
    const jx_clause *stated = in->floor != NULL ? in->floor : in->most_lost;
    in->meaning.floor = (jx_str)JX_STR("0");
    if (stated == NULL) {
        if (!in->drained) {
            jx_assume(in, JX_FLOOR_0);
        }
        return true;
    }
    const jx_amount *amount = &stated->amounts[0];
    jx_decimal left = amount->number;
    const bool points = amount->kind == JX_UNIT_SCORE || amount->kind == JX_UNIT_NONE;
    const bool fits = points && (in->floor != NULL ||
                                 jx_decimal_subtract(in->table.weight, amount->number, &left));
    if (!fits || jx_decimal_sign(left) < 0 || jx_decimal_compare(left, in->table.weight) > 0 ||
        (in->floor != NULL && in->most_lost != NULL) ||
        (in->drained && jx_decimal_sign(left) > 0) || amount->scale > 1) {
        return jx_unclear_clause(in, JX_REASON_TOO_MANY_POINTS, stated,
                                 jx_number_text(in, in->table.weight));
    }
    in->meaning.floor = jx_number_text(in, left);
    return true;
}

bool jx_step_zero_beside(const jx_rule_draft *in, bool below, jx_decimal *at)
{
    int64_t whole = 0;
    const bool counted = in->table.unit == JX_UNIT_COUNT || in->table.unit == JX_UNIT_PLACE;
    return counted && jx_decimal_to_integer(*at, &whole) &&
           (below ? jx_decimal_add(*at, JX_DECIMAL_ONE, at)
                  : jx_decimal_subtract(*at, JX_DECIMAL_ONE, at));
}

bool jx_step_part(jx_rule_draft *in, const jx_step_rule *rule, jx_decimal step, bool whole)
{
    const jx_clause *up = in->part_up;
    const jx_clause *each = rule->condition;
    if (rule->part_down != NULL && up != NULL) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, up, JX_STR_NONE);
    }
    in->meaning.part = rule->part_down != NULL ? "down" : up == NULL ? "exact" : "up";
    if (rule->part_down != NULL) {
        return true;
    }
    if (up == NULL) {
        if (!whole || jx_decimal_compare(step, JX_DECIMAL_ONE) != 0) {
            jx_assume(in, JX_PART_EXACT);
        }
        return true;
    }
    jx_decimal one = JX_DECIMAL_ZERO;
    const bool same = up->amount_count == 2 &&
                      jx_decimal_compare(up->amounts[0].number, up->amounts[1].number) == 0 &&
                      up->amounts[0].kind == up->amounts[1].kind &&
                      up->amounts[0].kind == each->amounts[0].kind &&
                      jx_amount_fit(in, &up->amounts[0], &one) == JX_FITS &&
                      jx_decimal_compare(one, step) == 0;
    return same || jx_unclear_clause(in, JX_REASON_WORDS, up, JX_STR_NONE);
}

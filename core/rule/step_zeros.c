// SPDX-License-Identifier: MIT
// 低于60%不得分 beside a step: lines beyond which nothing is left.
#include "rule/step_rule.h"

// Points that the step leaves at a number, whether none are left; what is not exact is not.
static bool is_drained_at(const jx_rule_draft *in,
                          const jx_aim *aim,
                          jx_decimal step,
                          jx_decimal at)
{
    jx_decimal gap = JX_DECIMAL_ZERO;
    jx_decimal lost = JX_DECIMAL_ZERO;
    jx_decimal needed = JX_DECIMAL_ZERO;
    jx_str deduct = in->meaning.deduct;
    const bool percent = jx_str_ends(deduct, (jx_str)JX_STR("%"));
    jx_decimal each = JX_DECIMAL_ZERO;
    const bool fits =
        jx_decimal_parse(percent ? jx_str_first(deduct, deduct.size - 1) : deduct, &each) &&
        (aim->sense == JX_SENSE_MORE ? jx_decimal_subtract(aim->number, at, &gap)
                                     : jx_decimal_subtract(at, aim->number, &gap)) &&
        jx_decimal_multiply(gap, each, &lost) &&
        jx_decimal_multiply(percent ? jx_decimal_make(100, 0) : in->table.weight, step, &needed);
    return fits && jx_decimal_compare(lost, needed) >= 0 && jx_str_is(in->meaning.floor, "0");
}

// Where the table has no unit, that of the step holds: 每延期1天 and 超过1个月 are not alike.
static bool has_unit_of(const jx_rule_draft *in, const jx_clause *step, const jx_clause *line)
{
    const jx_amount *own = &step->amounts[0];
    const jx_amount *other = &line->amounts[0];
    return in->table.unit != JX_UNIT_NONE || own->kind == other->kind ||
           (own->kind == JX_UNIT_PERCENT && other->kind == JX_UNIT_NONE);
}

// Where a line of zero lies, in the table's unit.
static bool read_zero_line(jx_rule_draft *in,
                           const jx_clause *each,
                           const jx_clause *line,
                           const jx_aim *aim,
                           jx_decimal *ret)
{
    const jx_fit fit = jx_amount_fit(in, &line->amounts[0], ret);
    const bool share = (fit == JX_FITS_AS_SHARE && !aim->of_goal) || jx_is_share_of_goal(in, line);
    if (fit == JX_FITS_NOT || !has_unit_of(in, each, line) ||
        (share && !jx_decimal_multiply_divide(*ret, aim->number, jx_decimal_make(100, 0), 12,
                                              JX_ROUND_HALF_UP, ret))) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, line, in->table.unit_words);
    }
    const int order = jx_decimal_compare(*ret, aim->number);
    return (aim->sense == JX_SENSE_MORE ? order < 0 : order > 0) ||
           jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, line, jx_number_text(in, aim->number));
}

static bool take_zero_line(jx_rule_draft *in,
                           const jx_clause *each,
                           const jx_clause *line,
                           const jx_aim *aim,
                           jx_decimal step)
{
    jx_decimal at = JX_DECIMAL_ZERO;
    const jx_compared how = (jx_compared)line->argument;
    const bool more = aim->sense == JX_SENSE_MORE;
    const bool below = how == JX_IS_BELOW || how == JX_IS_DOWN || how == JX_IS_MOST;
    const bool above = how == JX_IS_ABOVE || how == JX_IS_LEAST;
    const bool sided = more ? below : above;
    if (line->kind != JX_CLAUSE_RANGE || !sided || aim->sense == JX_SENSE_EQUAL ||
        in->meaning.zero_below.data != NULL || in->meaning.zero_above.data != NULL) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, line, JX_STR_NONE);
    }
    if (!read_zero_line(in, each, line, aim, &at)) {
        return false;
    }
    const bool strict = (how == JX_IS_BELOW || how == JX_IS_ABOVE)
                            ? line->inside[0] <= 0
                            : how == JX_IS_DOWN && line->inside[0] < 0;
    const bool open = how == JX_IS_DOWN && line->inside[0] == 0;
    const bool moved = !strict && !open && jx_step_zero_beside(in, more, &at);
    if (!strict && !moved && !is_drained_at(in, aim, step, at)) {
        return jx_unclear_clause(in,
                                 how == JX_IS_DOWN ? JX_REASON_END_OPEN : JX_REASON_INEXPRESSIBLE,
                                 line, JX_STR_NONE);
    }
    *(more ? &in->meaning.zero_below : &in->meaning.zero_above) = jx_number_text(in, at);
    return true;
}

bool jx_step_zeros(jx_rule_draft *in, const jx_step_rule *rule, const jx_aim *aim, jx_decimal step)
{
    for (size_t i = 0; i < rule->zero_count; i++) {
        if (!take_zero_line(in, rule->condition, rule->zeros[i]->conditions[0], aim, step)) {
            return false;
        }
    }
    return true;
}

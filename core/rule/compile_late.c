// SPDX-License-Identifier: MIT
// 每延迟一天扣1分: points for the time beyond a date, or beyond what was planned.
#include "rule/deadlines.h"
#include "rule/step_rule.h"

static const char *step_unit_of(jx_unit_kind kind)
{
    return kind == JX_UNIT_DAY     ? "day"
           : kind == JX_UNIT_MONTH ? "month"
           : kind == JX_UNIT_YEAR  ? "year"
                                   : NULL;
}

// A week is seven days.
static bool take_week(const jx_amount *amount, jx_decimal *step, const char **step_unit)
{
    *step = amount->number;
    if (!jx_str_is(amount->family, "week")) {
        return true;
    }
    *step_unit = "day";
    return jx_decimal_multiply(amount->number, jx_decimal_make(7, 0), step);
}

static bool compile_dates(jx_rule_draft *in, const jx_step_rule *rule, jx_str date)
{
    jx_meaning *meaning = &in->meaning;
    const jx_amount *amount = &rule->condition->amounts[0];
    *meaning =
        (jx_meaning){.measure = "date", .method = "step", .target = date, .comparator = "<="};
    meaning->step_unit = step_unit_of(amount->kind);
    jx_decimal step = JX_DECIMAL_ZERO;
    if (!take_week(amount, &step, &meaning->step_unit) || meaning->step_unit == NULL ||
        jx_str_is(amount->unit, "工作日") || jx_str_is(amount->unit, "个工作日")) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, rule->condition, in->table.unit_words);
    }
    if (rule->zero_count > 0) {
        return jx_unclear_clause(in, JX_REASON_INEXPRESSIBLE, rule->zeros[0]->conditions[0],
                                 JX_STR_NONE);
    }
    if (!jx_step_deduct(in, rule->step->result) || !jx_step_floor(in)) {
        return false;
    }
    meaning->step = jx_number_text(in, step);
    meaning->kind = "date";
    return jx_step_part(in, rule, step, amount->kind == JX_UNIT_DAY);
}

// How long it took beyond what was planned, where no date is known.
static bool compile_delay(jx_rule_draft *in, const jx_step_rule *rule)
{
    jx_aim aim = {.number = JX_DECIMAL_ZERO, .sense = JX_SENSE_LESS};
    jx_decimal stated = JX_DECIMAL_ZERO;
    const jx_table_facts *table = &in->table;
    if (jx_is_bare_year(in)) {
        return jx_unclear_words(in, JX_REASON_YEAR_WANTED, table->words, JX_STR_NONE);
    }
    if (table->target == JX_TARGET_SEVERAL) {
        return jx_unclear_several(in);
    }
    if (table->target == JX_TARGET_NUMBER) {
        aim.number = table->number;
        if (table->sense == JX_SENSE_MORE) {
            return jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, rule->condition,
                                     table->sense_words);
        }
    }
    const bool grace = rule->full != NULL && rule->full->kind == JX_CLAUSE_RANGE &&
                       (rule->full->amount_count != 1 ||
                        jx_amount_fit(in, &rule->full->amounts[0], &stated) != JX_FITS ||
                        jx_decimal_compare(stated, aim.number) != 0);
    if (grace) { // 3天内不扣分: are they counted where it takes longer?
        return jx_unclear_clause(in, JX_REASON_CONDITION, rule->full, JX_STR_NONE);
    }
    if (rule->full != NULL && rule->full->kind == JX_CLAUSE_IN_TIME) {
        jx_step_rule timed = *rule; // no figure: the delay is what counts
        timed.full = NULL;
        if (rule->full_statement->count > 1) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, rule->full_statement->conditions[0],
                                     JX_STR_NONE);
        }
        timed.full_statement = NULL;
        if (!jx_step_number(in, &timed, &aim, "value")) {
            return false;
        }
    } else if (!jx_step_number(in, rule, &aim, "value")) {
        return false;
    }
    in->meaning.kind = table->target == JX_TARGET_NUMBER ? "figure" : "delay";
    in->meaning.about = rule->condition->amounts[0].unit;
    return true;
}

bool jx_compile_late(jx_rule_draft *in, const jx_step_rule *rule)
{
    jx_str date = JX_STR_NONE;
    bool year = false;
    const jx_clause *full = rule->full;
    for (size_t i = 0; i + 1 < rule->step->count; i++) {
        const jx_clause *clause = rule->step->conditions[i];
        if (clause->kind != JX_CLAUSE_UNMET && clause->kind != JX_CLAUSE_ELSE) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
        }
    }
    const bool dated =
        full != NULL && (full->kind == JX_CLAUSE_BY_DATE || full->kind == JX_CLAUSE_IN_YEAR);
    if (jx_find_date(in, dated ? full : NULL, &date, &year)) {
        return !in->unclear && jx_step_check_full(in, rule, true) && compile_dates(in, rule, date);
    }
    if (in->unclear || dated) {
        return jx_unclear_clause(in, JX_REASON_YEAR_WANTED, dated ? full : rule->condition,
                                 JX_STR_NONE);
    }
    return compile_delay(in, rule);
}

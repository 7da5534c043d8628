// SPDX-License-Identifier: MIT
// 每完成1个得0.5分，最高得10分: points for each one up to all of them, which is a proportion.
#include "rule/draft.h"

static bool is_plain(const jx_rule_draft *in, const jx_clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++) {
        const jx_class class = in->tokens.rows[i].class;
        if (class == JX_CLASS_NOT || class == JX_CLASS_UNMET || class == JX_CLASS_FAULT ||
            class == JX_CLASS_JOIN || class == JX_CLASS_PAUSE || class == JX_CLASS_LATE) {
            return false;
        }
    }
    return clause->kind == JX_CLAUSE_FAULTS && clause->amount_count == 1;
}

// How many it takes to earn the whole weight.
static bool find_reach(jx_rule_draft *in, const jx_statement *earning, jx_decimal *ret)
{
    jx_decimal step = JX_DECIMAL_ZERO;
    jx_decimal points = JX_DECIMAL_ZERO;
    jx_decimal all = JX_DECIMAL_ZERO;
    jx_decimal back = JX_DECIMAL_ZERO;
    const jx_clause *clause = earning->conditions[0];
    if (jx_amount_fit(in, &clause->amounts[0], &step) != JX_FITS || jx_decimal_sign(step) <= 0) {
        return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, in->table.unit_words);
    }
    if (!jx_result_points(in, earning->result, &points) || jx_decimal_sign(points) <= 0) {
        return jx_unclear_clause(in, JX_REASON_POINTS_UNIT, earning->result, JX_STR_NONE);
    }
    if (jx_decimal_compare(step, JX_DECIMAL_ONE) != 0) {
        jx_assume(in, JX_PART_EXACT);
    }
    const bool exact =
        jx_decimal_multiply(in->table.weight, step, &all) &&
        jx_decimal_multiply_divide(in->table.weight, step, points, 6, JX_ROUND_DOWN, ret) &&
        jx_decimal_multiply(*ret, points, &back) && jx_decimal_compare(all, back) == 0;
    return exact || jx_unclear_clause(in, JX_REASON_INEXPRESSIBLE, clause, JX_STR_NONE);
}

// The target, stated in the table or beside the points, must be what earns the whole weight.
static bool check_target(jx_rule_draft *in, const jx_statement *earning, jx_decimal reach)
{
    const jx_table_facts *table = &in->table;
    bool known = in->capped;
    if (table->target == JX_TARGET_NUMBER) {
        known = true;
        if (jx_decimal_compare(table->number, reach) != 0 || table->sense == JX_SENSE_LESS) {
            return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, earning->conditions[0],
                                     table->words);
        }
    }
    for (size_t i = 0; i < in->count; i++) {
        const jx_statement *statement = &in->statements[i];
        jx_decimal at = JX_DECIMAL_ZERO;
        if (statement == earning) {
            continue;
        }
        const jx_clause *only = statement->count == 1 ? statement->conditions[0] : NULL;
        const bool full = only != NULL && only->kind == JX_CLAUSE_RANGE &&
                          only->amount_count == 1 && jx_is_full(in, statement->result) &&
                          (only->argument == JX_IS_LEAST || only->argument == JX_IS_POINT) &&
                          jx_amount_fit(in, &only->amounts[0], &at) == JX_FITS &&
                          jx_decimal_compare(at, reach) == 0;
        if (!full) {
            return jx_unclear_clause(in, JX_REASON_TWO_RULES, statement->result, JX_STR_NONE);
        }
        known = true;
    }
    return known ||
           jx_unclear_clause(in, JX_REASON_TARGET_WANTED, earning->conditions[0], JX_STR_NONE);
}

bool jx_compile_earn(jx_rule_draft *in, size_t earning)
{
    jx_decimal reach = JX_DECIMAL_ZERO;
    const jx_statement *statement = &in->statements[earning];
    if (statement->count != 1 || !is_plain(in, statement->conditions[0]) || in->table.place) {
        return jx_unclear_clause(in, JX_REASON_CONDITION, statement->conditions[0], JX_STR_NONE);
    }
    if (!find_reach(in, statement, &reach) || !check_target(in, statement, reach)) {
        return false;
    }
    in->meaning = (jx_meaning){
        .measure = "value",
        .method = "proportion",
        .target = jx_number_text(in, reach),
        .comparator = ">=",
        .kind = "figure",
    };
    return !in->failed;
}

// SPDX-License-Identifier: MIT
// Bands put in order of merit and joined.
#include "rule/bands_rule.h"

const jx_band *jx_bands_best(const jx_bands_rule *rule)
{
    const jx_band *best = &rule->rows[0];
    for (size_t i = 1; i < rule->count; i++) {
        if (jx_decimal_compare(rule->rows[i].points, best->points) > 0) {
            best = &rule->rows[i];
        }
    }
    return best;
}

// Whether `a` reaches further than `b`, upwards (side 1) or downwards (-1).
static bool reaches(const jx_band_end *a, const jx_band_end *b, int side)
{
    if (!a->given || !b->given) {
        return b->given && !a->given;
    }
    return jx_decimal_compare(a->at, b->at) * side > 0;
}

static const jx_band *find_worst(const jx_bands_rule *rule)
{
    const jx_band *worst = &rule->rows[0];
    for (size_t i = 1; i < rule->count; i++) {
        if (jx_decimal_compare(rule->rows[i].points, worst->points) < 0) {
            worst = &rule->rows[i];
        }
    }
    return worst;
}

// Whether less is better: the worst band reaches above the best one and not below it.
bool jx_bands_less(const jx_bands_rule *rule)
{
    const jx_band *best = jx_bands_best(rule);
    const jx_band *worst = find_worst(rule);
    return reaches(&worst->high, &best->high, 1) && !reaches(&worst->low, &best->low, -1);
}

void jx_bands_turn(jx_bands_rule *rule)
{
    for (size_t i = 0; i < rule->count; i++) {
        jx_band *row = &rule->rows[i];
        const jx_band_end low = row->low;
        row->low = jx_band_flip(row->high);
        row->high = jx_band_flip(low);
    }
}

// By points, the most first; those of equal points as they stand.
void jx_bands_sort(jx_bands_rule *rule)
{
    for (size_t i = 1; i < rule->count; i++) {
        for (size_t k = i; k > 0; k--) {
            jx_band *rows = rule->rows;
            if (jx_decimal_compare(rows[k].points, rows[k - 1].points) <= 0) {
                break;
            }
            const jx_band kept = rows[k];
            rows[k] = rows[k - 1];
            rows[k - 1] = kept;
        }
    }
}

// ------------------------------------------------------------------------------------------------ joining

// Neighbours that leave no whole number out: 4-6, 7-10.
static bool are_next(const jx_rule_draft *in,
                     const jx_bands_rule *rule,
                     const jx_band_end *upper,
                     const jx_band_end *lower)
{
    jx_decimal gap = JX_DECIMAL_ZERO;
    const bool whole = !rule->share && (in->table.unit == JX_UNIT_COUNT ||
                                        in->table.unit == JX_UNIT_DAY || in->table.place);
    return whole && upper->inside >= 0 && lower->inside >= 0 &&
           jx_decimal_subtract(upper->at, lower->at, &gap) &&
           jx_decimal_compare(gap, JX_DECIMAL_ONE) == 0;
}

// One end marked as belonging to the range or not says the opposite of the other one.
static void imply(jx_band *row)
{
    const bool both = row->low.given && row->high.given && row->clause->amount_count == 2;
    if (both && row->low.inside == 0) {
        row->low.inside = -row->high.marked;
    }
    if (both && row->high.inside == 0) {
        row->high.inside = -row->low.marked;
    }
}

static bool is_between(const jx_band *row)
{
    return row->clause->kind == JX_CLAUSE_RANGE && row->clause->amount_count == 2;
}

// 7-10名: of places both ends belong to the range.
static void settle_places(const jx_rule_draft *in, jx_band *row)
{
    if (in->table.place && is_between(row)) {
        row->low.inside = row->low.inside == 0 ? 1 : row->low.inside;
        row->high.inside = row->high.inside == 0 ? 1 : row->high.inside;
    }
}

// The high end of a band against the low end of the better one above it.
static bool join(jx_rule_draft *in, const jx_bands_rule *rule, jx_band *above, jx_band *below)
{
    settle_places(in, above);
    settle_places(in, below);
    if (!above->low.given) {
        return jx_unclear_clause(in, JX_REASON_OVERLAP, below->clause, JX_STR_NONE);
    }
    if (!below->high.given) {
        imply(above);
        if (above->low.inside == 0) {
            return jx_unclear_clause(in, JX_REASON_END_OPEN, above->clause, JX_STR_NONE);
        }
        below->high = (jx_band_end){true, -above->low.inside, 0, above->low.at};
        return true;
    }
    const int order = jx_decimal_compare(below->high.at, above->low.at);
    if (order < 0 && are_next(in, rule, &above->low, &below->high)) {
        above->low.inside = 1;
        below->high.inside = 1;
        return true;
    }
    if (order != 0) {
        return jx_unclear_clause(in, order < 0 ? JX_REASON_GAP : JX_REASON_OVERLAP, below->clause,
                                 JX_STR_NONE);
    }
    imply(above);
    imply(below);
    if (above->low.inside == 0 && below->high.inside == 0) {
        return jx_unclear_clause(in, JX_REASON_END_OPEN, below->clause, JX_STR_NONE);
    }
    above->low.inside = above->low.inside == 0 ? -below->high.inside : above->low.inside;
    below->high.inside = below->high.inside == 0 ? -above->low.inside : below->high.inside;
    return above->low.inside + below->high.inside == 0 ||
           jx_unclear_clause(in, above->low.inside > 0 ? JX_REASON_OVERLAP : JX_REASON_GAP,
                             below->clause, JX_STR_NONE);
}

static bool is_sound(const jx_band *row)
{
    if (!row->low.given || !row->high.given) {
        return row->low.given || row->high.given;
    }
    const int order = jx_decimal_compare(row->low.at, row->high.at);
    return order < 0 || (order == 0 && row->low.inside >= 0 && row->high.inside >= 0);
}

// Nothing lies beyond 100 percent, the first place, nothing at all.
bool jx_bands_check_top(jx_rule_draft *in, jx_bands_rule *rule)
{
    jx_band *top = &rule->rows[0];
    if (!top->high.given) {
        return true;
    }
    const jx_decimal natural = rule->less
                                   ? (in->table.place ? jx_decimal_make(-1, 0) : JX_DECIMAL_ZERO)
                                   : jx_decimal_make(100, 0);
    const jx_amount *amount = &top->clause->amounts[0];
    const bool percent =
        amount->kind == JX_UNIT_PERCENT ||
        (top->clause->amount_count == 2 && top->clause->amounts[1].kind == JX_UNIT_PERCENT) ||
        in->table.unit == JX_UNIT_PERCENT;
    const bool bounded = !rule->growth && (rule->less || percent) && top->high.inside >= 0 &&
                         jx_decimal_compare(top->high.at, natural) == 0;
    if (!bounded) {
        return jx_unclear_clause(in, JX_REASON_GAP, top->clause, JX_STR_NONE);
    }
    if (!rule->less) {
        top->high.given = false;
    } else {
        top->high.inside = 1;
    }
    return true;
}

bool jx_bands_check(jx_rule_draft *in, jx_bands_rule *rule)
{
    for (size_t i = 0; i < rule->count; i++) {
        jx_band *row = &rule->rows[i];
        const bool middle_point = row->clause->kind == JX_CLAUSE_RANGE &&
                                  row->clause->argument == JX_IS_POINT && i > 0 &&
                                  !in->table.place && in->table.unit != JX_UNIT_COUNT;
        const bool middle_growth = row->clause->kind == JX_CLAUSE_GROWTH && i > 0 &&
                                   row->clause->amount_count == 1 &&
                                   row->clause->argument == JX_IS_LEAST &&
                                   !jx_clause_has(in, row->clause, JX_CLASS_LEAST) &&
                                   !jx_clause_has(in, row->clause, JX_CLASS_UP);
        if (middle_growth) {
            return jx_unclear_clause(in, JX_REASON_END_OPEN, row->clause, JX_STR_NONE);
        }
        if (!is_sound(row) || middle_point) {
            return jx_unclear_clause(in, middle_point ? JX_REASON_END_OPEN : JX_REASON_GAP,
                                     row->clause, JX_STR_NONE);
        }
        if (i > 0 && jx_decimal_compare(row->points, rule->rows[i - 1].points) == 0) {
            return jx_unclear_clause(in, JX_REASON_ORDER, row->clause, JX_STR_NONE);
        }
        if (i > 0 && !join(in, rule, &rule->rows[i - 1], row)) {
            return false;
        }
    }
    return true;
}

// What lies beyond the worst band.
bool jx_bands_close(jx_rule_draft *in, jx_bands_rule *rule, bool *ret_else)
{
    jx_band *last = &rule->rows[rule->count - 1];
    const bool natural = rule->less ? false : jx_decimal_sign(last->low.at) == 0;
    *ret_else = last->low.given;
    if (!last->low.given) {
        return rule->rest == NULL ||
               jx_unclear_clause(in, JX_REASON_OVERLAP, rule->rest, JX_STR_NONE);
    }
    imply(last);
    const bool whole = !rule->share && (in->table.unit == JX_UNIT_COUNT ||
                                        in->table.unit == JX_UNIT_DAY || in->table.place);
    if (last->low.inside == 0 && !whole && (rule->less || !natural)) {
        return jx_unclear_clause(in, JX_REASON_END_OPEN, last->clause, JX_STR_NONE);
    }
    last->low.inside = last->low.inside == 0 ? 1 : last->low.inside;
    if (rule->rest == NULL) {
        jx_assume(in, JX_BEYOND_LAST_BAND_0);
        rule->rest_points = JX_DECIMAL_ZERO;
    }
    return jx_decimal_compare(rule->rest_points, last->points) < 0 ||
           jx_unclear_clause(in, JX_REASON_ORDER, last->clause, JX_STR_NONE);
}

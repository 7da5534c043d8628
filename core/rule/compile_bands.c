// SPDX-License-Identifier: MIT
// 95%以上得10分，90%-95%得8分: points by range. Bands are put in order of merit; together they must cover every number once.
#include "base/text.h"
#include "rule/bands_rule.h"

static jx_band_end make_end(const jx_clause *clause, size_t index, jx_decimal at, int usual)
{
    const int marked = clause->inside[index];
    return (jx_band_end){true, marked != 0 ? marked : usual, marked, at};
}

// ------------------------------------------------------------------------------------------------ reading

static bool read_amounts(jx_rule_draft *in,
                         jx_bands_rule *rule,
                         const jx_clause *clause,
                         jx_decimal *ret)
{
    const bool both = clause->amount_count == 2;
    jx_amount first = clause->amounts[0];
    if (both && first.kind == JX_UNIT_NONE) { // 30-40%
        first.kind = clause->amounts[1].kind;
        first.family = clause->amounts[1].family;
    }
    for (size_t i = 0; i < clause->amount_count; i++) {
        const jx_fit fit = jx_amount_fit(in, i == 0 ? &first : &clause->amounts[i], &ret[i]);
        const bool goal = in->table.target == JX_TARGET_GOAL;
        const bool share = fit == JX_FITS_AS_SHARE;
        if (fit == JX_FITS_NOT || (rule->count > 0 && share != rule->share && !goal)) {
            return jx_unclear_clause(in, JX_REASON_UNIT_DIFFERS, clause, in->table.unit_words);
        }
        rule->share = share;
    }
    return true;
}

static void take_between(const jx_clause *clause, const jx_decimal *numbers, jx_band *row)
{
    const bool up = jx_decimal_compare(numbers[0], numbers[1]) <= 0;
    row->low = make_end(clause, up ? 0 : 1, numbers[up ? 0 : 1], 0);
    row->high = make_end(clause, up ? 1 : 0, numbers[up ? 1 : 0], 0);
}

static bool has_after(const jx_rule_draft *in, const jx_clause *clause)
{
    return in->tokens.rows[clause->end - 1].class == JX_CLASS_AFTER;
}

// 10名以后: whether the tenth is among them is not said, as it is by 及以后.
static bool is_open_after(const jx_rule_draft *in, const jx_clause *clause)
{
    enum { AND = 0x53CA };
    const jx_token *last = &in->tokens.rows[clause->end - 1];
    return has_after(in, clause) && in->tokens.normal->chars[last->first].code != AND;
}

static bool take_range(jx_rule_draft *in,
                       jx_bands_rule *rule,
                       const jx_clause *clause,
                       jx_band *row)
{
    jx_decimal numbers[JX_CLAUSE_AMOUNTS] = {JX_DECIMAL_ZERO};
    row->clause = clause;
    if (!read_amounts(in, rule, clause, numbers)) {
        return false;
    }
    switch (clause->argument) {
    case JX_IS_LEAST:
        row->low = make_end(clause, 0, numbers[0], is_open_after(in, clause) ? 0 : 1);
        return in->table.place || !has_after(in, clause);
    case JX_IS_ABOVE:
        row->low = make_end(clause, 0, numbers[0], -1);
        return true;
    case JX_IS_MOST:
        row->high = make_end(clause, 0, numbers[0], 1);
        return true;
    case JX_IS_BELOW:
        row->high = make_end(clause, 0, numbers[0], -1);
        return true;
    case JX_IS_DOWN:
        row->high = make_end(clause, 0, numbers[0], 0);
        return true;
    case JX_IS_EQUAL:
    case JX_IS_POINT:
        row->low = row->high = (jx_band_end){true, 1, 0, numbers[0]};
        return true;
    default:
        take_between(clause, numbers, row);
        return clause->amount_count == 2;
    }
}

// 符合要求, 达到目标任务: at the target and better; 未完成: what is left.
static bool take_met(jx_rule_draft *in, jx_bands_rule *rule, const jx_clause *clause, jx_band *row)
{
    jx_aim aim = {.number = JX_DECIMAL_ZERO};
    const bool first = rule->count == 0;
    if (!first || !jx_find_aim(in, clause, JX_SENSE_NONE, &aim) || aim.sense == JX_SENSE_EQUAL) {
        return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
    }
    const bool goal = in->table.target == JX_TARGET_GOAL;
    const bool same_scale = goal || in->table.unit == JX_UNIT_PERCENT;
    row->clause = clause;
    *(aim.sense == JX_SENSE_MORE ? &row->low : &row->high) =
        (jx_band_end){true, aim.strict ? -1 : 1, 0, aim.number};
    rule->share = !same_scale && rule->share;
    return true;
}

static bool take_growth(const jx_clause *clause, jx_bands_rule *rule, jx_band *row)
{
    const jx_compared how = (jx_compared)clause->argument;
    rule->growth = true;
    row->clause = clause;
    if (clause->amount_count == 1) {
        if (clause->amounts[0].point || clause->amounts[0].kind != JX_UNIT_PERCENT) {
            return false;
        }
        *(how == JX_IS_LEAST ? &row->low : &row->high) =
            make_end(clause, 0, clause->amounts[0].number, how == JX_IS_LEAST ? 1 : -1);
        return true;
    }
    const jx_band_end zero = {true, how == JX_IS_EQUAL ? 1 : -1, 0, JX_DECIMAL_ZERO};
    row->low = how == JX_IS_BELOW ? (jx_band_end){.given = false} : zero;
    row->high = how == JX_IS_ABOVE ? (jx_band_end){.given = false} : zero;
    return true;
}

static bool take_statement(jx_rule_draft *in, jx_bands_rule *rule, const jx_statement *statement)
{
    jx_band *row = &rule->rows[rule->count];
    const size_t count = statement->count;
    if (count == 0 || !jx_result_points(in, statement->result, &row->points)) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, statement->result, JX_STR_NONE);
    }
    const jx_clause *last = statement->conditions[count - 1];
    for (size_t i = 0; i + 1 < count; i++) {
        if (!jx_names_subject(in, statement->conditions[i]) || rule->count > 0 || i > 0) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, statement->conditions[i],
                                     JX_STR_NONE);
        }
    }
    if (statement->result->kind == JX_CLAUSE_LOSE && !jx_is_zero(in, statement->result) &&
        !jx_decimal_subtract(in->table.weight, row->points, &row->points)) {
        return false;
    }
    if (last->kind == JX_CLAUSE_ELSE || (last->kind == JX_CLAUSE_UNMET && rule->rest == NULL)) {
        if (rule->rest != NULL) {
            return jx_unclear_clause(in, JX_REASON_TWO_RULES, last, JX_STR_NONE);
        }
        rule->rest = last;
        rule->rest_points = row->points;
        return true;
    }
    const bool taken = last->kind == JX_CLAUSE_RANGE ? take_range(in, rule, last, row)
                       : last->kind == JX_CLAUSE_MET ? take_met(in, rule, last, row)
                       : last->kind == JX_CLAUSE_GROWTH
                           ? take_growth(last, rule, row)
                           : jx_unclear_clause(in, JX_REASON_CONDITION, last, JX_STR_NONE);
    rule->count += taken ? 1 : 0;
    return taken;
}

// ------------------------------------------------------------------------------------------------ writing

static void write_band(jx_rule_draft *in,
                       jx_text *text,
                       const jx_bands_rule *rule,
                       const jx_band *row)
{
    jx_band_end low = row->low;
    jx_band_end high = row->high;
    if (rule->less) {
        low = jx_band_flip(row->high);
        high = jx_band_flip(row->low);
    }
    const bool equal = low.given && high.given && jx_decimal_compare(low.at, high.at) == 0;
    if (equal) {
        jx_text_put(text, "=");
        jx_text_add(text, jx_number_text(in, low.at));
    } else if (low.given && high.given) {
        jx_text_put(text, low.inside >= 0 ? "[" : "(");
        jx_text_add(text, jx_number_text(in, low.at));
        jx_text_put(text, "..");
        jx_text_add(text, jx_number_text(in, high.at));
        jx_text_put(text, high.inside > 0 ? "]" : ")");
    } else {
        const jx_band_end *only = low.given ? &low : &high;
        jx_text_put(text,
                    low.given ? (only->inside >= 0 ? ">=" : ">") : (only->inside > 0 ? "<=" : "<"));
        jx_text_add(text, jx_number_text(in, only->at));
    }
    jx_text_put(text, ":");
    jx_text_add(text, jx_number_text(in, row->points));
}

static bool write_bands(jx_rule_draft *in, const jx_bands_rule *rule, bool rest)
{
    jx_text text = jx_text_in(in->arena);
    for (size_t i = 0; i < rule->count; i++) {
        jx_text_put(&text, i == 0 ? "" : ", ");
        write_band(in, &text, rule, &rule->rows[i]);
    }
    if (rest) {
        jx_text_put(&text, ", else:");
        jx_text_add(&text, jx_number_text(in, rule->rest_points));
    }
    in->meaning.bands = jx_text_end(&text);
    in->failed = in->failed || in->meaning.bands.data == NULL;
    return !in->failed;
}

// The edge of bands that are shares of the target; false where it is not all of it.
static bool share_edge(jx_rule_draft *in, jx_decimal *edge)
{
    const jx_table_facts *table = &in->table;
    const jx_decimal hundred = jx_decimal_make(100, 0);
    if (table->target != JX_TARGET_NUMBER) {
        if (table->target != JX_TARGET_GOAL) {
            *edge = hundred;
            jx_assume(in, JX_PERCENT_OF_TARGET);
        }
        return true;
    }
    if (jx_decimal_compare(*edge, hundred) != 0 || jx_decimal_sign(table->number) <= 0) {
        return false;
    }
    in->meaning.of_target = true;
    *edge = table->number;
    return true;
}

// The target that stands in the table beside the bands: the edge of the best one.
static bool write_target(jx_rule_draft *in, const jx_bands_rule *rule)
{
    const jx_table_facts *table = &in->table;
    const jx_band *top = &rule->rows[0];
    const bool goal = table->target == JX_TARGET_GOAL;
    const jx_sense sense = rule->less ? JX_SENSE_LESS : JX_SENSE_MORE;
    if (table->sense != JX_SENSE_NONE && table->sense != JX_SENSE_EQUAL && table->sense != sense) {
        return jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, top->clause, table->sense_words);
    }
    jx_decimal edge = top->low.given ? top->low.at : JX_DECIMAL_ZERO;
    edge = rule->less ? jx_decimal_negate(edge) : edge;
    const bool strict = top->low.inside < 0;
    if (rule->share
            ? !share_edge(in, &edge)
            : table->target == JX_TARGET_NUMBER && jx_decimal_compare(edge, table->number) != 0) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, top->clause, table->words);
    }
    if (goal) {
        jx_assume(in, JX_PERCENT_OF_TARGET);
    }
    in->meaning.target = jx_number_text(in, edge);
    in->meaning.comparator = rule->less ? (strict ? "<" : "<=") : (strict ? ">" : ">=");
    return true;
}

bool jx_compile_bands(jx_rule_draft *in)
{
    jx_bands_rule rule = {.count = 0};
    bool rest = false;
    if (in->table.target == JX_TARGET_DATE) {
        return jx_unclear_words(in, JX_REASON_TARGET_SEVERAL, in->table.words, JX_STR_NONE);
    }
    for (size_t i = 0; i < in->count; i++) {
        if (!take_statement(in, &rule, &in->statements[i])) {
            return false;
        }
    }
    if (rule.count < 2) {
        return jx_unclear_clause(in, JX_REASON_WEIGHT_DIFFERS, in->statements[0].result,
                                 jx_number_text(in, in->table.weight));
    }
    const jx_band *best = jx_bands_best(&rule);
    if (jx_decimal_compare(best->points, in->table.weight) != 0) {
        return jx_unclear_clause(in, JX_REASON_WEIGHT_DIFFERS, best->clause,
                                 jx_number_text(in, in->table.weight));
    }
    rule.less = jx_bands_less(&rule);
    if (rule.less) {
        jx_bands_turn(&rule);
    }
    jx_bands_sort(&rule);
    // a number alone at the top stands for itself and better
    jx_band *top = &rule.rows[0];
    if (!rule.less && top->clause->kind == JX_CLAUSE_RANGE &&
        top->clause->argument == JX_IS_POINT) {
        top->high.given = false;
    }
    in->meaning = (jx_meaning){
        .measure = rule.growth ? "growth" : "value",
        .method = "bands",
        .kind = rule.growth       ? "growth"
                : in->table.place ? "place"
                                  : "figure",
    };
    const bool written = jx_bands_check_top(in, &rule) && jx_bands_check(in, &rule) &&
                         jx_bands_close(in, &rule, &rest) && write_target(in, &rule) &&
                         write_bands(in, &rule, rest);
    if ((in->assumed & (1U << JX_PERCENT_OF_TARGET)) != 0) {
        in->meaning.kind = "percent_of_target";
    }
    return written && !in->failed;
}

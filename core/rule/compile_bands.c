// SPDX-License-Identifier: MIT
// 95%以上得10分，90%-95%得8分: points by range. Bands are put in order of merit; together they must cover every number once.
#include "base/text.h"
#include "rule/draft.h"

typedef struct end {
    bool given;
    int inside; // 1, -1, 0 not said
    int marked; // the same, as the wording has it
    jx_decimal at;
} end;

// Better is greater: for rules where less is better numbers are negated.
typedef struct band {
    const jx_clause *clause;
    end low;
    end high;
    jx_decimal points;
} band;

typedef struct bands_rule {
    band rows[JX_STATEMENTS];
    size_t count;
    const jx_clause *rest; // of ELSE and the like
    jx_decimal rest_points;
    bool share; // percentages of the target
    bool less;
    bool growth;
} bands_rule;

static end flip(end at)
{
    at.at = jx_decimal_negate(at.at);
    return at;
}

static end make_end(const jx_clause *clause, size_t index, jx_decimal at, int usual)
{
    const int marked = clause->inside[index];
    return (end){true, marked != 0 ? marked : usual, marked, at};
}

// ------------------------------------------------------------------------------------------------ reading

static bool read_amounts(jx_rule_draft *in,
                         bands_rule *rule,
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

static void take_between(const jx_clause *clause, const jx_decimal *numbers, band *row)
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

static bool take_range(jx_rule_draft *in, bands_rule *rule, const jx_clause *clause, band *row)
{
    jx_decimal numbers[JX_CLAUSE_AMOUNTS];
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
        row->low = row->high = (end){true, 1, 0, numbers[0]};
        return true;
    default:
        take_between(clause, numbers, row);
        return clause->amount_count == 2;
    }
}

// 符合要求, 达到目标任务: at the target and better; 未完成: what is left.
static bool take_met(jx_rule_draft *in, bands_rule *rule, const jx_clause *clause, band *row)
{
    jx_aim aim;
    const bool first = rule->count == 0;
    if (!first || !jx_find_aim(in, clause, JX_SENSE_NONE, &aim) || aim.sense == JX_SENSE_EQUAL) {
        return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
    }
    const bool goal = in->table.target == JX_TARGET_GOAL;
    const bool same_scale = goal || in->table.unit == JX_UNIT_PERCENT;
    row->clause = clause;
    *(aim.sense == JX_SENSE_MORE ? &row->low : &row->high) =
        (end){true, aim.strict ? -1 : 1, 0, aim.number};
    rule->share = !same_scale && rule->share;
    return true;
}

static bool take_growth(const jx_clause *clause, bands_rule *rule, band *row)
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
    const end zero = {true, how == JX_IS_EQUAL ? 1 : -1, 0, JX_DECIMAL_ZERO};
    row->low = how == JX_IS_BELOW ? (end){.given = false} : zero;
    row->high = how == JX_IS_ABOVE ? (end){.given = false} : zero;
    return true;
}

static bool take_statement(jx_rule_draft *in, bands_rule *rule, const jx_statement *statement)
{
    band *row = &rule->rows[rule->count];
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

// ------------------------------------------------------------------------------------------------ ordering

static const band *find_best(const bands_rule *rule)
{
    const band *best = &rule->rows[0];
    for (size_t i = 1; i < rule->count; i++) {
        if (jx_decimal_compare(rule->rows[i].points, best->points) > 0) {
            best = &rule->rows[i];
        }
    }
    return best;
}

// Whether `a` reaches further than `b`, upwards (side 1) or downwards (-1).
static bool reaches(const end *a, const end *b, int side)
{
    if (!a->given || !b->given) {
        return b->given && !a->given;
    }
    return jx_decimal_compare(a->at, b->at) * side > 0;
}

static const band *find_worst(const bands_rule *rule)
{
    const band *worst = &rule->rows[0];
    for (size_t i = 1; i < rule->count; i++) {
        if (jx_decimal_compare(rule->rows[i].points, worst->points) < 0) {
            worst = &rule->rows[i];
        }
    }
    return worst;
}

// Whether less is better: the worst band reaches above the best one and not below it.
static bool find_less(const bands_rule *rule)
{
    const band *best = find_best(rule);
    const band *worst = find_worst(rule);
    return reaches(&worst->high, &best->high, 1) && !reaches(&worst->low, &best->low, -1);
}

static void turn(bands_rule *rule)
{
    for (size_t i = 0; i < rule->count; i++) {
        band *row = &rule->rows[i];
        const end low = row->low;
        row->low = flip(row->high);
        row->high = flip(low);
    }
}

// By points, the most first; those of equal points as they stand.
static void sort(bands_rule *rule)
{
    for (size_t i = 1; i < rule->count; i++) {
        for (size_t k = i; k > 0; k--) {
            band *rows = rule->rows;
            if (jx_decimal_compare(rows[k].points, rows[k - 1].points) <= 0) {
                break;
            }
            const band kept = rows[k];
            rows[k] = rows[k - 1];
            rows[k - 1] = kept;
        }
    }
}

// ------------------------------------------------------------------------------------------------ joining

// Neighbours that leave no whole number out: 4-6, 7-10.
static bool are_next(const jx_rule_draft *in,
                     const bands_rule *rule,
                     const end *upper,
                     const end *lower)
{
    jx_decimal gap;
    const bool whole = !rule->share && (in->table.unit == JX_UNIT_COUNT ||
                                        in->table.unit == JX_UNIT_DAY || in->table.place);
    return whole && upper->inside >= 0 && lower->inside >= 0 &&
           jx_decimal_subtract(upper->at, lower->at, &gap) &&
           jx_decimal_compare(gap, JX_DECIMAL_ONE) == 0;
}

// One end marked as belonging to the range or not says the opposite of the other one.
static void imply(band *row)
{
    const bool both = row->low.given && row->high.given && row->clause->amount_count == 2;
    if (both && row->low.inside == 0) {
        row->low.inside = -row->high.marked;
    }
    if (both && row->high.inside == 0) {
        row->high.inside = -row->low.marked;
    }
}

static bool is_between(const band *row)
{
    return row->clause->kind == JX_CLAUSE_RANGE && row->clause->amount_count == 2;
}

// 7-10名 beside 10名以后, 25-29个 beside 25个以下: of whole numbers a range from one to another has both.
static void settle_whole_end(const jx_rule_draft *in, const bands_rule *rule, band *above, band *below)
{
    const bool whole = !rule->share && (in->table.unit == JX_UNIT_COUNT || in->table.place);
    if (whole && above->low.inside == 0 && below->high.inside == 0 &&
        is_between(above) != is_between(below)) {
        above->low.inside = is_between(above) ? 1 : -1;
    }
}

// The high end of a band against the low end of the better one above it.
static bool join(jx_rule_draft *in, const bands_rule *rule, band *above, band *below)
{
    if (!above->low.given) {
        return jx_unclear_clause(in, JX_REASON_OVERLAP, below->clause, JX_STR_NONE);
    }
    if (!below->high.given) {
        imply(above);
        if (above->low.inside == 0) {
            return jx_unclear_clause(in, JX_REASON_END_OPEN, above->clause, JX_STR_NONE);
        }
        below->high = (end){true, -above->low.inside, 0, above->low.at};
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
    settle_whole_end(in, rule, above, below);
    if (above->low.inside == 0 && below->high.inside == 0) {
        return jx_unclear_clause(in, JX_REASON_END_OPEN, below->clause, JX_STR_NONE);
    }
    above->low.inside = above->low.inside == 0 ? -below->high.inside : above->low.inside;
    below->high.inside = below->high.inside == 0 ? -above->low.inside : below->high.inside;
    return above->low.inside + below->high.inside == 0 ||
           jx_unclear_clause(in, above->low.inside > 0 ? JX_REASON_OVERLAP : JX_REASON_GAP,
                             below->clause, JX_STR_NONE);
}

static bool is_sound(const band *row)
{
    if (!row->low.given || !row->high.given) {
        return row->low.given || row->high.given;
    }
    const int order = jx_decimal_compare(row->low.at, row->high.at);
    return order < 0 || (order == 0 && row->low.inside >= 0 && row->high.inside >= 0);
}

// Nothing lies beyond 100 percent, the first place, nothing at all.
static bool check_top(jx_rule_draft *in, bands_rule *rule)
{
    band *top = &rule->rows[0];
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

static bool check_bands(jx_rule_draft *in, bands_rule *rule)
{
    for (size_t i = 0; i < rule->count; i++) {
        band *row = &rule->rows[i];
        const bool middle_point = row->clause->kind == JX_CLAUSE_RANGE &&
                                  row->clause->argument == JX_IS_POINT && i > 0 &&
                                  !in->table.place && in->table.unit != JX_UNIT_COUNT;
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
static bool close_bottom(jx_rule_draft *in, bands_rule *rule, bool *ret_else)
{
    band *last = &rule->rows[rule->count - 1];
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

// ------------------------------------------------------------------------------------------------ writing

static void write_band(jx_rule_draft *in, jx_text *text, const bands_rule *rule, const band *row)
{
    end low = row->low;
    end high = row->high;
    if (rule->less) {
        low = flip(row->high);
        high = flip(row->low);
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
        const end *only = low.given ? &low : &high;
        jx_text_put(text,
                    low.given ? (only->inside >= 0 ? ">=" : ">") : (only->inside > 0 ? "<=" : "<"));
        jx_text_add(text, jx_number_text(in, only->at));
    }
    jx_text_put(text, ":");
    jx_text_add(text, jx_number_text(in, row->points));
}

static bool write_bands(jx_rule_draft *in, const bands_rule *rule, bool rest)
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

// The target that stands in the table beside the bands: the edge of the best one.
static bool write_target(jx_rule_draft *in, const bands_rule *rule)
{
    const jx_table_facts *table = &in->table;
    const band *top = &rule->rows[0];
    const bool goal = table->target == JX_TARGET_GOAL;
    const jx_sense sense = rule->less ? JX_SENSE_LESS : JX_SENSE_MORE;
    if (table->sense != JX_SENSE_NONE && table->sense != JX_SENSE_EQUAL && table->sense != sense) {
        return jx_unclear_clause(in, JX_REASON_DIRECTION_DIFFERS, top->clause, table->sense_words);
    }
    jx_decimal edge = top->low.given ? top->low.at : JX_DECIMAL_ZERO;
    edge = rule->less ? jx_decimal_negate(edge) : edge;
    const bool strict = top->low.inside < 0;
    if (rule->share) {
        const bool hundred = jx_decimal_compare(edge, jx_decimal_make(100, 0)) == 0;
        if (table->target != JX_TARGET_NUMBER && !goal) {
            edge = jx_decimal_make(100, 0);
            jx_assume(in, JX_PERCENT_OF_TARGET);
        } else if (table->target == JX_TARGET_NUMBER) {
            if (!hundred || jx_decimal_sign(table->number) <= 0) {
                return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, top->clause, table->words);
            }
            in->meaning.of_target = true;
            edge = table->number;
        }
    } else if (table->target == JX_TARGET_NUMBER && jx_decimal_compare(edge, table->number) != 0) {
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
    bands_rule rule = {.count = 0};
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
    const band *best = find_best(&rule);
    if (jx_decimal_compare(best->points, in->table.weight) != 0) {
        return jx_unclear_clause(in, JX_REASON_WEIGHT_DIFFERS, best->clause,
                                 jx_number_text(in, in->table.weight));
    }
    rule.less = find_less(&rule);
    if (rule.less) {
        turn(&rule);
    }
    sort(&rule);
    // a number alone at the top stands for itself and better
    band *top = &rule.rows[0];
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
    const bool written = check_top(in, &rule) && check_bands(in, &rule) &&
                         close_bottom(in, &rule, &rest) && write_target(in, &rule) &&
                         write_bands(in, &rule, rest);
    if ((in->assumed & (1U << JX_PERCENT_OF_TARGET)) != 0) {
        in->meaning.kind = "percent_of_target";
    }
    return written && !in->failed;
}

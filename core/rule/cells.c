// SPDX-License-Identifier: MIT
// What the cells beside the wording state: target, comparator, unit, weight, levels.
#include "base/date.h"
#include "base/text.h"
#include "rule/draft.h"

#include <stdio.h>

enum { FINISH = 0x5B8C /* 完 */ };

static bool read_tokens(jx_rule_draft *in, jx_str cell, jx_tokens *ret)
{
    static const jx_normal nameless = {.count = 0};
    jx_normal *normal = jx_arena_alloc(in->arena, sizeof *normal);
    const bool made = normal != NULL && jx_normal_make(in->arena, cell, normal) &&
                      jx_tokens_make(in->vocabulary, in->arena, normal, &nameless, &nameless, ret);
    in->failed = in->failed || !made;
    return made;
}

static size_t count_class(const jx_tokens *tokens, jx_class class)
{
    size_t count = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        count += tokens->rows[i].class == class ? 1 : 0;
    }
    return count;
}

static bool has(const jx_tokens *tokens, jx_class class)
{
    return count_class(tokens, class) > 0;
}

static const jx_token *find_class(const jx_tokens *tokens, jx_class class)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->rows[i].class == class) {
            return &tokens->rows[i];
        }
    }
    return NULL;
}

// --------------------------------------------------------------------------------------------- sense

static jx_sense sense_of(const jx_tokens *tokens, bool *ret_strict)
{
    *ret_strict = has(tokens, JX_CLASS_OVER) || has(tokens, JX_CLASS_UNDER);
    if (has(tokens, JX_CLASS_LEAST) || has(tokens, JX_CLASS_UP) || has(tokens, JX_CLASS_OVER)) {
        return JX_SENSE_MORE;
    }
    if (has(tokens, JX_CLASS_MOST) || has(tokens, JX_CLASS_WITHIN) || has(tokens, JX_CLASS_UNDER) ||
        has(tokens, JX_CLASS_DOWN) || has(tokens, JX_CLASS_FRONT)) {
        return JX_SENSE_LESS;
    }
    return has(tokens, JX_CLASS_EQUALS) ? JX_SENSE_EQUAL : JX_SENSE_NONE;
}

static bool read_sense(jx_rule_draft *in, jx_str cell)
{
    jx_tokens tokens;
    if (cell.size == 0 || in->table.sense != JX_SENSE_NONE) {
        return true;
    }
    if (!read_tokens(in, cell, &tokens)) {
        return false;
    }
    in->table.sense = sense_of(&tokens, &in->table.strict);
    in->table.sense_words = cell;
    return true;
}

// -------------------------------------------------------------------------------------------- levels

static void take_levels(jx_rule_draft *in, const jx_tokens *tokens)
{
    jx_table_facts *table = &in->table;
    size_t count = 0;
    for (size_t i = 0; i < tokens->count && count < 12; i++) {
        const jx_class class = tokens->rows[i].class;
        if (class == JX_CLASS_LEVEL) {
            table->levels[count++] = jx_tokens_slice(tokens, i, i + 1);
        } else if (class != JX_CLASS_PAUSE && class != JX_CLASS_JOIN && count > 0) {
            break;
        }
    }
    table->level_count = count >= 3 ? count : 0;
}

// --------------------------------------------------------------------------------------------- dates

// 前, 底, 末: by then, not within.
static bool has_deadline(const jx_normal *normal, size_t first, size_t end)
{
    enum { BEFORE = 0x524D, BOTTOM = 0x5E95, LAST = 0x672B };
    for (size_t i = first; i < end; i++) {
        const uint32_t code = normal->chars[i].code;
        if (code == BEFORE || code == BOTTOM || code == LAST) {
            return true;
        }
    }
    return false;
}

static jx_str write_year(jx_rule_draft *in, jx_decimal year)
{
    return jx_number_text(in, year);
}

// yyyymmdd as a date; the day 0 stands for the whole month up to its end.
static bool write_date(jx_rule_draft *in, jx_decimal packed, jx_str *ret)
{
    char text[JX_DATE_TEXT];
    int64_t number = 0;
    jx_date_range range;
    if (!jx_decimal_to_integer(packed, &number)) {
        return false;
    }
    int64_t year = number / 10000;
    if (year == 0) {
        jx_date_range whole;
        bool form = false;
        if (!jx_date_parse(jx_str_trim(in->wording->year), &whole, &form)) {
            return jx_unclear_words(in, JX_REASON_YEAR_WANTED, in->table.words, JX_STR_NONE);
        }
        int32_t found = 0;
        int32_t month = 0;
        int32_t day = 0;
        jx_date_split(whole.first, &found, &month, &day);
        year = found;
        jx_assume(in, JX_PROJECT_YEAR);
    }
    const int month = (int)(number / 100 % 100);
    const int day = (int)(number % 100);
    const int size = day > 0 ? snprintf(text, sizeof text, "%04d-%02d-%02d", (int)year, month, day)
                             : snprintf(text, sizeof text, "%04d-%02d", (int)year, month);
    const jx_str written = {text, (size_t)size};
    bool form = false;
    if (!jx_date_parse(written, &range, &form)) {
        return false;
    }
    *ret = jx_arena_copy(in->arena, written);
    in->failed = in->failed || ret->data == NULL;
    return !in->failed;
}

static bool project_year(jx_rule_draft *in, jx_str *ret)
{
    jx_date_range range;
    bool form = false;
    const jx_str year = jx_str_trim(in->wording->year);
    if (!jx_date_parse(year, &range, &form)) {
        return false;
    }
    *ret = year;
    return true;
}

// From `*ret` to the second date of the clause.
static bool write_date_range(jx_rule_draft *in, const jx_clause *clause, jx_str *ret)
{
    jx_str last;
    jx_text text = jx_text_in(in->arena);
    if (clause->amount_count != 2 || !write_date(in, clause->amounts[1].number, &last)) {
        return false;
    }
    jx_text_add(&text, *ret);
    jx_text_put(&text, "..");
    jx_text_add(&text, last);
    *ret = jx_text_end(&text);
    in->failed = in->failed || ret->data == NULL;
    return !in->failed;
}

bool jx_find_date(jx_rule_draft *in, const jx_clause *clause, jx_str *ret, bool *ret_is_year)
{
    const jx_table_facts *table = &in->table;
    const bool stated = clause != NULL && clause->amount_count > 0;
    jx_str found = JX_STR_NONE;
    *ret_is_year = true;
    if (clause != NULL && clause->kind == JX_CLAUSE_BY_DATE) {
        *ret_is_year = false;
        if (!write_date(in, clause->amounts[0].number, &found)) {
            return false;
        }
        if (clause->argument == 1 && !write_date_range(in, clause, &found)) {
            return false;
        }
        *ret_is_year = clause->argument == 1;
    } else if (stated) {
        found = write_year(in, clause->amounts[0].number);
    } else if (table->target == JX_TARGET_DATE) {
        found = table->date;
        *ret_is_year = table->date_is_year;
    } else if (clause != NULL && clause->kind == JX_CLAUSE_IN_YEAR && project_year(in, &found)) {
        jx_assume(in, JX_PROJECT_YEAR);
    }
    if (found.data == NULL) {
        return false;
    }
    const jx_token *rows = in->tokens.rows;
    if (clause != NULL &&
        has_deadline(in->tokens.normal, rows[clause->first].first, rows[clause->end - 1].end)) {
        *ret_is_year = false;
    }
    *ret_is_year = *ret_is_year && table->sense != JX_SENSE_LESS;
    if (stated && table->target == JX_TARGET_DATE && !jx_str_equal(found, table->date)) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, clause, table->date);
    }
    if (clause != NULL && !stated && clause->kind == JX_CLAUSE_IN_YEAR) {
        jx_assume(in, JX_PROJECT_YEAR);
    }
    *ret = found;
    return true;
}

// --------------------------------------------------------------------------------------------- target

static void take_number(jx_rule_draft *in, const jx_tokens *tokens)
{
    jx_table_facts *table = &in->table;
    bool strict = false;
    table->target = JX_TARGET_NUMBER;
    table->amount = find_class(tokens, JX_CLASS_QUANTITY)->amount;
    if (table->unit == JX_UNIT_NONE) {
        table->unit = table->amount.kind;
        table->unit_family = table->amount.family;
        table->unit_words = table->amount.unit;
        table->unit_scale = table->amount.scale;
    }
    if (jx_amount_fit(in, &table->amount, &table->number) != JX_FITS) {
        table->target = JX_TARGET_SEVERAL;
    }
    const jx_sense sense = sense_of(tokens, &strict);
    if (table->sense == JX_SENSE_NONE || table->sense == JX_SENSE_EQUAL) {
        table->sense = sense != JX_SENSE_NONE ? sense : table->sense;
        table->strict = sense != JX_SENSE_NONE ? strict : table->strict;
    }
}

static bool take_date(jx_rule_draft *in, const jx_tokens *tokens)
{
    jx_table_facts *table = &in->table;
    const jx_token *date = find_class(tokens, JX_CLASS_DATE);
    const jx_token *year = find_class(tokens, JX_CLASS_YEAR);
    const bool fits = date != NULL   ? write_date(in, date->amount.number, &table->date)
                      : year != NULL ? (table->date = write_year(in, year->amount.number), true)
                                     : project_year(in, &table->date);
    const size_t end = tokens->rows[tokens->count - 1].end;
    table->date_is_year = date == NULL && !has_deadline(tokens->normal, 0, end);
    table->target = fits ? JX_TARGET_DATE : JX_TARGET_WORDS;
    return !in->unclear && !in->failed;
}

static bool only_goal(const jx_tokens *tokens)
{
    size_t goals = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const jx_class class = tokens->rows[i].class;
        goals += class == JX_CLASS_GOAL || class == JX_CLASS_BUDGET ? 1 : 0;
        if (class != JX_CLASS_GOAL && class != JX_CLASS_BUDGET && class != JX_CLASS_TEXT &&
            class != JX_CLASS_LEAST && class != JX_CLASS_MET && class != JX_CLASS_MOST) {
            return false;
        }
    }
    return goals > 0;
}

// A date as a project file states one: 2024-12-31; 2024 alone where the unit is 年.
static bool take_plain_date(jx_rule_draft *in, jx_str cell)
{
    jx_date_range range;
    bool form = false;
    jx_table_facts *table = &in->table;
    char text[JX_DATE_TEXT];
    for (size_t i = 1; i + 2 < cell.size; i++) {
        if (cell.data[i] == '.' && cell.data[i + 1] == '.') {
            const bool both = jx_date_parse(jx_str_first(cell, i), &range, &form) &&
                              jx_date_parse(jx_str_from(cell, i + 2), &range, &form);
            table->target = both ? JX_TARGET_DATE : JX_TARGET_WORDS;
            table->words = cell;
            table->date = cell;
            table->date_is_year = true;
            return true;
        }
    }
    if (!jx_date_parse(cell, &range, &form) || (cell.size == 4 && table->unit != JX_UNIT_YEAR)) {
        return false;
    }
    const jx_str date = jx_date_format(range, text);
    table->words = cell;
    table->date = jx_arena_copy(in->arena, date);
    table->date_is_year = date.size == 4;
    table->target = JX_TARGET_DATE;
    in->failed = in->failed || table->date.data == NULL;
    return true;
}

static bool take_target(jx_rule_draft *in, jx_str cell)
{
    jx_tokens tokens;
    jx_table_facts *table = &in->table;
    if (take_plain_date(in, cell)) {
        return true;
    }
    if (!read_tokens(in, cell, &tokens)) {
        return false;
    }
    table->words = cell;
    table->names_level = table->names_level || has(&tokens, JX_CLASS_LEVEL);
    table->place = table->place || has(&tokens, JX_CLASS_FRONT) || has(&tokens, JX_CLASS_RANK);
    take_levels(in, &tokens);
    const size_t numbers = count_class(&tokens, JX_CLASS_QUANTITY);
    const bool grows = has(&tokens, JX_CLASS_AGAINST) || has(&tokens, JX_CLASS_GROW) ||
                       has(&tokens, JX_CLASS_RISE);
    if (numbers > 1) {
        table->target = JX_TARGET_SEVERAL;
    } else if (numbers == 1 && !has(&tokens, JX_CLASS_PAUSE)) {
        take_number(in, &tokens);
    } else if (count_class(&tokens, JX_CLASS_DATE) + count_class(&tokens, JX_CLASS_YEAR) > 1) {
        table->target = JX_TARGET_SEVERAL;
    } else if (has(&tokens, JX_CLASS_YEAR) || has(&tokens, JX_CLASS_DATE) ||
               has(&tokens, JX_CLASS_INYEAR)) {
        return take_date(in, &tokens);
    } else if (grows) {
        table->target = JX_TARGET_GROWTH;
    } else {
        table->target = only_goal(&tokens) ? JX_TARGET_GOAL : JX_TARGET_WORDS;
    }
    return true;
}

static bool read_target(jx_rule_draft *in)
{
    const jx_wording *wording = in->wording;
    const jx_str stated = jx_str_trim(wording->target);
    const jx_str value = stated.size > 0 ? stated : jx_str_trim(wording->value);
    const jx_str content = jx_str_trim(wording->content);
    jx_table_facts *table = &in->table;
    if (value.size > 0 && !take_target(in, value)) {
        return false;
    }
    const size_t levels = table->level_count;
    if (content.size == 0 || table->target == JX_TARGET_NUMBER || table->target == JX_TARGET_DATE ||
        table->target == JX_TARGET_SEVERAL || levels > 0) {
        return true;
    }
    jx_table_facts before = *table;
    if (!take_target(in, content)) {
        return false;
    }
    const bool better = table->target == JX_TARGET_NUMBER || table->target == JX_TARGET_DATE ||
                        table->level_count > 0 || value.size == 0;
    if (!better) {
        const bool place = table->place;
        *table = before;
        table->place = place;
    }
    return true;
}

// ------------------------------------------------------------------------------------------ everything

static bool read_unit(jx_rule_draft *in)
{
    jx_normal normal;
    jx_table_facts *table = &in->table;
    table->unit_words = jx_str_trim(in->wording->unit);
    table->unit_family = (jx_str)JX_STR("");
    if (!jx_normal_make(in->arena, table->unit_words, &normal)) {
        in->failed = true;
        return false;
    }
    const jx_unit unit = jx_unit_of(in->vocabulary, &normal);
    table->unit = unit.kind;
    table->unit_family = unit.family;
    table->unit_scale = unit.scale;
    table->place = table->unit == JX_UNIT_PLACE;
    return true;
}

static bool read_weight(jx_rule_draft *in)
{
    jx_tokens tokens;
    jx_table_facts *table = &in->table;
    const jx_str cell = jx_str_trim(in->wording->weight);
    if (cell.size > 0) {
        const bool made = read_tokens(in, cell, &tokens);
        const bool plain = made && tokens.count == 1 && has(&tokens, JX_CLASS_QUANTITY) &&
                           tokens.rows[0].amount.kind <= JX_UNIT_SCORE;
        table->has_weight = plain;
        table->weight = plain ? tokens.rows[0].amount.number : JX_DECIMAL_ZERO;
    }
    for (size_t i = 0; cell.size == 0 && i < in->clauses.count; i++) {
        const jx_clause *clause = &in->clauses.rows[i];
        const bool says = clause->kind == JX_CLAUSE_POINTS || clause->kind == JX_CLAUSE_WEIGHT;
        const bool points = says && clause->amounts[0].kind == JX_UNIT_SCORE;
        if (points && (!table->has_weight ||
                       jx_decimal_compare(clause->amounts[0].number, table->weight) > 0)) {
            table->has_weight = true;
            table->weight = clause->amounts[0].number;
        }
    }
    table->has_weight = table->has_weight && jx_decimal_sign(table->weight) > 0;
    return table->has_weight || in->failed ||
           jx_unclear_words(in, JX_REASON_WEIGHT_WANTED, JX_STR_NONE, JX_STR_NONE);
}

bool jx_read_table(jx_rule_draft *in)
{
    in->table.weight = JX_DECIMAL_ZERO;
    const bool made = read_unit(in) && read_sense(in, jx_str_trim(in->wording->comparator)) &&
                      read_sense(in, jx_str_trim(in->wording->kind)) && read_target(in) &&
                      read_weight(in);
    for (size_t i = 0; i < in->tokens.count; i++) {
        const jx_class class = in->tokens.rows[i].class;
        in->table.place = in->table.place || class == JX_CLASS_FRONT || class == JX_CLASS_BEHIND ||
                          class == JX_CLASS_ORDINAL;
    }
    return made && !in->failed && !in->unclear;
}

// ------------------------------------------------------------------------------------------------ units

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
    const bool same =
        amount->kind == table->unit && jx_str_equal(amount->family, table->unit_family);
    return same && divide(*ret, table->unit_scale, ret) ? JX_FITS : JX_FITS_NOT;
}

// -------------------------------------------------------------------------------------------------- aim

// 完成 means at least that.
static bool is_finishing(const jx_rule_draft *in, const jx_tokens *tokens)
{
    const jx_token *met = find_class(tokens, JX_CLASS_MET);
    for (size_t i = met == NULL ? 1 : met->first; met != NULL && i < met->end; i++) {
        if (in->tokens.normal->chars[i].code == FINISH) {
            return true;
        }
    }
    return false;
}

static jx_sense sense_of_range(const jx_rule_draft *in,
                               const jx_clause *clause,
                               const jx_tokens *tokens)
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
        return is_finishing(in, tokens) ? JX_SENSE_MORE : JX_SENSE_NONE;
    default:
        return JX_SENSE_NONE;
    }
}

static jx_sense sense_of_clause(const jx_rule_draft *in, const jx_clause *clause)
{
    const jx_tokens tokens = {in->tokens.normal, in->tokens.rows + clause->first,
                              clause->end - clause->first};
    if (clause->kind == JX_CLAUSE_RANGE || clause->kind == JX_CLAUSE_GROWTH) {
        return sense_of_range(in, clause, &tokens);
    }
    if (clause->kind != JX_CLAUSE_MET) {
        return JX_SENSE_NONE;
    }
    if (has(&tokens, JX_CLASS_MOST) || clause->argument == JX_CLASS_BUDGET) {
        return JX_SENSE_LESS;
    }
    const bool least = has(&tokens, JX_CLASS_LEAST) && !has(&tokens, JX_CLASS_MET);
    return least || is_finishing(in, &tokens) ? JX_SENSE_MORE : JX_SENSE_NONE;
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
    if (fit == JX_FITS_AS_SHARE && table->target == JX_TARGET_NUMBER) {
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
        return jx_unclear_words(in, JX_REASON_TARGET_SEVERAL, table->words, JX_STR_NONE);
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

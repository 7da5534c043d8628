// SPDX-License-Identifier: MIT
// What the cells beside the wording state: target, comparator, unit, weight, levels.
#include "base/date.h"
#include "rule/deadlines.h"
#include "rule/draft.h"

static bool read_tokens(jx_rule_draft *in, jx_str cell, jx_tokens *ret)
{
    static const jx_normal nameless = {.count = 0};
    jx_normal *normal = jx_arena_alloc(in->arena, sizeof *normal);
    const bool made = normal != NULL && jx_normal_make(in->arena, cell, normal) &&
                      jx_tokens_make(in->vocabulary, in->arena, normal, &nameless, &nameless, ret);
    in->failed = in->failed || !made;
    return made;
}

// --------------------------------------------------------------------------------------------- sense

static jx_sense sense_of(const jx_tokens *tokens, bool *ret_strict)
{
    *ret_strict = jx_tokens_have(tokens, JX_CLASS_OVER) || jx_tokens_have(tokens, JX_CLASS_UNDER);
    if (jx_tokens_have(tokens, JX_CLASS_LEAST) || jx_tokens_have(tokens, JX_CLASS_UP) ||
        jx_tokens_have(tokens, JX_CLASS_OVER)) {
        return JX_SENSE_MORE;
    }
    if (jx_tokens_have(tokens, JX_CLASS_MOST) || jx_tokens_have(tokens, JX_CLASS_WITHIN) ||
        jx_tokens_have(tokens, JX_CLASS_UNDER) || jx_tokens_have(tokens, JX_CLASS_DOWN) ||
        jx_tokens_have(tokens, JX_CLASS_FRONT)) {
        return JX_SENSE_LESS;
    }
    return jx_tokens_have(tokens, JX_CLASS_EQUALS) ? JX_SENSE_EQUAL : JX_SENSE_NONE;
}

static bool read_sense(jx_rule_draft *in, jx_str cell)
{
    jx_tokens tokens;
    jx_table_facts *table = &in->table;
    bool strict = false;
    if (cell.size == 0) {
        return true;
    }
    if (!read_tokens(in, cell, &tokens)) {
        return false;
    }
    const jx_sense sense = sense_of(&tokens, &strict);
    const bool against = (sense == JX_SENSE_MORE && table->sense == JX_SENSE_LESS) ||
                         (sense == JX_SENSE_LESS && table->sense == JX_SENSE_MORE);
    if (against) {
        return jx_unclear_words(in, JX_REASON_DIRECTION_DIFFERS, cell, table->sense_words);
    }
    if (table->sense == JX_SENSE_NONE) {
        table->sense = sense;
        table->strict = strict;
        table->sense_words = cell;
    }
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

// --------------------------------------------------------------------------------------------- target

static void take_number(jx_rule_draft *in, const jx_tokens *tokens)
{
    jx_table_facts *table = &in->table;
    bool strict = false;
    table->target = JX_TARGET_NUMBER;
    table->vague = jx_tokens_have(tokens, JX_CLASS_DISCRETION);
    table->amount = jx_tokens_find(tokens, JX_CLASS_QUANTITY)->amount;
    if (table->unit == JX_UNIT_NONE) {
        table->unit = table->amount.kind;
        table->unit_family = table->amount.family;
        table->unit_words = table->amount.unit;
        table->unit_scale = table->amount.scale;
    }
    if (jx_amount_fit(in, &table->amount, &table->number) != JX_FITS) {
        table->target = JX_TARGET_SEVERAL;
        table->foreign = true;
    }
    const jx_sense sense = sense_of(tokens, &strict);
    if (table->sense == JX_SENSE_NONE || table->sense == JX_SENSE_EQUAL) {
        table->sense = sense != JX_SENSE_NONE ? sense : table->sense;
        table->strict = sense != JX_SENSE_NONE ? strict : table->strict;
    }
}

bool jx_unclear_several(jx_rule_draft *in)
{
    const jx_table_facts *table = &in->table;
    return table->foreign
               ? jx_unclear_words(in, JX_REASON_UNIT_DIFFERS, table->words, table->unit_words)
               : jx_unclear_words(in, JX_REASON_TARGET_SEVERAL, table->words, JX_STR_NONE);
}

static bool take_date(jx_rule_draft *in, const jx_tokens *tokens)
{
    jx_table_facts *table = &in->table;
    const jx_token *date = jx_tokens_find(tokens, JX_CLASS_DATE);
    const jx_token *year = jx_tokens_find(tokens, JX_CLASS_YEAR);
    bool fits = true;
    const jx_token *stated = date != NULL ? date : year;
    const bool after = stated != NULL &&
                       jx_sign_at(in->vocabulary, JX_CLASS_PAST, tokens->normal, stated->end) > 0;
    if (after || jx_has_other_year(in, tokens->normal, 0, tokens->normal->count)) {
        return jx_unclear_words(in, after ? JX_REASON_INEXPRESSIBLE : JX_REASON_OTHER_YEAR,
                                table->words, JX_STR_NONE);
    }
    if (date != NULL && jx_is_open_month(in, tokens->normal, 0, tokens->rows[tokens->count - 1].end,
                                         date->amount.number)) {
        return jx_unclear_words(in, JX_REASON_END_OPEN, table->words, JX_STR_NONE);
    }
    if (date != NULL) {
        fits = jx_write_date(in, date->amount.number, &table->date);
    } else if (year != NULL) {
        table->date = jx_number_text(in, year->amount.number);
    } else {
        fits = jx_project_year(in, &table->date);
    }
    const size_t end = tokens->rows[tokens->count - 1].end;
    table->date_is_year = date == NULL && !jx_has_deadline(in, tokens->normal, 0, end);
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
    table->names_level = table->names_level || jx_tokens_have(&tokens, JX_CLASS_LEVEL);
    table->place = table->place || jx_tokens_have(&tokens, JX_CLASS_FRONT) ||
                   jx_tokens_have(&tokens, JX_CLASS_RANK);
    take_levels(in, &tokens);
    const size_t numbers = jx_tokens_count(&tokens, JX_CLASS_QUANTITY);
    const bool grows = jx_tokens_have(&tokens, JX_CLASS_AGAINST) ||
                       jx_tokens_have(&tokens, JX_CLASS_GROW) ||
                       jx_tokens_have(&tokens, JX_CLASS_RISE);
    const size_t dates =
        jx_tokens_count(&tokens, JX_CLASS_DATE) + jx_tokens_count(&tokens, JX_CLASS_YEAR);
    const bool one = numbers == 1 && !jx_tokens_have(&tokens, JX_CLASS_PAUSE);
    if (numbers > 1 || (!one && dates > 1)) {
        table->target = JX_TARGET_SEVERAL;
    } else if (one) {
        take_number(in, &tokens);
    } else if (jx_tokens_have(&tokens, JX_CLASS_YEAR) || jx_tokens_have(&tokens, JX_CLASS_DATE) ||
               jx_tokens_have(&tokens, JX_CLASS_INYEAR)) {
        return take_date(in, &tokens);
    } else if (grows) {
        table->target = JX_TARGET_GROWTH;
    } else {
        table->target = only_goal(&tokens) ? JX_TARGET_GOAL : JX_TARGET_WORDS;
    }
    return true;
}

// The published cell beside the formal one must not state another number.
// Of prose only a percentage beside a percentage is one.
static bool check_value(jx_rule_draft *in, jx_str cell, bool prose)
{
    jx_tokens tokens;
    jx_decimal number = JX_DECIMAL_ZERO;
    if (in->table.target != JX_TARGET_NUMBER || cell.size == 0) {
        return true;
    }
    if (!read_tokens(in, cell, &tokens)) {
        return false;
    }
    const jx_token *stated = jx_tokens_find(&tokens, JX_CLASS_QUANTITY);
    const bool one =
        jx_tokens_count(&tokens, JX_CLASS_QUANTITY) == 1 &&
        !jx_tokens_have(&tokens, JX_CLASS_PAUSE) &&
        (prose ? stated->amount.kind == JX_UNIT_PERCENT && in->table.unit == JX_UNIT_PERCENT
               : !jx_tokens_have(&tokens, JX_CLASS_TEXT)) &&
        jx_amount_fit(in, &stated->amount, &number) == JX_FITS;
    return !one || jx_decimal_compare(number, in->table.number) == 0 ||
           jx_unclear_words(in, JX_REASON_TARGET_DIFFERS, cell, in->table.words);
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
    if (table->vague) {
        return jx_unclear_words(in, JX_REASON_DISCRETION, value, JX_STR_NONE);
    }
    if (stated.size > 0 && !check_value(in, jx_str_trim(wording->value), false)) {
        return false;
    }
    if (!check_value(in, content, true)) {
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
        const bool plain = made && tokens.count == 1 &&
                           jx_tokens_have(&tokens, JX_CLASS_QUANTITY) &&
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

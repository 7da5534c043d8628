// SPDX-License-Identifier: MIT
#include "rule/deadlines.h"

#include "base/date.h"
#include "base/text.h"

#include <stdio.h>

// 12月前: by its beginning or by its end?
bool jx_is_open_month(
    const jx_rule_draft *in, const jx_normal *normal, size_t first, size_t end, jx_decimal packed)
{
    int64_t number = 0;
    return jx_decimal_to_integer(packed, &number) && number % 100 == 0 &&
           jx_sign_within(in->vocabulary, JX_CLASS_AHEAD, normal, first, end) &&
           !jx_sign_within(in->vocabulary, JX_CLASS_BOTTOM, normal, first, end);
}

// 前, 底, 末: by then, not within.
bool jx_has_deadline(const jx_rule_draft *in, const jx_normal *normal, size_t first, size_t end)
{
    return jx_sign_within(in->vocabulary, JX_CLASS_AHEAD, normal, first, end) ||
           jx_sign_within(in->vocabulary, JX_CLASS_BOTTOM, normal, first, end);
}

static bool is_of_one_year(jx_date_range range)
{
    int32_t first = 0;
    int32_t last = 0;
    int32_t month = 0;
    int32_t day = 0;
    jx_date_split(range.first, &first, &month, &day);
    jx_date_split(range.last, &last, &month, &day);
    return first == last;
}

// yyyymmdd as a date; the day 0 stands for the whole month up to its end.
bool jx_write_date(jx_rule_draft *in, jx_decimal packed, jx_str *ret)
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
        const bool dated = in->table.target == JX_TARGET_DATE &&
                           jx_date_parse(in->table.date, &whole, &form) && is_of_one_year(whole);
        if (!dated && !jx_date_parse(jx_str_trim(in->wording->year), &whole, &form)) {
            return jx_unclear_words(in, JX_REASON_YEAR_WANTED, in->table.words, JX_STR_NONE);
        }
        int32_t found = 0;
        int32_t month = 0;
        int32_t day = 0;
        jx_date_split(whole.first, &found, &month, &day);
        year = found;
        if (!dated) {
            jx_assume(in, JX_PROJECT_YEAR);
        }
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

bool jx_project_year(jx_rule_draft *in, jx_str *ret)
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
    jx_str last = JX_STR_NONE;
    jx_text text = jx_text_in(in->arena);
    if (clause->amount_count != 2 || !jx_write_date(in, clause->amounts[1].number, &last)) {
        return false;
    }
    jx_text_add(&text, *ret);
    jx_text_put(&text, "..");
    jx_text_add(&text, last);
    *ret = jx_text_end(&text);
    in->failed = in->failed || ret->data == NULL;
    return !in->failed;
}

// 12月底前 and 2024-12-31 are one deadline.
static bool end_alike(jx_str one, jx_str other)
{
    jx_date_range first;
    jx_date_range second;
    bool form = false;
    return jx_date_parse(one, &first, &form) && jx_date_parse(other, &second, &form) &&
           first.last == second.last;
}

// 12月前 may be before December or by its end, 6月完成 in June or by then, unless the table settles it.
static bool find_stated(jx_rule_draft *in,
                        const jx_clause *clause,
                        jx_str *ret,
                        bool *ret_is_within)
{
    enum { DAY_TEXT = sizeof "2024-12-31" - 1 };
    int64_t packed = 0;
    const jx_decimal number = clause->amounts[0].number;
    const bool range = clause->argument == 1;
    const jx_token *rows = in->tokens.rows;
    if (!jx_write_date(in, number, ret) || (range && !write_date_range(in, clause, ret))) {
        return false;
    }
    const jx_table_facts *table = &in->table;
    const bool settled = range || (table->target == JX_TARGET_DATE &&
                                   table->date.size == DAY_TEXT && end_alike(*ret, table->date));
    const size_t first = rows[clause->first].first;
    const size_t end = rows[clause->end - 1].end;
    const bool month = jx_decimal_to_integer(number, &packed) && packed % 100 == 0;
    *ret_is_within = range;
    if (!settled && jx_is_open_month(in, in->tokens.normal, first, end, number)) {
        return jx_unclear_clause(in, JX_REASON_END_OPEN, clause, JX_STR_NONE);
    }
    if (!settled && month && in->table.sense != JX_SENSE_LESS &&
        !jx_clause_has(in, clause, JX_CLASS_MOST) &&
        !jx_has_deadline(in, in->tokens.normal, first, end)) {
        return jx_unclear_clause(in, JX_REASON_EARLY_OPEN, clause, JX_STR_NONE);
    }
    return true;
}

bool jx_has_other_year(const jx_rule_draft *in, const jx_normal *normal, size_t first, size_t end)
{
    return jx_sign_within(in->vocabulary, JX_CLASS_OTHERYEAR, normal, first, end);
}

// 每年3月底前: of which year?
static bool is_every_year(const jx_normal *normal, size_t at)
{
    enum { EVERY = 0x6BCF, YEAR_SIGN = 0x5E74 };
    return at >= 2 && normal->chars[at - 1].code == YEAR_SIGN &&
           normal->chars[at - 2].code == EVERY;
}

// 2024年前: by its beginning or by its end?
static bool check_year_words(jx_rule_draft *in, const jx_clause *clause)
{
    const jx_token *rows = in->tokens.rows;
    const jx_normal *normal = in->tokens.normal;
    const size_t first = rows[clause->first].first;
    const size_t end = rows[clause->end - 1].end;
    if (jx_has_other_year(in, normal, first, end)) {
        return jx_unclear_clause(in, JX_REASON_OTHER_YEAR, clause, JX_STR_NONE);
    }
    if (clause->kind == JX_CLAUSE_BY_DATE && is_every_year(normal, first)) {
        return jx_unclear_clause(in, JX_REASON_SEVERAL, clause, JX_STR_NONE);
    }
    const bool year = clause->kind == JX_CLAUSE_IN_YEAR && clause->amount_count > 0;
    return !year || !jx_is_open_month(in, normal, first, end, JX_DECIMAL_ZERO) ||
           jx_unclear_clause(in, JX_REASON_END_OPEN, clause, JX_STR_NONE);
}

bool jx_is_bare_year(const jx_rule_draft *in)
{
    enum { LEAST = 1900, MOST = 2199 };
    int64_t year = 0;
    const jx_table_facts *table = &in->table;
    return table->target == JX_TARGET_NUMBER && table->unit == JX_UNIT_NONE &&
           jx_decimal_to_integer(table->number, &year) && year >= LEAST && year <= MOST;
}

static bool is_another_year(const jx_rule_draft *in, jx_str found)
{
    int64_t year = 0;
    jx_date_range range;
    int32_t own = 0;
    int32_t month = 0;
    int32_t day = 0;
    bool form = false;
    if (!jx_is_bare_year(in) || !jx_decimal_to_integer(in->table.number, &year) ||
        !jx_date_parse(found, &range, &form)) {
        return false;
    }
    jx_date_split(range.first, &own, &month, &day);
    return own != year;
}

// Whether the target's cell states something else than the date that was found.
static bool agrees_with_target(jx_rule_draft *in,
                               const jx_clause *clause,
                               jx_str found,
                               bool is_year)
{
    const jx_table_facts *table = &in->table;
    const bool counted = table->target == JX_TARGET_NUMBER && table->unit != JX_UNIT_NONE &&
                         table->unit != JX_UNIT_YEAR && clause->kind != JX_CLAUSE_IN_TIME;
    if (counted || is_another_year(in, found)) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, clause, table->words);
    }
    const bool other = clause->amount_count > 0 && table->target == JX_TARGET_DATE &&
                       !jx_str_equal(found, table->date) &&
                       (is_year || !end_alike(found, table->date));
    return !other || jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, clause, table->date);
}

bool jx_find_date(jx_rule_draft *in, const jx_clause *clause, jx_str *ret, bool *ret_is_year)
{
    const jx_table_facts *table = &in->table;
    const bool stated = clause != NULL && clause->amount_count > 0;
    jx_str found = JX_STR_NONE;
    *ret_is_year = true;
    if (clause != NULL && !check_year_words(in, clause)) {
        return false;
    }
    if (clause != NULL && clause->kind == JX_CLAUSE_BY_DATE) {
        if (!find_stated(in, clause, &found, ret_is_year)) {
            return false;
        }
    } else if (stated) {
        found = jx_number_text(in, clause->amounts[0].number);
    } else if (table->target == JX_TARGET_DATE) {
        found = table->date;
        *ret_is_year = table->date_is_year;
    } else if (clause != NULL && clause->kind == JX_CLAUSE_IN_YEAR && jx_project_year(in, &found)) {
        jx_assume(in, JX_PROJECT_YEAR);
    }
    if (found.data == NULL) {
        return false;
    }
    const jx_token *rows = in->tokens.rows;
    if (clause != NULL && jx_has_deadline(in, in->tokens.normal, rows[clause->first].first,
                                          rows[clause->end - 1].end)) {
        *ret_is_year = false;
    }
    *ret_is_year = *ret_is_year && table->sense != JX_SENSE_LESS;
    if (clause != NULL && !agrees_with_target(in, clause, found, *ret_is_year)) {
        return false;
    }
    if (clause != NULL && !stated && clause->kind == JX_CLAUSE_IN_YEAR) {
        jx_assume(in, JX_PROJECT_YEAR);
    }
    *ret = found;
    return true;
}

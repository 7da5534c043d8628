// SPDX-License-Identifier: MIT
// What a clause says against itself, or against what stands beside it, whatever rule it belongs to.
#include "rule/draft.h"

enum { DOWN_SIGN = 0x4E0B /* 下 */, NOT_SIGN = 0x4E0D /* 不 */ };

// 不低于95%(不含95%), 超过95%(含95%).
static bool contradicts_mark(const jx_rule_draft *in, const jx_clause *clause)
{
    const bool excluded = jx_clause_has(in, clause, JX_CLASS_EXCLUDED);
    const bool included = jx_clause_has(in, clause, JX_CLASS_INCLUDED);
    switch (clause->argument) {
    case JX_IS_LEAST:
    case JX_IS_MOST:
        return excluded && (jx_clause_has(in, clause, JX_CLASS_LEAST) ||
                            jx_clause_has(in, clause, JX_CLASS_MOST));
    case JX_IS_ABOVE:
        return included;
    case JX_IS_BELOW:
        return included && jx_clause_has(in, clause, JX_CLASS_UNDER);
    default:
        return false;
    }
}

// 以上(不含95%): the end does not belong to it, so it is above.
static void apply_mark(const jx_rule_draft *in, jx_clause *clause)
{
    const bool excluded = clause->inside[0] < 0 && jx_clause_has(in, clause, JX_CLASS_EXCLUDED);
    if (excluded && clause->argument == JX_IS_LEAST) {
        clause->argument = JX_IS_ABOVE;
    } else if (excluded && clause->argument == JX_IS_MOST) {
        clause->argument = JX_IS_BELOW;
    }
}

// 第5名以上, 10名及以下: of places better or greater, worse or less?
static bool is_open_place(const jx_rule_draft *in, const jx_clause *clause)
{
    const bool place = in->table.place || jx_clause_has(in, clause, JX_CLASS_RANK) ||
                       (clause->amount_count > 0 && clause->amounts[0].kind == JX_UNIT_PLACE);
    bool down = jx_clause_has(in, clause, JX_CLASS_UP) || jx_clause_has(in, clause, JX_CLASS_DOWN);
    for (size_t i = clause->first; i < clause->end; i++) {
        const jx_token *token = &in->tokens.rows[i];
        down = down ||
               (token->class == JX_CLASS_WITHIN && jx_token_has(&in->tokens, token, DOWN_SIGN));
    }
    return place && down && clause->amounts[0].kind != JX_UNIT_PERCENT;
}

// 每高1名, 每少1名: of places only 低, 降, 退 and the like are worse.
static bool is_open_step(const jx_rule_draft *in, const jx_clause *clause)
{
    enum { HIGH = 0x9AD8, FEW = 0x5C11, UPWARDS = 0x5347 };
    bool open = false;
    bool place = in->table.place || clause->amounts[0].kind == JX_UNIT_PLACE;
    for (size_t i = 0; i < in->tokens.count; i++) {
        place = place || in->tokens.rows[i].class == JX_CLASS_RANK;
    }
    for (size_t i = clause->first; i < clause->end; i++) {
        const jx_token *token = &in->tokens.rows[i];
        open = open ||
               ((token->class == JX_CLASS_RISE || token->class == JX_CLASS_DROP) &&
                (jx_token_has(&in->tokens, token, HIGH) || jx_token_has(&in->tokens, token, FEW) ||
                 jx_token_has(&in->tokens, token, UPWARDS)));
    }
    return clause->kind == JX_CLAUSE_STEP && place && open &&
           clause->amounts[0].kind != JX_UNIT_PERCENT;
}

// 排名提升: a place that rises is a number that falls.
static bool is_growing_place(const jx_rule_draft *in, const jx_clause *clause)
{
    return clause->kind == JX_CLAUSE_GROWTH &&
           (in->table.place || jx_clause_has(in, clause, JX_CLASS_RANK));
}

// 以调整后目标为准, 按合同扣款, 以万元为单位: more than where the figure is found; 以较低者为准 chooses one.
static bool says_more(const jx_rule_draft *in, const jx_clause *clause)
{
    static const jx_class signs[] = {JX_CLASS_ADJUSTS, JX_CLASS_CHOOSES};
    const jx_token *rows = in->tokens.rows;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (jx_sign_within(in->vocabulary, signs[i], in->tokens.normal, rows[clause->first].first,
                           rows[clause->end - 1].end)) {
            return true;
        }
    }
    return false;
}

// 按比例不扣分, and 计算 alone, which says that something is counted and not that all is earned.
static bool says_nothing(const jx_rule_draft *in, const jx_clause *clause)
{
    enum { POINTS = 0x5206 /* 分 */ };
    const jx_token *last = &in->tokens.rows[clause->end - 1];
    if (clause->kind == JX_CLAUSE_PRORATA) {
        return last->class == JX_CLASS_FULL &&
               in->tokens.normal->chars[last->first].code == NOT_SIGN;
    }
    return clause->kind == JX_CLAUSE_FULL && clause->argument == JX_CLASS_SCORE &&
           !jx_token_has(&in->tokens, last, POINTS);
}

// 6月30日后, 非2024年, 15日前: what stands beside a date or a number turns it round, or makes it another.
static bool is_turned(const jx_rule_draft *in, const jx_clause *clause)
{
    const jx_normal *normal = in->tokens.normal;
    const bool date = clause->kind == JX_CLAUSE_BY_DATE || clause->kind == JX_CLAUSE_IN_YEAR;
    for (size_t i = clause->first; i < clause->end; i++) {
        const jx_token *token = &in->tokens.rows[i];
        const bool number = token->class == JX_CLASS_QUANTITY || token->class == JX_CLASS_DATE ||
                            token->class == JX_CLASS_YEAR;
        const bool before = clause->kind == JX_CLAUSE_RANGE &&
                            jx_sign_at(in->vocabulary, JX_CLASS_AHEAD, normal, token->end) > 0;
        const bool behind =
            date && (jx_sign_at(in->vocabulary, JX_CLASS_PAST, normal, token->end) > 0 ||
                     (i + 1 < in->tokens.count && token[1].class == JX_CLASS_AFTER));
        const bool other =
            date && jx_sign_before(in->vocabulary, JX_CLASS_OTHERWISE, normal, token->first) > 0;
        if (number && (before || behind || other)) {
            return true;
        }
    }
    return false;
}

static bool check_clause(jx_rule_draft *in, jx_clause *clause)
{
    if (clause->kind == JX_CLAUSE_RANGE && contradicts_mark(in, clause)) {
        return jx_unclear_clause(in, JX_REASON_END_OPEN, clause, JX_STR_NONE);
    }
    if (is_turned(in, clause) ||
        (clause->kind == JX_CLAUSE_BY_DATE && jx_clause_has(in, clause, JX_CLASS_EXCLUDED))) {
        return jx_unclear_clause(in, JX_REASON_INEXPRESSIBLE, clause, JX_STR_NONE);
    }
    if ((clause->kind == JX_CLAUSE_RANGE && is_open_place(in, clause)) ||
        is_growing_place(in, clause) || is_open_step(in, clause)) {
        return jx_unclear_clause(in, JX_REASON_DIRECTION_WANTED, clause, JX_STR_NONE);
    }
    const bool evidence = clause->kind == JX_CLAUSE_EVIDENCE;
    if ((evidence && says_more(in, clause)) || says_nothing(in, clause)) {
        return jx_unclear_clause(in, JX_REASON_WORDS, clause, JX_STR_NONE);
    }
    if (clause->kind == JX_CLAUSE_RANGE) {
        apply_mark(in, clause);
    }
    return true;
}

// 每少1个扣1分，经批准调整的不扣分: behind what is taken, in words, 不扣分 is an exception.
static bool is_exception(const jx_rule_draft *in, const jx_statement *statement)
{
    const jx_clause *result = statement->result;
    const jx_token *token = &in->tokens.rows[result->first];
    const bool none = result->kind == JX_CLAUSE_FULL && token->class == JX_CLASS_FULL &&
                      in->tokens.normal->chars[token->first].code == NOT_SIGN;
    for (size_t i = 0; jx_is_full(in, result) && i < statement->count; i++) {
        const jx_clause *clause = statement->conditions[i];
        const bool words = clause->kind == JX_CLAUSE_WORDS &&
                           !jx_clause_has(in, clause, JX_CLASS_NOT) &&
                           !jx_clause_has(in, clause, JX_CLASS_MET);
        if (words || (none && clause->kind == JX_CLAUSE_LEVELS)) {
            return true;
        }
    }
    return none && statement->count == 0;
}

static bool check_exceptions(jx_rule_draft *in)
{
    bool taken = false;
    for (size_t i = 0; i < in->count; i++) {
        const jx_statement *statement = &in->statements[i];
        if (taken && is_exception(in, statement)) {
            const size_t first =
                statement->count > 0 ? statement->conditions[0]->first : statement->result->first;
            return jx_unclear(in, JX_REASON_EXCEPT, first, statement->result->end, JX_STR_NONE);
        }
        taken = taken || statement->result->kind == JX_CLAUSE_LOSE;
    }
    return true;
}

// 完成率、合格率达95%
static bool check_lists(jx_rule_draft *in)
{
    const jx_token *rows = in->tokens.rows;
    for (size_t i = 1; i + 1 < in->tokens.count; i++) {
        const bool listed = rows[i].class == JX_CLASS_PAUSE && rows[i - 1].class == JX_CLASS_SELF &&
                            rows[i + 1].class == JX_CLASS_SELF;
        if (listed && rows[i - 1].end - rows[i - 1].first > 1) {
            return jx_unclear(in, JX_REASON_SUBJECTS, i - 1, i,
                              jx_tokens_slice(&in->tokens, i + 1, i + 2));
        }
    }
    return true;
}

bool jx_check_contradictions(jx_rule_draft *in)
{
    for (size_t i = 0; i < in->clauses.count; i++) {
        if (!check_clause(in, &in->clauses.rows[i])) {
            return false;
        }
    }
    return check_lists(in) && check_exceptions(in);
}

// SPDX-License-Identifier: MIT
// Whether the clauses of a rule are about one thing: what is named before their numbers.
#include "rule/draft.h"

// Where the subject of a clause ends: before its first comparison, step or number.
static size_t find_subject_end(const jx_rule_draft *in, const jx_clause *clause)
{
    size_t end = clause->first;
    while (end < clause->end) {
        const jx_class class = in->tokens.rows[end].class;
        if (class != JX_CLASS_TEXT && class != JX_CLASS_SELF && class != JX_CLASS_RANK &&
            class != JX_CLASS_FAULT) {
            break;
        }
        end++;
    }
    return end;
}

// 完, 标, 实, 例: what makes a word name whatever is measured and nothing in particular, as 完成率 does.
static bool is_general_word(const jx_rule_draft *in, const jx_token *token)
{
    static const uint32_t codes[] = {0x5B8C, 0x6807, 0x5B9E, 0x4F8B};
    for (size_t i = token->first; i < token->end; i++) {
        for (size_t k = 0; k < sizeof codes / sizeof codes[0]; k++) {
            if (in->tokens.normal->chars[i].code == codes[k]) {
                return token->class == JX_CLASS_SELF;
            }
        }
    }
    return false;
}

static bool is_general(const jx_rule_draft *in, size_t first, size_t end)
{
    while (first < end && is_general_word(in, &in->tokens.rows[first])) {
        first++;
    }
    return first == end;
}

// 满意度 behind 群众满意度, but not 合格率 behind 不合格率.
static bool is_end_of(const jx_rule_draft *in, size_t a, size_t a_end, size_t b, size_t b_end)
{
    const jx_token *rows = in->tokens.rows;
    const jx_normal_char *chars = in->tokens.normal->chars;
    const size_t count = rows[a_end - 1].end - rows[a].first;
    const size_t end = rows[b_end - 1].end;
    if (a_end != a + 1 || rows[a].class != JX_CLASS_SELF || end - rows[b].first <= count ||
        !jx_normal_same(chars + rows[a].first, chars + end - count, count)) {
        return false;
    }
    return jx_sign_before(in->vocabulary, JX_CLASS_SHADES, in->tokens.normal, end - count) == 0;
}

// “三公经费” where the indicator is called “三公经费”变动率.
static bool is_start_of(const jx_rule_draft *in, size_t a, size_t a_end, size_t b, size_t b_end)
{
    enum { SHORTEST = 3 };
    const jx_token *rows = in->tokens.rows;
    const jx_normal_char *chars = in->tokens.normal->chars;
    size_t first = rows[b].first;
    const size_t count = rows[a_end - 1].end - rows[a].first;
    if (b_end != b + 1 || rows[b].class != JX_CLASS_SELF || count < SHORTEST) {
        return false;
    }
    first += chars[first].code == '"' ? 1 : 0;
    return first + count <= rows[b].end &&
           jx_normal_same(chars + rows[a].first, chars + first, count);
}

static bool is_same(const jx_rule_draft *in, size_t a, size_t a_end, size_t b, size_t b_end)
{
    const jx_token *rows = in->tokens.rows;
    const jx_normal_char *chars = in->tokens.normal->chars;
    const size_t first = rows[a].first;
    const size_t other = rows[b].first;
    const size_t count = rows[a_end - 1].end - first;
    return rows[b_end - 1].end - other == count &&
           jx_normal_same(chars + first, chars + other, count);
}

// ------------------------------------------------------------------------------- against the indicator's name

enum { RATE = 0x7387 /* 率 */, DEGREE = 0x5EA6 /* 度 */ };

static bool is_rate(uint32_t code)
{
    return code == RATE || code == DEGREE;
}

// Whether the name stands at `at` behind 不, 未 or 非: 不合格率 where it is called 合格率.
static bool is_opposite(const jx_rule_draft *in, size_t at, const jx_normal *name)
{
    const jx_normal *normal = in->tokens.normal;
    const bool negated = jx_sign_before(in->vocabulary, JX_CLASS_NEGATES, normal, at) > 0;
    return negated && name->count >= 2 && at + name->count <= normal->count &&
           jx_normal_same(normal->chars + at, name->chars, name->count) &&
           is_rate(name->chars[name->count - 1].code);
}

// 合格率 where the indicator is called 覆盖率.
static bool is_another(const jx_rule_draft *in, const jx_token *token, const jx_normal *name)
{
    const jx_normal *normal = in->tokens.normal;
    const size_t count = token->end - token->first;
    if (token->class != JX_CLASS_SELF || count < 2 || name->count < 2 ||
        !is_rate(normal->chars[token->end - 1].code) ||
        !is_rate(name->chars[name->count - 1].code)) {
        return false;
    }
    const jx_normal_char *chars = normal->chars + token->first;
    return !is_general_word(in, token) &&
           !jx_normal_within(chars, count - 1, name->chars, name->count) &&
           !jx_normal_within(name->chars, name->count - 1, chars, count);
}

static bool check_name(jx_rule_draft *in)
{
    jx_normal name;
    if (!jx_normal_make(in->arena, jx_str_trim(in->wording->name), &name)) {
        in->failed = true;
        return false;
    }
    for (size_t i = 0; i < in->clauses.count; i++) {
        const jx_clause *clause = &in->clauses.rows[i];
        const bool compared = clause->kind == JX_CLAUSE_RANGE || clause->kind == JX_CLAUSE_STEP ||
                              clause->kind == JX_CLAUSE_UNMET;
        for (size_t k = clause->first; compared && k < clause->end; k++) {
            bool another = is_another(in, &in->tokens.rows[k], &name);
            for (size_t at = in->tokens.rows[k].first; at < in->tokens.rows[k].end; at++) {
                another = another || is_opposite(in, at, &name);
            }
            if (another) {
                return jx_unclear(in, JX_REASON_SUBJECTS, k, k + 1, jx_str_trim(in->wording->name));
            }
        }
    }
    return true;
}

// ------------------------------------------------------------------------------------------- everything

static bool is_compared(const jx_clause *clause)
{
    return clause->kind == JX_CLAUSE_RANGE || clause->kind == JX_CLAUSE_GROWTH ||
           clause->kind == JX_CLAUSE_STEP;
}

bool jx_check_subjects(jx_rule_draft *in)
{
    size_t known = 0;
    size_t known_end = 0;
    for (size_t i = 0; i < in->clauses.count; i++) {
        const jx_clause *clause = &in->clauses.rows[i];
        const size_t end = is_compared(clause) ? find_subject_end(in, clause) : clause->first;
        if (end == clause->first) {
            continue;
        }
        if (known_end == 0 || is_general(in, known, known_end)) {
            known = clause->first;
            known_end = end;
        } else if (!is_general(in, clause->first, end) &&
                   !is_same(in, known, known_end, clause->first, end) &&
                   !is_start_of(in, clause->first, end, known, known_end) &&
                   !is_start_of(in, known, known_end, clause->first, end) &&
                   !is_end_of(in, clause->first, end, known, known_end) &&
                   !is_end_of(in, known, known_end, clause->first, end)) {
            return jx_unclear(in, JX_REASON_SUBJECTS, clause->first, end,
                              jx_tokens_slice(&in->tokens, known, known_end));
        }
    }
    return check_name(in);
}

bool jx_names_subject(const jx_rule_draft *in, const jx_clause *clause)
{
    bool named = false;
    for (size_t i = clause->first; i < clause->end; i++) {
        const jx_class class = in->tokens.rows[i].class;
        named = named || class == JX_CLASS_SELF || class == JX_CLASS_RANK;
        if (class != JX_CLASS_TEXT && class != JX_CLASS_SELF && class != JX_CLASS_RANK &&
            class != JX_CLASS_GOAL && class != JX_CLASS_BUDGET && class != JX_CLASS_PAUSE &&
            class != JX_CLASS_LOOK && class != JX_CLASS_MET) {
            return false;
        }
    }
    return clause->kind == JX_CLAUSE_WORDS && named;
}

bool jx_is_restated(const jx_rule_draft *in, const jx_clause *words, const jx_clause *number)
{
    const jx_token *rows = in->tokens.rows;
    const bool brackets =
        words->end + 1 == number->first && rows[words->end].class == JX_CLASS_OPEN &&
        number->end < in->tokens.count && rows[number->end].class == JX_CLASS_CLOSE;
    const bool said = words->kind == JX_CLAUSE_MET || words->kind == JX_CLAUSE_WORDS;
    for (size_t i = words->first; i < words->end; i++) {
        const jx_class class = rows[i].class;
        if (class == JX_CLASS_NOT || class == JX_CLASS_UNMET || class == JX_CLASS_JOIN ||
            class == JX_CLASS_FAULT) {
            return false;
        }
    }
    return brackets && said && number->kind == JX_CLAUSE_RANGE;
}

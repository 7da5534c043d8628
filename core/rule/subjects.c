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

// Whether the characters of tokens [a, a_end) stand among those of [b, b_end).
static bool contains(const jx_rule_draft *in, size_t b, size_t b_end, size_t a, size_t a_end)
{
    const jx_token *rows = in->tokens.rows;
    const jx_normal_char *chars = in->tokens.normal->chars;
    const size_t first = rows[a].first;
    const size_t count = rows[a_end - 1].end - first;
    for (size_t at = rows[b].first; at + count <= rows[b_end - 1].end; at++) {
        size_t i = 0;
        while (i < count && chars[at + i].code == chars[first + i].code) {
            i++;
        }
        if (i == count) {
            return true;
        }
    }
    return false;
}

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
        if (known_end == 0) {
            known = clause->first;
            known_end = end;
        } else if (!contains(in, known, known_end, clause->first, end) &&
                   !contains(in, clause->first, end, known, known_end)) {
            return jx_unclear(in, JX_REASON_SUBJECTS, clause->first, end,
                              jx_tokens_slice(&in->tokens, known, known_end));
        }
    }
    return true;
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

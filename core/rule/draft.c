// SPDX-License-Identifier: MIT
#include "rule/draft.h"

#include "base/text.h"

static const jx_words reasons[] = {
#define JX_REASON(id, zh, en) {zh, en},
#include "rule/reasons.def"
#undef JX_REASON
};

typedef struct fillings {
    jx_str words;
    jx_str other;
} fillings;

static jx_str find_filling(void *user, jx_str name)
{
    const fillings *all = user;
    return jx_str_is(name, "1") ? all->words : jx_str_is(name, "2") ? all->other : JX_STR_NONE;
}

static const char *fill(jx_rule_draft *in, const char *template, fillings *with)
{
    jx_text text = jx_text_in(in->arena);
    jx_text_fill(&text, jx_str_of(template), find_filling, with);
    const jx_str done = jx_text_end(&text);
    in->failed = in->failed || done.data == NULL;
    return done.data;
}

// Where no cell says what the words disagree with, it is the rest of the wording.
static jx_reason reason_alone(jx_reason reason, jx_str other)
{
    return other.size > 0                          ? reason
           : reason == JX_REASON_UNIT_DIFFERS      ? JX_REASON_UNIT_ALONE
           : reason == JX_REASON_DIRECTION_DIFFERS ? JX_REASON_DIRECTION_ALONE
                                                   : reason;
}

bool jx_unclear_words(jx_rule_draft *in, jx_reason reason, jx_str words, jx_str other)
{
    if (in->unclear) {
        return false;
    }
    reason = reason_alone(reason, other);
    fillings with = {words.data == NULL ? (jx_str)JX_STR("") : words,
                     other.data == NULL ? (jx_str)JX_STR("") : other};
    in->unclear = true;
    in->reading->because.zh = fill(in, reasons[reason].zh, &with);
    in->reading->because.en = fill(in, reasons[reason].en, &with);
    in->reading->at = JX_STR_NONE;
    return false;
}

bool jx_unclear(jx_rule_draft *in, jx_reason reason, size_t first, size_t end, jx_str other)
{
    if (in->unclear) {
        return false;
    }
    const jx_str words = jx_tokens_slice(&in->tokens, first, end);
    (void)jx_unclear_words(in, reason, words, other);
    in->reading->at = words;
    return false;
}

bool jx_unclear_clause(jx_rule_draft *in, jx_reason reason, const jx_clause *clause, jx_str other)
{
    return jx_unclear(in, reason, clause->first, clause->end, other);
}

jx_str jx_number_text(jx_rule_draft *in, jx_decimal number)
{
    char buffer[JX_DECIMAL_TEXT];
    const jx_str text = jx_arena_copy(in->arena, jx_decimal_format(number, 0, buffer));
    in->failed = in->failed || text.data == NULL;
    return text.data == NULL ? (jx_str)JX_STR("") : text;
}

bool jx_clause_has(const jx_rule_draft *in, const jx_clause *clause, jx_class class)
{
    for (size_t i = clause->first; i < clause->end; i++) {
        if (in->tokens.rows[i].class == class) {
            return true;
        }
    }
    return false;
}

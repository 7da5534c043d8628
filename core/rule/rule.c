// SPDX-License-Identifier: MIT
// The pipeline: normalise, tokens, clauses, statements, meaning, keys and sentences.
#include "rule/rule.h"

#include "rule/draft.h"
#include "rule/numerals.h"

static const char *const assumed_names[] = {
    "otherwise_0",        "floor_0",      "part_exact",        "growth_0_is_full",
    "beyond_last_band_0", "project_year", "percent_of_target", "evidence_skipped",
};

_Static_assert(sizeof assumed_names / sizeof assumed_names[0] == JX_ASSUMED_COUNT,
               "a name for each");

static bool write_assumes(jx_rule_draft *in)
{
    const char **names = jx_arena_array(in->arena, JX_ASSUMED_COUNT, sizeof *names);
    size_t count = 0;
    if (names == NULL) {
        in->failed = true;
        return false;
    }
    for (size_t i = 0; i < JX_ASSUMED_COUNT; i++) {
        if ((in->assumed & (1U << i)) != 0) {
            names[count++] = assumed_names[i];
        }
    }
    in->reading->assumes = names;
    in->reading->assume_count = count;
    return true;
}

static bool make_tokens(jx_rule_draft *in)
{
    jx_normal *normal = jx_arena_array(in->arena, 3, sizeof *normal);
    const bool made = normal != NULL && jx_normal_make(in->arena, in->wording->rule, &normal[0]) &&
                      jx_normal_make(in->arena, jx_str_trim(in->wording->name), &normal[1]) &&
                      jx_normal_make(in->arena, jx_str_trim(in->wording->unit), &normal[2]) &&
                      jx_tokens_make(in->vocabulary, in->arena, &normal[0], &normal[1], &normal[2],
                                     &in->tokens) &&
                      jx_clauses_make(in->vocabulary, in->arena, &in->tokens, &in->clauses);
    in->failed = !made;
    return made;
}

static bool check_sizes(jx_rule_draft *in)
{
    const jx_wording *wording = in->wording;
    const jx_str cells[] = {wording->rule,       wording->name, wording->value,  wording->content,
                            wording->target,     wording->unit, wording->weight, wording->kind,
                            wording->comparator, wording->year};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (cells[i].size > JX_NORMAL_WORDING) {
            return jx_unclear_words(in, JX_REASON_LONG, JX_STR_NONE, JX_STR_NONE);
        }
    }
    return true;
}

static bool check_figures(jx_rule_draft *in)
{
    const jx_normal *normal = in->tokens.normal;
    size_t count = 0;
    const size_t at = jx_numerals_damaged(normal, &count);
    return at == normal->count ||
           jx_unclear_words(in, JX_REASON_DAMAGED, jx_normal_slice(normal, at, at + count),
                            JX_STR_NONE);
}

static bool read_rule(jx_rule_draft *in)
{
    if (!check_sizes(in)) {
        return false;
    }
    if (!make_tokens(in)) {
        return false;
    }
    if (in->tokens.count == 0) {
        return jx_unclear_words(in, JX_REASON_EMPTY, JX_STR_NONE, JX_STR_NONE);
    }
    return check_figures(in) && jx_read_table(in) && jx_make_statements(in) &&
           jx_check_subjects(in) && jx_check_contradictions(in) && jx_compile(in) &&
           jx_write_keys(in) && jx_write_sentences(in) && write_assumes(in);
}

jx_status jx_rule_read(const jx_vocabulary *vocabulary,
                       const jx_wording *wording,
                       jx_arena *arena,
                       jx_reading *ret,
                       jx_error *err)
{
    jx_reading reading = {.at = JX_STR_NONE};
    jx_rule_draft draft = {
        .vocabulary = vocabulary,
        .wording = wording,
        .arena = arena,
        .reading = &reading,
    };
    const bool read = read_rule(&draft) && !draft.unclear;
    if (draft.failed) {
        return jx_fail_memory(err);
    }
    if (!read && !draft.unclear) {
        (void)jx_unclear_words(&draft, JX_REASON_INEXPRESSIBLE, wording->rule, JX_STR_NONE);
    }
    reading.is_compiled = read;
    if (!read) {
        reading.keys = NULL;
        reading.key_count = 0;
    }
    *ret = reading;
    return draft.failed ? jx_fail_memory(err) : JX_OK;
}

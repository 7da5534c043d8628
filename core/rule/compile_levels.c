// SPDX-License-Identifier: MIT
// 达到满意等次及以上计10分，基本满意计9分: points for each named level.
#include "base/text.h"
#include "rule/draft.h"

enum { LEVELS = 16 };

typedef struct levels_rule {
    jx_str names[LEVELS]; // best first
    bool scored[LEVELS];
    jx_decimal points[LEVELS];
    size_t count;
    bool listed; // by the table
    const jx_clause *rest;
    jx_decimal rest_points;
} levels_rule;

static bool same_word(jx_rule_draft *in, jx_str a, jx_str b)
{
    jx_normal left;
    jx_normal right;
    if (!jx_normal_make(in->arena, a, &left) || !jx_normal_make(in->arena, b, &right)) {
        in->failed = true;
        return false;
    }
    bool same = left.count == right.count;
    for (size_t i = 0; same && i < left.count; i++) {
        same = left.chars[i].code == right.chars[i].code;
    }
    return same;
}

static size_t find_level(jx_rule_draft *in, const levels_rule *rule, jx_str name)
{
    size_t i = 0;
    while (i < rule->count && !same_word(in, rule->names[i], name)) {
        i++;
    }
    return i;
}

static bool score(
    jx_rule_draft *in, levels_rule *rule, const jx_clause *clause, size_t level, jx_decimal points)
{
    if (rule->scored[level]) {
        return jx_unclear_clause(in, JX_REASON_OVERLAP, clause, JX_STR_NONE);
    }
    rule->scored[level] = true;
    rule->points[level] = points;
    return true;
}

static bool take_level(
    jx_rule_draft *in, levels_rule *rule, const jx_clause *clause, size_t token, jx_decimal points)
{
    const jx_str name = jx_tokens_slice(&in->tokens, token, token + 1);
    const size_t level = find_level(in, rule, name);
    if (level == rule->count && (rule->listed || rule->count == LEVELS)) {
        return jx_unclear_clause(in, JX_REASON_LEVELS_WANTED, clause, JX_STR_NONE);
    }
    if (level == rule->count) {
        rule->names[rule->count++] = name;
    }
    return score(in, rule, clause, level, points);
}

// 及以上: every better level as well.
static bool take_better(jx_rule_draft *in,
                        levels_rule *rule,
                        const jx_clause *clause,
                        jx_decimal points)
{
    const size_t last = clause->end - 2;
    const size_t level = find_level(in, rule, jx_tokens_slice(&in->tokens, last, last + 1));
    if (!rule->listed && level > 0) {
        return jx_unclear_clause(in, JX_REASON_LEVELS_WANTED, clause, JX_STR_NONE);
    }
    for (size_t i = 0; i < level; i++) {
        if (!score(in, rule, clause, i, points)) {
            return false;
        }
    }
    return true;
}

static bool take_statement(jx_rule_draft *in, levels_rule *rule, const jx_statement *statement)
{
    jx_decimal points = JX_DECIMAL_ZERO;
    const size_t count = statement->count;
    if (count == 0 || !jx_result_points(in, statement->result, &points)) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, statement->result, JX_STR_NONE);
    }
    if (statement->result->kind == JX_CLAUSE_LOSE && !jx_is_zero(in, statement->result)) {
        return jx_unclear_clause(in, JX_REASON_TWO_RULES, statement->result, JX_STR_NONE);
    }
    const jx_clause *last = statement->conditions[count - 1];
    if (count == 1 && last->kind == JX_CLAUSE_ELSE && rule->rest == NULL) {
        rule->rest = last;
        rule->rest_points = points;
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        const jx_clause *clause = statement->conditions[i];
        const bool parted = i > 0 && in->tokens.rows[clause->first - 1].class == JX_CLASS_STOP;
        if (clause->kind != JX_CLAUSE_LEVELS || parted) {
            return jx_unclear_clause(in, JX_REASON_CONDITION, clause, JX_STR_NONE);
        }
        for (size_t k = clause->first; k < clause->end; k++) {
            if (in->tokens.rows[k].class == JX_CLASS_LEVEL &&
                !take_level(in, rule, clause, k, points)) {
                return false;
            }
        }
        if (in->tokens.rows[clause->end - 1].class == JX_CLASS_UP &&
            !take_better(in, rule, clause, points)) {
            return false;
        }
    }
    return true;
}

// Levels that nothing is said of, and points that rise downwards.
static bool check_levels(jx_rule_draft *in, levels_rule *rule)
{
    for (size_t i = 0; i < rule->count; i++) {
        if (!rule->scored[i] && rule->rest == NULL) {
            return jx_unclear_words(in, JX_REASON_LEVEL_UNSCORED, rule->names[i], JX_STR_NONE);
        }
        if (!rule->scored[i]) {
            rule->points[i] = rule->rest_points;
        }
        if (i > 0 && jx_decimal_compare(rule->points[i], rule->points[i - 1]) > 0) {
            return jx_unclear_words(in, JX_REASON_ORDER, rule->names[i], JX_STR_NONE);
        }
    }
    return true;
}

// Levels written A级, B级 are named as the table names its target: A.
static void name_as_target(const jx_rule_draft *in, levels_rule *rule)
{
    static const jx_str grade = JX_STR("级");
    const jx_str stated = jx_str_trim(in->wording->target);
    const jx_str target = stated.size > 0 ? stated : jx_str_trim(in->wording->value);
    bool all = true;
    bool named = false;
    for (size_t i = 0; i < rule->count; i++) {
        const jx_str name = rule->names[i];
        all = all && name.size > grade.size && jx_str_ends(name, grade);
        named = named || (all && jx_str_equal(jx_str_first(name, name.size - grade.size), target));
    }
    for (size_t i = 0; i < rule->count && all && named; i++) {
        rule->names[i].size -= grade.size;
    }
}

static bool write_levels(jx_rule_draft *in, levels_rule *rule)
{
    name_as_target(in, rule);
    size_t full = 0;
    jx_text text = jx_text_in(in->arena);
    for (size_t i = 0; i < rule->count; i++) {
        full = jx_decimal_compare(rule->points[i], in->table.weight) == 0 ? i : full;
        jx_text_put(&text, i == 0 ? "" : ", ");
        jx_text_add(&text, rule->names[i]);
        jx_text_put(&text, ":");
        jx_text_add(&text, jx_number_text(in, rule->points[i]));
    }
    in->meaning = (jx_meaning){
        .measure = "level",
        .method = "levels",
        .target = jx_arena_copy(in->arena, rule->names[full]),
        .comparator = ">=",
        .levels = jx_text_end(&text),
        .kind = "level",
    };
    in->failed = in->failed || in->meaning.levels.data == NULL || in->meaning.target.data == NULL;
    return !in->failed;
}

// 齐全 and 不齐全 of something that is no grade: whether it holds.
static bool is_yes_or_no(jx_rule_draft *in, const levels_rule *rule)
{
    jx_text text = jx_text_in(in->arena);
    const jx_str unit = in->table.unit_words;
    if (rule->listed || rule->count != 2 || rule->rest != NULL || in->table.names_level ||
        jx_str_ends(unit, (jx_str)JX_STR("等次")) || jx_str_ends(unit, (jx_str)JX_STR("级"))) {
        return false;
    }
    jx_text_put(&text, "不");
    jx_text_add(&text, rule->names[0]);
    return same_word(in, jx_text_str(&text), rule->names[1]);
}

static bool write_done(jx_rule_draft *in, const levels_rule *rule)
{
    const jx_clause *clause = in->statements[0].conditions[0];
    in->meaning = (jx_meaning){
        .measure = "done",
        .method = "threshold",
        .target = JX_STR("是"),
        .comparator = "=",
        .otherwise = jx_number_text(in, rule->points[1]),
        .kind = "done",
        .about = jx_tokens_slice(&in->tokens, clause->first, clause->end),
    };
    return !in->failed;
}

// A level that is the target earns all; a number is no level.
static bool check_target(jx_rule_draft *in, const levels_rule *rule)
{
    if (in->table.target == JX_TARGET_NUMBER || in->table.target == JX_TARGET_SEVERAL) {
        return rule->listed;
    }
    for (size_t i = 0; i < rule->count; i++) {
        if (same_word(in, in->table.words, rule->names[i])) {
            return jx_decimal_compare(rule->points[i], in->table.weight) == 0;
        }
    }
    return true;
}

bool jx_compile_levels(jx_rule_draft *in)
{
    levels_rule rule = {.count = 0};
    for (size_t i = 0; i < in->table.level_count; i++) {
        rule.names[rule.count++] = in->table.levels[i];
    }
    rule.listed = rule.count > 0;
    for (size_t i = 0; i < in->count; i++) {
        if (!take_statement(in, &rule, &in->statements[i])) {
            return false;
        }
    }
    if (!rule.listed && (rule.count < 2 || rule.rest != NULL)) {
        return rule.count == 1
                   ? jx_compile_threshold(in)
                   : jx_unclear_clause(in, JX_REASON_LEVELS_WANTED, rule.rest, JX_STR_NONE);
    }
    if (!check_levels(in, &rule)) {
        return false;
    }
    const size_t last = rule.count - 1;
    if (!rule.listed && jx_decimal_sign(rule.points[last]) > 0 && !is_yes_or_no(in, &rule)) {
        // what is worse than the last level named has no points
        return jx_unclear_words(in, JX_REASON_LEVELS_WANTED, rule.names[last], JX_STR_NONE);
    }
    if (!check_target(in, &rule)) {
        return jx_unclear_clause(in, JX_REASON_TARGET_DIFFERS, in->statements[0].conditions[0],
                                 in->table.words);
    }
    if (jx_decimal_compare(rule.points[0], in->table.weight) != 0) {
        return jx_unclear_clause(in, JX_REASON_WEIGHT_DIFFERS, in->statements[0].result,
                                 jx_number_text(in, in->table.weight));
    }
    return is_yes_or_no(in, &rule) ? write_done(in, &rule) : write_levels(in, &rule);
}

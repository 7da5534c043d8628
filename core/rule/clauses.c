// SPDX-License-Identifier: MIT
#include "rule/clauses.h"

#include "rule/match.h"

// ---------------------------------------------------------------------------------------------- clauses

// What a mark behind a number says of it; of a mark that repeats another number nothing.
static int mark_behind(const jx_tokens *tokens, size_t at, size_t number)
{
    if (jx_skip_mark(tokens, at) == at) {
        return 0;
    }
    const bool open = jx_class_at(tokens, at) == JX_CLASS_OPEN;
    const size_t repeated = open ? jx_find_repeated(tokens, at) : SIZE_MAX;
    if (repeated != SIZE_MAX && jx_find_marked(tokens, at, repeated) != number) {
        return 0;
    }
    return jx_class_at(tokens, open ? at + 1 : at) == JX_CLASS_INCLUDED ? 1 : -1;
}

// A mark somewhere in the clause that repeats this number: 90%-95%(含90%).
static int mark_elsewhere(const jx_tokens *tokens, const jx_clause *clause, size_t number)
{
    for (size_t at = number + 1; at + 1 < clause->end; at++) {
        if (jx_class_at(tokens, at) == JX_CLASS_OPEN && jx_is_mark(jx_class_at(tokens, at + 1)) &&
            jx_find_repeated(tokens, at) != SIZE_MAX) {
            return mark_behind(tokens, at, number);
        }
    }
    return 0;
}

// What the words before a number say of its end.
static int inside_before(jx_class class)
{
    return class == JX_CLASS_LEAST || class == JX_CLASS_MOST   ? 1
           : class == JX_CLASS_OVER || class == JX_CLASS_UNDER ? -1
                                                               : 0;
}

// What the words behind it say: 以上, 及以下.
static int inside_behind(jx_class class)
{
    return class == JX_CLASS_UP || class == JX_CLASS_WITHIN ? 1 : 0;
}

static int find_inside(const jx_tokens *tokens, const jx_clause *clause, size_t at)
{
    int inside = mark_behind(tokens, at + 1, at);
    if (inside == 0 && jx_is_tail(jx_class_at(tokens, at + 1))) {
        inside = mark_behind(tokens, at + 2, at);
    }
    inside = inside != 0 ? inside : mark_elsewhere(tokens, clause, at);
    const jx_class before = at > clause->first ? jx_class_at(tokens, at - 1) : JX_CLASS_STOP;
    const bool leads = at == clause->first && clause->argument >= JX_IS_BETWEEN;
    inside = inside != 0 ? inside : inside_before(before);
    if (inside == 0 && at + 1 < clause->end) {
        inside = inside_behind(jx_class_at(tokens, at + 1));
        inside = inside != 0 || !leads ? inside : inside_before(jx_class_at(tokens, at + 1));
    }
    return inside;
}

// 每低于95%1个百分点: the step comes first, what it is counted from second.
static void order_step(const jx_tokens *tokens, jx_clause *clause)
{
    if (clause->kind != JX_CLAUSE_STEP || clause->amount_count != 2) {
        return;
    }
    const jx_amount from = clause->amounts[0];
    clause->amounts[0] = clause->amounts[1];
    clause->amounts[1] = from;
    for (size_t at = clause->first; at < clause->end; at++) {
        const jx_class class = jx_class_at(tokens, at);
        if (class == JX_CLASS_OVER || class == JX_CLASS_RISE) {
            clause->argument = JX_STEP_OVER;
        }
    }
}

static void take_amounts(const jx_tokens *tokens, jx_clause *clause)
{
    for (size_t at = clause->first; at < clause->end; at++) {
        const jx_token *token = &tokens->rows[at];
        const jx_class last = at > clause->first ? jx_class_at(tokens, at - 1) : JX_CLASS_STOP;
        const bool marked =
            jx_is_mark(last) || (last == JX_CLASS_ORDINAL && at > clause->first + 1 &&
                                 jx_is_mark(jx_class_at(tokens, at - 2)));
        const bool number = token->class == JX_CLASS_QUANTITY || token->class == JX_CLASS_YEAR ||
                            token->class == JX_CLASS_DATE;
        if (number && !marked && clause->amount_count < JX_CLAUSE_AMOUNTS) {
            const size_t index = clause->amount_count++;
            clause->amounts[index] = token->amount;
            clause->inside[index] =
                clause->kind == JX_CLAUSE_RANGE || clause->kind == JX_CLAUSE_GROWTH
                    ? find_inside(tokens, clause, at)
                    : 0;
            const jx_class before =
                at > clause->first ? jx_class_at(tokens, at - 1) : JX_CLASS_STOP;
            clause->of_goal = clause->of_goal || before == JX_CLASS_GOAL ||
                              before == JX_CLASS_MET || before == JX_CLASS_BUDGET;
        }
    }
}

// A number alone is points only where it is in 分; as a condition it is not in points unless it stands before some.
// 低于目标值5% is a gap, 低于目标值的80% a share: only 的 tells.
static bool is_gap(const jx_tokens *tokens, const jx_clause *clause)
{
    for (size_t at = clause->first; at + 2 < clause->end; at++) {
        const jx_class class = jx_class_at(tokens, at);
        const bool compares =
            class == JX_CLASS_UNDER || class == JX_CLASS_OVER || class == JX_CLASS_MOST;
        const jx_token *goal = &tokens->rows[at + 1];
        if (compares && goal->class != JX_CLASS_QUANTITY &&
            jx_class_at(tokens, at + 2) == JX_CLASS_QUANTITY && goal->end == goal[1].first &&
            goal[1].amount.kind == JX_UNIT_PERCENT) {
            return true;
        }
    }
    return false;
}

// 为0分 says points, 为100% a condition.
static bool is_equal_points(const jx_tokens *tokens, const jx_clause *clause)
{
    return jx_class_at(tokens, clause->first) == JX_CLASS_EQUALS &&
           clause->end == clause->first + 2 &&
           jx_class_at(tokens, clause->first + 1) == JX_CLASS_QUANTITY &&
           tokens->rows[clause->first + 1].amount.kind == JX_UNIT_SCORE;
}

// A short word between 每少 and the number: 每少建一座. A longer one may be what it is compared with.
static bool has_long_verb(const jx_tokens *tokens, const jx_clause *clause)
{
    enum { LONGEST = 4 };
    for (size_t at = clause->first + 1; at + 1 < clause->end; at++) {
        const jx_class before = jx_class_at(tokens, at - 1);
        const bool verb =
            (before == JX_CLASS_DROP || before == JX_CLASS_RISE || before == JX_CLASS_LATE) &&
            jx_class_at(tokens, at + 1) == JX_CLASS_QUANTITY &&
            jx_class_at(tokens, at) == JX_CLASS_TEXT;
        if (verb && tokens->rows[at].end - tokens->rows[at].first > LONGEST) {
            return true;
        }
    }
    return false;
}

// 完成率=…×100%: no points.
static bool defines_rate(const jx_tokens *tokens, const jx_clause *clause)
{
    const jx_class first = jx_class_at(tokens, clause->first);
    return first != JX_CLASS_SCORE && first != JX_CLASS_FULL &&
           jx_class_at(tokens, clause->end - 1) == JX_CLASS_QUANTITY &&
           tokens->rows[clause->end - 1].amount.kind == JX_UNIT_PERCENT;
}

static bool suits(const jx_tokens *tokens, const jx_clause *clause)
{
    const jx_class next = jx_class_at(tokens, clause->end);
    if (jx_class_at(tokens, clause->end - 1) == JX_CLASS_NOT && next != JX_CLASS_STOP) {
        return false; // 不 belongs to what follows
    }
    if (clause->kind == JX_CLAUSE_EVIDENCE && next != JX_CLASS_STOP && next != JX_CLASS_CLOSE &&
        next != JX_CLASS_COUNT) {
        return false;
    }
    if (clause->kind == JX_CLAUSE_RANGE && is_gap(tokens, clause)) {
        return false;
    }
    if (jx_class_at(tokens, clause->first) == JX_CLASS_EQUALS && clause->end == clause->first + 2) {
        return (clause->kind == JX_CLAUSE_POINTS) == is_equal_points(tokens, clause);
    }
    if (clause->kind == JX_CLAUSE_FORMULA && defines_rate(tokens, clause)) {
        return false;
    }
    if (clause->kind == JX_CLAUSE_STEP && has_long_verb(tokens, clause)) {
        return false;
    }
    if (clause->kind == JX_CLAUSE_WORDS && jx_class_at(tokens, clause->first) == JX_CLASS_BY) {
        bool done = false; // 按计划完成, but not 根据实际情况
        for (size_t at = clause->first; at < clause->end; at++) {
            done = done || jx_class_at(tokens, at) == JX_CLASS_MET;
        }
        return done;
    }
    const size_t at = clause->first;
    const bool bare = clause->end == at + 1 && jx_class_at(tokens, at) == JX_CLASS_QUANTITY;
    if (!bare) {
        return true;
    }
    const bool points = tokens->rows[at].amount.kind == JX_UNIT_SCORE;
    return clause->kind == JX_CLAUSE_POINTS ? points : !points;
}

static bool find_clause(const jx_vocabulary *vocabulary,
                        const jx_tokens *tokens,
                        size_t at,
                        uint64_t present,
                        jx_clause *ret)
{
    bool found = false;
    for (size_t i = 0; i < jx_pattern_row_count; i++) {
        const jx_pattern_row *row = &jx_pattern_rows[i];
        const size_t end = jx_pattern_match(vocabulary, i, tokens, at, present);
        const jx_clause clause = {
            .kind = row->kind,
            .argument = row->argument,
            .first = at,
            .end = end,
        };
        if (end != SIZE_MAX && end > at && (!found || end > ret->end) && suits(tokens, &clause)) {
            *ret = clause;
            found = true;
        }
    }
    if (found) {
        take_amounts(tokens, ret);
        order_step(tokens, ret);
    }
    return found;
}

static bool parts(jx_class class)
{
    return class == JX_CLASS_STOP || class == JX_CLASS_PAUSE || class == JX_CLASS_OPEN ||
           class == JX_CLASS_CLOSE;
}

bool jx_clauses_make(const jx_vocabulary *vocabulary,
                     jx_arena *arena,
                     const jx_tokens *tokens,
                     jx_clauses *ret)
{
    jx_clauses clauses = {.stuck = tokens->count};
    clauses.rows = jx_arena_array(arena, tokens->count + 1, sizeof *clauses.rows);
    if (clauses.rows == NULL) {
        return false;
    }
    uint64_t *present = jx_arena_array(arena, tokens->count + 1, sizeof *present);
    if (present == NULL) {
        return false;
    }
    for (size_t at = tokens->count; at > 0; at--) {
        present[at - 1] = present[at] | jx_class_bit(tokens->rows[at - 1].class);
    }
    for (size_t at = 0; at < tokens->count;) {
        jx_clause *clause = &clauses.rows[clauses.count];
        if (find_clause(vocabulary, tokens, at, present[at], clause)) {
            at = clause->end;
            clauses.count++;
        } else if (parts(tokens->rows[at].class)) {
            at++;
        } else {
            clauses.stuck = at;
            break;
        }
    }
    *ret = clauses;
    return true;
}

// SPDX-License-Identifier: MIT
#include "rule/clauses.h"

enum { ELEMENTS = 12, HOW_ONE = 0, HOW_MAYBE, HOW_MANY, HOW_SOME, HOW_NUMBER };

// One element of a pattern.
typedef struct element {
    uint64_t classes; // a bit each
    int how;
} element;

struct jx_pattern {
    element elements[ELEMENTS];
    size_t count;
    const jx_pattern_row *row;
};

_Static_assert(JX_CLASS_GLUE <= 64, "what patterns may name has a bit");

static const struct {
    const char *letter;
    const char *means;
    int how;
} shorthands[] = {
    {"S", "text|self|goal|budget|rank|look|fault", HOW_MANY},
    {"G", "goal|self|budget", HOW_MANY},
    {"V", "text|met", HOW_MAYBE},
    {"U", "text|self|goal|budget|met|look|fault", HOW_MANY},
    {"D", "text|self|goal|budget|rank|met|fault|look|found|open|close|level", HOW_SOME},
    {"T", "text|self|goal|budget|met|intime", HOW_MANY},
    {"F", "text|self|goal|budget|rank|fault|unmet|not|met|level|intime|join|pause|late", HOW_MANY},
    {"P",
     "text|self|goal|budget|rank|level|fault|met|unmet|intime|inyear|not|join|pause|found|grow|late|by|look",
     HOW_SOME},
    {"E",
     "text|self|goal|budget|rank|level|fault|met|unmet|intime|inyear|not|join|pause|found|look|open|"
     "close|by|share|score|each",
     HOW_MANY},
    {"R", "text|self|goal|budget|rank|met|slash|open|close", HOW_SOME},
    {"N", "number", HOW_NUMBER},
};

// ------------------------------------------------------------------------------------------- compiling

static bool read_classes(jx_str names, uint64_t *ret)
{
    uint64_t classes = 0;
    while (names.data != NULL) {
        jx_str name = jx_str_next(&names, '|');
        name = jx_str_is(name, "number") ? (jx_str)JX_STR("number") : name;
        const jx_class class = jx_class_find(name);
        if (class >= JX_CLASS_GLUE) {
            return false;
        }
        classes |= (uint64_t)1 << class;
    }
    *ret = classes;
    return true;
}

static bool read_element(jx_str text, element *ret)
{
    ret->how = HOW_ONE;
    for (size_t i = 0; i < sizeof shorthands / sizeof shorthands[0]; i++) {
        if (jx_str_is(text, shorthands[i].letter)) {
            ret->how = shorthands[i].how;
            return read_classes(jx_str_of(shorthands[i].means), &ret->classes);
        }
    }
    if (text.size > 0 && text.data[text.size - 1] == '?') {
        ret->how = HOW_MAYBE;
        text.size--;
    } else if (text.size > 0 && text.data[text.size - 1] == '*') {
        ret->how = HOW_MANY;
        text.size--;
    }
    return read_classes(text, &ret->classes);
}

static bool read_pattern(const jx_pattern_row *row, jx_pattern *ret)
{
    ret->row = row;
    for (jx_str rest = jx_str_of(row->pattern); rest.data != NULL; ret->count++) {
        const jx_str text = jx_str_next(&rest, ' ');
        if (ret->count == ELEMENTS || !read_element(text, &ret->elements[ret->count])) {
            return false;
        }
    }
    return true;
}

bool jx_patterns_make(jx_vocabulary *vocabulary)
{
    jx_pattern *patterns =
        jx_arena_array(vocabulary->arena, jx_pattern_row_count, sizeof *patterns);
    if (patterns == NULL) {
        return false;
    }
    for (size_t i = 0; i < jx_pattern_row_count; i++) {
        if (!read_pattern(&jx_pattern_rows[i], &patterns[i])) {
            return false;
        }
    }
    vocabulary->patterns = patterns;
    return true;
}

// --------------------------------------------------------------------------------------------- matching

static jx_class class_at(const jx_tokens *tokens, size_t at)
{
    return at < tokens->count ? tokens->rows[at].class : JX_CLASS_COUNT;
}

static bool is_in(const jx_tokens *tokens, size_t at, uint64_t classes)
{
    const jx_class class = class_at(tokens, at);
    return class < JX_CLASS_GLUE && ((classes >> class) & 1) != 0;
}

static bool is_mark(jx_class class)
{
    return class == JX_CLASS_INCLUDED || class == JX_CLASS_EXCLUDED;
}

// The number in a mark like (含90%), (含第6名); SIZE_MAX: it has none.
static size_t find_repeated(const jx_tokens *tokens, size_t open)
{
    const size_t at = class_at(tokens, open + 2) == JX_CLASS_ORDINAL ? open + 3 : open + 2;
    return class_at(tokens, at) == JX_CLASS_QUANTITY ? at : SIZE_MAX;
}

static bool same_number(const jx_token *before, const jx_amount *repeated)
{
    int64_t date = 0;
    int64_t day = 0;
    if (before->class == JX_CLASS_DATE) {
        return jx_decimal_to_integer(before->amount.number, &date) &&
               jx_decimal_to_integer(repeated->number, &day) && date % 100 == day;
    }
    return before->class == JX_CLASS_QUANTITY && before->amount.kind == repeated->kind &&
           jx_decimal_compare(before->amount.number, repeated->number) == 0;
}

// The number before a mark that the mark repeats, at most four tokens back; SIZE_MAX: none does.
static size_t find_marked(const jx_tokens *tokens, size_t open, size_t repeated)
{
    for (size_t back = 1; back <= 4 && back <= open; back++) {
        if (same_number(&tokens->rows[open - back], &tokens->rows[repeated].amount)) {
            return open - back;
        }
    }
    return SIZE_MAX;
}

// Behind a number: 含, (含90%); returns where that ends.
static size_t skip_mark(const jx_tokens *tokens, size_t at)
{
    if (is_mark(class_at(tokens, at))) {
        return at + 1;
    }
    if (class_at(tokens, at) == JX_CLASS_OPEN && is_mark(class_at(tokens, at + 1))) {
        const size_t repeated = find_repeated(tokens, at);
        if (repeated != SIZE_MAX && find_marked(tokens, at, repeated) == SIZE_MAX) {
            return at;
        }
        const size_t end = repeated != SIZE_MAX ? repeated + 1 : at + 2;
        return class_at(tokens, end) == JX_CLASS_CLOSE ? end + 1 : at;
    }
    return at;
}

static bool is_tail(jx_class class)
{
    return class == JX_CLASS_UP || class == JX_CLASS_DOWN || class == JX_CLASS_WITHIN ||
           class == JX_CLASS_DATE;
}

// Over a token, and over 含 behind 以上.
static size_t step_over(const jx_tokens *tokens, size_t at)
{
    return is_tail(class_at(tokens, at)) ? skip_mark(tokens, at + 1) : at + 1;
}

static size_t match(const jx_tokens *tokens, size_t at, const element *elements, size_t count);

static size_t match_many(
    const jx_tokens *tokens, size_t at, const element *elements, size_t count, size_t least)
{
    size_t most = 0;
    while (is_in(tokens, at + most, elements[0].classes)) {
        most++;
    }
    for (size_t taken = most + 1; taken > least; taken--) {
        const size_t end = match(tokens, at + taken - 1, elements + 1, count - 1);
        if (end != SIZE_MAX) {
            return end;
        }
    }
    return SIZE_MAX;
}

// Where the elements end that begin at `at`; SIZE_MAX: they do not.
static size_t match(const jx_tokens *tokens, size_t at, const element *elements, size_t count)
{
    while (count > 0 && (elements[0].how == HOW_ONE || elements[0].how == HOW_NUMBER)) {
        if (!is_in(tokens, at, elements[0].classes)) {
            return SIZE_MAX;
        }
        at = elements[0].how == HOW_NUMBER ? skip_mark(tokens, at + 1) : step_over(tokens, at);
        elements++;
        count--;
    }
    if (count == 0) {
        return at;
    }
    if (elements[0].how == HOW_MANY || elements[0].how == HOW_SOME) {
        return match_many(tokens, at, elements, count, elements[0].how == HOW_SOME ? 1 : 0);
    }
    const size_t with = is_in(tokens, at, elements[0].classes)
                            ? match(tokens, step_over(tokens, at), elements + 1, count - 1)
                            : SIZE_MAX;
    return with != SIZE_MAX ? with : match(tokens, at, elements + 1, count - 1);
}

// ---------------------------------------------------------------------------------------------- clauses

// What a mark behind a number says of it; of a mark that repeats another number nothing.
static int mark_behind(const jx_tokens *tokens, size_t at, size_t number)
{
    if (skip_mark(tokens, at) == at) {
        return 0;
    }
    const bool open = class_at(tokens, at) == JX_CLASS_OPEN;
    const size_t repeated = open ? find_repeated(tokens, at) : SIZE_MAX;
    if (repeated != SIZE_MAX && find_marked(tokens, at, repeated) != number) {
        return 0;
    }
    return class_at(tokens, open ? at + 1 : at) == JX_CLASS_INCLUDED ? 1 : -1;
}

// A mark somewhere in the clause that repeats this number: 90%-95%(含90%).
static int mark_elsewhere(const jx_tokens *tokens, const jx_clause *clause, size_t number)
{
    for (size_t at = number + 1; at + 1 < clause->end; at++) {
        if (class_at(tokens, at) == JX_CLASS_OPEN && is_mark(class_at(tokens, at + 1)) &&
            find_repeated(tokens, at) != SIZE_MAX) {
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
    if (inside == 0 && is_tail(class_at(tokens, at + 1))) {
        inside = mark_behind(tokens, at + 2, at);
    }
    inside = inside != 0 ? inside : mark_elsewhere(tokens, clause, at);
    const jx_class before = at > clause->first ? class_at(tokens, at - 1) : JX_CLASS_STOP;
    const bool leads = at == clause->first && clause->argument == JX_IS_BETWEEN;
    inside = inside != 0 ? inside : inside_before(before);
    if (inside == 0 && at + 1 < clause->end) {
        inside = inside_behind(class_at(tokens, at + 1));
        inside = inside != 0 || !leads ? inside : inside_before(class_at(tokens, at + 1));
    }
    return inside;
}

static void take_amounts(const jx_tokens *tokens, jx_clause *clause)
{
    for (size_t at = clause->first; at < clause->end; at++) {
        const jx_token *token = &tokens->rows[at];
        const jx_class last = at > clause->first ? class_at(tokens, at - 1) : JX_CLASS_STOP;
        const bool marked = is_mark(last) || (last == JX_CLASS_ORDINAL && at > clause->first + 1 &&
                                              is_mark(class_at(tokens, at - 2)));
        const bool number = token->class == JX_CLASS_QUANTITY || token->class == JX_CLASS_YEAR ||
                            token->class == JX_CLASS_DATE;
        if (number && !marked && clause->amount_count < JX_CLAUSE_AMOUNTS) {
            const size_t index = clause->amount_count++;
            clause->amounts[index] = token->amount;
            clause->inside[index] =
                clause->kind == JX_CLAUSE_RANGE || clause->kind == JX_CLAUSE_GROWTH
                    ? find_inside(tokens, clause, at)
                    : 0;
            const jx_class before = at > clause->first ? class_at(tokens, at - 1) : JX_CLASS_STOP;
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
        const jx_class class = class_at(tokens, at);
        const bool compares =
            class == JX_CLASS_UNDER || class == JX_CLASS_OVER || class == JX_CLASS_MOST;
        const jx_token *goal = &tokens->rows[at + 1];
        if (compares && goal->class != JX_CLASS_QUANTITY &&
            class_at(tokens, at + 2) == JX_CLASS_QUANTITY && goal->end == goal[1].first &&
            goal[1].amount.kind == JX_UNIT_PERCENT) {
            return true;
        }
    }
    return false;
}

// 为0分 says points, 为100% a condition.
static bool is_equal_points(const jx_tokens *tokens, const jx_clause *clause)
{
    return class_at(tokens, clause->first) == JX_CLASS_EQUALS && clause->end == clause->first + 2 &&
           class_at(tokens, clause->first + 1) == JX_CLASS_QUANTITY &&
           tokens->rows[clause->first + 1].amount.kind == JX_UNIT_SCORE;
}

// A short word between 每少 and the number: 每少建一座. A longer one may be what it is compared with.
static bool has_long_verb(const jx_tokens *tokens, const jx_clause *clause)
{
    enum { LONGEST = 4 };
    for (size_t at = clause->first + 1; at + 1 < clause->end; at++) {
        const jx_class before = class_at(tokens, at - 1);
        const bool verb =
            (before == JX_CLASS_DROP || before == JX_CLASS_RISE || before == JX_CLASS_LATE) &&
            class_at(tokens, at + 1) == JX_CLASS_QUANTITY && class_at(tokens, at) == JX_CLASS_TEXT;
        if (verb && tokens->rows[at].end - tokens->rows[at].first > LONGEST) {
            return true;
        }
    }
    return false;
}

static bool suits(const jx_tokens *tokens, const jx_clause *clause)
{
    const jx_class next = class_at(tokens, clause->end);
    if (class_at(tokens, clause->end - 1) == JX_CLASS_NOT && next != JX_CLASS_STOP) {
        return false; // 不 belongs to what follows
    }
    if (clause->kind == JX_CLAUSE_EVIDENCE && next != JX_CLASS_STOP && next != JX_CLASS_CLOSE &&
        next != JX_CLASS_COUNT) {
        return false;
    }
    if (clause->kind == JX_CLAUSE_RANGE && is_gap(tokens, clause)) {
        return false;
    }
    if (class_at(tokens, clause->first) == JX_CLASS_EQUALS && clause->end == clause->first + 2) {
        return (clause->kind == JX_CLAUSE_POINTS) == is_equal_points(tokens, clause);
    }
    const bool begins = class_at(tokens, clause->first) == JX_CLASS_SCORE ||
                        class_at(tokens, clause->first) == JX_CLASS_FULL;
    if (clause->kind == JX_CLAUSE_FORMULA && !begins &&
        class_at(tokens, clause->end - 1) == JX_CLASS_QUANTITY &&
        tokens->rows[clause->end - 1].amount.kind == JX_UNIT_PERCENT) {
        return false; // a rate is defined, no points
    }
    if (clause->kind == JX_CLAUSE_STEP && has_long_verb(tokens, clause)) {
        return false;
    }
    if (clause->kind == JX_CLAUSE_WORDS && class_at(tokens, clause->first) == JX_CLASS_BY) {
        bool done = false; // 按计划完成, but not 根据实际情况
        for (size_t at = clause->first; at < clause->end; at++) {
            done = done || class_at(tokens, at) == JX_CLASS_MET;
        }
        return done;
    }
    const size_t at = clause->first;
    const bool bare = clause->end == at + 1 && class_at(tokens, at) == JX_CLASS_QUANTITY;
    if (!bare) {
        return true;
    }
    const bool points = tokens->rows[at].amount.kind == JX_UNIT_SCORE;
    return clause->kind == JX_CLAUSE_POINTS ? points : !points;
}

static bool find_clause(const jx_vocabulary *vocabulary,
                        const jx_tokens *tokens,
                        size_t at,
                        jx_clause *ret)
{
    bool found = false;
    for (size_t i = 0; i < jx_pattern_row_count; i++) {
        const jx_pattern *pattern = &vocabulary->patterns[i];
        const size_t end = match(tokens, at, pattern->elements, pattern->count);
        const jx_clause clause = {
            .kind = pattern->row->kind,
            .argument = pattern->row->argument,
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
    for (size_t at = 0; at < tokens->count;) {
        jx_clause *clause = &clauses.rows[clauses.count];
        if (find_clause(vocabulary, tokens, at, clause)) {
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

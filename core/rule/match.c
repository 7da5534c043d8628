// SPDX-License-Identifier: MIT
// Patterns compiled, and laid over tokens.
#include "rule/match.h"

enum { ELEMENTS = 12, LONGEST_RUN = 64, HOW_ONE = 0, HOW_MAYBE, HOW_MANY, HOW_SOME, HOW_NUMBER };

// One element of a pattern.
typedef struct element {
    uint64_t classes; // a bit each
    int how;
} element;

struct jx_pattern {
    element elements[ELEMENTS];
    size_t count;
    uint64_t first; // what it may begin with
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

static bool is_needed(const element *at)
{
    return at->how == HOW_ONE || at->how == HOW_NUMBER || at->how == HOW_SOME;
}

static bool read_pattern(const jx_pattern_row *row, jx_pattern *ret)
{
    bool begun = false;
    for (jx_str rest = jx_str_of(row->pattern); rest.data != NULL; ret->count++) {
        const jx_str text = jx_str_next(&rest, ' ');
        if (ret->count == ELEMENTS || !read_element(text, &ret->elements[ret->count])) {
            return false;
        }
        const element *read = &ret->elements[ret->count];
        ret->first |= begun ? 0 : read->classes;
        begun = begun || is_needed(read);
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

jx_class jx_class_at(const jx_tokens *tokens, size_t at)
{
    return at < tokens->count ? tokens->rows[at].class : JX_CLASS_COUNT;
}

static bool is_in(const jx_tokens *tokens, size_t at, uint64_t classes)
{
    const jx_class class = jx_class_at(tokens, at);
    return class < JX_CLASS_GLUE && ((classes >> class) & 1) != 0;
}

bool jx_is_mark(jx_class class)
{
    return class == JX_CLASS_INCLUDED || class == JX_CLASS_EXCLUDED;
}

// The number in a mark like (含90%), (含第6名); SIZE_MAX: it has none.
size_t jx_find_repeated(const jx_tokens *tokens, size_t open)
{
    const size_t at = jx_class_at(tokens, open + 2) == JX_CLASS_ORDINAL ? open + 3 : open + 2;
    return jx_class_at(tokens, at) == JX_CLASS_QUANTITY ? at : SIZE_MAX;
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
size_t jx_find_marked(const jx_tokens *tokens, size_t open, size_t repeated)
{
    for (size_t back = 1; back <= 4 && back <= open; back++) {
        if (same_number(&tokens->rows[open - back], &tokens->rows[repeated].amount)) {
            return open - back;
        }
    }
    return SIZE_MAX;
}

// Behind a number: 含, (含90%); returns where that ends.
size_t jx_skip_mark(const jx_tokens *tokens, size_t at)
{
    if (jx_is_mark(jx_class_at(tokens, at))) {
        return at + 1;
    }
    if (jx_class_at(tokens, at) == JX_CLASS_OPEN && jx_is_mark(jx_class_at(tokens, at + 1))) {
        const size_t repeated = jx_find_repeated(tokens, at);
        if (repeated != SIZE_MAX && jx_find_marked(tokens, at, repeated) == SIZE_MAX) {
            return at;
        }
        const size_t end = repeated != SIZE_MAX ? repeated + 1 : at + 2;
        return jx_class_at(tokens, end) == JX_CLASS_CLOSE ? end + 1 : at;
    }
    return at;
}

bool jx_is_tail(jx_class class)
{
    return class == JX_CLASS_UP || class == JX_CLASS_DOWN || class == JX_CLASS_WITHIN ||
           class == JX_CLASS_DATE;
}

// Over a token, and over 含 behind 以上.
static size_t step_over(const jx_tokens *tokens, size_t at)
{
    return jx_is_tail(jx_class_at(tokens, at)) ? jx_skip_mark(tokens, at + 1) : at + 1;
}

// NOLINTBEGIN(misc-no-recursion): as deep as a pattern has elements
static size_t match(const jx_tokens *tokens, size_t at, const element *elements, size_t count);

static size_t match_many(
    const jx_tokens *tokens, size_t at, const element *elements, size_t count, size_t least)
{
    size_t most = 0;
    while ((least > 0 || most < LONGEST_RUN) && is_in(tokens, at + most, elements[0].classes)) {
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
        at = elements[0].how == HOW_NUMBER ? jx_skip_mark(tokens, at + 1) : step_over(tokens, at);
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
// NOLINTEND(misc-no-recursion)

// Whether everything that the pattern needs is there at all.
static bool may_match(const jx_pattern *pattern, uint64_t present)
{
    for (size_t i = 0; i < pattern->count; i++) {
        const element *at = &pattern->elements[i];
        if (is_needed(at) && (at->classes & present) == 0) {
            return false;
        }
    }
    return true;
}

uint64_t jx_class_bit(jx_class class)
{
    return class < JX_CLASS_GLUE ? (uint64_t)1 << class : 0;
}

size_t jx_pattern_match(const jx_vocabulary *vocabulary,
                        size_t index,
                        const jx_tokens *tokens,
                        size_t at,
                        uint64_t present)
{
    const jx_pattern *pattern = &vocabulary->patterns[index];
    return is_in(tokens, at, pattern->first) && may_match(pattern, present)
               ? match(tokens, at, pattern->elements, pattern->count)
               : SIZE_MAX;
}

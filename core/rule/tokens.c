// SPDX-License-Identifier: MIT
#include "rule/tokens.h"

#include "rule/lexer.h"
#include "rule/numerals.h"

enum {
    LITTLE = 0x5C11,
    LACK = 0x7F3A,
    PART_SIGN = 0x90E8,
    PAUSE_SIGN = 0x3001,
    STOP_SIGN = 0x3002,
    CIRCLED_FIRST = 0x2460,
    CIRCLED_LAST = 0x249B // with those in brackets and with full stops
};

static bool is_cut(jx_class class)
{
    return class == JX_CLASS_STOP || class == JX_CLASS_OPEN;
}

static bool is_number_like(jx_class class)
{
    return class == JX_CLASS_QUANTITY || class == JX_CLASS_YEAR || class == JX_CLASS_DATE;
}

static bool begins_share(const jx_lexer *in, size_t at)
{
    const jx_word *word = NULL;
    while (at < in->normal->count && (word = jx_word_find(in->vocabulary, in->normal->chars + at,
                                                          in->normal->count - at, word)) != NULL) {
        if (word->class == JX_CLASS_SHARE || word->class == JX_CLASS_FULL) {
            return true;
        }
    }
    return false;
}

static bool stands_right(const jx_lexer *in, const jx_word *word)
{
    const size_t end = in->at + word->count;
    if (word->place == JX_BEFORE_NUMBER) {
        const uint32_t next = jx_lexer_code(in, end);
        const bool opens = is_cut(jx_lexer_last(in)) && word->class == JX_CLASS_DROP &&
                           (word->codes[0] == LITTLE || word->codes[0] == LACK);
        return opens || jx_lexer_last(in) == JX_CLASS_EACH || jx_lexer_starts_number(next) ||
               begins_share(in, end) ||
               (next == 0x767E && jx_lexer_code(in, end + 1) == 0x5206); // 百分之
    }
    const jx_class last = jx_lexer_last(in);
    return word->place != JX_BEHIND_NUMBER || is_number_like(last) || last == JX_CLASS_INCLUDED ||
           last == JX_CLASS_EXCLUDED || last == JX_CLASS_CLOSE;
}

// The longest word that stands here; NULL: none.
static const jx_word *find_word(const jx_lexer *in)
{
    const jx_word *word = NULL;
    const jx_normal *normal = in->normal;
    do {
        word = jx_word_find(in->vocabulary, normal->chars + in->at, normal->count - in->at, word);
    } while (word != NULL && !stands_right(in, word));
    return word;
}

// ------------------------------------------------------------------------------------------- everything

// 1. 1、 (1) ① before a clause; a number with a unit is none.
static bool push_item_mark(jx_lexer *in)
{
    const uint32_t code = jx_lexer_code(in, in->at);
    if (code >= CIRCLED_FIRST && code <= CIRCLED_LAST) {
        jx_lexer_push(in, JX_CLASS_STOP, in->at + 1, (jx_amount){0});
        return true;
    }
    const bool open = code == '(';
    size_t at = in->at + (open ? 1 : 0);
    const size_t first = at;
    jx_decimal number = JX_DECIMAL_ZERO;
    if (!is_cut(jx_lexer_last(in))) {
        return false;
    }
    while (jx_normal_is_digit(jx_lexer_code(in, at))) {
        at++;
    }
    at = at > first ? at : at + jx_numerals_chinese(in->normal, at, &number);
    const uint32_t sign = jx_lexer_code(in, at);
    const bool closed = open ? sign == ')' : sign == PAUSE_SIGN || sign == '.' || sign == ')';
    if (at == first || at - first > 2 || !closed || jx_normal_is_digit(jx_lexer_code(in, at + 1))) {
        return false;
    }
    jx_lexer_push(in, JX_CLASS_STOP, at + 1, (jx_amount){0});
    return true;
}

static const struct {
    uint32_t code;
    jx_class class;
} signs[] = {
    {',', JX_CLASS_STOP},  {';', JX_CLASS_STOP},         {STOP_SIGN, JX_CLASS_STOP},
    {'!', JX_CLASS_STOP},  {'?', JX_CLASS_STOP},         {':', JX_CLASS_STOP},
    {'.', JX_CLASS_STOP},  {PAUSE_SIGN, JX_CLASS_PAUSE}, {'(', JX_CLASS_OPEN},
    {')', JX_CLASS_CLOSE}, {'-', JX_CLASS_DASH},         {'~', JX_CLASS_DASH},
    {'/', JX_CLASS_SLASH}, {'*', JX_CLASS_TIMES},        {'=', JX_CLASS_EQUALS},
};

static bool is_ideograph(uint32_t code)
{
    return code >= 0x4E00 && code <= 0x9FFF;
}

static bool push_sign(jx_lexer *in)
{
    const uint32_t code = jx_lexer_code(in, in->at);
    const uint32_t next = jx_lexer_code(in, in->at + 1);
    const bool letter = code == 'x' || code == 'X';
    if (letter && in->at > 0 && !is_cut(jx_lexer_last(in)) &&
        (jx_normal_is_digit(next) || is_ideograph(next))) {
        jx_lexer_push(in, JX_CLASS_TIMES, in->at + 1, (jx_amount){0});
        return true;
    }
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (signs[i].code == code) {
            jx_lexer_push(in, signs[i].class, in->at + 1, (jx_amount){0});
            return true;
        }
    }
    return false;
}

// What the rule is about, wherever it stands whole.
static bool push_name(jx_lexer *in)
{
    const size_t count = in->name->count;
    if (count < 2 || count > in->normal->count - in->at ||
        !jx_normal_same(in->name->chars, in->normal->chars + in->at, count)) {
        return false;
    }
    const jx_word *word = find_word(in);
    const bool known = word != NULL && word->count >= count;
    jx_lexer_push(in, known ? word->class : JX_CLASS_SELF, in->at + (known ? word->count : count),
                  (jx_amount){0});
    return true;
}

// 每户: one of them.
static bool push_word(jx_lexer *in, const jx_word *word)
{
    size_t end = in->at + word->count;
    jx_amount amount = {.family = JX_STR(""), .unit = JX_STR(""), .scale = 1};
    const bool single = word->class == JX_CLASS_UNIT && jx_lexer_last(in) == JX_CLASS_EACH;
    if (single) {
        const jx_unit unit = jx_unit_read(in->vocabulary, in->normal, in->at, in->unit);
        amount.number = JX_DECIMAL_ONE;
        jx_lexer_take_unit(in, &unit, in->at, &amount);
        end = in->at + unit.count;
    } else if (word->class == JX_CLASS_UNIT) {
        return false;
    }
    jx_lexer_push(in, single ? JX_CLASS_QUANTITY : word->class, end, amount);
    return true;
}

static void push_next(jx_lexer *in)
{
    if (push_name(in) || push_item_mark(in) || jx_lexer_parts(in) || jx_lexer_fraction(in) ||
        jx_lexer_digits(in)) {
        return;
    }
    const jx_word *word = find_word(in);
    const bool numeral = jx_lexer_starts_number(jx_lexer_code(in, in->at));
    if (word != NULL && numeral && word->count < 2) {
        word = NULL;
    }
    if ((word != NULL && push_word(in, word)) || jx_lexer_chinese(in) || push_sign(in)) {
        return;
    }
    jx_lexer_push(in, JX_CLASS_TEXT, in->at + 1, (jx_amount){0});
}

// -------------------------------------------------------------------------------------------- afterwards

static bool ends_level(jx_class class)
{
    switch ((int)class) {
    case JX_CLASS_STOP:
    case JX_CLASS_PAUSE:
    case JX_CLASS_CLOSE:
    case JX_CLASS_DASH:
    case JX_CLASS_EARN:
    case JX_CLASS_FULL:
    case JX_CLASS_ZERO:
    case JX_CLASS_LOSE:
    case JX_CLASS_SCORE:
    case JX_CLASS_QUANTITY:
    case JX_CLASS_UP:
    case JX_CLASS_DOWN:
    case JX_CLASS_WITHIN:
    case JX_CLASS_LEVEL:
    case JX_CLASS_GLUE:
    case JX_CLASS_DISCRETION:
        return true;
    default:
        return false;
    }
}

// A word is a level only where something follows from it.
static void demote_levels(const jx_normal *normal, jx_token *rows, size_t count)
{
    for (size_t i = count; i > 0; i--) {
        jx_token *row = &rows[i - 1];
        const bool ends = i == count || ends_level(rows[i].class);
        const bool cut = i == 1 || ends_level(rows[i - 2].class) || is_cut(rows[i - 2].class);
        const bool single = row->end - row->first == 1;
        if (row->class == JX_CLASS_LEVEL && (!ends || (single && !cut))) {
            const bool part = normal->chars[row->first].code == PART_SIGN;
            row->class = part ? JX_CLASS_SEVERAL : JX_CLASS_TEXT; // 部分完成率
        }
    }
}

static size_t drop_glue(jx_token *rows, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const bool joins =
            kept > 0 && rows[i].class == JX_CLASS_TEXT && rows[kept - 1].class == JX_CLASS_TEXT;
        if (joins) {
            rows[kept - 1].end = rows[i].end;
        } else if (rows[i].class != JX_CLASS_GLUE) {
            rows[kept++] = rows[i];
        }
    }
    return kept;
}

bool jx_tokens_make(const jx_vocabulary *vocabulary,
                    jx_arena *arena,
                    const jx_normal *normal,
                    const jx_normal *name,
                    const jx_normal *unit,
                    jx_tokens *ret)
{
    jx_lexer in = {.vocabulary = vocabulary, .normal = normal, .name = name, .unit = unit};
    in.rows = jx_arena_array(arena, normal->count + 1, sizeof *in.rows);
    if (in.rows == NULL) {
        return false;
    }
    while (in.at < normal->count) {
        push_next(&in);
    }
    demote_levels(normal, in.rows, in.count);
    *ret = (jx_tokens){normal, in.rows, drop_glue(in.rows, in.count)};
    return true;
}

jx_str jx_tokens_slice(const jx_tokens *tokens, size_t first, size_t end)
{
    return first >= end ? (jx_str)JX_STR("")
                        : jx_normal_slice(tokens->normal, tokens->rows[first].first,
                                          tokens->rows[end - 1].end);
}

bool jx_token_has(const jx_tokens *tokens, const jx_token *token, uint32_t code)
{
    size_t at = token->first;
    while (at < token->end && tokens->normal->chars[at].code != code) {
        at++;
    }
    return at < token->end;
}

bool jx_token_finishes(const jx_tokens *tokens, const jx_token *token)
{
    enum { FINISH = 0x5B8C /* 完 */ };
    return jx_token_has(tokens, token, FINISH);
}

size_t jx_tokens_count(const jx_tokens *tokens, jx_class class)
{
    size_t count = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        count += tokens->rows[i].class == class ? 1 : 0;
    }
    return count;
}

const jx_token *jx_tokens_find(const jx_tokens *tokens, jx_class class)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->rows[i].class == class) {
            return &tokens->rows[i];
        }
    }
    return NULL;
}

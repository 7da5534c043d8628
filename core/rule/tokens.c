// SPDX-License-Identifier: MIT
#include "rule/tokens.h"

#include "rule/numerals.h"

enum {
    LEAST_YEAR = 1900,
    MOST_YEAR = 2100,
    YEAR_SIGN = 0x5E74,
    MONTH_SIGN = 0x6708,
    DAY_SIGN = 0x65E5,
    DAY_SIGN_SPOKEN = 0x53F7,
    SPAN_SIGN = 0x5EA6,
    BOTTOM_SIGN = 0x5E95,
    END_SIGN = 0x672B,
    PERMILLE = 0x2030,
    LITTLE = 0x5C11,
    LACK = 0x7F3A,
    PAUSE_SIGN = 0x3001,
    STOP_SIGN = 0x3002,
    CIRCLED_FIRST = 0x2460,
    CIRCLED_LAST = 0x249B, // with those in brackets and with full stops
};

typedef struct lexer {
    const jx_vocabulary *vocabulary;
    const jx_normal *normal;
    const jx_normal *name;
    const jx_normal *unit; // the table's
    jx_token *rows;
    size_t count;
    size_t at;
} lexer;

static uint32_t code_at(const lexer *in, size_t at)
{
    return at < in->normal->count ? in->normal->chars[at].code : 0;
}

static void push(lexer *in, jx_class class, size_t end, jx_amount amount)
{
    in->rows[in->count++] = (jx_token){class, in->at, end, amount};
    in->at = end;
}

static jx_class last_class(const lexer *in)
{
    return in->count == 0 ? JX_CLASS_STOP : in->rows[in->count - 1].class;
}

static bool starts_number(uint32_t code)
{
    jx_decimal number;
    const jx_normal_char chars[] = {{.code = code}, {.code = 0}};
    const jx_normal normal = {.chars = chars, .count = 1};
    return jx_normal_is_digit(code) || jx_numerals_chinese(&normal, 0, &number) > 0;
}

// ---------------------------------------------------------------------------------------------- words

static bool is_cut(jx_class class)
{
    return class == JX_CLASS_STOP || class == JX_CLASS_OPEN;
}

static bool is_number_like(jx_class class)
{
    return class == JX_CLASS_QUANTITY || class == JX_CLASS_YEAR || class == JX_CLASS_DATE;
}

static bool begins_share(const lexer *in, size_t at)
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

static bool stands_right(const lexer *in, const jx_word *word)
{
    const size_t end = in->at + word->count;
    if (word->place == JX_BEFORE_NUMBER) {
        const uint32_t next = code_at(in, end);
        const bool opens = is_cut(last_class(in)) && word->class == JX_CLASS_DROP &&
                           (word->codes[0] == LITTLE || word->codes[0] == LACK);
        return opens || last_class(in) == JX_CLASS_EACH || starts_number(next) ||
               begins_share(in, end) ||
               (next == 0x767E && code_at(in, end + 1) == 0x5206); // 百分之
    }
    const jx_class last = last_class(in);
    return word->place != JX_BEHIND_NUMBER || is_number_like(last) || last == JX_CLASS_INCLUDED ||
           last == JX_CLASS_EXCLUDED || last == JX_CLASS_CLOSE;
}

// The longest word that stands here; NULL: none.
static const jx_word *find_word(const lexer *in)
{
    const jx_word *word = NULL;
    const jx_normal *normal = in->normal;
    do {
        word = jx_word_find(in->vocabulary, normal->chars + in->at, normal->count - in->at, word);
    } while (word != NULL && !stands_right(in, word));
    return word;
}

// -------------------------------------------------------------------------------------------- numbers

static void take_unit(const lexer *in, const jx_unit *unit, size_t at, jx_amount *amount)
{
    amount->kind = unit->kind;
    amount->family = unit->family;
    amount->scale = unit->scale;
    amount->point = jx_str_is(unit->family, "point");
    amount->unit = jx_normal_slice(in->normal, at, at + unit->count);
    (void)jx_decimal_multiply(amount->number, jx_decimal_make(unit->scale, 0), &amount->number);
}

// The unit behind a number that ends at `end`; returns where the unit ends.
static size_t read_unit(const lexer *in, size_t end, jx_amount *amount)
{
    const jx_unit unit = jx_unit_read(in->vocabulary, in->normal, end, in->unit);
    const jx_decimal tenth = jx_decimal_make(1, 1);
    if (unit.count > 0) {
        take_unit(in, &unit, end, amount);
    }
    if (code_at(in, end) == PERMILLE) {
        (void)jx_decimal_multiply(amount->number, tenth, &amount->number);
    }
    return end + unit.count;
}

// 百分之 and 千分之 before a number; returns how many characters it has.
static size_t read_parts_sign(const lexer *in, int64_t *ret_places)
{
    const uint32_t first = code_at(in, in->at);
    const bool parts = (first == 0x767E || first == 0x5343) && code_at(in, in->at + 1) == 0x5206 &&
                       code_at(in, in->at + 2) == 0x4E4B;
    *ret_places = first == 0x767E ? 0 : 1;
    return parts ? 3 : 0;
}

// 四分之一, where that is a whole number of percent or nearly; 一半.
static bool push_fraction(lexer *in)
{
    enum { ONE = 0x4E00, HALF = 0x534A, POINTS = 0x5206, OF = 0x4E4B };
    jx_decimal below;
    jx_decimal above;
    jx_decimal percent;
    const jx_decimal hundred = jx_decimal_make(100, 0);
    size_t end = in->at;
    if (code_at(in, end) == ONE && code_at(in, end + 1) == HALF) {
        percent = jx_decimal_make(50, 0);
        end += code_at(in, end + 2) == POINTS ? 3 : 2;
    } else {
        const size_t size = jx_numerals_chinese(in->normal, end, &below);
        if (size == 0 || code_at(in, end + size) != POINTS || code_at(in, end + size + 1) != OF) {
            return false;
        }
        end += size + 2;
        const size_t more = jx_numerals_chinese(in->normal, end, &above);
        jx_decimal check;
        if (more == 0 || jx_decimal_sign(below) <= 0 ||
            !jx_decimal_multiply_divide(hundred, above, below, 4, JX_ROUND_DOWN, &percent) ||
            !jx_decimal_multiply(percent, below, &check) ||
            !jx_decimal_multiply(hundred, above, &above) || jx_decimal_compare(check, above) != 0) {
            return false;
        }
        end += more;
    }
    push(in, JX_CLASS_QUANTITY, end,
         (jx_amount){.number = percent,
                     .kind = JX_UNIT_PERCENT,
                     .family = JX_STR(""),
                     .unit = JX_STR(""),
                     .scale = 1});
    return true;
}

static bool push_parts(lexer *in)
{
    int64_t places = 0;
    const size_t sign = read_parts_sign(in, &places);
    jx_amount amount = {
        .kind = JX_UNIT_PERCENT, .family = JX_STR(""), .unit = JX_STR(""), .scale = 1};
    if (sign == 0) {
        return false;
    }
    const size_t at = in->at + sign;
    size_t size = jx_numerals_digits(in->normal, at, &amount.number);
    size = size > 0 ? size : jx_numerals_chinese(in->normal, at, &amount.number);
    if (size == 0 ||
        !jx_decimal_multiply(amount.number, jx_decimal_make(1, (uint32_t)places), &amount.number)) {
        return false;
    }
    push(in, JX_CLASS_QUANTITY, at + size, amount);
    return true;
}

static int64_t whole_of(jx_decimal number)
{
    int64_t whole = -1;
    return jx_decimal_to_integer(number, &whole) ? whole : -1;
}

static size_t read_part(const lexer *in, size_t at, int64_t most, int64_t *ret)
{
    jx_decimal number;
    size_t size = jx_numerals_digits(in->normal, at, &number);
    size = size > 0 ? size : jx_numerals_chinese(in->normal, at, &number);
    *ret = size == 0 ? 0 : whole_of(number);
    return size > 0 && *ret > 0 && *ret <= most ? size : 0;
}

// 12月31日, 12月底, with a year before it or without: yyyymmdd, 0 for what is not there.
static bool push_date(lexer *in)
{
    int64_t year = 0;
    int64_t month = 0;
    int64_t day = 0;
    size_t at = in->at;
    size_t size = read_part(in, at, MOST_YEAR, &year);
    if (size > 0 && year >= LEAST_YEAR && code_at(in, at + size) == YEAR_SIGN) {
        at += size + 1;
    } else {
        year = 0;
    }
    size = read_part(in, at, 12, &month);
    if (size == 0 || code_at(in, at + size) != MONTH_SIGN) {
        return false;
    }
    at += size + 1;
    const uint32_t sign = code_at(in, at);
    size = read_part(in, at, 31, &day);
    if (size > 0 &&
        (code_at(in, at + size) == DAY_SIGN || code_at(in, at + size) == DAY_SIGN_SPOKEN)) {
        at += size + 1;
    } else if (sign == BOTTOM_SIGN || sign == END_SIGN || year > 0) {
        day = 0;
        at += sign == BOTTOM_SIGN || sign == END_SIGN ? 1 : 0;
    } else {
        return false;
    }
    const jx_amount amount = {.number = jx_decimal_make(year * 10000 + month * 100 + day, 0),
                              .family = JX_STR(""),
                              .unit = JX_STR(""),
                              .scale = 1};
    push(in, JX_CLASS_DATE, at, amount);
    return true;
}

static bool push_year(lexer *in, jx_decimal number, size_t end)
{
    const int64_t year = whole_of(number);
    if (end - in->at != 4 || year < LEAST_YEAR || year > MOST_YEAR ||
        code_at(in, end) != YEAR_SIGN) {
        return false;
    }
    end += code_at(in, end + 1) == SPAN_SIGN ? 2 : 1;
    push(in, JX_CLASS_YEAR, end,
         (jx_amount){.number = number, .family = JX_STR(""), .unit = JX_STR(""), .scale = 1});
    return true;
}

static bool push_digits(lexer *in)
{
    jx_amount amount = {.family = JX_STR(""), .unit = JX_STR(""), .scale = 1};
    const size_t size = jx_numerals_digits(in->normal, in->at, &amount.number);
    if (size == 0) {
        return false;
    }
    if (push_date(in) || push_year(in, amount.number, in->at + size)) {
        return true;
    }
    const size_t end = read_unit(in, in->at + size, &amount);
    push(in, JX_CLASS_QUANTITY, end, amount);
    return true;
}

// Behind what a numeral is a number though no unit follows.
static bool wants_number(jx_class class)
{
    switch ((int)class) {
    case JX_CLASS_EACH:
    case JX_CLASS_FRONT:
    case JX_CLASS_ORDINAL:
    case JX_CLASS_DROP:
    case JX_CLASS_RISE:
    case JX_CLASS_LATE:
    case JX_CLASS_BEHIND:
    case JX_CLASS_EARN:
    case JX_CLASS_LOSE:
        return true;
    default:
        return false;
    }
}

static bool push_chinese(lexer *in)
{
    jx_amount amount = {.family = JX_STR(""), .unit = JX_STR(""), .scale = 1};
    const size_t size = jx_numerals_chinese(in->normal, in->at, &amount.number);
    if (size == 0) {
        return false;
    }
    const size_t end = read_unit(in, in->at + size, &amount);
    if (amount.kind == JX_UNIT_NONE && !wants_number(last_class(in))) {
        return false;
    }
    push(in, JX_CLASS_QUANTITY, end, amount);
    return true;
}

// ------------------------------------------------------------------------------------------- everything

// 1. 1、 (1) ① before a clause; a number with a unit is none.
static bool push_item_mark(lexer *in)
{
    const uint32_t code = code_at(in, in->at);
    if (code >= CIRCLED_FIRST && code <= CIRCLED_LAST) {
        push(in, JX_CLASS_STOP, in->at + 1, (jx_amount){0});
        return true;
    }
    const bool open = code == '(';
    size_t at = in->at + (open ? 1 : 0);
    const size_t first = at;
    jx_decimal number;
    if (!is_cut(last_class(in))) {
        return false;
    }
    while (jx_normal_is_digit(code_at(in, at))) {
        at++;
    }
    at = at > first ? at : at + jx_numerals_chinese(in->normal, at, &number);
    const uint32_t sign = code_at(in, at);
    const bool closed = open ? sign == ')' : sign == PAUSE_SIGN || sign == '.' || sign == ')';
    if (at == first || at - first > 2 || !closed || jx_normal_is_digit(code_at(in, at + 1))) {
        return false;
    }
    push(in, JX_CLASS_STOP, at + 1, (jx_amount){0});
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

static bool push_sign(lexer *in)
{
    const uint32_t code = code_at(in, in->at);
    const uint32_t next = code_at(in, in->at + 1);
    const bool letter = code == 'x' || code == 'X';
    if (letter && in->at > 0 && !is_cut(last_class(in)) &&
        (jx_normal_is_digit(next) || is_ideograph(next))) {
        push(in, JX_CLASS_TIMES, in->at + 1, (jx_amount){0});
        return true;
    }
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (signs[i].code == code) {
            push(in, signs[i].class, in->at + 1, (jx_amount){0});
            return true;
        }
    }
    return false;
}

// What the rule is about, wherever it stands whole.
static bool push_name(lexer *in)
{
    const size_t count = in->name->count;
    if (count < 2 || count > in->normal->count - in->at) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (in->name->chars[i].code != in->normal->chars[in->at + i].code) {
            return false;
        }
    }
    const jx_word *word = find_word(in);
    const bool known = word != NULL && word->count >= count;
    push(in, known ? word->class : JX_CLASS_SELF, in->at + (known ? word->count : count),
         (jx_amount){0});
    return true;
}

// 每户: one of them.
static bool push_word(lexer *in, const jx_word *word)
{
    size_t end = in->at + word->count;
    jx_amount amount = {.family = JX_STR(""), .unit = JX_STR(""), .scale = 1};
    const bool single = word->class == JX_CLASS_UNIT && last_class(in) == JX_CLASS_EACH;
    if (single) {
        const jx_unit unit = jx_unit_read(in->vocabulary, in->normal, in->at, in->unit);
        amount.number = JX_DECIMAL_ONE;
        take_unit(in, &unit, in->at, &amount);
        end = in->at + unit.count;
    } else if (word->class == JX_CLASS_UNIT) {
        return false;
    }
    push(in, single ? JX_CLASS_QUANTITY : word->class, end, amount);
    return true;
}

static void push_next(lexer *in)
{
    if (push_name(in) || push_item_mark(in) || push_parts(in) || push_fraction(in) ||
        push_digits(in)) {
        return;
    }
    const jx_word *word = find_word(in);
    const bool numeral = starts_number(code_at(in, in->at));
    if (word != NULL && numeral && word->count < 2) {
        word = NULL;
    }
    if ((word != NULL && push_word(in, word)) || push_chinese(in) || push_sign(in)) {
        return;
    }
    push(in, JX_CLASS_TEXT, in->at + 1, (jx_amount){0});
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
static void demote_levels(jx_token *rows, size_t count)
{
    for (size_t i = count; i > 0; i--) {
        jx_token *row = &rows[i - 1];
        const bool ends = i == count || ends_level(rows[i].class);
        const bool cut = i == 1 || ends_level(rows[i - 2].class) || is_cut(rows[i - 2].class);
        const bool single = row->end - row->first == 1;
        if (row->class == JX_CLASS_LEVEL && (!ends || (single && !cut))) {
            row->class = JX_CLASS_TEXT;
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
    lexer in = {.vocabulary = vocabulary, .normal = normal, .name = name, .unit = unit};
    in.rows = jx_arena_array(arena, normal->count + 1, sizeof *in.rows);
    if (in.rows == NULL) {
        return false;
    }
    while (in.at < normal->count) {
        push_next(&in);
    }
    demote_levels(in.rows, in.count);
    *ret = (jx_tokens){normal, in.rows, drop_glue(in.rows, in.count)};
    return true;
}

jx_str jx_tokens_slice(const jx_tokens *tokens, size_t first, size_t end)
{
    return first >= end ? (jx_str)JX_STR("")
                        : jx_normal_slice(tokens->normal, tokens->rows[first].first,
                                          tokens->rows[end - 1].end);
}

// SPDX-License-Identifier: MIT
// Numbers, dates and years as tokens.
#include "rule/lexer.h"

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
    UNTIL_SIGN = 0x81F3,
    PERMILLE = 0x2030
};

uint32_t jx_lexer_code(const jx_lexer *in, size_t at)
{
    return at < in->normal->count ? in->normal->chars[at].code : 0;
}

void jx_lexer_push(jx_lexer *in, jx_class class, size_t end, jx_amount amount)
{
    in->rows[in->count++] = (jx_token){class, in->at, end, amount};
    in->at = end;
}

jx_class jx_lexer_last(const jx_lexer *in)
{
    return in->count == 0 ? JX_CLASS_STOP : in->rows[in->count - 1].class;
}

bool jx_lexer_starts_number(uint32_t code)
{
    jx_decimal number = JX_DECIMAL_ZERO;
    const jx_normal_char chars[] = {{.code = code}, {.code = 0}};
    const jx_normal normal = {.chars = chars, .count = 1};
    return jx_normal_is_digit(code) || jx_numerals_chinese(&normal, 0, &number) > 0;
}

// ---------------------------------------------------------------------------------------------- words

void jx_lexer_take_unit(const jx_lexer *in, const jx_unit *unit, size_t at, jx_amount *amount)
{
    amount->kind = unit->kind;
    amount->family = unit->family;
    amount->scale = unit->scale;
    amount->point = jx_str_is(unit->family, "point");
    amount->unit = jx_normal_slice(in->normal, at, at + unit->count);
    (void)jx_decimal_multiply(amount->number, jx_decimal_make(unit->scale, 0), &amount->number);
}

// The unit behind a number that ends at `end`; returns where the unit ends.
static size_t read_unit(const jx_lexer *in, size_t end, jx_amount *amount)
{
    const jx_unit unit = jx_unit_read(in->vocabulary, in->normal, end, in->unit);
    const jx_decimal tenth = jx_decimal_make(1, 1);
    if (unit.count > 0) {
        jx_lexer_take_unit(in, &unit, end, amount);
    }
    if (jx_lexer_code(in, end) == PERMILLE) {
        (void)jx_decimal_multiply(amount->number, tenth, &amount->number);
    }
    return end + unit.count;
}

// 百分之 and 千分之 before a number; returns how many characters it has.
static size_t read_parts_sign(const jx_lexer *in, int64_t *ret_places)
{
    const uint32_t first = jx_lexer_code(in, in->at);
    const bool parts = (first == 0x767E || first == 0x5343) &&
                       jx_lexer_code(in, in->at + 1) == 0x5206 &&
                       jx_lexer_code(in, in->at + 2) == 0x4E4B;
    *ret_places = first == 0x767E ? 0 : 1;
    return parts ? 3 : 0;
}

// 四分之一, where that is a whole number of percent or nearly; 一半.
bool jx_lexer_fraction(jx_lexer *in)
{
    enum { ONE = 0x4E00, HALF = 0x534A, POINTS = 0x5206, OF = 0x4E4B };
    jx_decimal below = JX_DECIMAL_ZERO;
    jx_decimal above = JX_DECIMAL_ZERO;
    jx_decimal percent = JX_DECIMAL_ZERO;
    const jx_decimal hundred = jx_decimal_make(100, 0);
    size_t end = in->at;
    if (jx_lexer_code(in, end) == ONE && jx_lexer_code(in, end + 1) == HALF) {
        percent = jx_decimal_make(50, 0);
        end += jx_lexer_code(in, end + 2) == POINTS ? 3 : 2;
    } else {
        const size_t size = jx_numerals_chinese(in->normal, end, &below);
        if (size == 0 || jx_lexer_code(in, end + size) != POINTS ||
            jx_lexer_code(in, end + size + 1) != OF) {
            return false;
        }
        end += size + 2;
        const size_t more = jx_numerals_chinese(in->normal, end, &above);
        jx_decimal check = JX_DECIMAL_ZERO;
        if (more == 0 || jx_decimal_sign(below) <= 0 ||
            !jx_decimal_multiply_divide(hundred, above, below, 4, JX_ROUND_DOWN, &percent) ||
            !jx_decimal_multiply(percent, below, &check) ||
            !jx_decimal_multiply(hundred, above, &above) || jx_decimal_compare(check, above) != 0) {
            return false;
        }
        end += more;
    }
    jx_lexer_push(in, JX_CLASS_QUANTITY, end,
                  (jx_amount){.number = percent,
                              .kind = JX_UNIT_PERCENT,
                              .family = JX_STR(""),
                              .unit = JX_STR(""),
                              .scale = 1});
    return true;
}

bool jx_lexer_parts(jx_lexer *in)
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
    jx_lexer_push(in, JX_CLASS_QUANTITY, at + size, amount);
    return true;
}

static int64_t whole_of(jx_decimal number)
{
    int64_t whole = -1;
    return jx_decimal_to_integer(number, &whole) ? whole : -1;
}

static size_t read_part(const jx_lexer *in, size_t at, int64_t most, int64_t *ret)
{
    jx_decimal number = JX_DECIMAL_ZERO;
    size_t size = jx_numerals_digits(in->normal, at, &number);
    size = size > 0 ? size : jx_numerals_chinese(in->normal, at, &number);
    *ret = size == 0 ? 0 : whole_of(number);
    return size > 0 && *ret > 0 && *ret <= most ? size : 0;
}

// 延迟1月, 每少1月: a month of time, where 6月 elsewhere is June.
static bool wants_time(const jx_lexer *in)
{
    switch ((int)jx_lexer_last(in)) {
    case JX_CLASS_EACH:
    case JX_CLASS_DROP:
    case JX_CLASS_RISE:
    case JX_CLASS_LATE:
    case JX_CLASS_UNDER:
    case JX_CLASS_OVER:
        return true;
    default:
        return false;
    }
}

// 2024/12/31, 2024.12.31, 2024-12-31
static bool push_written_date(jx_lexer *in)
{
    static const int64_t most[] = {MOST_YEAR, 12, 31};
    int64_t parts[3] = {0, 0, 0};
    size_t at = in->at;
    uint32_t sign = 0;
    for (size_t i = 0; i < 3; i++) {
        size_t size = 0;
        while (jx_normal_is_digit(jx_lexer_code(in, at + size)) && size < 4) {
            parts[i] = parts[i] * 10 + (jx_lexer_code(in, at + size) - '0');
            size++;
        }
        at += size;
        const uint32_t next = jx_lexer_code(in, at);
        if (size == 0 || parts[i] == 0 || parts[i] > most[i] ||
            (i < 2 && next != '/' && next != '.' && next != '-') || (i == 1 && next != sign)) {
            return false;
        }
        sign = next;
        at += i < 2 ? 1 : 0;
    }
    if (parts[0] < LEAST_YEAR || jx_normal_is_digit(jx_lexer_code(in, at))) {
        return false;
    }
    const jx_amount amount = {.number =
                                  jx_decimal_make(parts[0] * 10000 + parts[1] * 100 + parts[2], 0),
                              .family = JX_STR(""),
                              .unit = JX_STR(""),
                              .scale = 1};
    jx_lexer_push(in, JX_CLASS_DATE, at, amount);
    return true;
}

// 12月31日, 12月底, with a year before it or without: yyyymmdd, 0 for what is not there.
static bool push_date(jx_lexer *in)
{
    int64_t year = 0;
    int64_t month = 0;
    int64_t day = 0;
    size_t at = in->at;
    size_t size = read_part(in, at, MOST_YEAR, &year);
    if (size > 0 && year >= LEAST_YEAR && jx_lexer_code(in, at + size) == YEAR_SIGN) {
        at += size + 1;
    } else {
        year = 0;
    }
    size = read_part(in, at, 12, &month);
    if (size == 0 || jx_lexer_code(in, at + size) != MONTH_SIGN) {
        return false;
    }
    at += size + 1;
    const uint32_t sign = jx_lexer_code(in, at);
    size = read_part(in, at, 31, &day);
    if (size > 0 && (jx_lexer_code(in, at + size) == DAY_SIGN ||
                     jx_lexer_code(in, at + size) == DAY_SIGN_SPOKEN)) {
        at += size + 1;
    } else if (sign == BOTTOM_SIGN || sign == END_SIGN || year > 0 || !wants_time(in)) {
        day = 0;
        at += sign == BOTTOM_SIGN || sign == END_SIGN ? 1 : 0;
    } else {
        return false;
    }
    const jx_amount amount = {.number = jx_decimal_make(year * 10000 + month * 100 + day, 0),
                              .family = JX_STR(""),
                              .unit = JX_STR(""),
                              .scale = 1};
    jx_lexer_push(in, JX_CLASS_DATE, at, amount);
    return true;
}

static bool push_year(jx_lexer *in, jx_decimal number, size_t end)
{
    const int64_t year = whole_of(number);
    if (end - in->at != 4 || year < LEAST_YEAR || year > MOST_YEAR ||
        jx_lexer_code(in, end) != YEAR_SIGN) {
        return false;
    }
    end += jx_lexer_code(in, end + 1) == SPAN_SIGN ? 2 : 1;
    jx_lexer_push(
        in, JX_CLASS_YEAR, end,
        (jx_amount){.number = number, .family = JX_STR(""), .unit = JX_STR(""), .scale = 1});
    return true;
}

bool jx_lexer_digits(jx_lexer *in)
{
    jx_amount amount = {.family = JX_STR(""), .unit = JX_STR(""), .scale = 1};
    const size_t size = jx_numerals_digits(in->normal, in->at, &amount.number);
    if (size == 0) {
        return false;
    }
    if (push_written_date(in) || push_date(in) || push_year(in, amount.number, in->at + size)) {
        return true;
    }
    const size_t end = read_unit(in, in->at + size, &amount);
    jx_lexer_push(in, JX_CLASS_QUANTITY, end, amount);
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

bool jx_lexer_chinese(jx_lexer *in)
{
    jx_amount amount = {.family = JX_STR(""), .unit = JX_STR(""), .scale = 1};
    const size_t size = jx_numerals_chinese(in->normal, in->at, &amount.number);
    if (size == 0) {
        return false;
    }
    if (push_date(in)) {
        return true;
    }
    const size_t end = read_unit(in, in->at + size, &amount);
    const uint32_t next = jx_lexer_code(in, end);
    const bool spans = (next == UNTIL_SIGN || next == '-' || next == '~') &&
                       jx_lexer_starts_number(jx_lexer_code(in, end + 1)); // 四至六名
    if (amount.kind == JX_UNIT_NONE && !spans && !wants_number(jx_lexer_last(in))) {
        return false;
    }
    jx_lexer_push(in, JX_CLASS_QUANTITY, end, amount);
    return true;
}

// SPDX-License-Identifier: MIT
#include "rule/numerals.h"

enum { LONGEST = 24, TEN = 10, HUNDRED = 100, THOUSAND = 1000, POINT = 0x70B9 /* 点 */ };

static const struct {
    uint32_t code;
    int64_t value;
} chinese[] = {
    {0x96F6, 0}, {0x4E00, 1},   {0x4E8C, 2},       {0x4E24, 2},        {0x4E09, 3},
    {0x56DB, 4}, {0x4E94, 5},   {0x516D, 6},       {0x4E03, 7},        {0x516B, 8},
    {0x4E5D, 9}, {0x5341, TEN}, {0x767E, HUNDRED}, {0x5343, THOUSAND},
};

static int64_t find_value(uint32_t code)
{
    for (size_t i = 0; i < sizeof chinese / sizeof chinese[0]; i++) {
        if (chinese[i].code == code) {
            return chinese[i].value;
        }
    }
    return -1;
}

static uint32_t code_at(const jx_normal *normal, size_t at)
{
    return at < normal->count ? normal->chars[at].code : 0;
}

static bool is_digit_at(const jx_normal *normal, size_t at)
{
    return jx_normal_is_digit(code_at(normal, at));
}

// Three digits behind a comma, and no fourth.
static bool separates(const jx_normal *normal, size_t at)
{
    return code_at(normal, at) == ',' && is_digit_at(normal, at + 1) &&
           is_digit_at(normal, at + 2) && is_digit_at(normal, at + 3) &&
           !is_digit_at(normal, at + 4) && !normal->chars[at].gap && !normal->chars[at + 1].gap &&
           normal->chars[at].to - normal->chars[at].from == 1; // the wide one parts clauses
}

size_t jx_numerals_digits(const jx_normal *normal, size_t at, jx_decimal *ret)
{
    char text[LONGEST];
    size_t size = 0;
    bool point = false;
    bool grouped = false;
    size_t end = at;
    while (size < LONGEST) {
        const uint32_t code = code_at(normal, end);
        const bool gap = end > at && end < normal->count && normal->chars[end].gap;
        if (jx_normal_is_digit(code) && (!gap || text[size - 1] == '.')) {
            text[size++] = (char)code;
            end++;
        } else if (code == '.' && size > 0 && !point && is_digit_at(normal, end + 1)) {
            text[size++] = '.';
            point = true;
            end++;
        } else if (size > 0 && (size <= 3 || grouped) && !point && separates(normal, end)) {
            grouped = true;
            end++;
        } else {
            break;
        }
    }
    return size > 0 && size < LONGEST && jx_decimal_parse((jx_str){text, size}, ret) ? end - at : 0;
}

// What stands between the parts of a date or a time.
static bool parts_dates(uint32_t code)
{
    enum { YEAR = 0x5E74, MONTH = 0x6708, DAY = 0x65E5 };
    return code == YEAR || code == MONTH || code == DAY || code == '-' || code == '/' ||
           code == '.' || code == ':';
}

size_t jx_numerals_damaged(const jx_normal *normal, size_t *ret_count)
{
    for (size_t at = 0; at < normal->count;) {
        size_t end = at;
        while (is_digit_at(normal, end) && (end == at || !normal->chars[end].gap)) {
            end++;
        }
        const bool dated =
            parts_dates(code_at(normal, end)) || (at > 0 && parts_dates(code_at(normal, at - 1)));
        const bool grouped = at > 0 && code_at(normal, at - 1) == ',' && end - at == 3;
        if (end - at > 1 && code_at(normal, at) == '0' && !dated && !grouped) {
            *ret_count = end - at;
            return at;
        }
        at = end == at ? at + 1 : end;
    }
    return normal->count;
}

// The digits behind 点.
static size_t read_fraction(const jx_normal *normal, size_t at, jx_decimal whole, jx_decimal *ret)
{
    int64_t units = 0;
    uint32_t places = 0;
    size_t end = at;
    for (int64_t digit = find_value(code_at(normal, end)); digit >= 0 && digit < TEN && places < 6;
         digit = find_value(code_at(normal, end))) {
        units = units * TEN + digit;
        places++;
        end++;
    }
    return places > 0 && jx_decimal_add(whole, jx_decimal_make(units, places), ret) ? end - at : 0;
}

size_t jx_numerals_chinese(const jx_normal *normal, size_t at, jx_decimal *ret)
{
    enum { HALF = 0x534A };
    int64_t total = 0;
    int64_t digit = -1;
    int64_t least = (int64_t)HUNDRED * THOUSAND; // units come down: 千, 百, 十
    size_t end = at;
    if (code_at(normal, at) == HALF) {
        *ret = jx_decimal_make(5, 1);
        return 1;
    }
    for (;; end++) {
        const int64_t value = find_value(code_at(normal, end));
        if (value < 0 || (value < TEN && digit > 0) || (value >= TEN && value >= least)) {
            break;
        }
        if (value < TEN) {
            digit = value;
            continue;
        }
        total += (digit < 0 ? 1 : digit) * value;
        least = value;
        digit = -1;
    }
    if (end == at) {
        return 0;
    }
    const jx_decimal whole = jx_decimal_make(total + (digit > 0 ? digit : 0), 0);
    *ret = whole;
    if (code_at(normal, end) == POINT) {
        const size_t more = read_fraction(normal, end + 1, whole, ret);
        end += more == 0 ? 0 : more + 1;
    }
    return end - at;
}

// SPDX-License-Identifier: MIT
#include "score/quantity.h"

#include "base/utf8.h"

enum { QUANTITY_BYTES = 256 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static size_t count_digits(jx_str text, size_t from)
{
    size_t at = from;
    while (at < text.size && is_digit(text.data[at])) {
        at++;
    }
    return at - from;
}

// The bytes of [+-]digits[.digits] at the beginning of the text; 0 where there are none.
static size_t plain_number_size(jx_str text)
{
    size_t at = text.size > 0 && (text.data[0] == '-' || text.data[0] == '+') ? 1 : 0;
    size_t digits = count_digits(text, at);
    if (digits == 0) {
        return 0;
    }
    at += digits;
    if (at + 1 < text.size && text.data[at] == '.') {
        size_t decimals = count_digits(text, at + 1);
        at += decimals == 0 ? 0 : 1 + decimals;
    }
    return at;
}

// Like plain_number_size, with the digits before the point in groups of three; 0 where they are not.
static size_t grouped_number_size(jx_str text)
{
    size_t at = text.size > 0 && (text.data[0] == '-' || text.data[0] == '+') ? 1 : 0;
    size_t digits = count_digits(text, at);
    if (digits == 0 || digits > 3) {
        return 0;
    }
    at += digits;
    while (at < text.size && text.data[at] == ',') {
        if (count_digits(text, at + 1) != 3) {
            return 0;
        }
        at += 4;
    }
    size_t decimals = at < text.size && text.data[at] == '.' ? count_digits(text, at + 1) : 0;
    return at + (decimals == 0 ? 0 : 1 + decimals);
}

static bool parse_grouped(jx_str text, jx_decimal *ret)
{
    char digits[QUANTITY_BYTES];
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != ',') {
            digits[size++] = text.data[i];
        }
    }
    return jx_decimal_parse((jx_str){digits, size}, ret);
}

// 万 or 亿 at the beginning of *rest, cut off; 1 where there is neither.
static int64_t take_multiplier(jx_str *rest)
{
    static const struct {
        jx_str word;
        int64_t times;
    } multipliers[] = {
        {JX_STR("万亿"), 1000000000000},
        {JX_STR("万"), 10000},
        {JX_STR("亿"), 100000000},
    };
    for (size_t i = 0; i < sizeof multipliers / sizeof multipliers[0]; i++) {
        if (jx_str_starts(*rest, multipliers[i].word)) {
            *rest = jx_str_trim(jx_str_from(*rest, multipliers[i].word.size));
            return multipliers[i].times;
        }
    }
    return 1;
}

bool jx_quantity_is_percent(jx_str unit)
{
    return jx_str_is(unit, "%") || jx_str_is(unit, "％");
}

// What follows the digits: nothing, the unit, % or 万 and 亿 before nothing or the unit.
static jx_quantity_fault read_tail(jx_str rest, jx_str unit, jx_quantity *quantity)
{
    if (rest.size == 0 || (unit.size != 0 && jx_str_equal(rest, unit))) {
        quantity->percent = quantity->percent || (rest.size != 0 && jx_quantity_is_percent(rest));
        return JX_QUANTITY_OK;
    }
    if (jx_quantity_is_percent(rest)) {
        quantity->percent = true;
        return JX_QUANTITY_OK;
    }
    int64_t times = take_multiplier(&rest);
    bool amount = rest.size == 0 || (jx_str_equal(rest, unit) && !jx_quantity_is_percent(rest));
    if (times == 1 || !amount) {
        return JX_QUANTITY_FORM;
    }
    jx_str unit_rest = unit;
    if (take_multiplier(&unit_rest) != 1) {
        return JX_QUANTITY_AMBIGUOUS;
    }
    jx_decimal factor = jx_decimal_make(times, 0);
    return jx_decimal_multiply(quantity->number, factor, &quantity->number) ? JX_QUANTITY_OK
                                                                            : JX_QUANTITY_RANGE;
}

static jx_quantity_fault read_narrow(jx_str text, jx_str unit, jx_quantity *ret)
{
    jx_quantity quantity = {.percent = false};
    size_t plain = plain_number_size(text);
    bool grouped = plain < text.size && text.data[plain] == ',';
    size_t size = grouped ? grouped_number_size(text) : plain;
    if (size == 0 || size >= QUANTITY_BYTES) {
        return JX_QUANTITY_FORM;
    }
    jx_str digits = jx_str_first(text, size);
    if (!(grouped ? parse_grouped(digits, &quantity.number)
                  : jx_decimal_parse(digits, &quantity.number))) {
        return JX_QUANTITY_RANGE;
    }
    jx_quantity_fault fault = read_tail(jx_str_trim(jx_str_from(text, size)), unit, &quantity);
    if (fault == JX_QUANTITY_OK) {
        *ret = quantity;
    }
    return fault;
}

// What most cells are: a short plain number, and perhaps a % behind.
static bool read_quickly(jx_str text, jx_quantity *ret)
{
    jx_str rest = text;
    jx_decimal number;
    if (!jx_decimal_take(&rest, &number)) {
        return false;
    }
    bool percent = rest.size == 1 && rest.data[0] == '%';
    if (rest.size > 0 && !percent) {
        return false;
    }
    *ret = (jx_quantity){number, percent};
    return true;
}

jx_quantity_fault jx_quantity_read(jx_str text, jx_str unit, jx_quantity *ret)
{
    if (read_quickly(text, ret)) {
        return JX_QUANTITY_OK;
    }
    char narrow_text[QUANTITY_BYTES];
    char narrow_unit[QUANTITY_BYTES];
    jx_str text_narrowed = jx_utf8_narrow(text, narrow_text, sizeof narrow_text);
    jx_str unit_narrowed = jx_utf8_narrow(unit, narrow_unit, sizeof narrow_unit);
    if (text_narrowed.data == NULL || unit_narrowed.data == NULL) {
        return JX_QUANTITY_FORM;
    }
    return read_narrow(jx_str_trim(text_narrowed), jx_str_trim(unit_narrowed), ret);
}

jx_quantity_fault jx_quantity_read_in(jx_str text, jx_str unit, jx_quantity *ret)
{
    jx_quantity quantity;
    jx_quantity_fault fault = jx_quantity_read(text, unit, &quantity);
    if (fault == JX_QUANTITY_OK && quantity.percent && !jx_quantity_is_percent(unit)) {
        return JX_QUANTITY_FORM;
    }
    if (fault == JX_QUANTITY_OK) {
        *ret = quantity;
    }
    return fault;
}

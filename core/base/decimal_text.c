// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "base/decimal_parts.h"
#include "base/wide.h"

#include <assert.h>
#include <string.h>

enum {
    PLACES_READ = 18,
    TENS_OF_A_STEP = 18,
    DIGITS_WRITTEN = 40,
    SHORT_DIGITS = 24,
    QUICK_TEXT = 17
};

const char jx_digit_pairs[JX_DIGIT_PAIRS] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

static const uint64_t STEP = 1000000000000000000;

// Adds the run of digits at the beginning of *rest to the coefficient and cuts it off; returns how many there
// were. Past 35 digits the coefficient stays too large to fit.
static size_t read_digits(jx_str *rest, jx_uint128 *coefficient)
{
    size_t count = 0;
    while (count < rest->size && rest->data[count] >= '0' && rest->data[count] <= '9') {
        if (jx_magnitude_fits(*coefficient)) {
            uint32_t digit = (uint32_t)(rest->data[count] - '0');
            *coefficient = *coefficient * 10u + digit;
        }
        count++;
    }
    *rest = jx_str_from(*rest, count);
    return count;
}

// Adds the run of digits at `at` to the number; returns where it ends.
static const char *take_digits(const char *at, const char *end, int64_t *number)
{
    for (; at < end && (unsigned char)(*at - '0') < 10; at++) {
        *number = 10 * *number + (*at - '0');
    }
    return at;
}

bool jx_decimal_take(jx_str *rest, jx_decimal *ret)
{
    if (rest->size == 0 || rest->size > QUICK_TEXT) {
        return false;
    }
    const char *const end = rest->data + rest->size;
    const bool negative = rest->data[0] == '-';
    const char *const first = rest->data + negative;
    int64_t number = 0;
    size_t places = 0;
    const char *at = take_digits(first, end, &number);
    if (at == first) {
        return false;
    }
    if (at < end && *at == '.') {
        const char *const point = at + 1;
        at = take_digits(point, end, &number);
        places = (size_t)(at - point);
        if (places == 0) {
            return false;
        }
    }
    *ret = jx_short_pack(negative ? -number : number, (uint32_t)places);
    *rest = (jx_str){at, (size_t)(end - at)};
    return true;
}

bool jx_decimal_parse(jx_str text, jx_decimal *ret)
{
    bool negative = text.size > 0 && text.data[0] == '-';
    bool has_sign = negative || (text.size > 0 && text.data[0] == '+');
    jx_str rest = jx_str_from(text, has_sign ? 1 : 0);
    jx_uint128 coefficient = 0;
    if (read_digits(&rest, &coefficient) == 0) {
        return false;
    }
    size_t places = 0;
    if (rest.size > 0 && rest.data[0] == '.') {
        rest = jx_str_from(rest, 1);
        places = read_digits(&rest, &coefficient);
        if (places == 0 || places > PLACES_READ) {
            return false;
        }
    }
    if (rest.size > 0 || !jx_magnitude_fits(coefficient)) {
        return false;
    }
    *ret = jx_decimal_pack(jx_signed(negative, coefficient), (uint32_t)places);
    return true;
}

// Writes at least `least` digits, leading zeros among them, up to the end of `digits` and returns how many.
static size_t write_digits(jx_uint128 magnitude, size_t least, char digits[DIGITS_WRITTEN])
{
    size_t count = 0;
    for (jx_uint128 left = magnitude; left > 0; left /= STEP) {
        uint64_t step = (uint64_t)(left % STEP);
        size_t padded = left >= STEP ? count + TENS_OF_A_STEP : count;
        while (step > 0 || count < padded) {
            digits[DIGITS_WRITTEN - ++count] = (char)('0' + step % 10);
            step /= 10;
        }
    }
    while (count < least) {
        digits[DIGITS_WRITTEN - ++count] = '0';
    }
    return count;
}

// Any decimal at `at`; returns where it ends.
static char *write_any(jx_decimal a, uint32_t places, char *at)
{
    jx_int128 coefficient = jx_decimal_coefficient(a);
    size_t had = jx_decimal_places(a);
    char digits[DIGITS_WRITTEN];
    size_t count = write_digits(jx_magnitude(coefficient), had + 1, digits);
    size_t kept = had;
    while (kept > places && digits[DIGITS_WRITTEN - had + kept - 1] == '0') {
        kept--;
    }
    if (coefficient < 0) {
        *at++ = '-';
    }
    memcpy(at, digits + DIGITS_WRITTEN - count, count - had);
    at += count - had;
    if (kept > 0 || places > 0) {
        *at++ = '.';
        memcpy(at, digits + DIGITS_WRITTEN - had, kept);
        at += kept;
        for (; kept < places; kept++) {
            *at++ = '0';
        }
    }
    return at;
}

// The digits of the number, at least `least`, written before `end` two by two; returns where they begin.
static char *write_short_digits(uint64_t number, size_t least, char *end)
{
    char *first = end;
    uint64_t left = number;
    for (; left >= 10; left /= 100) {
        first -= 2;
        memcpy(first, &jx_digit_pairs[2 * (left % 100)], 2);
    }
    if (left > 0) {
        *--first = (char)('0' + left);
    }
    while (first > end - least) {
        *--first = '0';
    }
    return first;
}

// The number with so many of its digits behind the point. Copies of one size, beyond what is wanted, are quicker than
// copies of just that.
static char *write_pointed(uint64_t number, size_t places, char *at)
{
    char digits[2 * SHORT_DIGITS];
    char *end = digits + SHORT_DIGITS;
    const char *first = write_short_digits(number, places + 1, end);
    memset(end, '0', SHORT_DIGITS);
    memcpy(at, first, SHORT_DIGITS);
    at += (size_t)(end - first) - places;
    if (places > 0) {
        *at++ = '.';
        memcpy(at, end - places, SHORT_DIGITS);
        at += places;
    }
    return at;
}

// Everyday decimals, given just the places that are written; false where 64 bits do not hold that.
static bool write_short(jx_decimal a, uint32_t places, char **at)
{
    int64_t coefficient = jx_short_coefficient(a);
    uint32_t had = jx_decimal_places(a);
    if (had < places && !jx_short_scale(&coefficient, places - had)) {
        return false;
    }
    for (; had > places && coefficient % 10 == 0; had--) {
        coefficient /= 10;
    }
    had = had < places ? places : had;
    if (had > JX_TENS_OF_INT64) {
        return false;
    }
    **at = '-';
    *at += coefficient < 0;
    const uint64_t number = jx_short_magnitude(coefficient);
    *at = had == 2 && number < JX_HUNDRED_WHOLE ? jx_hundredths_write((uint32_t)number, *at)
                                                : write_pointed(number, had, *at);
    return true;
}

char *jx_decimal_write(jx_decimal a, uint32_t places, char *at)
{
    assert(places <= JX_DECIMAL_PLACES);
    char *end = at;
    return jx_is_short(a) && write_short(a, places, &end) ? end : write_any(a, places, at);
}

jx_str jx_decimal_format(jx_decimal a, uint32_t places, char buffer[JX_DECIMAL_TEXT])
{
    char *end = jx_decimal_write(a, places, buffer);
    *end = '\0';
    return (jx_str){buffer, (size_t)(end - buffer)};
}

// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "base/decimal_parts.h"
#include "base/wide.h"

#include <assert.h>
#include <string.h>

enum { PLACES_READ = 18, TENS_OF_A_STEP = 18, DIGITS_WRITTEN = 40, SHORT_DIGITS = 24 };

static const char PAIRS[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
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
        memcpy(first, &PAIRS[2 * (left % 100)], 2);
    }
    if (left > 0) {
        *--first = (char)('0' + left);
    }
    while (first > end - least) {
        *--first = '0';
    }
    return first;
}

// Everyday decimals: copies of one size, beyond what is wanted, are quicker than copies of just that.
static char *write_short(jx_decimal a, uint32_t places, char *at)
{
    char digits[2 * SHORT_DIGITS] = {0};
    char *end = digits + SHORT_DIGITS;
    int64_t coefficient = jx_short_coefficient(a);
    size_t had = jx_decimal_places(a);
    size_t kept = had;
    const char *first =
        write_short_digits((uint64_t)(coefficient < 0 ? -coefficient : coefficient), had + 1, end);
    while (kept > places && end[kept - had - 1] == '0') {
        kept--;
    }
    *at = '-';
    at += coefficient < 0;
    memcpy(at, first, SHORT_DIGITS);
    at += (size_t)(end - first) - had;
    if (kept == 0 && places == 0) {
        return at;
    }
    *at++ = '.';
    memcpy(at, end - had, SHORT_DIGITS);
    at += kept;
    for (; kept < places; kept++) {
        *at++ = '0';
    }
    return at;
}

char *jx_decimal_write(jx_decimal a, uint32_t places, char *at)
{
    assert(places <= JX_DECIMAL_PLACES);
    return jx_is_short(a) && jx_decimal_places(a) <= JX_TENS_OF_INT64 ? write_short(a, places, at)
                                                                      : write_any(a, places, at);
}

jx_str jx_decimal_format(jx_decimal a, uint32_t places, char buffer[JX_DECIMAL_TEXT])
{
    char *end = jx_decimal_write(a, places, buffer);
    *end = '\0';
    return (jx_str){buffer, (size_t)(end - buffer)};
}

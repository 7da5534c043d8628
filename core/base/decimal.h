// SPDX-License-Identifier: MIT
// Exact decimals: a coefficient of up to 35 digits and 0 to 35 places, packed into the 128 bits that cross the
// plugin interface. Adding, subtracting, multiplying are exact or fail; nothing ever wraps or rounds
// unasked. Equal values may have different bits (1.5 and 1.50): compare with jx_decimal_compare.
// Functions that return bool answer false, and leave *ret alone, where the result does not fit or does not
// exist. Decimals from outside (a plugin) are taken for sound: ask jx_decimal_is_sound at the border.
// All functions: [any-thread]
#ifndef JIXIAO_BASE_DECIMAL_H
#define JIXIAO_BASE_DECIMAL_H

#include "base/str.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stdint.h>

enum {
    JX_DECIMAL_DIGITS = 35,
    JX_DECIMAL_PLACES = 35,
    JX_DECIMAL_TEXT = 80 // bytes that any formatted decimal fits in, NUL included
};

#define JX_DECIMAL_ZERO ((jx_decimal){0, 0})
#define JX_DECIMAL_ONE  ((jx_decimal){1 << 8, 0}) // packed as decimal_parts.h says

// units / 10^places; places 0 to 35. More places make what jx_decimal_is_sound refuses.
jx_decimal jx_decimal_make(int64_t units, uint32_t places);

// Whether the bits are those of a decimal; others make no sense to any other function here.
bool jx_decimal_is_sound(jx_decimal a);

// [+-]digits[.digits], at most 35 significant digits and 18 places, nothing else. No blanks, separators, signs of
// percent or exponents: those are the reader's business.
bool jx_decimal_parse(jx_str text, jx_decimal *ret);

// Cuts [-]digits[.digits] off the beginning of *rest where that is short and plain; else answers false, and *rest stays as
// it is: the general way is jx_decimal_parse.
bool jx_decimal_take(jx_str *rest, jx_decimal *ret);

bool jx_decimal_add(jx_decimal a, jx_decimal b, jx_decimal *ret);
bool jx_decimal_subtract(jx_decimal a, jx_decimal b, jx_decimal *ret);
bool jx_decimal_multiply(jx_decimal a, jx_decimal b, jx_decimal *ret);

// a × b / c rounded once to `places` (0 to 18) by `rounding` (JX_ROUND_…). The product may have 256 bits.
// False where c is 0, and where `places` or `rounding` is none of these.
bool jx_decimal_multiply_divide(
    jx_decimal a, jx_decimal b, jx_decimal c, uint32_t places, uint32_t rounding, jx_decimal *ret);

// Rounded to at most `places` (0 to 18); cannot fail: rounding to fewer places always fits.
jx_decimal jx_decimal_round(jx_decimal a, uint32_t places, uint32_t rounding);

// a with the other sign.
jx_decimal jx_decimal_negate(jx_decimal a);

// Below, at, above 0 as a is below, at, above b. Never fails, whatever the scales.
int jx_decimal_compare(jx_decimal a, jx_decimal b);

// -1, 0, 1
int jx_decimal_sign(jx_decimal a);

bool jx_decimal_is_whole(jx_decimal a);

// Whether at most `places` decimals are needed to write it.
bool jx_decimal_has_places(jx_decimal a, uint32_t places);

// The number as an integer; false where it is not whole or does not fit.
bool jx_decimal_to_integer(jx_decimal a, int64_t *ret);

// Written with at least `places` (0 to 35) decimals (filled up with zeros, never rounded: round first), without
// trailing zeros beyond them. `buffer` holds the result and ends in NUL.
jx_str jx_decimal_format(jx_decimal a, uint32_t places, char buffer[JX_DECIMAL_TEXT]);

// The same at `at`, where JX_DECIMAL_TEXT bytes are free, without NUL; returns where it ends.
char *jx_decimal_write(jx_decimal a, uint32_t places, char *at);

#endif

// SPDX-License-Identifier: MIT
// The numbers of workbooks. They are binary fractions written out in up to 17 digits, of which those beyond 15 are noise:
// 0.30000000000000004 was 0.3. What is read here stays decimal throughout. [any-thread]
#ifndef JIXIAO_READ_XLSX_NUMBER_H
#define JIXIAO_READ_XLSX_NUMBER_H

#include "base/str.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

enum { JX_XLSX_DIGITS = 15 };

// digits × 10^exponent, without noise and without zeros at the end.
typedef struct jx_xlsx_figure {
    bool negative;
    int32_t exponent;
    uint32_t count; // of digits; 0: the number is 0
    char digits[JX_XLSX_DIGITS];
} jx_xlsx_figure;

// Reads 12.5, -3, 1E+3 and the like; false where the text is no number, or one beyond 10^±400.
bool jx_xlsx_figure_read(jx_str text, jx_xlsx_figure *ret);

// Adds the number without an exponent; false, nothing added, where that would take more than 40 digits.
bool jx_xlsx_figure_write(const jx_xlsx_figure *figure, jx_text *text);

// The whole part and the seconds of a day that the rest is, rounded; false where it is below 0 or above `most`.
bool jx_xlsx_figure_split(const jx_xlsx_figure *figure,
                          uint32_t most,
                          uint32_t *ret_whole,
                          uint32_t *ret_seconds);

// Reads digits as a number of 32 bits.
bool jx_xlsx_read_count(jx_str text, uint32_t *ret);

#endif

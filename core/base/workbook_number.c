// SPDX-License-Identifier: MIT
#include "base/workbook_number.h"

#include <stdint.h>

enum { DIGITS_KEPT = 15, EXACT_POWER = 22 }; // of ten, in binary

// Both operands are exact, so that the quotient is the nearest number.
bool jx_workbook_number_of(jx_decimal decimal, double *ret)
{
    char buffer[JX_DECIMAL_TEXT];
    const jx_str text = jx_decimal_format(decimal, 0, buffer);
    int64_t units = 0;
    int digits = 0;
    int places = -1; // until the point
    double power = 1;
    for (size_t i = text.data[0] == '-'; i < text.size; i++) {
        if (text.data[i] == '.') {
            places = 0;
            continue;
        }
        digits += digits > 0 || text.data[i] != '0';
        places += places >= 0;
        if (digits > DIGITS_KEPT || places > EXACT_POWER) {
            return false;
        }
        power *= places > 0 ? 10 : 1;
        units = units * 10 + (text.data[i] - '0');
    }
    *ret = (double)(text.data[0] == '-' ? -units : units) / power;
    return true;
}

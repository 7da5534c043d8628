// SPDX-License-Identifier: MIT
// How the numbers of a workbook are shown, as far as it tells what they are: dates, times, percentages.
#ifndef JIXIAO_READ_XLSX_STYLES_H
#define JIXIAO_READ_XLSX_STYLES_H

#include "base/arena.h"
#include "base/error.h"
#include "read/xlsx_package.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum jx_xlsx_shown {
    JX_XLSX_NUMBER,
    JX_XLSX_PERCENT,
    JX_XLSX_DAY,   // a date
    JX_XLSX_MONTH, // a date of which the month is shown and no day
    JX_XLSX_YEAR,  // a date of which only the year is
    JX_XLSX_TIME   // of a day, or a span of time
} jx_xlsx_shown;

typedef struct jx_xlsx_format {
    uint8_t shown;
    bool with_time; // of a date
} jx_xlsx_format;

typedef struct jx_xlsx_styles {
    const jx_xlsx_format *rows; // by the number that cells tell
    size_t count;
} jx_xlsx_styles;

enum { JX_XLSX_STYLES = 1 << 17 }; // of one workbook

// Reads the part of that name into the arena; none where the package has none. Errors: those of jx_xml_next, too many styles.
jx_status jx_xlsx_styles_read(
    jx_arena *arena, jx_xlsx_package *package, jx_str name, jx_xlsx_styles *ret, jx_error *err);

// What the code of a number format shows: yyyy/m/d, 0.00%. [any-thread]
jx_xlsx_format jx_xlsx_format_read(jx_str code);

// What a format that every workbook knows by its number shows. [any-thread]
jx_xlsx_format jx_xlsx_format_known(uint32_t number);

#endif

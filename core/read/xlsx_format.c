// SPDX-License-Identifier: MIT
// The codes of number formats.
#include "read/xlsx_styles.h"

enum { HOUR = 'h', MINUTE = 'm', SECOND = 's' };

struct scan {
    bool year;
    bool month;
    bool day;
    bool time;
    bool percent;
    bool month_open; // an m that would be minutes before seconds
    char last;       // letter of a date or time
};

// Formats of dates and times by number, those of Chinese workbooks among them.
static const struct {
    uint32_t first;
    uint32_t last;
    jx_xlsx_format format;
} known[] = {
    {9, 10, {JX_XLSX_PERCENT, false}}, {14, 16, {JX_XLSX_DAY, false}},
    {17, 17, {JX_XLSX_MONTH, false}},  {18, 21, {JX_XLSX_TIME, false}},
    {22, 22, {JX_XLSX_DAY, true}},     {27, 27, {JX_XLSX_MONTH, false}},
    {28, 31, {JX_XLSX_DAY, false}},    {32, 35, {JX_XLSX_TIME, false}},
    {36, 36, {JX_XLSX_MONTH, false}},  {45, 47, {JX_XLSX_TIME, false}},
    {50, 50, {JX_XLSX_MONTH, false}},  {51, 51, {JX_XLSX_DAY, false}},
    {52, 52, {JX_XLSX_MONTH, false}},  {53, 54, {JX_XLSX_DAY, false}},
    {55, 56, {JX_XLSX_TIME, false}},   {57, 57, {JX_XLSX_MONTH, false}},
    {58, 58, {JX_XLSX_DAY, false}},
};

jx_xlsx_format jx_xlsx_format_known(uint32_t number)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (number >= known[i].first && number <= known[i].last) {
            return known[i].format;
        }
    }
    return (jx_xlsx_format){JX_XLSX_NUMBER, false};
}

// How many bytes of the code are no letters of it: "text", \x, _x, *x, [Red]; 0: the first one is.
static size_t find_literal(jx_str code)
{
    const char first = code.data[0];
    const char closing = (char)(first == '"' ? '"' : first == '[' ? ']' : '\0');
    if (first == '\\' || first == '_' || first == '*') {
        return code.size < 2 ? 1 : 2;
    }
    if (closing == '\0') {
        return 0;
    }
    const char *end = code.size < 2 ? NULL : memchr(code.data + 1, closing, code.size - 1);
    return end == NULL ? code.size : (size_t)(end - code.data) + 1;
}

// [h], [mm], [ss]: a span of time.
static bool is_span(jx_str literal)
{
    if (literal.size < 3 || literal.data[0] != '[') {
        return false;
    }
    for (size_t i = 1; i + 1 < literal.size; i++) {
        const char letter = (char)(literal.data[i] | ' ');
        if (letter != HOUR && letter != MINUTE && letter != SECOND) {
            return false;
        }
    }
    return true;
}

static bool is_of_dates(char letter)
{
    return letter == 'y' || letter == 'e' || letter == MINUTE || letter == 'd' || letter == HOUR ||
           letter == SECOND;
}

static void take_letter(struct scan *it, char letter)
{
    if (letter == MINUTE && it->last == MINUTE) {
        return;
    }
    if (letter == SECOND && it->month_open) {
        it->month = false;
    }
    it->month_open = letter == MINUTE && it->last != HOUR;
    it->year |= letter == 'y' || letter == 'e';
    it->month |= it->month_open;
    it->day |= letter == 'd';
    it->time |= letter == HOUR || letter == SECOND || (letter == MINUTE && it->last == HOUR);
    it->last = letter;
}

// The words that have letters of dates and are none: General, AM/PM, an exponent.
static size_t find_word(jx_str code)
{
    static const jx_str words[] = {JX_STR("general"), JX_STR("am/pm"), JX_STR("a/p"), JX_STR("e+"),
                                   JX_STR("e-")};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (code.size >= words[i].size &&
            jx_str_is_caseless(jx_str_first(code, words[i].size), words[i].data)) {
            return words[i].size;
        }
    }
    return 0;
}

static jx_xlsx_format conclude(const struct scan *it)
{
    if (it->day || (it->month && !it->year)) {
        return (jx_xlsx_format){JX_XLSX_DAY, it->time};
    }
    if (it->year) {
        return (jx_xlsx_format){(uint8_t)(it->month ? JX_XLSX_MONTH : JX_XLSX_YEAR), it->time};
    }
    if (it->time) {
        return (jx_xlsx_format){JX_XLSX_TIME, false};
    }
    return (jx_xlsx_format){(uint8_t)(it->percent ? JX_XLSX_PERCENT : JX_XLSX_NUMBER), false};
}

jx_xlsx_format jx_xlsx_format_read(jx_str code)
{
    struct scan it = {.last = '\0'};
    while (code.size != 0 && code.data[0] != ';') {
        const size_t literal = find_literal(code);
        const size_t word = literal != 0 ? 0 : find_word(code);
        const char letter =
            (char)(code.data[0] >= 'A' && code.data[0] <= 'Z' ? code.data[0] | ' ' : code.data[0]);
        if (literal != 0) {
            const bool spans = is_span(jx_str_first(code, literal));
            it.time |= spans;
            if (spans) {
                it.last = HOUR; // [h]:mm
            }
        } else if (word == 0 && is_of_dates(letter)) {
            take_letter(&it, letter);
        } else if (word == 0) {
            it.percent |= letter == '%';
        }
        code = jx_str_from(code, literal != 0 ? literal : word != 0 ? word : 1);
    }
    return conclude(&it);
}

// SPDX-License-Identifier: MIT
#include "base/date.h"

#include "base/utf8.h"

enum {
    ABSENT = -1,
    LAST_YEAR = 9999,
    MONTHS = 12,
    DAYS_OF_YEAR = 365,
    DAYS_OF_4_YEARS = 1461,
    DAYS_OF_100_YEARS = 36524,
    DAYS_OF_400_YEARS = 146097,
    DAYS_BEFORE_1970 = 719162,
    LONGEST_TEXT = 32,
    ISO_SIZE = 10
};

static const jx_str YEAR = JX_STR("年");
static const jx_str MONTH = JX_STR("月");
static const jx_str DAY = JX_STR("日");

// Year, month and day as written; month and day may be absent.
struct parts {
    int32_t year;
    int32_t month;
    int32_t day;
};

static bool is_leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int32_t days_of_month(int32_t year, int32_t month)
{
    static const int32_t days[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

static int32_t lesser(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

// Cuts a word off the start of *rest.
static bool skip(jx_str *rest, jx_str word)
{
    if (!jx_str_starts(*rest, word)) {
        return false;
    }
    *rest = jx_str_from(*rest, word.size);
    return true;
}

static bool read_digits(jx_str *rest, size_t least, size_t most, int32_t *ret)
{
    int32_t number = 0;
    size_t count = 0;
    while (count < rest->size && rest->data[count] >= '0' && rest->data[count] <= '9') {
        if (++count > most) {
            return false;
        }
        number = number * 10 + (rest->data[count - 1] - '0');
    }
    *rest = jx_str_from(*rest, count);
    *ret = number;
    return count >= least;
}

// What follows the year in 2024年, 2024年5月, 2024年5月31日.
static bool read_chinese(jx_str rest, struct parts *parts)
{
    if (rest.size == 0) {
        return true;
    }
    if (!read_digits(&rest, 1, 2, &parts->month) || !skip(&rest, MONTH)) {
        return false;
    }
    return rest.size == 0 ||
           (read_digits(&rest, 1, 2, &parts->day) && skip(&rest, DAY) && rest.size == 0);
}

// What follows the year in 2024, 2024-05, 2024-05-31, 2024/5/31, 2024.5.31.
static bool read_separated(jx_str rest, struct parts *parts)
{
    if (rest.size == 0) {
        return true;
    }
    jx_str separator = jx_str_first(rest, 1);
    if (!jx_str_is(separator, "-") && !jx_str_is(separator, "/") && !jx_str_is(separator, ".")) {
        return false;
    }
    rest = jx_str_from(rest, 1);
    if (!read_digits(&rest, 1, 2, &parts->month)) {
        return false;
    }
    if (rest.size == 0) {
        return jx_str_is(separator, "-"); // 2024.5 is a number, 2024/5 nearly one
    }
    return skip(&rest, separator) && read_digits(&rest, 1, 2, &parts->day) && rest.size == 0;
}

// Two digits; ABSENT where they are none.
static int32_t read_two(const char *at)
{
    const uint32_t tens = (uint32_t)(unsigned char)at[0] - '0';
    const uint32_t ones = (uint32_t)(unsigned char)at[1] - '0';
    return tens < 10 && ones < 10 ? (int32_t)(10 * tens + ones) : ABSENT;
}

// 2024-05-31, as programs write it.
static bool read_iso(jx_str text, struct parts *ret)
{
    if (text.size != ISO_SIZE || text.data[4] != '-' || text.data[7] != '-') {
        return false;
    }
    const int32_t century = read_two(text.data);
    const int32_t year = read_two(text.data + 2);
    const struct parts parts = {100 * century + year, read_two(text.data + 5),
                                read_two(text.data + 8)};
    *ret = parts;
    return century != ABSENT && year != ABSENT && parts.month != ABSENT && parts.day != ABSENT;
}

static bool read_parts(jx_str text, struct parts *ret)
{
    if (read_iso(text, ret)) {
        return true;
    }
    char buffer[LONGEST_TEXT];
    jx_str rest = jx_utf8_narrow(jx_str_trim(text), buffer, sizeof buffer);
    struct parts parts = {.month = ABSENT, .day = ABSENT};
    if (!read_digits(&rest, 4, 4, &parts.year)) {
        return false;
    }
    bool chinese = skip(&rest, YEAR);
    if (chinese ? !read_chinese(rest, &parts) : !read_separated(rest, &parts)) {
        return false;
    }
    *ret = parts;
    return true;
}

static int32_t days_before_year(int32_t year)
{
    int32_t past = year - 1;
    return past * DAYS_OF_YEAR + past / 4 - past / 100 + past / 400;
}

static char *write_number(char *at, int32_t number, int digits)
{
    for (int i = digits - 1, left = number; i >= 0; i--, left /= 10) {
        at[i] = (char)('0' + left % 10);
    }
    return at + digits;
}

// Writes as many of year, month, day as are not absent.
static char *write_parts(char *at, struct parts parts)
{
    char *end = write_number(at, parts.year, 4);
    if (parts.month != ABSENT) {
        *end++ = '-';
        end = write_number(end, parts.month, 2);
    }
    if (parts.day != ABSENT) {
        *end++ = '-';
        end = write_number(end, parts.day, 2);
    }
    return end;
}

static struct parts split(int32_t day)
{
    struct parts parts;
    jx_date_split(day, &parts.year, &parts.month, &parts.day);
    return parts;
}

static bool find_range(struct parts parts, jx_date_range *ret)
{
    if (parts.month == ABSENT) {
        return jx_date_make(parts.year, 1, 1, &ret->first) &&
               jx_date_make(parts.year, MONTHS, 31, &ret->last);
    }
    int32_t first_day = parts.day == ABSENT ? 1 : parts.day;
    if (!jx_date_make(parts.year, parts.month, first_day, &ret->first)) {
        return false;
    }
    ret->last =
        parts.day != ABSENT ? ret->first : ret->first + days_of_month(parts.year, parts.month) - 1;
    return true;
}

bool jx_date_make(int32_t year, int32_t month, int32_t day, int32_t *ret)
{
    if (year < 1 || year > LAST_YEAR || month < 1 || month > MONTHS || day < 1 ||
        day > days_of_month(year, month)) {
        return false;
    }
    static const int32_t before[MONTHS] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    const int32_t leap_day = month > 2 && is_leap(year) ? 1 : 0;
    *ret = days_before_year(year) - DAYS_BEFORE_1970 + before[month - 1] + leap_day + day - 1;
    return true;
}

void jx_date_split(int32_t day, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day)
{
    int32_t left = day + DAYS_BEFORE_1970;
    int32_t fours_of_centuries = left / DAYS_OF_400_YEARS;
    left %= DAYS_OF_400_YEARS;
    int32_t centuries = lesser(left / DAYS_OF_100_YEARS, 3);
    left -= centuries * DAYS_OF_100_YEARS;
    int32_t fours = left / DAYS_OF_4_YEARS;
    left %= DAYS_OF_4_YEARS;
    int32_t years = lesser(left / DAYS_OF_YEAR, 3);
    left -= years * DAYS_OF_YEAR;
    int32_t year = 400 * fours_of_centuries + 100 * centuries + 4 * fours + years + 1;
    int32_t month = 1;
    while (left >= days_of_month(year, month)) {
        left -= days_of_month(year, month);
        month++;
    }
    *ret_year = year;
    *ret_month = month;
    *ret_day = left + 1;
}

bool jx_date_parse(jx_str text, jx_date_range *ret, bool *ret_form)
{
    struct parts parts = {ABSENT, ABSENT, ABSENT};
    jx_date_range range = {0, 0};
    bool form = read_parts(text, &parts);
    bool exists = form && find_range(parts, &range);
    if (ret_form != NULL) {
        *ret_form = form && !exists;
    }
    if (exists) {
        *ret = range;
    }
    return exists;
}

int32_t jx_date_add_months(int32_t day, int32_t months)
{
    struct parts parts = split(day);
    int64_t month = (int64_t)parts.year * MONTHS + parts.month - 1 + months;
    int64_t first = MONTHS;
    int64_t last = (int64_t)LAST_YEAR * MONTHS + MONTHS - 1;
    month = month < first ? first : month > last ? last : month;
    parts.year = (int32_t)(month / MONTHS);
    parts.month = (int32_t)(month % MONTHS) + 1;
    int32_t moved = day;
    jx_date_make(parts.year, parts.month, lesser(parts.day, days_of_month(parts.year, parts.month)),
                 &moved);
    return moved;
}

jx_str jx_date_format(jx_date_range range, char buffer[JX_DATE_TEXT])
{
    struct parts first = split(range.first);
    struct parts last = split(range.last);
    bool from_first = first.day == 1;
    bool to_last = last.day == days_of_month(last.year, last.month);
    char *end = buffer;
    if (range.first == range.last) {
        end = write_parts(end, first);
    } else if (first.year == last.year && first.month == last.month && from_first && to_last) {
        end = write_parts(end, (struct parts){first.year, first.month, ABSENT});
    } else if (first.year == last.year && first.month == 1 && last.month == MONTHS && from_first &&
               to_last) {
        end = write_parts(end, (struct parts){first.year, ABSENT, ABSENT});
    } else {
        end = write_parts(end, first);
        *end++ = '.';
        *end++ = '.';
        end = write_parts(end, last);
    }
    *end = '\0';
    return (jx_str){buffer, (size_t)(end - buffer)};
}

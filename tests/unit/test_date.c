// SPDX-License-Identifier: MIT
#include "base/date.h"
#include "support/jx_rows.h"

enum { FIRST_DAY = -719162, LAST_DAY = 2932896 };

static const struct day {
    const char *name;
    int32_t year;
    int32_t month;
    int32_t day;
    int32_t expected;
    bool exists;
} DAYS[] = {
    {"counts from 1970", 1970, 1, 1, 0, true},
    {"counts backwards", 1969, 12, 31, -1, true},
    {"knows the last second of 32 bits", 2038, 1, 19, 24855, true},
    {"knows the leap day of a year of 4", 2024, 2, 29, 19782, true},
    {"knows the leap day of a year of 400", 2000, 2, 29, 11016, true},
    {"has the first day of the calendar", 1, 1, 1, FIRST_DAY, true},
    {"has the last day of the calendar", 9999, 12, 31, LAST_DAY, true},
    {"lacks the leap day of a common year", 2023, 2, 29, 0, false},
    {"lacks the leap day of a year of 100", 1900, 2, 29, 0, false},
    {"lacks the 31st of April", 2024, 4, 31, 0, false},
    {"lacks a day 0", 2024, 4, 0, 0, false},
    {"lacks a day 32", 2024, 1, 32, 0, false},
    {"lacks a month 0", 2024, 0, 1, 0, false},
    {"lacks a month 13", 2024, 13, 1, 0, false},
    {"lacks a year 0", 0, 1, 1, 0, false},
    {"lacks a year 10000", 10000, 1, 1, 0, false},
    {"lacks a negative month", 2024, INT32_MIN, 1, 0, false},
};

static void test_day(void **state)
{
    const struct day *row = *state;
    int32_t day = 4711;
    assert_int_equal(jx_date_make(row->year, row->month, row->day, &day), row->exists);
    assert_int_equal(day, row->exists ? row->expected : 4711);
}

// Every day of the calendar, one after the other.
static void test_all_days(void **state)
{
    (void)state;
    int32_t year = 1;
    int32_t month = 1;
    int32_t date = 1;
    for (int32_t day = FIRST_DAY; day <= LAST_DAY; day++) {
        int32_t found[3] = {0};
        jx_date_split(day, &found[0], &found[1], &found[2]);
        if (found[0] != year || found[1] != month || found[2] != date) {
            fail_msg("day %d is %d-%d-%d, not %d-%d-%d", day, year, month, date, found[0], found[1],
                     found[2]);
        }
        int32_t next = 0;
        if (jx_date_make(year, month, date + 1, &next)) {
            date++;
        } else {
            date = 1;
            year += month == 12;
            month = month == 12 ? 1 : month + 1;
            if (day < LAST_DAY) {
                assert_true(jx_date_make(year, month, date, &next));
            } else {
                next = LAST_DAY + 1;
            }
        }
        assert_int_equal(next, day + 1);
    }
}

static const struct parsing {
    const char *name;
    const char *text;
    const char *expected; // formatted; NULL: refused
    bool form;            // refused because the calendar lacks it
} PARSINGS[] = {
    {"reads a year", "2024", "2024", false},
    {"reads a month", "2024-05", "2024-05", false},
    {"reads a month of one digit", "2024-5", "2024-05", false},
    {"reads a day", "2024-05-31", "2024-05-31", false},
    {"reads a day with slashes", "2024/5/31", "2024-05-31", false},
    {"reads a day with dots", "2024.5.31", "2024-05-31", false},
    {"reads a day of one digit", "2024/5/3", "2024-05-03", false},
    {"reads a Chinese day of one digit", "2024年5月3日", "2024-05-03", false},
    {"reads a Chinese year", "2024年", "2024", false},
    {"reads a Chinese month", "2024年5月", "2024-05", false},
    {"reads a Chinese day", "2024年05月31日", "2024-05-31", false},
    {"reads full-width digits", "２０２４年５月３１日", "2024-05-31", false},
    {"reads full-width separators", "２０２４／５／３１", "2024-05-31", false},
    {"reads past blanks around", "　 2024-05-31\t", "2024-05-31", false},
    {"reads February of a leap year", "2024-02", "2024-02", false},
    {"reads the first year", "0001", "0001", false},
    {"refuses a leap day of a common year", "2023-02-29", NULL, true},
    {"refuses a month 13", "2024-13", NULL, true},
    {"refuses a month 0", "2024年0月", NULL, true},
    {"refuses a day 0", "2024-05-00", NULL, true},
    {"refuses a year 0", "0000", NULL, true},
    {"refuses the 31st of June", "2024.6.31", NULL, true},
    {"rejects nothing", "", NULL, false},
    {"rejects a month with a slash", "2024/5", NULL, false},
    {"rejects a number", "2024.5", NULL, false},
    {"rejects mixed separators", "2024-05/31", NULL, false},
    {"rejects a Chinese year before a hyphen", "2024年-05", NULL, false},
    {"rejects a Chinese month without its sign", "2024年5", NULL, false},
    {"rejects a Chinese day without its sign", "2024年5月31", NULL, false},
    {"rejects a hyphen behind a year", "2024-", NULL, false},
    {"rejects a month of three digits", "2024-005", NULL, false},
    {"rejects a separator at the end", "2024-05-", NULL, false},
    {"rejects a year of two digits", "24-05-31", NULL, false},
    {"rejects a year of five digits", "20240", NULL, false},
    {"rejects a day of three digits", "2024-05-031", NULL, false},
    {"rejects a day without separators", "20240531", NULL, false},
    {"rejects blanks inside", "2024 年", NULL, false},
    {"rejects a time", "2024-05-31 12:00", NULL, false},
    {"rejects a sign", "-2024", NULL, false},
    {"rejects a word", "年底", NULL, false},
    {"rejects a long text", "2024-05-31, 2024-05-31, 2024-05-31, 2024-05-31", NULL, false},
};

static void test_parsing(void **state)
{
    const struct parsing *row = *state;
    const jx_date_range untouched = {4711, 4712};
    jx_date_range range = untouched;
    bool form = !row->form;
    bool read = jx_date_parse(jx_str_of(row->text), &range, &form);
    assert_int_equal(read, row->expected != NULL);
    assert_int_equal(form, row->form);
    assert_int_equal(jx_date_parse(jx_str_of(row->text), &range, NULL), read);
    if (read) {
        char text[JX_DATE_TEXT];
        assert_string_equal(jx_date_format(range, text).data, row->expected);
    } else {
        assert_memory_equal(&range, &untouched, sizeof range);
    }
}

static int32_t make(const int32_t date[3])
{
    int32_t day = 0;
    assert_true(jx_date_make(date[0], date[1], date[2], &day));
    return day;
}

static const struct formatting {
    const char *name;
    int32_t first[3];
    int32_t last[3];
    const char *expected;
} FORMATTINGS[] = {
    {"writes a year", {2024, 1, 1}, {2024, 12, 31}, "2024"},
    {"writes a month", {2023, 2, 1}, {2023, 2, 28}, "2023-02"},
    {"writes February of a leap year as a range",
     {2024, 2, 1},
     {2024, 2, 28},
     "2024-02-01..2024-02-28"},
    {"writes a day", {2024, 12, 31}, {2024, 12, 31}, "2024-12-31"},
    {"writes a range", {2024, 1, 1}, {2024, 3, 5}, "2024-01-01..2024-03-05"},
    {"writes whole months as a range", {2024, 1, 1}, {2024, 3, 31}, "2024-01-01..2024-03-31"},
    {"writes whole years as a range", {2023, 1, 1}, {2024, 12, 31}, "2023-01-01..2024-12-31"},
    {"writes the same month of two years as a range",
     {2023, 5, 1},
     {2024, 5, 31},
     "2023-05-01..2024-05-31"},
    {"writes early years in four digits", {1, 1, 1}, {12, 3, 4}, "0001-01-01..0012-03-04"},
};

static void test_formatting(void **state)
{
    const struct formatting *row = *state;
    char text[JX_DATE_TEXT];
    jx_date_range range = {make(row->first), make(row->last)};
    jx_str written = jx_date_format(range, text);
    assert_ptr_equal(written.data, text);
    assert_int_equal(written.size, strlen(text));
    assert_string_equal(text, row->expected);
}

static const struct adding {
    const char *name;
    int32_t date[3];
    int32_t months;
    int32_t expected[3];
} ADDINGS[] = {
    {"adds a month", {2024, 5, 15}, 1, {2024, 6, 15}},
    {"adds nothing", {2024, 2, 29}, 0, {2024, 2, 29}},
    {"adds over the end of the year", {2024, 11, 30}, 14, {2026, 1, 30}},
    {"takes away over the start of the year", {2024, 1, 31}, -1, {2023, 12, 31}},
    {"stays in a shorter month", {2023, 1, 31}, 1, {2023, 2, 28}},
    {"stays in a leap February", {2023, 12, 31}, 2, {2024, 2, 29}},
    {"takes a leap day to a common year", {2024, 2, 29}, 12, {2025, 2, 28}},
    {"takes away many years", {2024, 3, 31}, -1201, {1924, 2, 29}},
    {"stops at the last month", {2024, 5, 15}, INT32_MAX, {9999, 12, 15}},
    {"stops at the first month", {2024, 5, 31}, INT32_MIN, {1, 1, 31}},
};

static void test_adding(void **state)
{
    const struct adding *row = *state;
    assert_int_equal(jx_date_add_months(make(row->date), row->months), make(row->expected));
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, DAYS, test_day);
    jx_rows_add_one(&all, "counts every day of the calendar", test_all_days, NULL);
    JX_ROWS(&all, PARSINGS, test_parsing);
    JX_ROWS(&all, FORMATTINGS, test_formatting);
    JX_ROWS(&all, ADDINGS, test_adding);
    return jx_rows_run(&all, "date");
}

// SPDX-License-Identifier: MIT
// The method `step` on dates: days, months and years late or early, leap days, ends of months, dates given in part.
#include "support/jx_rows.h"
#include "support/score_rows.h"

#define DATE(target, comparator)                                                                   \
  "measure = date\ntarget = " target "\ncomparator = " comparator "\nmethod = step\n"
#define DUE(target) DATE(target, "<=")
#define DAY         "deduct = 0.5\n"
#define MONTH       "deduct = 1\nstep_unit = month\n"
#define YEAR        "deduct = 2\nstep_unit = year\n"

static const jx_score_row days[] = {
    {"on the day", DUE("2024-05-31") DAY, "2024-05-31", "10", ""},
    {"the day after", DUE("2024-05-31") DAY, "2024-06-01", "9.5", "late 0.5"},
    {"long before", DUE("2024-05-31") DAY, "2020-01-01", "10", ""},
    {"twenty days after, all gone", DUE("2024-05-31") DAY, "2024-06-20", "0", "late 10"},
    {"twenty-one days after, cut", DUE("2024-05-31") DAY, "2024-06-21", "0", "late 10 of 10.5"},
    {"step_unit = day is the default, and can be stated", DUE("2024-05-31") DAY "step_unit = day\n",
     "2024-06-01", "9.5", "late 0.5"},
    {"steps of ten days", DUE("2024-05-31") DAY "step = 10\n", "2024-06-05", "9.75", "late 0.25"},
    {"steps of ten days, begun ones whole", DUE("2024-05-31") DAY "step = 10\npart = up\n",
     "2024-06-11", "9", "late 1"},
    {"steps of ten days, begun ones not at all", DUE("2024-05-31") DAY "step = 10\npart = down\n",
     "2024-06-19", "9.5", "late 0.5"},
    {"a floor for dates", DUE("2024-05-31") DAY "floor = 3\n", "2024-12-31", "3", "late 7 of 107"},
    {"= within the year", DATE("2024", "=") DAY, "2024-12-31", "10", ""},
    {"= on its first day", DATE("2024", "=") DAY, "2024-01-01", "10", ""},
    {"= the day after it", DATE("2024", "=") DAY, "2025-01-01", "9.5", "late 0.5"},
    {"= the day before it", DATE("2024", "=") DAY, "2023-12-31", "9.5", "early 0.5"},
    {"= is the default of dates", "measure = date\ntarget = 2024\nmethod = step\n" DAY,
     "2023-12-30", "9", "early 1"},
    {"= after a range", DATE("2024-01-01..2024-06-30", "=") DAY, "2024-07-01", "9.5", "late 0.5"},
    {"= before a range", DATE("2024-01-01..2024-06-30", "=") DAY, "2023-12-31", "9.5", "early 0.5"},
    {">= on the day", DATE("2024-03-01", ">=") DAY, "2024-03-01", "10", ""},
    {">= before it, over a leap day", DATE("2024-03-01", ">=") DAY, "2024-02-28", "9", "early 1"},
    {">= before it, in a common year", DATE("2023-03-01", ">=") DAY, "2023-02-28", "9.5",
     "early 0.5"},
    {"> the day after", DATE("2024-02-29", ">") DAY, "2024-03-01", "10", ""},
    {"> on the day is a day early", DATE("2024-02-29", ">") DAY, "2024-02-29", "9.5", "early 0.5"},
    {"> in a range waits for its end", DATE("2024-01-01..2024-06-30", ">") DAY, "2024-06-29", "9",
     "early 1"},
    {"< the day before", DATE("2024-03-01", "<") DAY, "2024-02-29", "10", ""},
    {"< on the day is a day late", DATE("2024-03-01", "<") DAY, "2024-03-01", "9.5", "late 0.5"},
    {"< in a range ends before it", DATE("2024-01-01..2024-06-30", "<") DAY, "2024-01-02", "9",
     "late 1"},
    {"the first day of the calendar", DUE("0001-01-01") DAY, "0001-01-02", "9.5", "late 0.5"},
    {"before the first day of the calendar", DATE("0001-01-01", "<") DAY, "0001-01-01", "9.5",
     "late 0.5"},
    {"behind the last day of the calendar", DATE("9999", ">") DAY, "9999-12-31", "9.5",
     "early 0.5"},
};

static const jx_score_row months[] = {
    {"a month to the end of a leap February", DUE("2024-01-31") MONTH, "2024-02-29", "9", "late 1"},
    {"a day less than that", DUE("2024-01-31") MONTH, "2024-02-28", "9.03", "late 0.97"},
    {"a day more than that", DUE("2024-01-31") MONTH, "2024-03-01", "8.97", "late 1.03"},
    {"two months", DUE("2024-01-31") MONTH, "2024-03-31", "8", "late 2"},
    {"a month to the end of a common February", DUE("2023-01-31") MONTH, "2023-02-28", "9",
     "late 1"},
    {"a month from a leap day", DUE("2024-02-29") MONTH, "2024-03-29", "9", "late 1"},
    {"a month and two days from a leap day", DUE("2024-02-29") MONTH, "2024-03-31", "8.94",
     "late 1.06"},
    {"a quarter", DUE("2024-01-31") MONTH "step = 3\n", "2024-04-30", "9", "late 1"},
    {"half of June", DUE("2024-05-31") MONTH, "2024-06-15", "9.5", "late 0.5"},
    {"a begun month is whole", DUE("2024-01-31") MONTH "part = up\n", "2024-02-01", "9", "late 1"},
    {"a whole month is no more", DUE("2024-01-31") MONTH "part = up\n", "2024-02-29", "9",
     "late 1"},
    {"the day after is a second one", DUE("2024-01-31") MONTH "part = up\n", "2024-03-01", "8",
     "late 2"},
    {"a begun month is nothing", DUE("2024-01-31") MONTH "part = down\n", "2024-02-28", "10", ""},
    {"the last day completes it", DUE("2024-01-31") MONTH "part = down\n", "2024-02-29", "9",
     "late 1"},
    {"a month early", DATE("2024-05-01", ">=") MONTH, "2024-04-01", "9", "early 1"},
    {"sixteen days of thirty early", DATE("2024-05-01", ">=") MONTH, "2024-04-15", "9.47",
     "early 0.53"},
    {"to the end of the calendar", DUE("2024-01-01") MONTH, "9999-12-31", "0",
     "late 10 of 95711.97"},
    {"in the last month of the calendar", DUE("9999-12-01") MONTH, "9999-12-31", "9.03",
     "late 0.97"},
    {"through the whole calendar", DUE("0001-01-01") MONTH, "9999-12-01", "0", "late 10 of 119987"},
};

static const jx_score_row years[] = {
    {"a year from a leap day", DUE("2024-02-29") YEAR, "2025-02-28", "8", "late 2"},
    {"a year and a day from a leap day", DUE("2024-02-29") YEAR, "2025-03-01", "7.99", "late 2.01"},
    {"four years to the next leap day", DUE("2024-02-29") YEAR, "2028-02-29", "2", "late 8"},
    {"306 days of 365", DUE("2024-02-29") YEAR, "2024-12-31", "8.32", "late 1.68"},
    {"a day of a leap year", DUE("2023-12-31") YEAR, "2024-01-01", "9.99", "late 0.01"},
    {"half a leap year", DUE("2023-12-31") YEAR, "2024-07-01", "9", "late 1"},
    {"a year early", DATE("2024", ">=") YEAR, "2023-01-01", "8", "early 2"},
    {"to the end of the calendar", DUE("2024-01-01") YEAR, "9999-12-31", "0",
     "late 10 of 15951.99"},
};

static const jx_score_row in_part[] = {
    {"a month wholly inside", DUE("2024-05-31") DAY, "2024-05", "10", ""},
    {"a year wholly inside", DUE("2024-05-31") DAY, "2023", "10", ""},
    {"the year itself", DATE("2024", "=") DAY, "2024", "10", ""},
    {"a year partly inside", DUE("2024-05-31") DAY, "2024", NULL, "lies only partly within"},
    {"a month partly inside", DUE("2024-05-30") DAY, "2024-05", NULL, "lies only partly within"},
    {"a month outside, by no certain number of days", DUE("2024-05-31") DAY, "2024-06", NULL,
     "is not exact enough to count the time from the target \"2024-05-31\""},
    {"a month before, by no certain number of days", DATE("2024", "=") DAY, "2023-12", NULL,
     "is not exact enough"},
    {"a month outside, surely a begun one", DUE("2024-01-31") MONTH "part = up\n", "2024-02", "9",
     "late 1"},
    {"the month behind it, surely a second one", DUE("2024-01-31") MONTH "part = up\n", "2024-03",
     "8", "late 2"},
    {"a month outside, perhaps a whole one", DUE("2024-01-31") MONTH "part = down\n", "2024-02",
     NULL, "is not exact enough"},
    {"the year behind, surely a begun one", DATE("2024", "=") YEAR "part = up\n", "2025", "8",
     "late 2"},
    {"the second year behind", DATE("2024", "=") YEAR "part = up\n", "2026", "6", "late 4"},
    {"the year before, surely a begun one", DATE("2024", "=") YEAR "part = up\n", "2023", "8",
     "early 2"},
    {"a month that many steps are cut for all the same is refused", DUE("2024-01-31") DAY,
     "2025-02", NULL, "is not exact enough"},
    {"a day that the calendar lacks", DUE("2024-05-31") DAY, "2023-02-29", NULL, "no such date"},
    {"words", DUE("2024-05-31") DAY, "年底", NULL, "expected a date such as 2024-05-31"},
};

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, days, jx_score_row_test);
    JX_ROWS(&all, months, jx_score_row_test);
    JX_ROWS(&all, years, jx_score_row_test);
    JX_ROWS(&all, in_part, jx_score_row_test);
    return jx_rows_run(&all, "step_dates");
}

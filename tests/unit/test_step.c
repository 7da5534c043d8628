// SPDX-License-Identifier: MIT
// The method `step`: numbers, on every side of every boundary. Dates are in test_step_dates.c.
#include "support/jx_rows.h"
#include "support/score_rows.h"

#define AT_LEAST  "weight = 12\nunit = 个\ntarget = 30\nmethod = step\ndeduct = 0.4\n"
#define AT_MOST   "target = 100\ncomparator = <=\nmethod = step\ndeduct = 0.2\n"
#define EQUAL     "target = 5\ncomparator = =\nmethod = step\ndeduct = 1.5\n"
#define ABOVE     "unit = 家\ntarget = 30\ncomparator = >\nmethod = step\ndeduct = 1\n"
#define BELOW     "unit = 家\ntarget = 5\ncomparator = <\nmethod = step\ndeduct = 1\n"
#define BY_FIVES  "target = 100\nmethod = step\nstep = 5\ndeduct = 1\n"
#define FRACTIONS "target = 1\nmethod = step\nstep = 0.3\ndeduct = 1\n"
#define FLOORED   "target = 30\nmethod = step\ndeduct = 1\nfloor = 4\n"

static const jx_score_row comparators[] = {
    {">= at the target", AT_LEAST, "30", "12", ""},
    {">= above the target", AT_LEAST, "31", "12", ""},
    {">= one short", AT_LEAST, "29", "11.6", "below_target 0.4"},
    {">= three short", AT_LEAST, "27", "10.8", "below_target 1.2"},
    {">= all short ends at nothing, uncut", AT_LEAST, "0", "0", "below_target 12"},
    {">= short by more than the weight is cut",
     "weight = 12\ntarget = 30\nmethod = step\ndeduct = 0.5\n", "0", "0", "below_target 12 of 15"},
    {">= by a hair", "target = 30\nmethod = step\ndeduct = 0.4\n", "29.99", "10", "below_target 0"},
    {"<= at the target", AT_MOST, "100", "10", ""},
    {"<= below the target", AT_MOST, "99.99", "10", ""},
    {"<= far below the target", AT_MOST, "-5", "10", ""},
    {"<= one over", AT_MOST, "101", "9.8", "above_target 0.2"},
    {"<= by part of a step", AT_MOST, "100.5", "9.9", "above_target 0.1"},
    {"<= by a loss of half the last place", AT_MOST, "100.025", "10", "above_target 0"},
    {"<= by just more than that", AT_MOST, "100.026", "9.99", "above_target 0.01"},
    {"<= fifty over leaves nothing", AT_MOST, "150", "0", "above_target 10"},
    {"<= more than fifty over is cut", AT_MOST, "150.05", "0", "above_target 10 of 10.01"},
    {"= at the target", EQUAL, "5", "10", ""},
    {"= one below", EQUAL, "4", "8.5", "below_target 1.5"},
    {"= one above", EQUAL, "6", "8.5", "above_target 1.5"},
    {"= half above", EQUAL, "5.5", "9.25", "above_target 0.75"},
    {"> one above", ABOVE, "31", "10", ""},
    {"> at the target is one short", ABOVE, "30", "9", "below_target 1"},
    {"> one below is two short", ABOVE, "29", "8", "below_target 2"},
    {"< one below", BELOW, "4", "10", ""},
    {"< at the target is one over", BELOW, "5", "9", "above_target 1"},
    {"< one above is two over", BELOW, "6", "8", "above_target 2"},
    {"> a part is at least the next whole number",
     "target = 30.5\ncomparator = >\nwhole = yes\nmethod = step\ndeduct = 1\n", "31", "10", ""},
    {"> a part, missed by one",
     "target = 30.5\ncomparator = >\nwhole = yes\nmethod = step\ndeduct = 1\n", "30", "9",
     "below_target 1"},
    {"< a part is at most the whole number before",
     "target = 5.5\ncomparator = <\nwhole = yes\nmethod = step\ndeduct = 1\n", "5", "10", ""},
    {"< a part, missed by one",
     "target = 5.5\ncomparator = <\nwhole = yes\nmethod = step\ndeduct = 1\n", "6", "9",
     "above_target 1"},
    {"> a negative part", "target = -1.5\ncomparator = >\nwhole = yes\nmethod = step\ndeduct = 1\n",
     "-2", "9", "below_target 1"},
    {"≥ is read as >=", "target = 30\ncomparator = ≥\nmethod = step\ndeduct = 1\n", "29", "9",
     "below_target 1"},
    {"≤ is read as <=", "target = 30\ncomparator = ≤\nmethod = step\ndeduct = 1\n", "31", "9",
     "above_target 1"},
    {"＝ is read as =", "target = 30\ncomparator = ＝\nmethod = step\ndeduct = 1\n", "31", "9",
     "above_target 1"},
    {"＞ is read as >", "target = 30\ncomparator = ＞\nunit = 个\nmethod = step\ndeduct = 1\n",
     "30", "9", "below_target 1"},
    {"＜ is read as <", "target = 30\ncomparator = ＜\nunit = 个\nmethod = step\ndeduct = 1\n",
     "30", "9", "above_target 1"},
    {"the default is >=", "target = 30\nmethod = step\ndeduct = 1\n", "29", "9", "below_target 1"},
    {"the default of costs is <=", "category = cost\ntarget = 30\nmethod = step\ndeduct = 1\n",
     "31", "9", "above_target 1"},
};

static const jx_score_row amounts[] = {
    {"deducts a share of the weight", "weight = 20\ntarget = 10\nmethod = step\ndeduct = 5%\n", "9",
     "19", "below_target 1"},
    {"deducts a share with full-width digits",
     "weight = 20\ntarget = 10\nmethod = step\ndeduct = ２．５％\n", "9", "19.5",
     "below_target 0.5"},
    {"counts steps of 5", BY_FIVES, "95", "9", "below_target 1"},
    {"counts parts of a step of 5", BY_FIVES, "93", "8.6", "below_target 1.4"},
    {"counts a sixth of a step", "target = 100\nmethod = step\nstep = 6\ndeduct = 1\n", "99",
     "9.83", "below_target 0.17"},
    {"counts steps of 0.3", FRACTIONS, "0.7", "9", "below_target 1"},
    {"counts no steps that are too small for the gap",
     "target = 99999999999999999999999999999999977\nmethod = step\nstep = 0.000000000000000003\ndeduct = 1\n",
     "0", NULL, "too large to be computed exactly"},
    {"settles nothing that cannot be left exactly",
     "measure = ratio\ntarget = 0\ncomparator = <=\nmethod = step\ndeduct = 1\n",
     "1|99999999999999999999999999999999977", NULL, "too large to be computed exactly"},
    {"counts a third of a step of 0.3", FRACTIONS, "0.9", "9.67", "below_target 0.33"},
    {"rounds an odd loss half to even",
     "rounding = half_even\n--\ntarget = 3\nmethod = step\ndeduct = 0.015\n", "2", "9.98",
     "below_target 0.02"},
    {"rounds an odd loss down", "rounding = down\n--\ntarget = 3\nmethod = step\ndeduct = 0.011\n",
     "2", "9.98", "below_target 0.02"},
    {"keeps more places where the project has them",
     "places = 4\n--\ntarget = 3\nmethod = step\nstep = 3\ndeduct = 1\n", "2", "9.6667",
     "below_target 0.3333"},
};

static const jx_score_row parts[] = {
    {"part = up at a whole step", BY_FIVES "part = up\n", "95", "9", "below_target 1"},
    {"part = up just past it", BY_FIVES "part = up\n", "94.99", "8", "below_target 2"},
    {"part = up just short", BY_FIVES "part = up\n", "99.99", "9", "below_target 1"},
    {"part = up at the target", BY_FIVES "part = up\n", "100", "10", ""},
    {"part = down at a whole step", BY_FIVES "part = down\n", "95", "9", "below_target 1"},
    {"part = down just short of it", BY_FIVES "part = down\n", "95.01", "10", ""},
    {"part = down just past it", BY_FIVES "part = down\n", "94.99", "9", "below_target 1"},
    {"part = down just past two", BY_FIVES "part = down\n", "89.99", "8", "below_target 2"},
    {"part = exact is the default, and can be stated", BY_FIVES "part = exact\n", "94.99", "9",
     "below_target 1"},
    {"part = up on steps of 0.3", FRACTIONS "part = up\n", "0.1", "7", "below_target 3"},
    {"part = up just past three of 0.3", FRACTIONS "part = up\n", "0.09", "6", "below_target 4"},
    {"part = down on steps of 0.3", FRACTIONS "part = down\n", "0.11", "8", "below_target 2"},
    {"part = up of a rate that never ends",
     "measure = ratio\ntarget = 100\nmethod = step\ndeduct = 1\npart = up\n", "2|3", "0",
     "below_target 10 of 34"},
};

static const jx_score_row floors[] = {
    {"leaves the floor, uncut", FLOORED, "24", "4", "below_target 6"},
    {"leaves the floor and cuts", FLOORED, "23", "4", "below_target 6 of 7"},
    {"does not reach the floor", FLOORED, "24.01", "4.01", "below_target 5.99"},
    {"a floor in percent of the weight",
     "weight = 20\ntarget = 30\nmethod = step\ndeduct = 1\nfloor = 25%\n", "0", "5",
     "below_target 15 of 30"},
    {"a floor of the whole weight loses nothing",
     "target = 30\nmethod = step\ndeduct = 1\nfloor = 10\n", "0", "10", "below_target 0 of 30"},
    {"zero_below, at the line", FLOORED "zero_below = 20\n", "20", "4", "below_target 6 of 10"},
    {"zero_below, just above the line", FLOORED "zero_below = 20\n", "20.01", "4",
     "below_target 6 of 9.99"},
    {"zero_below, just under the line, takes the floor too", FLOORED "zero_below = 20\n", "19.99",
     "0", "below_zero_line 10"},
    {"zero_above, at the line", AT_MOST "zero_above = 120\n", "120", "6", "above_target 4"},
    {"zero_above, just under the line", AT_MOST "zero_above = 120\n", "119.95", "6.01",
     "above_target 3.99"},
    {"zero_above, just over the line", AT_MOST "zero_above = 120\n", "120.01", "0",
     "above_zero_line 10"},
    {"zero_above takes everything though the target is met",
     "target = 30\nmethod = step\ndeduct = 1\nzero_above = 90\n", "91", "0", "above_zero_line 10"},
    {"zero_below and zero_above on both sides of =, below",
     EQUAL "zero_below = 2\nzero_above = 8\n", "1.99", "0", "below_zero_line 10"},
    {"zero_below and zero_above on both sides of =, inside",
     EQUAL "zero_below = 2\nzero_above = 8\n", "2", "5.5", "below_target 4.5"},
    {"zero_below and zero_above on both sides of =, above",
     EQUAL "zero_below = 2\nzero_above = 8\n", "8.01", "0", "above_zero_line 10"},
    {"a zero line at the target", "target = 30\nmethod = step\ndeduct = 1\nzero_below = 30\n", "30",
     "10", ""},
    {"a zero line at the target, just under",
     "target = 30\nmethod = step\ndeduct = 1\nzero_below = 30\n", "29.99", "0",
     "below_zero_line 10"},
    {"a zero line of what is measured, not of the actual",
     "measure = growth\ntarget = 0\nmethod = step\ndeduct = 1\nzero_below = -5\n", "94.9|100", "0",
     "below_zero_line 10"},
    {"a negative zero line, at it",
     "measure = growth\ntarget = 0\nmethod = step\ndeduct = 1\nzero_below = -5\n", "95|100", "5",
     "below_target 5"},
};

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, comparators, jx_score_row_test);
    JX_ROWS(&all, amounts, jx_score_row_test);
    JX_ROWS(&all, parts, jx_score_row_test);
    JX_ROWS(&all, floors, jx_score_row_test);
    return jx_rows_run(&all, "step");
}

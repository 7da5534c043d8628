// SPDX-License-Identifier: MIT
#include "batch/counts.h"

enum { CODE_INCOMPLETE = 1 }; // as README has it

void jx_counts_clear(jx_counts *counts)
{
    uint64_t *grades = counts->grades;
    const size_t grade_count = counts->grade_count;
    *counts = (jx_counts){.grades = grades, .grade_count = grade_count};
    memset(grades, 0, grade_count * sizeof *grades);
}

static void add_total(jx_counts *counts, jx_decimal total)
{
    counts->overflow |= !jx_decimal_add(counts->sum, total, &counts->sum);
}

// The first table's grades are the report's first ones, in its order.
static size_t find_grade(const jx_counts *counts, const jx_report *report, const jx_scorecard *card)
{
    size_t grade = (size_t)(card->grade - card->table->grades);
    if (card->table != report->tables[0]) {
        grade = 0;
        while (grade + 1 < counts->grade_count &&
               !jx_str_equal(report->tallies[grade].grade, card->grade->name)) {
            grade++;
        }
    }
    return grade;
}

void jx_counts_add(jx_counts *counts, const jx_report *report, const jx_scorecard *card)
{
    const int32_t code = card->state == JX_MISSING ? CODE_INCOMPLETE : -card->status;
    counts->code = code > counts->code ? code : counts->code;
    counts->projects++;
    counts->incomplete += card->state == JX_MISSING;
    counts->faulty += card->state == JX_FAULTY;
    if (card->grade == NULL) {
        return;
    }
    add_total(counts, card->total);
    counts->grades[find_grade(counts, report, card)]++;
}

void jx_counts_join(jx_counts *counts, const jx_counts *more)
{
    counts->projects += more->projects;
    counts->incomplete += more->incomplete;
    counts->faulty += more->faulty;
    counts->code = more->code > counts->code ? more->code : counts->code;
    counts->overflow |= more->overflow;
    add_total(counts, more->sum);
    for (size_t i = 0; i < counts->grade_count; i++) {
        counts->grades[i] += more->grades[i];
    }
}

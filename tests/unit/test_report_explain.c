// SPDX-License-Identifier: MIT
#include "report/report.h"
#include "support/golden.h"
#include "support/jx_rows.h"
#include "support/sample_build.h"
#include "support/sample_report.h"

#define GOLDEN(file) "golden/report/" file

static const jx_sample_report reports[] = {
    {"explains losses, rounding and the grade in Chinese",
     "explain",
     JX_ZH,
     false,
     false,
     {jx_sample_scored},
     GOLDEN("explain-scored.zh")},
    {"explains losses, rounding and the grade in English",
     "explain",
     JX_EN,
     false,
     false,
     {jx_sample_scored},
     GOLDEN("explain-scored.en")},
    {"explains what is missing, cut and rescaled in Chinese",
     "explain",
     JX_ZH,
     false,
     false,
     {jx_sample_incomplete},
     GOLDEN("explain-incomplete.zh")},
    {"explains what is missing, cut and rescaled in English",
     "explain",
     JX_EN,
     false,
     false,
     {jx_sample_incomplete},
     GOLDEN("explain-incomplete.en")},
    {"tells what scripts took and said",
     "explain",
     JX_EN,
     false,
     false,
     {jx_sample_scripted},
     GOLDEN("explain-scripted.en")},
    {"explains an error",
     "explain",
     JX_ZH,
     false,
     false,
     {jx_sample_faulty},
     GOLDEN("explain-faulty.zh")},
    {"shows control characters escaped",
     "explain",
     JX_ZH,
     false,
     false,
     {jx_sample_hostile},
     GOLDEN("explain-hostile.zh")},
    {"explains a project whose rows could not be read",
     "explain",
     JX_EN,
     false,
     false,
     {jx_sample_unreadable},
     GOLDEN("explain-unreadable.en")},
    {"colours losses and totals",
     "explain",
     JX_EN,
     false,
     true,
     {jx_sample_incomplete},
     GOLDEN("explain-colour.en")},
};

static void explains_one(void **state)
{
    (void)state;
    static jx_sample sample;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_sample_scored(&sample);
    jx_explain(&out, &sample.card, (jx_str)JX_STR("budget-execution"), JX_ZH, false);
    jx_expect_golden(jx_text_str(&out), GOLDEN("explain-one.zh"));
    jx_arena_free(arena);
}

static void expect_words(const jx_sample *sample, const char *words)
{
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_explain(&out, &sample->card, JX_STR_NONE, JX_EN, false);
    jx_text_add_char(&out, '\0');
    assert_non_null(strstr(out.data, words));
    jx_arena_free(arena);
}

typedef struct rounding_row {
    const char *name;
    uint32_t rounding;
    const char *words;
} rounding_row;

static const rounding_row roundings[] = {
    {"names rounding half up", JX_ROUND_HALF_UP, "rounded half up to 2 places"},
    {"names rounding half to even", JX_ROUND_HALF_EVEN, "rounded half to even to 2 places"},
    {"names cutting off", JX_ROUND_DOWN, "cut off to 2 places"},
};

static void names_rounding(void **state)
{
    const rounding_row *row = *state;
    static jx_sample sample;
    jx_sample_incomplete(&sample);
    sample.table.rounding = row->rounding;
    expect_words(&sample, row->words);
}

typedef struct grade_row {
    const char *name;
    size_t grade;
    const char *total;
    const char *full;
    const char *words;
} grade_row;

static const grade_row grades[] = {
    {"compares the highest grade with its line", 0, "97.24", "100",
     "Grade: the total is 97.24% of the full score, which reaches \"优\" at 90%.\n"},
    {"says what the next grade takes", 1, "85.00", "100",
     "Grade: the total is 85% of the full score, which reaches \"良\" at 80%; \"优\" takes 90%.\n"},
    {"names the lowest grade without a line", 3, "1.00", "100",
     "Grade: the total is 1% of the full score, which is \"差\"; \"中\" takes 60%.\n"},
    {"says that a share is rounded", 2, "100.00", "150",
     "Grade: the total is about 66.666667% of the full score, which reaches \"中\" at 60%;"},
};

static void names_grade(void **state)
{
    const grade_row *row = *state;
    static jx_sample sample;
    jx_sample_scored(&sample);
    sample.table.full = jx_sample_decimal(row->full);
    sample.card.total = jx_sample_decimal(row->total);
    sample.card.grade = &sample.grades[row->grade];
    expect_words(&sample, row->words);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, reports, jx_sample_report_test);
    JX_ROWS(&all, roundings, names_rounding);
    JX_ROWS(&all, grades, names_grade);
    jx_rows_add_one(&all, "explains one indicator without the total", explains_one, NULL);
    return jx_rows_run(&all, "report_explain");
}

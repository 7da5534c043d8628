// SPDX-License-Identifier: MIT
#include "report/cells.h"
#include "support/jx_rows.h"
#include "support/sample_build.h"

// ---------------------------------------------------------------------------------------------- targets

typedef struct target_row {
    const char *name;
    const char *target;
    const char *unit;
    uint32_t comparator;
    bool ascii;
    const char *written;
} target_row;

static const target_row targets[] = {
    {"a target has its comparator and unit", "30", "个", JX_COMPARE_AT_LEAST, false, "≥30个"},
    {"a target of a table that lines up has ASCII signs", "100", "%", JX_COMPARE_AT_MOST, true,
     "<=100%"},
    {"an equal target goes without sign", "5", "家", JX_COMPARE_EQUAL, false, "5家"},
    {"a target that has its unit already is not given another", "30%", "%", JX_COMPARE_ABOVE, false,
     ">30%"},
    {"a level has no unit", "满意", "%", JX_COMPARE_AT_LEAST, false, "≥满意"},
    {"a target that was written with its unit is shown as others are", "30 个", "个",
     JX_COMPARE_AT_LEAST, false, "≥30个"},
    {"a target in ten thousands has its unit", "30万", "个", JX_COMPARE_AT_LEAST, false, "≥30万个"},
    {"no target is nothing", "", "%", JX_COMPARE_AT_LEAST, false, ""},
};

static void writes_target(void **state)
{
    const target_row *row = *state;
    const jx_table_row of = {.target = jx_str_of(row->target),
                             .measured_unit = jx_str_of(row->unit),
                             .comparator = row->comparator};
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_target_add(&out, &of, row->ascii);
    jx_expect_text(jx_text_str(&out), row->written);
    jx_arena_free(arena);
}

// --------------------------------------------------------------------------------------------- achieved

typedef struct achieved_row {
    const char *name;
    jx_state state;
    uint32_t kind;
    const char *number; // of a number, or of what was chosen in a level
    int32_t index;
    const char *actual;
    const char *baseline;
    const char *unit;
    const char *achieved;
    const char *derivation; // NULL: nothing to say
} achieved_row;

static const achieved_row achieved[] = {
    {"a number says itself", JX_SCORED, JX_FIGURE_NUMBER, "27", 0, "27", NULL, "个", "27个", NULL},
    {"a number with its unit says itself", JX_SCORED, JX_FIGURE_NUMBER, "27", 0, "27 个", NULL,
     "个", "27个", NULL},
    {"a number in full width says itself", JX_SCORED, JX_FIGURE_NUMBER, "1234.5", 0,
     "１，２３４．５０", NULL, "元", "1234.5元", NULL},
    {"a rate says itself", JX_SCORED, JX_FIGURE_NUMBER, "3.5", 0, "3.50%", NULL, "%", "3.5%", NULL},
    {"a number in 万 is told", JX_SCORED, JX_FIGURE_NUMBER, "17000", 0, "1.7万亩", NULL, "亩",
     "17000亩", "由实际值1.7万亩得出"},
    {"a growth is told with its baseline", JX_SCORED, JX_FIGURE_NUMBER, "20", 0, "120", "100", "%",
     "20%", "由实际值120、基数100得出"},
    {"a number too long to be read is told", JX_SCORED, JX_FIGURE_NUMBER, "1", 0,
     "1.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
     NULL, "", "1",
     "由实际值1.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000得出"},
    {"a level says itself", JX_SCORED, JX_FIGURE_LEVEL, NULL, 3, "基本满意", NULL, "", "基本满意",
     NULL},
    {"a level with what was chosen says itself", JX_SCORED, JX_FIGURE_LEVEL, "95", 2, "满意:95%",
     NULL, "", "满意:95%", NULL},
    {"a median is told with the counts", JX_SCORED, JX_FIGURE_LEVEL, NULL, 1, "较为满意:6, 满意:3",
     NULL, "", "较为满意", "由实际值较为满意:6, 满意:3得出"},
    {"a date is shown in one form", JX_SCORED, JX_FIGURE_DATE, NULL, 19797, "2024年3月15日", NULL,
     "", "2024-03-15", NULL},
    {"yes is shown in the language", JX_SCORED, JX_FIGURE_YES_NO, NULL, 1, "yes", NULL, "", "是",
     NULL},
    {"nothing was reported", JX_MISSING, JX_FIGURE_NONE, NULL, 0, NULL, NULL, "个", "未填报", NULL},
    {"what does not apply is named", JX_NOT_APPLICABLE, JX_FIGURE_NONE, NULL, 0, "n/a", NULL, "个",
     "不适用", NULL},
    {"what could not be measured is shown as written", JX_FAULTY, JX_FIGURE_NONE, NULL, 0, "许多",
     NULL, "个", "许多", NULL},
    {"an error that was measured is not told from what", JX_FAULTY, JX_FIGURE_NUMBER, "20", 0,
     "120", "100", "%", "20%", NULL},
};

static jx_figure make_figure(const achieved_row *row)
{
    jx_figure figure = {.kind = row->kind, .index = row->index};
    figure.first_day = figure.last_day = row->index;
    if (row->number != NULL) {
        figure.number = jx_sample_fraction(row->number, "1");
    }
    return figure;
}

static void writes_achieved(void **state)
{
    const achieved_row *row = *state;
    jx_sample sample;
    jx_table_row of = {.unit = jx_str_of(row->unit),
                       .measured_unit = jx_str_of(row->unit),
                       .levels = jx_sample_levels,
                       .level_count = 5};
    jx_sample_start(&sample, "sample", "sample");
    jx_sample_row(&sample, of, "10", row->actual, row->baseline, NULL);
    jx_sample_score(&sample, row->state, make_figure(row), "10");
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_achieved_add(&out, &sample.card, 0, JX_ZH);
    jx_expect_text(jx_text_str(&out), row->achieved);
    jx_text_clear(&out);
    assert_int_equal(jx_derivation_add(&out, &sample.card, 0, JX_ZH), row->derivation != NULL);
    jx_expect_text(jx_text_str(&out), row->derivation == NULL ? "" : row->derivation);
    jx_arena_free(arena);
}

// ----------------------------------------------------------------------------------------------- grades

typedef struct grade_row {
    const char *name;
    size_t grade;
    jx_lang lang;
    const char *written;
} grade_row;

static const grade_row grades[] = {
    {"a grade says what it takes", 0, JX_ZH, "优（不低于满分的90%）"},
    {"a grade says in English what it takes", 1, JX_EN, "良 (80% of the full score or more)"},
    {"the lowest grade says what it misses", 3, JX_ZH, "差（低于满分的60%）"},
};

static void writes_grade(void **state)
{
    const grade_row *row = *state;
    jx_sample sample;
    jx_sample_start(&sample, "sample", "sample");
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_grade_add(&out, &sample.table, &sample.grades[row->grade], row->lang);
    jx_expect_text(jx_text_str(&out), row->written);
    jx_arena_free(arena);
}

static void says_nothing_of_an_only_grade(void **state)
{
    (void)state;
    jx_sample sample;
    jx_sample_start(&sample, "sample", "sample");
    sample.table.grades = &sample.grades[3];
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_grade_add(&out, &sample.table, &sample.grades[3], JX_ZH);
    jx_expect_text(jx_text_str(&out), "差");
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, targets, writes_target);
    JX_ROWS(&all, achieved, writes_achieved);
    JX_ROWS(&all, grades, writes_grade);
    jx_rows_add_one(&all, "an only grade takes nothing", says_nothing_of_an_only_grade, NULL);
    return jx_rows_run(&all, "report_cells");
}

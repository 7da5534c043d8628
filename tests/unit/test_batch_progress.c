// SPDX-License-Identifier: MIT
// What a batch says of itself: how far it is, and what came of it.
#include "batch/progress.h"
#include "support/jx_rows.h"

enum { GRADES = 4 };

static const struct progress_row {
    const char *name;
    jx_lang lang;
    uint64_t projects;
    uint64_t faulty;
    uint64_t done;
    uint64_t total;
    int64_t elapsed;
    const char *says;
} progress_rows[] = {
    {"says how far it is", JX_EN, 1000, 3, 25, 100, 2000,
     "1000 projects, 25%, 6 s left, 500 a second, errors: 3"},
    {"says so in Chinese", JX_ZH, 1000, 3, 25, 100, 2000,
     "1000 个项目，25%，还需 6 秒，每秒 500 个，错误 3"},
    {"counts minutes", JX_EN, 10, 0, 1, 100, 2000,
     "10 projects, 1%, 3 min 18 s left, 5 a second, errors: 0"},
    {"leaves out what nobody knows", JX_EN, 7, 0, 25, 0, 1000, "7 projects, 7 a second, errors: 0"},
    {"bears a file that grew", JX_EN, 7, 0, 200, 100, 1000,
     "7 projects, 200%, 0 s left, 7 a second, errors: 0"},
    {"bears no time", JX_EN, 7, 0, 0, 100, 0, "7 projects, 7000 a second, errors: 0"},
    {"bears the greatest numbers", JX_EN, UINT64_MAX / 2, 0, UINT64_MAX / 2, UINT64_MAX, INT64_MAX,
     "9223372036854775807 projects, 49%, 153722867280912 min 55 s left, 1000 a second, errors: 0"},
};

static void test_progress(void **state)
{
    const struct progress_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text said = jx_text_in(arena);
    const jx_progress progress = {.terminal = -1, .lang = row->lang, .total = row->total};
    const jx_counts counts = {.projects = row->projects, .faulty = row->faulty};
    jx_progress_add(&said, &progress, &counts, row->done, row->elapsed);
    jx_expect_text(jx_text_str(&said), row->says);
    jx_arena_free(arena);
}

static const struct summary_row {
    const char *name;
    jx_lang lang;
    uint64_t projects;
    uint64_t incomplete;
    uint64_t faulty;
    const char *sum;
    bool two_fulls;
    bool overflow;
    const char *says;
} summary_rows[] = {
    {"sums up", JX_EN, 10, 2, 5, "200", false, false,
     "10 projects: scored 3, incomplete 2, errors 5\nmean 66.67; 优 1, 良 2, 中 0, 差 0\n"},
    {"sums up in Chinese", JX_ZH, 10, 2, 5, "200", false, false,
     "10 个项目：得分 3，不完整 2，错误 5\n平均 66.67 分；优 1，良 2，中 0，差 0\n"},
    {"has no mean of nothing", JX_EN, 2, 1, 1, "0", false, false,
     "2 projects: scored 0, incomplete 1, errors 1\n"},
    {"has no mean of different full scores", JX_EN, 3, 0, 0, "200", true, false,
     "3 projects: scored 3, incomplete 0, errors 0\n优 1, 良 2, 中 0, 差 0\n"},
    {"has no mean of what cannot be summed", JX_EN, 3, 0, 0, "200", false, true,
     "3 projects: scored 3, incomplete 0, errors 0\n优 1, 良 2, 中 0, 差 0\n"},
};

static void test_summary(void **state)
{
    const struct summary_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text said = jx_text_in(arena);
    const jx_table first = {.full = jx_decimal_make(100, 0)};
    const jx_table second = {
        .full = jx_decimal_make(row->two_fulls ? 90 : 1000, row->two_fulls ? 0 : 1)};
    const jx_table *tables[] = {&first, &second};
    jx_tally tallies[GRADES] = {
        {JX_STR("优"), 0}, {JX_STR("良"), 0}, {JX_STR("中"), 0}, {JX_STR("差"), 0}};
    uint64_t grades[GRADES] = {1, 2, 0, 0};
    const jx_report report = {
        .tables = tables, .table_count = 2, .tallies = tallies, .tally_count = GRADES};
    jx_counts counts = {.projects = row->projects,
                        .incomplete = row->incomplete,
                        .faulty = row->faulty,
                        .overflow = row->overflow,
                        .grades = grades,
                        .grade_count = GRADES};
    assert_true(jx_decimal_parse(jx_str_of(row->sum), &counts.sum));
    jx_summary_add(&said, &counts, &report, row->lang);
    jx_expect_text(jx_text_str(&said), row->says);
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, progress_rows, test_progress);
    JX_ROWS(&all, summary_rows, test_summary);
    return jx_rows_run(&all, "batch_progress");
}

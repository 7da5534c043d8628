// SPDX-License-Identifier: MIT
#include "report/row_findings.h"
#include "support/jx_rows.h"
#include "support/sample_build.h"

enum {
    MISSING = 1 << JX_FOUND_ACTUAL_MISSING,
    SIGN = 1 << JX_FOUND_PERCENT_SIGN,
    UNITS = 1 << JX_FOUND_UNITS_APART
};

typedef struct row {
    const char *name;
    const char *measure;
    const char *target;
    const char *unit;
    const char *actual;
    const char *baseline;
    const char *measured;
    unsigned found;
} row;

static const row rows[] = {
    {"a fraction far below its target lacks the sign", "value", "95", "%", "0.985", NULL, "0.985",
     SIGN},
    {"a fraction above one lacks it as well", "value", "100", "%", "1.03", NULL, "1.03", SIGN},
    {"a rate with its sign is meant", "value", "95", "%", "0.985%", NULL, "0.985", 0},
    {"a rate with a wide sign is meant", "value", "95", "%", "0.985％ ", NULL, "0.985", 0},
    {"a rate of the usual size is meant", "value", "95", "%", "98.5", NULL, "98.5", 0},
    {"a small rate by a small target is meant", "value", "3", "%", "0.5", NULL, "0.5", 0},
    {"nothing at all is meant", "value", "95", "%", "0", NULL, "0", 0},
    {"a count is no rate", "value", "95", "个", "1", NULL, "1", 0},
    {"a target with its sign is one in percent", "value", "95%", "%", "0.9", NULL, "0.9", SIGN},
    {"a target in words is none", "value", "较高", "%", "0.9", NULL, "0.9", 0},
    {"a hundred millions against none are apart", "growth", "0", "%", "1286.4亿", "1240.5",
     "10370011991", UNITS},
    {"a growth of ten times is not", "growth", "0", "%", "11", "1", "1000", 0},
    {"a growth beyond is", "growth", "0", "%", "12", "1", "1100", UNITS},
    {"a fall to hardly anything is", "growth", "0", "%", "1", "1000", "-99.9", UNITS},
    {"a fall to nothing is meant", "growth", "0", "%", "0", "1000", "-100", 0},
    {"a ratio of next to nothing is", "ratio", "100", "元", "485", "5000000", "0.0097", UNITS},
    {"a ratio of nothing is meant", "ratio", "100", "元", "0", "5000000", "0", 0},
    {"a ratio of one percent is not", "ratio", "100", "元", "1", "100", "1", 0},
};

static void finds(void **state)
{
    const row *of = *state;
    jx_sample sample;
    jx_sample_start(&sample, "sample", "sample");
    jx_sample_row(&sample,
                  (jx_table_row){.target = jx_str_of(of->target),
                                 .unit = jx_str_of(of->unit),
                                 .measured_unit = (jx_str)JX_STR("%"),
                                 .measure = of->measure},
                  "10", of->actual, of->baseline, NULL);
    jx_sample_score(&sample, JX_SCORED, jx_sample_number(of->measured, "1"), "10");
    assert_int_equal(jx_row_findings(&sample.card, 0), of->found);
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    assert_int_equal(jx_row_doubts_add(&out, &sample.card, 0, ".", JX_EN), of->found != 0);
    assert_int_equal(out.size > 0, of->found != 0);
    assert_true(out.size == 0 || strstr(jx_text_end(&out).data, of->actual) != NULL);
    jx_arena_free(arena);
}

static void finds_nothing_reported(void **state)
{
    (void)state;
    jx_sample sample;
    jx_sample_start(&sample, "sample", "sample");
    jx_sample_row(&sample, (jx_table_row){.measure = "value"}, "10", NULL, NULL, NULL);
    jx_sample_score(&sample, JX_MISSING, (jx_figure){.kind = JX_FIGURE_NONE}, "0");
    assert_int_equal(jx_row_findings(&sample.card, 0), MISSING);
}

static void tells_codes(void **state)
{
    (void)state;
    static const char *const codes[] = {"actual_missing", "percent_sign", "units_apart",
                                        "note_missing"};
    for (jx_row_finding i = 0; i < JX_ROW_FINDINGS; i++) {
        assert_string_equal(jx_row_finding_code(i), codes[i]);
    }
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, rows, finds);
    jx_rows_add_one(&all, "nothing reported is told", finds_nothing_reported, NULL);
    jx_rows_add_one(&all, "machines read codes", tells_codes, NULL);
    return jx_rows_run(&all, "row_findings");
}

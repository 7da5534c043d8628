// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "report/gathered.h"
#include "report/row_findings.h"
#include "support/jx_rows.h"
#include "support/sample_build.h"

#include <stdio.h>

// A report made whole at the end, for the tests: what was gathered, a line a fact.
static void write_nothing(jx_report *report, const jx_scorecard *card)
{
    (void)report;
    (void)card;
}

static const jx_reporter gathering = {.name = "gathering",
                                      .serves = JX_FOR_BATCH,
                                      .gathers = true,
                                      .batch_losses = true,
                                      .add = write_nothing};

typedef struct gather_row {
    const char *name;
    jx_sample_make make;
    jx_state state;
    bool has_total;
    const char *grade;
    size_t cells;
    bool has_error;
} gather_row;

static const gather_row rows[] = {
    {"keeps a scored project", jx_sample_scored, JX_SCORED, true, "优", 7, false},
    {"keeps an incomplete project, without grade", jx_sample_incomplete, JX_MISSING, true, "", 6,
     false},
    {"keeps a project with losses of scripts", jx_sample_scripted, JX_SCORED, true, NULL, 0, false},
    {"keeps a faulty project with its error", jx_sample_faulty, JX_FAULTY, false, "", 0, true},
    {"keeps hostile texts byte by byte", jx_sample_hostile, JX_SCORED, true, NULL, 0, false},
    {"keeps a project whose rows could not be read", jx_sample_unreadable, JX_FAULTY, false, "", 0,
     true},
    {"keeps a project that nobody knows", jx_sample_unknown, JX_FAULTY, false, "", 0, true},
};

static jx_report begin(jx_arena *arena, jx_text *out, const jx_table *const *tables)
{
    jx_error err = JX_ERROR(JX_ZH);
    jx_report report = {.reporter = &gathering, .out = out, .tables = tables, .table_count = 1};
    assert_int_equal(jx_report_begin(&report, arena, &err), JX_OK);
    return report;
}

static void expect_cells(const jx_gathered *kept, const jx_scorecard *card)
{
    for (size_t i = 0; i < kept->cell_count; i++) {
        const jx_losses losses = jx_scorecard_losses(card, i);
        jx_decimal lost = jx_decimal_make(0, 0);
        for (uint32_t k = 0; k < losses.count; k++) {
            assert_true(jx_decimal_add(lost, losses.rows[k].points, &lost));
        }
        assert_int_equal(kept->cells[i].state, card->outcomes[i].state);
        assert_int_equal(jx_decimal_compare(kept->cells[i].points, card->outcomes[i].points), 0);
        assert_int_equal(jx_decimal_compare(kept->cells[i].lost, lost), 0);
    }
}

static void gathers(void **state)
{
    const gather_row *row = *state;
    static jx_sample sample;
    jx_error err = JX_ERROR(JX_ZH);
    row->make(&sample);
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    const jx_table *tables[] = {&sample.table};
    jx_report report = begin(arena, &out, tables);
    jx_text_put(&out, "before");
    assert_int_equal(jx_report_add(&report, &sample.card, &err), JX_OK);
    assert_int_equal(jx_report_add(&report, &sample.card, &err), JX_OK);
    jx_expect_text(jx_text_str(&out), "before");
    assert_int_equal(report.gathered_count, 2);
    const jx_gathered *kept = &report.gathered[1];
    assert_ptr_equal(kept->table, sample.card.table);
    jx_expect_text(kept->project, sample.card.observations->project.data);
    assert_int_equal(kept->state, row->state);
    assert_int_equal(kept->has_total, row->has_total);
    assert_int_equal(jx_decimal_compare(kept->total, sample.card.total), 0);
    assert_true(row->grade == NULL || jx_str_is(kept->grade, row->grade));
    assert_int_equal(kept->error.size != 0, row->has_error);
    assert_int_equal(kept->cell_count,
                     sample.card.outcomes == NULL ? 0 : sample.card.table->row_count);
    assert_int_equal(kept->loss_count, sample.card.loss_count);
    expect_cells(kept, &sample.card);
    jx_arena_free(arena);
}

static void says_losses(void **state)
{
    (void)state;
    static jx_sample sample;
    jx_error err = JX_ERROR(JX_ZH);
    jx_sample_start(&sample, "sample", "sample");
    jx_sample_row(&sample, (jx_table_row){.name = jx_str_of("指标"), .unit = jx_str_of("个")}, "10",
                  "27", NULL, NULL);
    jx_sample_score(&sample, JX_SCORED, jx_sample_number("27", "1"), "8.80");
    jx_sample_lose_steps(&sample, "1.20", jx_sample_fraction("12", "10"), "3", "0.4");
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    const jx_table *tables[] = {&sample.table};
    jx_report report = begin(arena, &out, tables);
    assert_int_equal(jx_report_add(&report, &sample.card, &err), JX_OK);
    const jx_gathered *kept = &report.gathered[0];
    assert_int_equal(kept->loss_count, 1);
    assert_int_equal(kept->losses[0].row, 0);
    assert_true(jx_row_finds(kept->cells[0].findings, JX_FOUND_NOTE_MISSING));
    assert_int_equal(jx_decimal_compare(kept->losses[0].points, jx_sample_decimal("1.2")), 0);
    assert_true(memmem(kept->losses[0].says.data, kept->losses[0].says.size, "27", 2) != NULL);
    jx_sample_cell(&sample, JX_SLOT_NOTE, "企业停产");
    assert_int_equal(jx_report_add(&report, &sample.card, &err), JX_OK);
    assert_int_equal(report.gathered[1].cells[0].findings, 0);
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, rows, gathers);
    jx_rows_add_one(&all, "keeps each loss as a sentence, and whether a note explains it",
                    says_losses, NULL);
    return jx_rows_run(&all, "gathered");
}

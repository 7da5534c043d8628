// SPDX-License-Identifier: MIT
#include "report/report.h"
#include "support/jx_rows.h"
#include "support/sample_report.h"

typedef struct find_row {
    const char *name;
    const char *format;
    unsigned serves;
    bool found;
} find_row;

static const find_row finds[] = {
    {"offers text for one scorecard", "text", JX_FOR_ONE, true},
    {"offers json for one scorecard", "json", JX_FOR_ONE, true},
    {"offers csv for one scorecard", "csv", JX_FOR_ONE, true},
    {"offers md for one scorecard", "md", JX_FOR_ONE, true},
    {"offers html for both", "html", JX_FOR_ONE | JX_FOR_BATCH, true},
    {"offers xlsx for one scorecard", "xlsx", JX_FOR_ONE, true},
    {"offers pdf for one scorecard", "pdf", JX_FOR_ONE, true},
    {"refuses pdf for a batch", "pdf", JX_FOR_BATCH, false},
    {"offers csv for a batch", "csv", JX_FOR_BATCH, true},
    {"offers jsonl for a batch", "jsonl", JX_FOR_BATCH, true},
    {"offers md for a batch", "md", JX_FOR_BATCH, true},
    {"offers csv for both", "csv", JX_FOR_ONE | JX_FOR_BATCH, true},
    {"refuses text for a batch", "text", JX_FOR_BATCH, false},
    {"refuses json for a batch", "json", JX_FOR_BATCH, false},
    {"refuses json where both are asked for", "json", JX_FOR_ONE | JX_FOR_BATCH, false},
    {"refuses a name nobody has", "toml", JX_FOR_ONE, false},
    {"refuses another case", "CSV", JX_FOR_ONE, false},
};

static void finds_reporter(void **state)
{
    const find_row *row = *state;
    const jx_reporter *reporter = jx_reporter_find(row->format, row->serves);
    assert_int_equal(reporter != NULL, row->found);
    if (row->found) {
        assert_string_equal(reporter->name, row->format);
    }
}

static void says_what_they_are(void **state)
{
    (void)state;
    assert_int_equal(jx_reporter_count(), 8);
    for (size_t i = 0; i < jx_reporter_count(); i++) {
        const jx_reporter *reporter = jx_reporter_at(i);
        assert_non_null(reporter->add);
        assert_true(reporter->says.zh[0] != '\0' && reporter->says.en[0] != '\0');
        assert_ptr_equal(jx_reporter_find(reporter->name, reporter->serves), reporter);
    }
}

// ------------------------------------------------------------------------------------------------ a batch

typedef struct union_report {
    jx_sample first;
    jx_sample second;
    jx_arena *arena;
    jx_text out;
    const jx_table *tables[2];
    jx_report report;
} union_report;

static void begin_batch(union_report *batch)
{
    jx_error err = JX_ERROR(JX_EN);
    jx_sample_incomplete(&batch->first);
    jx_sample_scored(&batch->second);
    batch->arena = jx_arena_new();
    batch->out = jx_text_in(batch->arena);
    batch->tables[0] = &batch->first.table;
    batch->tables[1] = &batch->second.table;
    batch->report = (jx_report){
        .reporter = jx_reporter_find("csv", JX_FOR_BATCH),
        .out = &batch->out,
        .tables = batch->tables,
        .table_count = 2,
    };
    assert_int_equal(jx_report_begin(&batch->report, batch->arena, &err), JX_OK);
}

static void unites_columns(void **state)
{
    static const char *const expected[] = {"cost-control",
                                           "inspections",
                                           "model-zone",
                                           "training",
                                           "survey",
                                           "innovative-smes",
                                           "industrial-value-added",
                                           "execution-timeliness",
                                           "enterprise-revenue",
                                           "public-satisfaction",
                                           "budget-execution"};
    (void)state;
    union_report batch;
    begin_batch(&batch);
    assert_int_equal(batch.report.column_count, sizeof expected / sizeof expected[0]);
    for (size_t i = 0; i < batch.report.column_count; i++) {
        jx_expect_text(batch.report.columns[i], expected[i]);
    }
    jx_report_cells cells = jx_report_find_cells(&batch.report, &batch.second.table);
    assert_int_equal(cells.count, batch.second.table.row_count);
    assert_int_equal(cells.list[0].column, 0);
    assert_int_equal(cells.list[1].column, 5);
    assert_int_equal(cells.list[1].row, 1);
    assert_int_equal(jx_report_find_cells(&batch.report, NULL).count, 0);
    jx_arena_free(batch.arena);
}

// The second table names its indicators the other way round.
static void follows_columns(void **state)
{
    (void)state;
    union_report batch;
    begin_batch(&batch);
    jx_error err = JX_ERROR(JX_EN);
    jx_table_row last = batch.second.rows[6];
    batch.second.rows[6] = batch.second.rows[0];
    batch.second.rows[0] = last;
    assert_int_equal(jx_report_begin(&batch.report, batch.arena, &err), JX_OK);
    jx_report_cells cells = jx_report_find_cells(&batch.report, &batch.second.table);
    for (size_t i = 1; i < cells.count; i++) {
        assert_true(cells.list[i - 1].column < cells.list[i].column);
    }
    assert_int_equal(cells.list[0].row, 6);
    jx_arena_free(batch.arena);
}

static void counts_grades(void **state)
{
    (void)state;
    union_report batch;
    begin_batch(&batch);
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(jx_report_add(&batch.report, &batch.first.card, &err), JX_OK);
    assert_int_equal(jx_report_add(&batch.report, &batch.second.card, &err), JX_OK);
    jx_report_count(&batch.report, JX_SCORED, (jx_str)JX_STR("差"));
    jx_report_count(&batch.report, JX_SCORED, (jx_str)JX_STR("差"));
    jx_report_count(&batch.report, JX_FAULTY, JX_STR_NONE);
    assert_int_equal(batch.report.added, 5);
    assert_int_equal(batch.report.incomplete, 1);
    assert_int_equal(batch.report.faulty, 1);
    assert_int_equal(batch.report.tally_count, 4);
    assert_int_equal(batch.report.tallies[0].count, 1);
    assert_int_equal(batch.report.tallies[1].count, 0);
    assert_int_equal(batch.report.tallies[3].count, 2);
    jx_arena_free(batch.arena);
}

static void starts_without_tables(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    jx_report report = {.reporter = jx_reporter_find("csv", JX_FOR_BATCH), .out = &out};
    assert_int_equal(jx_report_begin(&report, arena, &err), JX_OK);
    jx_expect_text(jx_text_str(&out), "project,total,grade,status,error\n");
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, finds, finds_reporter);
    jx_rows_add_one(&all, "has formats that say what they are", says_what_they_are, NULL);
    jx_rows_add_one(&all, "unites the columns in order of first appearance", unites_columns, NULL);
    jx_rows_add_one(&all, "lists the cells of a table by column", follows_columns, NULL);
    jx_rows_add_one(&all, "counts scorecards by grade, written here or elsewhere", counts_grades,
                    NULL);
    jx_rows_add_one(&all, "starts a batch without any project file", starts_without_tables, NULL);
    return jx_rows_run(&all, "report_formats");
}

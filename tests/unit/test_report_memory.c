// SPDX-License-Identifier: MIT
// Any one of a report's allocations may fail while those behind it succeed: the report says then that it is not whole.
#include "report/report.h"
#include "support/failing_memory.h"
#include "support/jx_rows.h"
#include "support/pdf_text.h"
#include "support/sample_card.h"

typedef struct memory_row {
    const char *name;
    const char *format; // or "explain"
    bool batch;
} memory_row;

static const memory_row rows[] = {
    {"text runs out of memory", "text", false},
    {"json runs out of memory", "json", false},
    {"csv runs out of memory", "csv", false},
    {"md runs out of memory", "md", false},
    {"pdf runs out of memory", "pdf", false},
    {"a batch of csv runs out of memory", "csv", true},
    {"a batch of jsonl runs out of memory", "jsonl", true},
    {"a batch of md runs out of memory", "md", true},
    {"html runs out of memory", "html", false},
    {"a batch of html runs out of memory", "html", true},
    {"xlsx runs out of memory", "xlsx", false},
    {"a batch of xlsx runs out of memory", "xlsx", true},
    {"an explanation runs out of memory", "explain", false},
};

// Whether the report says that it is whole.
static bool write_report(const memory_row *row,
                         const jx_sample *sample,
                         jx_arena *arena,
                         jx_text *out)
{
    const jx_table *tables[] = {&sample->table};
    jx_error err = JX_ERROR(JX_ZH);
    if (strcmp(row->format, "explain") == 0) {
        jx_explain(out, &sample->card, JX_STR_NONE, JX_ZH, false);
        return !out->failed;
    }
    jx_report report = {
        .reporter = jx_reporter_find(row->format, row->batch ? JX_FOR_BATCH : JX_FOR_ONE),
        .out = out,
        .single = !row->batch,
        .tables = tables,
        .table_count = 1,
        .drawer = &jx_pdf_text_drawer,
    };
    jx_status status = jx_report_begin(&report, arena, &err);
    if (status != JX_OK) {
        assert_int_equal(status, JX_ESYSTEM);
        return false;
    }
    status = jx_report_add(&report, &sample->card, &err);
    status = status != JX_OK ? status : jx_report_end(&report, &err);
    assert_true(status == JX_OK || status == JX_ESYSTEM);
    return status == JX_OK;
}

static void runs_out(void **state)
{
    const memory_row *row = *state;
    static jx_sample sample;
    jx_sample_incomplete(&sample);
    jx_arena *whole_arena = jx_arena_new();
    jx_text whole = jx_text_in(whole_arena);
    assert_true(write_report(row, &sample, whole_arena, &whole));
    bool done = false;
    for (size_t left = 0; !done; left++) {
        jx_arena *arena = jx_arena_new();
        jx_text out = jx_text_in(arena);
        mallocs_left = left;
        done = write_report(row, &sample, arena, &out);
        mallocs_left = SIZE_MAX;
        assert_true(!done || jx_str_equal(jx_text_str(&out), jx_text_str(&whole)));
        assert_true(!done || left > 0);
        jx_arena_free(arena);
    }
    jx_arena_free(whole_arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, rows, runs_out);
    return jx_rows_run(&all, "report_memory");
}

// SPDX-License-Identifier: MIT
#include "support/sample_report.h"

#include "report/report.h"
#include "support/golden.h"
#include "support/jx_test.h"
#include "support/pdf_text.h"

static void write_batch(jx_text *out,
                        jx_arena *arena,
                        const jx_sample_report *row,
                        const jx_sample *samples,
                        size_t count)
{
    const jx_table *tables[JX_SAMPLE_CARDS];
    size_t table_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (samples[i].card.table != NULL) {
            tables[table_count++] = samples[i].card.table;
        }
    }
    jx_error err = JX_ERROR(row->lang);
    jx_report report = {
        .reporter = jx_reporter_find(row->format, row->batch ? JX_FOR_BATCH : JX_FOR_ONE),
        .out = out,
        .lang = row->lang,
        .colour = row->colour,
        .single = !row->batch,
        .tables = tables,
        .table_count = table_count,
        .drawer = &jx_pdf_text_drawer,
    };
    assert_non_null(report.reporter);
    assert_int_equal(jx_report_begin(&report, arena, &err), JX_OK);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(jx_report_add(&report, &samples[i].card, &err), JX_OK);
    }
    assert_int_equal(jx_report_end(&report, &err), JX_OK);
    assert_int_equal(report.added, count);
}

jx_str jx_sample_report_write(jx_arena *arena, const jx_sample_report *report)
{
    jx_sample *samples = jx_arena_array(arena, JX_SAMPLE_CARDS, sizeof *samples);
    jx_text out = jx_text_in(arena);
    size_t count = 0;
    assert_non_null(samples);
    while (count < JX_SAMPLE_CARDS && report->cards[count] != NULL) {
        report->cards[count](&samples[count]);
        count++;
    }
    if (strcmp(report->format, "explain") == 0) {
        jx_explain(&out, &samples[0].card, JX_STR_NONE, report->lang, report->colour);
    } else {
        write_batch(&out, arena, report, samples, count);
    }
    assert_false(out.failed);
    return jx_text_str(&out);
}

void jx_sample_report_test(void **state)
{
    const jx_sample_report *row = *state;
    jx_arena *arena = jx_arena_new();
    assert_non_null(arena);
    jx_expect_golden(jx_sample_report_write(arena, row), row->golden);
    jx_arena_free(arena);
}

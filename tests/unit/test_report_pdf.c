// SPDX-License-Identifier: MIT
// What stands on the pages of a printed form, whoever draws them; and what becomes of a drawer's faults.
#include "report/pdf_module.h"
#include "report/report.h"
#include "support/jx_rows.h"
#include "support/sample_report.h"

#include <signal.h>

#define GOLDEN(file) "golden/report/" file

static const jx_sample_report reports[] = {
    {"says what a scored project earned and why",
     "pdf",
     JX_ZH,
     false,
     false,
     {jx_sample_scored},
     GOLDEN("pdf-scored.zh")},
    {"says in English what is missing, cut and rescaled",
     "pdf",
     JX_EN,
     false,
     false,
     {jx_sample_incomplete},
     GOLDEN("pdf-incomplete.en")},
    {"says what scripts took and noted",
     "pdf",
     JX_ZH,
     false,
     false,
     {jx_sample_scripted},
     GOLDEN("pdf-scripted.zh")},
    {"says which indicator could not be scored, and gives no total",
     "pdf",
     JX_ZH,
     false,
     false,
     {jx_sample_faulty},
     GOLDEN("pdf-faulty.zh")},
    {"makes control characters visible",
     "pdf",
     JX_EN,
     false,
     false,
     {jx_sample_hostile},
     GOLDEN("pdf-hostile.en")},
    {"shows a project whose rows could not be read",
     "pdf",
     JX_ZH,
     false,
     false,
     {jx_sample_unreadable},
     GOLDEN("pdf-unreadable.zh")},
    {"shows rows that belong to no project",
     "pdf",
     JX_ZH,
     false,
     false,
     {jx_sample_unknown},
     GOLDEN("pdf-unknown.zh")},
};

// --------------------------------------------------------------------------------------------- faults

static jx_status refuse(const void *user,
                        const jx_pdf_document *document,
                        const jx_apart_sink *sink,
                        jx_error *err)
{
    (void)document;
    (void)jx_apart_write(sink, "half", 4);
    return jx_fail(err, NULL, JX_MESSAGE_PDF_FONT, jx_str_of(user));
}

static jx_status crash(const void *user,
                       const jx_pdf_document *document,
                       const jx_apart_sink *sink,
                       jx_error *err)
{
    (void)user;
    (void)document;
    (void)sink;
    (void)err;
    (void)raise(SIGTRAP);
    return JX_OK;
}

static const jx_drawer refusing = {.draw = refuse, .user = "Noto"};
static const jx_drawer crashing = {.draw = crash};

static const struct fault_row {
    const char *name;
    const jx_drawer *drawer;
    jx_message message;
} faults[] = {
    {"passes on why nothing was drawn", &refusing, JX_MESSAGE_PDF_FONT},
    {"outlives a drawer that ends its process", &crashing, JX_MESSAGE_PDF_CRASHED},
    {"says what to install where nobody draws", NULL, JX_MESSAGE_PDF_ABSENT},
};

static void fails(void **state)
{
    const struct fault_row *row = *state;
    static jx_sample sample;
    jx_sample_scored(&sample);
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    const jx_table *tables[] = {&sample.table};
    jx_report report = {
        .reporter = jx_reporter_find("pdf", JX_FOR_ONE),
        .out = &out,
        .single = true,
        .tables = tables,
        .table_count = 1,
        .drawer = row->drawer,
    };
    assert_int_equal(jx_report_begin(&report, arena, &err), JX_OK);
    assert_int_equal(jx_report_add(&report, &sample.card, &err), JX_OK);
    const jx_status status = jx_report_end(&report, &err);
    assert_int_equal(err.message, row->message);
    assert_int_equal(status, jx_message_find(row->message)->status);
    jx_arena_free(arena);
}

static void serves_one_only(void **state)
{
    (void)state;
    assert_null(jx_reporter_find("pdf", JX_FOR_BATCH));
    assert_true(jx_reporter_find("pdf", JX_FOR_ONE)->binary);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, reports, jx_sample_report_test);
    JX_ROWS(&all, faults, fails);
    jx_rows_add_one(&all, "serves one scorecard, and is not for terminals", serves_one_only, NULL);
    return jx_rows_run(&all, "report_pdf");
}

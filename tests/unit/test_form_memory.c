// SPDX-License-Identifier: MIT
// Whichever allocation fails while a form is made, its maker says so, and what is whole is the same as ever.
#include "form/page.h"
#include "read/read_project.h"
#include "support/failing_memory.h"
#include "support/jx_rows.h"

#define PROJECT JX_TEST_SOURCE_DIR "/conf/examples/veto/project.ini"

// What stands before memory runs short.
typedef struct ground {
    jx_arena *arena;
    jx_registry *registry;
    jx_plan *plan;
} ground;

static void begin(ground *at)
{
    const jx_project *project = NULL;
    at->arena = jx_arena_new();
    assert_non_null(at->arena);
    jx_faults *faults = jx_arena_alloc(at->arena, sizeof *faults);
    assert_non_null(faults);
    jx_faults_init(faults, JX_EN);
    assert_int_equal(jx_registry_load(JX_TEST_PLUGIN_DIR, &jx_usual_trust, faults, &at->registry),
                     JX_OK);
    const jx_plan_sources sources = {.registry = at->registry,
                                     .script_path = JX_TEST_SOURCE_DIR "/scripts",
                                     .limits = jx_usual_settings.scripts};
    assert_int_equal(jx_read_project(at->arena, PROJECT, faults, &project), JX_OK);
    assert_int_equal(jx_plan_build(at->arena, project, &sources, faults, &at->plan), JX_OK);
}

static void end(ground *at)
{
    jx_plan_free(at->plan);
    jx_registry_free(at->registry);
    jx_arena_free(at->arena);
}

static const struct form_row {
    const char *name;
    bool workbook;
    bool more_fail; // all behind the first one that does
} rows[] = {
    {"a workbook, one allocation fails", true, false},
    {"a workbook, all fail from one on", true, true},
    {"a CSV, one allocation fails", false, false},
    {"a CSV, all fail from one on", false, true},
};

static jx_status write_form(const struct form_row *row, const jx_plan *plan, jx_text *out)
{
    jx_form form;
    jx_error err = JX_ERROR(JX_EN);
    jx_status status = jx_form_make(out->arena, plan, JX_ZH, &form, &err);
    if (status == JX_OK && row->workbook) {
        status = jx_form_add_workbook(out, &form, 1, JX_ZH, &err);
    } else if (status == JX_OK) {
        jx_form_add_csv(out, &form, 1, JX_ZH);
    }
    return status == JX_OK && out->failed ? JX_ESYSTEM : status;
}

static void runs_out(void **state)
{
    const struct form_row *row = *state;
    ground at = {.arena = NULL};
    begin(&at);
    jx_arena *whole_arena = jx_arena_new();
    jx_text whole = jx_text_in(whole_arena);
    assert_int_equal(write_form(row, at.plan, &whole), JX_OK);
    assert_true(whole.size > 0);
    more_fail = row->more_fail;
    jx_status status = JX_ESYSTEM;
    size_t left = 0;
    for (; status != JX_OK; left++) {
        jx_arena *arena = jx_arena_new();
        jx_text out = jx_text_in(arena);
        mallocs_left = left;
        status = write_form(row, at.plan, &out);
        mallocs_left = SIZE_MAX;
        assert_true(status == JX_OK || status == JX_ESYSTEM);
        assert_true(status != JX_OK || jx_str_equal(jx_text_str(&out), jx_text_str(&whole)));
        jx_arena_free(arena);
    }
    assert_true(left > 20);
    jx_arena_free(whole_arena);
    end(&at);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, runs_out);
    return jx_rows_run(&all, "form_memory");
}

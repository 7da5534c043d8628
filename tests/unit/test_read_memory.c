// SPDX-License-Identifier: MIT
// Whichever allocation fails while a file is read, be it
// the only one, the reader says so and gives everything back.
#include "read/read_actuals.h"
#include "read/read_project.h"
#include "read/read_settings.h"
#include "support/failing_memory.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"
#include "support/sample_actuals.h"

#define PATH "a.txt"

enum { ROWS = 3000 };

static jx_status read_project(void)
{
    jx_arena *arena = jx_arena_new();
    const jx_project *project = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    const jx_status status =
        arena == NULL ? JX_ESYSTEM : jx_read_project(arena, PATH, &faults, &project);
    if (status == JX_OK) {
        assert_int_equal(project->indicator_count, 10);
    } else if (arena != NULL) {
        assert_int_equal(faults.count, 1);
        assert_int_equal(faults.shown[0].message, JX_MESSAGE_MEMORY);
    }
    jx_arena_free(arena);
    return status;
}

static jx_status read_settings(void)
{
    jx_arena *arena = jx_arena_new();
    jx_settings settings = {.pin_count = 7};
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    const jx_status status =
        arena == NULL ? JX_ESYSTEM : jx_read_settings(arena, PATH, &faults, &settings);
    assert_int_equal(settings.pin_count, status == JX_OK ? 1 : 7);
    if (status == JX_ESYSTEM && arena != NULL) {
        assert_int_equal(faults.count, 1);
        assert_int_equal(faults.shown[0].message, JX_MESSAGE_MEMORY);
    }
    jx_arena_free(arena);
    return status;
}

static jx_status read_actuals(size_t *ret_rows)
{
    jx_actuals *actuals = NULL;
    jx_error err = JX_ERROR(JX_EN);
    jx_status status = jx_actuals_open(PATH, JX_ENCODING_DETECT, sample_sheets, 2, &actuals, &err);
    for (bool more = status == JX_OK; more;) {
        jx_observations observations;
        status = jx_actuals_next(actuals, &observations, &more, &err);
        more = more && status == JX_OK;
        *ret_rows += more;
    }
    if (status != JX_OK) {
        assert_int_equal(err.message, JX_MESSAGE_MEMORY);
    }
    jx_actuals_close(actuals);
    return status;
}

static void test_project(void **state)
{
    (void)state;
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    fputs("[project]\nid = a\n", file);
    for (int i = 0; i < 10; i++) {
        fprintf(file, "[indicator i%d]\n", i);
        for (int key = 0; key < 10; key++) {
            fprintf(file, "k%d = a\n  b\n", key);
        }
    }
    assert_int_equal(fclose(file), 0);
    for (int round = 0; round < 2; round++) {
        jx_status status = JX_ESYSTEM;
        size_t allowed = 0;
        more_fail = round == 1;
        for (; status != JX_OK; allowed++) {
            mallocs_left = allowed;
            status = read_project();
            mallocs_left = SIZE_MAX;
            assert_true(status == JX_OK || status == JX_ESYSTEM);
        }
        assert_in_range(allowed, 100, 10000);
    }
}

static void test_settings(void **state)
{
    (void)state;
    jx_folder_put_text(
        PATH, "[scripts]\nmemory = 64\n[paths]\nplugins = a:/b:\n[plugins]\n"
              "output = sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n");
    for (int round = 0; round < 2; round++) {
        jx_status status = JX_ESYSTEM;
        size_t allowed = 0;
        more_fail = round == 1;
        for (; status != JX_OK; allowed++) {
            mallocs_left = allowed;
            status = read_settings();
            mallocs_left = SIZE_MAX;
            assert_true(status == JX_OK || status == JX_ESYSTEM);
        }
        assert_in_range(allowed, 15, 10000);
    }
}

static void fail_from(size_t rows, size_t least)
{
    jx_status status = JX_ESYSTEM;
    size_t allowed = 0;
    for (; status != JX_OK; allowed++) {
        size_t found = 0;
        mallocs_left = allowed;
        status = read_actuals(&found);
        mallocs_left = SIZE_MAX;
        assert_true(status == JX_OK || status == JX_ESYSTEM);
        assert_int_equal(status == JX_OK, found == rows);
    }
    assert_in_range(allowed, least, 10000);
}

// Every allocation that is made for `rows` rows fails once, alone and with all that follow.
static void fail_each(size_t rows, size_t least)
{
    more_fail = false;
    fail_from(rows, least);
    more_fail = true;
    fail_from(rows, least);
}

static void test_wide(void **state)
{
    (void)state;
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    fputs("project,firms,tax\n", file);
    for (int i = 0; i < ROWS; i++) {
        fprintf(file, "dev-2024/%d,1,\n", i * 7919 % ROWS);
    }
    assert_int_equal(fclose(file), 0);
    fail_each(ROWS, 20);
}

static void test_long(void **state)
{
    (void)state;
    jx_folder_put_text(PATH, "project,indicator,actual\ndev-2024,firms,1\ndev-2024,started,2\n"
                             "chain-2024,taxes,3\n");
    fail_each(2, 25);
}

static void test_gb18030(void **state)
{
    (void)state;
    jx_folder_put_text(PATH, "project,firms\ndev-2024/\xBC\xD7,1\n");
    fail_each(1, 20);
}

static void test_unknown_column(void **state)
{
    (void)state;
    jx_folder_put_text(PATH, "project,frims\n");
    for (size_t allowed = 0; allowed < 100; allowed++) {
        jx_actuals *actuals = NULL;
        jx_error err = JX_ERROR(JX_EN);
        mallocs_left = allowed;
        const jx_status status =
            jx_actuals_open(PATH, JX_ENCODING_DETECT, sample_sheets, 2, &actuals, &err);
        mallocs_left = SIZE_MAX;
        assert_true(status == JX_ESYSTEM || status == JX_EDATA);
    }
}

int main(void)
{
    static const struct {
        const char *name;
        CMUnitTestFunction run;
    } tests[] = {
        {"says so wherever memory runs out for a project file", test_project},
        {"says so wherever memory runs out for settings", test_settings},
        {"says so wherever memory runs out for wide actuals", test_wide},
        {"says so wherever memory runs out for long actuals", test_long},
        {"says so wherever memory runs out for GB18030", test_gb18030},
        {"refuses unknown columns wherever memory runs out", test_unknown_column},
    };
    static jx_rows all;
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, NULL);
        all.tests[i].setup_func = jx_folder_enter;
        all.tests[i].teardown_func = jx_folder_leave;
    }
    return jx_rows_run(&all, "read_memory");
}

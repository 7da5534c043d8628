// SPDX-License-Identifier: MIT
// Whichever allocation fails while cases are read, scored and
// told of, be it the only one, `jixiao test` says so and writes nothing.
#include "base/file.h"
#include "cli/command.h"
#include "cli/session.h"
#include "support/failing_memory.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#define GOLDEN JX_TEST_SOURCE_DIR "/tests/golden/"
#define REPORT "report.txt"

static char project[] = GOLDEN "test-failing/p.ini";
static char scripts[] = GOLDEN "test-scripts-holes/p.ini";
static char folder[] = GOLDEN "test-holes";

static jx_options options_for(char *const *operand)
{
    return (jx_options){
        .plugin_path = JX_TEST_PLUGIN_DIR,
        .script_path = JX_TEST_SOURCE_DIR "/scripts",
        .output = REPORT,
        .coverage = true,
        .message_lang = JX_EN,
        .operands = operand,
        .operand_count = 1,
    };
}

// How many allocations are made before any cases are opened.
static size_t count_session(const jx_options *options)
{
    jx_session session;
    mallocs = 0;
    assert_int_equal(jx_session_open(&session, options, 1), JX_OK);
    jx_session_close(&session);
    return mallocs;
}

static jx_str run_with(jx_folder *at, const jx_options *options, size_t allocations, int *ret_code)
{
    jx_str report = JX_STR("");
    jx_error err = JX_ERROR(JX_EN);
    (void)remove(REPORT);
    malloc_failed = false;
    mallocs_left = allocations;
    *ret_code = jx_command_test.run(options, &err);
    mallocs_left = SIZE_MAX;
    *ret_code = err.status == JX_OK ? *ret_code : -err.status;
    if (access(REPORT, F_OK) == 0) {
        assert_int_equal(jx_file_read(at->arena, REPORT, SIZE_MAX, JX_EDATA, &report, &at->err),
                         JX_OK);
    }
    return report;
}

static void fail_each(jx_folder *at, char *operand, int expected)
{
    char *const operands[] = {operand};
    const jx_options options = options_for(operands);
    const size_t first = count_session(&options);
    int code = 0;
    const jx_str whole = run_with(at, &options, SIZE_MAX, &code);
    assert_int_equal(code, expected);
    assert_true(whole.size > 100);
    size_t allocations = first;
    for (bool enough = false; !enough; allocations++) {
        const jx_str report = run_with(at, &options, allocations, &code);
        enough = !malloc_failed;
        assert_int_equal(code, enough ? expected : 5);
        assert_true(!enough || jx_str_equal(report, whole));
    }
    assert_in_range(allocations - first, 50, 20000);
}

static void fails_each(jx_folder *at, char *operand, int expected)
{
    more_fail = false;
    fail_each(at, operand, expected);
    more_fail = true;
    fail_each(at, operand, expected);
}

static void test_failing(void **state)
{
    fails_each(*state, project, 1);
}

static void test_holes(void **state)
{
    fails_each(*state, folder, 0);
}

static void test_scripts(void **state)
{
    fails_each(*state, scripts, 1);
}

int main(void)
{
    static jx_rows all;
    if (freopen("/dev/null", "w", stderr) == NULL) { // what is said each time
        return 1;
    }
    jx_rows_add_one(&all, "says so wherever memory runs out for cases that fail", test_failing,
                    NULL);
    jx_rows_add_one(&all, "says so wherever memory runs out for coverage", test_holes, NULL);
    jx_rows_add_one(&all, "says so wherever memory runs out for scripts", test_scripts, NULL);
    for (size_t i = 0; i < all.count; i++) {
        all.tests[i].setup_func = jx_folder_enter;
        all.tests[i].teardown_func = jx_folder_leave;
    }
    return jx_rows_run(&all, "test_memory");
}

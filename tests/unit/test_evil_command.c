// SPDX-License-Identifier: MIT
// The hostile scripts of tests/evil as a user meets them: three projects in a batch, the one in the middle under attack.
#include "support/evil_files.h"
#include "support/jx_command.h"
#include "support/jx_fast.h"
#include "support/jx_folder.h"

#include <inttypes.h>
#include <sys/resource.h>

enum { MILLISECONDS = 100, MEMORY_KIB = 4096, OTHER_KIB = 2048 };

// The most that a script took, for whoever reads along.
static int64_t slowest_time;
static const char *slowest_name = "none";

// Milliseconds of processor time that the children took, and the most memory that one of them had.
static int64_t children_time(long *ret_most)
{
    struct rusage used;
    assert_int_equal(getrusage(RUSAGE_CHILDREN, &used), 0);
    *ret_most = used.ru_maxrss;
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * (int64_t)1000 +
           (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
}

static void put_settings(const jx_evil *evil)
{
    char settings[64];
    snprintf(settings, sizeof settings, "[scripts]\nmilliseconds = %" PRIu64 "\n",
             jx_evil_time(evil));
    jx_folder_put_text("jixiao.ini", settings);
}

static void put_actuals(const jx_evil *evil)
{
    if (evil->of_project) {
        jx_folder_put_text("actuals.csv", "project,it,evil,project.go\ndemo/a,27,27,no\n"
                                          "demo/b,27,27,yes\ndemo/c,27,27,no\n");
    } else {
        jx_folder_put_text("actuals.csv",
                           "project,it,evil\ndemo/a,27,n/a\ndemo/b,27,27\ndemo/c,27,n/a\n");
    }
}

static void run(const char *scripts, jx_ran *ret)
{
    char arguments[JX_FOLDER_PATH * 2];
    snprintf(
        arguments, sizeof arguments,
        "batch project.ini --actuals actuals.csv --quiet --lang en --script-path '%s:%s' --settings jixiao.ini",
        scripts, JX_WITNESS_PATH);
    jx_command_run(".", arguments, ret);
}

// The rows of the first and the last project differ in their names only.
static void expect_rows(const char *out)
{
    const char *first = strstr(out, "demo/a,");
    const char *last = strstr(out, "demo/c,");
    assert_non_null(first);
    assert_non_null(last);
    assert_non_null(strstr(first, ",scored,"));
    size_t size = strcspn(first, "\n") - strlen("demo/a");
    assert_memory_equal(first + strlen("demo/a"), last + strlen("demo/c"), size + 1);
}

// Quotes stand doubled in CSV.
static void undouble_quotes(char *text)
{
    char *to = text;
    for (const char *at = text; *at != '\0'; at++) {
        *to++ = *at;
        at += at[0] == '"' && at[1] == '"';
    }
    *to = '\0';
}

// The message is in the row of its project; of a script that cannot even be read, in one line on standard error.
static void expect_message(const jx_evil *evil, jx_ran *ran)
{
    if (ran->out[0] == '\0') {
        assert_non_null(strstr(ran->err, evil->expect));
        assert_string_equal(strchr(ran->err, '\n'), "\n");
        return;
    }
    assert_string_equal(ran->err, "");
    expect_rows(ran->out);
    undouble_quotes(ran->out);
    char *row = strstr(ran->out, "demo/b,");
    assert_non_null(row);
    row[strcspn(row, "\n")] = '\0';
    assert_non_null(strstr(row, ",error,"));
    if (strstr(row, evil->expect) == NULL) {
        fail_msg("expected \"%s\" in: %s", evil->expect, row);
    }
}

static void test_evil(void **state)
{
    static jx_ran ran;
    const jx_evil *evil = *state;
    long most = 0;
    jx_folder *folder = NULL;
    assert_int_equal(jx_folder_enter((void **)&folder), 0);
    put_settings(evil);
    put_actuals(evil);
    jx_folder_put_text("project.ini", jx_evil_project(folder->arena, evil));
    long most_before = 0;
    int64_t before = children_time(&most_before);
    run(JX_EVIL_FOLDER, &ran);
    int64_t taken = children_time(&most) - before;
    if (taken > slowest_time) {
        slowest_time = taken;
        slowest_name = evil->name;
    }
    assert_int_equal(ran.code, 4);
    expect_message(evil, &ran);
    if (JX_IS_FAST) {
        assert_in_range(taken, 0, MILLISECONDS - 1);
        assert_in_range(most, 0, most_before + MEMORY_KIB + OTHER_KIB);
    }
    unlink(".out");
    unlink(".err");
    assert_int_equal(jx_folder_leave((void **)&folder), 0);
}

// A script that does nothing is what the others are measured by: it runs first.
static void test_clean(void **state)
{
    (void)state;
    static jx_ran ran;
    static const jx_evil clean = {.name = "clean.lua"};
    jx_folder *folder = NULL;
    assert_int_equal(jx_folder_enter((void **)&folder), 0);
    put_settings(&clean);
    put_actuals(&clean);
    jx_folder_put_text("project.ini", jx_evil_project(folder->arena, &clean));
    jx_folder_put_text("clean.lua", "return function() end\n");
    run(".", &ran);
    assert_int_equal(ran.code, 0);
    assert_string_equal(ran.err, "");
    expect_rows(ran.out);
    unlink(".out");
    unlink(".err");
    assert_int_equal(jx_folder_leave((void **)&folder), 0);
}

int main(void)
{
    static jx_evil_files files;
    jx_rows all = {.count = 0};
    jx_arena *arena = jx_arena_new();
    jx_evil_list(arena, &files);
    jx_rows_add_one(&all, "a script that does nothing", test_clean, NULL);
    jx_rows_add_all(&all, files.rows, files.count, sizeof files.rows[0], test_evil);
    int failed = jx_rows_run(&all, "evil_command");
    printf("%zu scripts, the slowest %s: %lld ms of processor time for the whole command\n",
           files.count, slowest_name, (long long)slowest_time);
    jx_arena_free(arena);
    return failed;
}

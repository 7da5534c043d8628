// SPDX-License-Identifier: MIT
// What a plugin does to its process costs the one project that was being scored.
#include "base/sanitized.h"
#include "support/jx_command.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#include <stdio.h>

enum { TEXT = 4096, MANY = 3000, EVERY = 30 };

static const char project[] = "[project]\nid = demo\nname = 示例\nyear = 2024\n"
                              "[indicator it]\ncategory = reckless\nname = 试\ntarget = calm\n"
                              "weight = 100\n";

static const struct row {
    const char *name;
    const char *deed;
    const char *says;
    bool walled; // where sanitizers leave no wall up there is nothing to see
} rows[] = {
    {"names a crash", "crash",
     "crashed the process that scored this project (SIGSEGV; it had 64 MiB", false},
    {"names a stack that is used up", "stack", "(SIGSEGV; it had 64 MiB", false},
    {"names an abort", "abort", "(SIGABRT; it had 64 MiB", false},
    {"names a division by zero", "division", "(SIGFPE; it had 64 MiB", false},
    {"names an endless loop", "loop", "scoring took more than 300 milliseconds", false},
    {"names an end", "exit", "ended the process that scored this project (exit code 3)", false},
    {"names an end that looks like success", "end", "(exit code 0)", false},
    {"names memory that runs out by small blocks", "memory", "(SIGSEGV; it had 64 MiB", true},
    {"names memory that runs out by huge blocks", "huge", "(SIGSEGV; it had 64 MiB", true},
    {"lets the line to the parent not be closed", "close",
     "asked the system for what scoring may not do", true},
    {"lets no file be opened", "file", "asked the system for what scoring may not do", true},
    {"lets no network be reached", "network", "asked the system for what scoring may not do", true},
    {"lets no process be started", "fork", "asked the system for what scoring may not do", true},
    {"lets no process be killed", "killed", "asked the system for what scoring may not do", true},
};

static void put_files(void)
{
    jx_folder_put_text("p.ini", project);
    jx_folder_put_text("jixiao.ini", "[workers]\nmilliseconds = 300\nmemory = 64\n");
}

static void run(const char *more, jx_ran *ret)
{
    char arguments[2 * TEXT];
    snprintf(arguments, sizeof arguments,
             "batch p.ini %s --settings jixiao.ini --plugin-path "
             "'" JX_TEST_BUILD_DIR "/tests/reckless:' %s",
             strstr(more, "--actuals") == NULL ? "--actuals a.csv" : "", more);
    jx_command_run(".", arguments, ret);
}

static void expect_lines(const char *out, const char *lines)
{
    for (jx_str rest = jx_str_of(lines); rest.data != NULL;) {
        const jx_str line = jx_str_next(&rest, '\n');
        char expected[TEXT];
        snprintf(expected, sizeof expected, "\n%.*s\n", (int)line.size, line.data);
        if (strstr(out, expected) == NULL) {
            print_error("expected the line %s in\n%s", expected, out);
        }
        assert_non_null(strstr(out, expected));
    }
}

static void test_row(void **state)
{
    const struct row *row = *state;
    char actuals[TEXT];
    static jx_ran one;
    static jx_ran three;
    if (row->walled && JIXIAO_SANITIZED) {
        print_message("sanitizers leave no wall up\n");
        skip();
    }
    put_files();
    snprintf(actuals, sizeof actuals, "project,it\na,calm\nb,%s\nc,calm\nd,%s\ne,calm\n", row->deed,
             row->deed);
    jx_folder_put_text("a.csv", actuals);
    run("-j 1", &one);
    run("-j 3", &three);
    assert_int_equal(one.code, 4);
    assert_string_equal(one.out, three.out);
    expect_lines(one.out, "a,100.00,100.00,优,scored,\nc,100.00,100.00,优,scored,\n"
                          "e,100.00,100.00,优,scored,");
    char expected[TEXT];
    const char *at = strstr(one.out, "\nb,");
    assert_non_null(at);
    assert_non_null(strstr(at, row->says));
    snprintf(expected, sizeof expected, "a.csv:5: project d: ");
    at = strstr(one.out, expected);
    assert_non_null(at);
    assert_non_null(strstr(at, row->says));
}

// What it prints is no part of the results.
static void test_print(void **state)
{
    (void)state;
    static jx_ran ran;
    put_files();
    jx_folder_put_text("a.csv", "project,it\na,print\n");
    run("", &ran);
    assert_int_equal(ran.code, 0);
    assert_string_equal(ran.out,
                        "project,it,total,grade,status,error\na,100.00,100.00,优,scored,\n");
    assert_non_null(strstr(ran.err, "not,a,row\n"));
    assert_non_null(strstr(ran.err, "nor this\n"));
}

// Many crashes, so many that they lie in one part, and names that came before: all in their places.
static void test_many(void **state)
{
    (void)state;
    static jx_ran ran;
    put_files();
    FILE *file = fopen("a.csv", "w");
    assert_non_null(file);
    fputs("project,it\n", file);
    for (int i = 0; i < MANY; i++) {
        fprintf(file, "p%d,%s\n", i % EVERY == 2 ? i - 1 : i, i % EVERY == 7 ? "crash" : "calm");
    }
    fclose(file);
    run("-j 2 -o out.csv", &ran);
    assert_int_equal(ran.code, 4);
    FILE *out = fopen("out.csv", "r");
    assert_non_null(out);
    char line[TEXT];
    assert_non_null(fgets(line, sizeof line, out));
    for (int i = 0; i < MANY; i++) {
        char start[TEXT];
        assert_non_null(fgets(line, sizeof line, out));
        snprintf(start, sizeof start, "p%d,", i % EVERY == 2 ? i - 1 : i);
        assert_memory_equal(line, start, strlen(start));
        const char *says = i % EVERY == 2   ? "found a row of it before"
                           : i % EVERY == 7 ? "SIGSEGV"
                                            : "scored,\n";
        if (strstr(line, says) == NULL) {
            print_error("expected %s in %s", says, line);
        }
        assert_non_null(strstr(line, says));
    }
    fclose(out);
}

// A script may have more than the worker around it.
static void test_memory(void **state)
{
    (void)state;
    static jx_ran ran;
    if (JIXIAO_SANITIZED) {
        print_message("sanitizers leave no wall up\n");
        skip();
    }
    jx_folder_put_text("p.ini", "[project]\nid = demo\nname = 示例\n[indicator it]\n"
                                "category = output\nname = 试\ntarget = 1\nweight = 100\n"
                                "script = big.lua\n");
    jx_folder_put_text("big.lua", "return { run = function(ctx)\n  local t = {}\n"
                                  "  for i = 1, 4000000 do t[i] = i end\nend }\n");
    jx_folder_put_text("jixiao.ini", "[scripts]\nmemory = 1000000\ninstructions = 100000000\n"
                                     "milliseconds = 20000\n[workers]\nmemory = 32\n"
                                     "milliseconds = 60000\n");
    jx_folder_put_text("a.csv", "project,it\na,1\n");
    run("", &ran);
    assert_int_equal(ran.code, 4);
    assert_non_null(strstr(ran.out, "a.csv:2: project a: scoring took more than 32 MiB of memory"));
}

// What a project leaves behind in its process is not laid to those that come after it.
static void test_hoard(void **state)
{
    (void)state;
    static jx_ran ran;
    if (JIXIAO_SANITIZED) {
        print_message("sanitizers leave no wall up\n");
        skip();
    }
    jx_folder_put_text("p.ini", "[project]\nid = demo\nname = 示例\nyear = 2024\n"
                                "[indicator it]\ncategory = reckless\nname = 试\ntarget = calm\n"
                                "weight = 100\nscript = some.lua\n");
    jx_folder_put_text("some.lua", "return { run = function(ctx)\n  local t = {}\n"
                                   "  for i = 1, 2000000 do t[i] = i end\nend }\n");
    jx_folder_put_text("jixiao.ini", "[scripts]\nmemory = 1000000\ninstructions = 100000000\n"
                                     "milliseconds = 20000\n[workers]\nmemory = 64\n"
                                     "milliseconds = 60000\n");
    jx_folder_put_text("a.csv", "project,it\na,hoard\nb,calm\nc,calm\nd,calm\n");
    run("-j 1", &ran);
    assert_int_equal(ran.code, 4);
    expect_lines(ran.out, "b,100.00,100.00,优,scored,\nc,100.00,100.00,优,scored,\n"
                          "d,100.00,100.00,优,scored,");
    assert_non_null(strstr(ran.out, "a.csv:2: project a: scoring took more than 64 MiB of memory"));
}

// What was exported may be nothing at all.
static void test_nothing(void **state)
{
    (void)state;
    static jx_ran ran;
    put_files();
    jx_folder_put_text("a.csv", "project,it\n");
    run("", &ran);
    assert_int_equal(ran.code, 1);
    assert_non_null(strstr(ran.err, "the actuals have no rows of projects\n"));
    jx_folder_put_text("a.csv", "project,it\na,calm\n");
    run("", &ran);
    assert_null(strstr(ran.err, "no rows"));
}

// After a crash in a later file its columns are those that hold.
static void test_columns(void **state)
{
    (void)state;
    static jx_ran one;
    static jx_ran three;
    put_files();
    jx_folder_put_text(
        "p.ini", "[project]\nid = demo\nname = 示例\nyear = 2024\n"
                 "[indicator it]\ncategory = reckless\nname = 试\ntarget = calm\nweight = 40\n"
                 "[indicator a]\ncategory = output\nname = 甲\ntarget = 0\nmethod = bands\n"
                 "bands = >=20:30, else:10\nweight = 30\n"
                 "[indicator b]\ncategory = output\nname = 乙\ntarget = 0\nmethod = bands\n"
                 "bands = >=20:30, else:10\nweight = 30\n");
    (void)mkdir("folder", 0755);
    jx_folder_put_text("folder/1.csv", "project,it,a,b\na1,calm,10,30\na2,crash,10,30\n");
    jx_folder_put_text("folder/2.csv",
                       "project,it,b,a\nb1,calm,10,30\nb2,crash,10,30\nb3,calm,10,30\n");
    run("--actuals folder -j 1", &one);
    run("--actuals folder -j 3", &three);
    assert_string_equal(one.out, three.out);
    expect_lines(one.out,
                 "a1,40.00,10.00,30.00,80.00,良,scored,\nb1,40.00,30.00,10.00,80.00,良,scored,\n"
                 "b3,40.00,30.00,10.00,80.00,良,scored,");
}

// So many names come again that what waits to be taken is another piece each time.
static void test_repeated(void **state)
{
    (void)state;
    static const char *const workers[] = {"1", "2", "40"};
    static char bytes[3][JX_COMMAND_TEXT];
    static jx_ran ran;
    put_files();
    FILE *file = fopen("a.csv", "w");
    assert_non_null(file);
    fputs("project,it\n", file);
    for (int i = 0; i < 30000; i++) {
        fprintf(file, "a project with a long name %d,calm\n", i % 3 == 2 ? i - 1 - i % 7 : i);
    }
    fclose(file);
    for (size_t i = 0; i < 3; i++) {
        char more[TEXT];
        snprintf(more, sizeof more, "-j %s --format jsonl -o out.jsonl", workers[i]);
        run(more, &ran);
        assert_int_equal(ran.code, 3);
        assert_int_equal(
            system("sha256sum <out.jsonl >sum; grep -c '\"status\":\"error\"' out.jsonl >>sum"), 0);
        FILE *sum = fopen("sum", "r");
        assert_non_null(sum);
        bytes[i][fread(bytes[i], 1, JX_COMMAND_TEXT - 1, sum)] = '\0';
        fclose(sum);
        assert_string_equal(bytes[i], bytes[0]);
    }
}

int main(void)
{
    jx_rows all = {.count = 0};
    const jx_folder_test tests[] = {
        {"sends what is printed to standard error", test_print},
        {"names each of many", test_many},
        {"names the memory that a worker has", test_memory},
        {"lays what a project leaves in its process to no other one", test_hoard},
        {"says that there are no rows", test_nothing},
        {"keeps to the columns of each file", test_columns},
        {"finds names that came before, however many", test_repeated},
    };
    JX_ROWS(&all, rows, test_row);
    return jx_folder_run(&all, tests, sizeof tests / sizeof tests[0], "batch_faults");
}

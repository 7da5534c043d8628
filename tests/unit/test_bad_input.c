// SPDX-License-Identifier: MIT
// Bad input as a user meets it: a clear line with its place, the exit code of the contract, and no partial output.
#include "support/jx_command.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

static const char good_project[] = "[project]\n"
                                   "id = demo\n"
                                   "name = 示例\n"
                                   "[indicator firms]\n"
                                   "category = output\n"
                                   "name = 企业\n"
                                   "unit = 个\n"
                                   "target = 30\n"
                                   "weight = 60\n"
                                   "method = step\n"
                                   "deduct = 2\n"
                                   "[indicator growth]\n"
                                   "category = benefit\n"
                                   "name = 增长\n"
                                   "unit = %\n"
                                   "target = 0\n"
                                   "weight = 20\n"
                                   "measure = growth\n"
                                   "method = step\n"
                                   "deduct = 1\n"
                                   "[indicator opinion]\n"
                                   "category = satisfaction\n"
                                   "name = 满意度\n"
                                   "weight = 10\n"
                                   "method = levels\n"
                                   "levels = 满意:10, 不满意:0\n"
                                   "[indicator started]\n"
                                   "category = output\n"
                                   "name = 开工\n"
                                   "measure = date\n"
                                   "target = 2024\n"
                                   "weight = 10\n"
                                   "method = threshold\n";

static const char good_actuals[] = "indicator,actual,baseline\n"
                                   "firms,27,\n"
                                   "growth,3%,\n"
                                   "opinion,满意,\n"
                                   "started,2024-05-31,\n";

typedef struct change {
    const char *name;
    const char *from; // this text of the good file is replaced…
    const char *to;
    int code;
    const char *says[4]; // what standard error contains
} change;

static const change project_rows[] = {
    {"names the nearest known key",
     "deduct = 2\n",
     "deduct = 2\ndedcut = 3\n",
     2,
     {"p.ini:12:", "\"dedcut\"", "\"deduct\""}},
    {"refuses a duplicate key",
     "target = 30\n",
     "target = 30\ntarget = 31\n",
     2,
     {"p.ini:9:", "target", "8"}},
    {"refuses a duplicate section",
     "[indicator growth]",
     "[indicator firms]",
     2,
     {"p.ini:12:", "firms", "4"}},
    {"misses a target", "target = 30\n", "", 2, {"p.ini:4:", "target is missing"}},
    {"sums the weights", "weight = 60\n", "weight = 61\n", 2, {"p.ini:", "100", "\"101\""}},
    {"suggests a category",
     "category = output\n",
     "category = outptu\n",
     2,
     {"p.ini:5:", "\"outptu\"", "\"output\""}},
    {"misses a plugin",
     "category = output\n",
     "category = heritage\n",
     4,
     {"p.ini:5:", "no plugin", "\"heritage\""}},
    {"refuses an unknown method",
     "method = step\n",
     "method = setp\n",
     2,
     {"p.ini:10:", "\"setp\"", "\"step\""}},
    {"refuses a key of another method",
     "deduct = 2\n",
     "deduct = 2\npass = 60%\n",
     2,
     {"p.ini:12:", "\"pass\"", "proportion"}},
    {"refuses a rule without method",
     "measure = date\ntarget = 2024\nweight = 10\nmethod = threshold\n",
     "measure = date\ntarget = 2024\nweight = 10\nrule = 酌情扣分\n",
     2,
     {"p.ini:33:", "rule", "method"}},
    {"refuses invalid UTF-8", "name = 企业", "name = \xff\xfe", 2, {"p.ini:6:", "UTF-8"}},
};

static const change actuals_rows[] = {
    {"refuses a level that is not listed",
     "opinion,满意",
     "opinion,很好",
     3,
     {"a.csv:4:", "opinion", "满意", "很好"}},
    {"refuses a count of 2.5",
     "firms,27",
     "firms,2.5",
     3,
     {"a.csv:2:", "firms", "whole number", "2.5"}},
    {"refuses a negative count",
     "firms,27",
     "firms,-1",
     3,
     {"a.csv:2:", "firms", "at least 0", "-1"}},
    {"refuses a date that does not exist",
     "2024-05-31",
     "2024-02-30",
     3,
     {"a.csv:5:", "started", "no such date", "2024-02-30"}},
    {"refuses a growth without % and baseline",
     "growth,3%,",
     "growth,3,",
     3,
     {"a.csv:3:", "growth", "%", "baseline"}},
    {"refuses a baseline of 0", "growth,3%,", "growth,3,0", 3, {"a.csv:3:", "growth", "above 0"}},
    {"refuses an unknown indicator", "opinion,", "opinoin,", 3, {"a.csv:4:", "opinoin", "opinion"}},
    {"refuses an unknown column",
     "baseline\n",
     "baseine\n",
     3,
     {"a.csv:1:", "baseine", "baseline"}},
    {"refuses a row too short", "firms,27,\n", "firms,27\n", 3, {"a.csv:2:", "3", "2"}},
    {"refuses bytes of no encoding", "opinion,满意", "opinion,\xff\xff", 3, {"a.csv:4:", "UTF-8"}},
    {"refuses an open quote", "opinion,满意", "opinion,\"满意", 3, {"a.csv:4:", "quot"}},
    {"refuses n/a where nothing is rescaled",
     "firms,27",
     "firms,n/a",
     3,
     {"a.csv:2:", "firms", "rescale"}},
    {"refuses words for a number",
     "firms,27",
     "firms,about thirty",
     3,
     {"a.csv:2:", "firms", "about thirty"}},
    {"shows no control characters",
     "firms,27",
     "firms,\x1b[31mred",
     3,
     {"a.csv:2:", "firms", "\\x1b"}},
};

// The good text with `from` replaced by `to`, in a buffer of the test's.
static jx_str changed(const char *good, const change *row, char *buffer, size_t size)
{
    const char *at = strstr(good, row->from);
    assert_non_null(at);
    int written =
        snprintf(buffer, size, "%.*s%s%s", (int)(at - good), good, row->to, at + strlen(row->from));
    assert_in_range(written, 1, size - 1);
    return (jx_str){buffer, (size_t)written};
}

static void expect_words(const jx_ran *ran, const char *const *says, size_t count)
{
    for (size_t i = 0; i < count && says[i] != NULL; i++) {
        if (strstr(ran->err, says[i]) == NULL) {
            fail_msg("expected \"%s\" in: %s", says[i], ran->err);
        }
    }
}

static void expect_refusal(const jx_scratch *scratch,
                           const char *arguments,
                           int code,
                           const char *const *says)
{
    static jx_ran ran;
    jx_command_run(scratch->folder, arguments, &ran);
    if (ran.code != code) {
        fail_msg("expected exit code %d, found %d: %s", code, ran.code, ran.err);
    }
    assert_string_equal(ran.out, "");
    expect_words(&ran, says, 4);
}

static void refuses_project(void **state)
{
    const change *row = *state;
    char path[JX_SCRATCH_PATH];
    char text[4096];
    jx_scratch scratch = jx_scratch_begin("bad-input");
    jx_scratch_write(&scratch, "p.ini", changed(good_project, row, text, sizeof text), path);
    jx_scratch_write(&scratch, "a.csv", jx_str_of(good_actuals), path);
    expect_refusal(&scratch, "score p.ini --actuals a.csv", row->code, row->says);
    expect_refusal(&scratch, "check p.ini", row->code, row->says);
    jx_scratch_end(&scratch);
}

static void refuses_actuals(void **state)
{
    const change *row = *state;
    char path[JX_SCRATCH_PATH];
    char text[4096];
    jx_scratch scratch = jx_scratch_begin("bad-input");
    jx_scratch_write(&scratch, "p.ini", jx_str_of(good_project), path);
    jx_scratch_write(&scratch, "a.csv", changed(good_actuals, row, text, sizeof text), path);
    expect_refusal(&scratch, "score p.ini --actuals a.csv", row->code, row->says);
    expect_refusal(&scratch, "explain p.ini --actuals a.csv", row->code, row->says);
    jx_scratch_end(&scratch);
}

// ------------------------------------------------------------------------------- files that are no files

typedef struct call {
    const char *name;
    const char *before; // a shell command that prepares the folder
    const char *arguments;
    int code;
    const char *says[4];
} call;

static const call call_rows[] = {
    {"says how to begin where a project has no cases",
     ":",
     "test p.ini",
     2,
     {"p.ini:", "p.cases.csv", "project,indicator,actual,points", "docs/testing-rules.md"}},
    {"refuses a folder in which no project has cases",
     "mkdir d; cp p.ini d",
     "test d",
     2,
     {"d:", "NAME.cases.csv"}},
    {"refuses a folder without cases beside one that has some",
     "mkdir d; sed s/demo/other/ p.ini >d/q.ini; printf 'indicator,actual,points\\nfirms,27,54\\n' >p.cases.csv",
     "test . d -o /dev/null",
     2,
     {"d:", "NAME.cases.csv"}},
    {"wants a project file to test", ":", "test", 2, {".ini"}},
    {"refuses a faulty project file to test",
     "sed -i s/deduct/dedcut/ p.ini; printf 'indicator,actual,points\\nfirms,27,54\\n' >p.cases.csv",
     "test p.ini",
     2,
     {"p.ini:", "\"dedcut\""}},
    {"refuses cases that are empty", ": >p.cases.csv", "test p.ini", 3, {"p.cases.csv:", "empty"}},
    {"refuses cases that are a folder",
     "mkdir p.cases.csv",
     "test p.ini",
     3,
     {"p.cases.csv:", "directory"}},
    {"refuses cases without a case",
     "echo indicator,actual,points >p.cases.csv",
     "test p.ini",
     3,
     {"p.cases.csv:", "a case at least"}},
    {"refuses cases that expect nothing",
     "printf 'project,indicator,actual\\nX,firms,27\\n' >p.cases.csv",
     "test p.ini",
     3,
     {"p.cases.csv:2:", "project X", "cannot fail"}},
    {"tells every fault of the cases at once",
     "printf 'project,indicator,actual,points\\nX,firms,27,ten\\nY,frims,27,9\\n' >p.cases.csv",
     "test p.ini",
     3,
     {"p.cases.csv:2:", "\"ten\"", "p.cases.csv:3:", "\"frims\""}},
    {"refuses an open quote in cases",
     "printf 'indicator,actual,points\\nfirms,\"27,9\\n' >p.cases.csv",
     "test p.ini",
     3,
     {"p.cases.csv:2:", "quot"}},
    {"refuses a column of cases that nobody knows",
     "printf 'indicator,actual,ponits\\nfirms,27,9\\n' >p.cases.csv",
     "test p.ini",
     3,
     {"p.cases.csv:1:", "ponits", "points"}},
    {"refuses columns of cases outside of cases",
     "printf 'indicator,actual,points\\nfirms,27,9\\n' >a.csv",
     "score p.ini --actuals a.csv",
     3,
     {"a.csv:1:", "points"}},
    {"says that the disk is full for a test",
     "printf 'indicator,actual,points\\nfirms,27,54\\n' >p.cases.csv",
     "test p.ini >/dev/full",
     5,
     {"no space"}},
    {"refuses an empty project file",
     ": >p.ini",
     "score p.ini --actuals a.csv",
     2,
     {"p.ini:", "[project]"}},
    {"refuses an empty actuals file",
     ": >a.csv",
     "score p.ini --actuals a.csv",
     3,
     {"a.csv:", "empty"}},
    {"refuses a folder for a project file",
     "mkdir d",
     "score d --actuals a.csv",
     2,
     {"d:", ".ini"}},
    {"refuses a folder for actuals", "mkdir d", "score p.ini --actuals d", 3, {"d:", "directory"}},
    {"refuses an absent project file", ":", "score q.ini --actuals a.csv", 2, {"q.ini:"}},
    {"refuses an absent actuals file", ":", "score p.ini --actuals q.csv", 3, {"q.csv:"}},
    {"refuses NUL in a project file",
     "printf 'name\\0 = x\\n' >>p.ini",
     "score p.ini --actuals a.csv",
     2,
     {"p.ini:34:", "NUL"}},
    {"refuses NUL in actuals",
     "printf 'firms\\0,1,\\n' >>a.csv",
     "score p.ini --actuals a.csv",
     3,
     {"a.csv:6:", "NUL"}},
    {"refuses a line of 10 MB in a project file",
     "head -c 10000000 /dev/zero | tr '\\0' x >>p.ini",
     "score p.ini --actuals a.csv",
     2,
     {"p.ini:34:", "65536"}},
    {"refuses a line of 10 MB in actuals",
     "head -c 10000000 /dev/zero | tr '\\0' x >>a.csv",
     "score p.ini --actuals a.csv",
     3,
     {"a.csv:6:"}},
    {"refuses an output folder that is absent",
     ":",
     "score p.ini --actuals a.csv -o no/such/x.txt",
     5,
     {"no/such/x.txt"}},
    {"refuses a folder as output",
     "mkdir d",
     "score p.ini --actuals a.csv -o d",
     5,
     {"d:", "directory"}},
    {"says that the disk is full",
     ":",
     "score p.ini --actuals a.csv -o /dev/full",
     5,
     {"/dev/full", "no space"}},
    {"says that standard output is full",
     ":",
     "score p.ini --actuals a.csv >/dev/full",
     5,
     {"no space"}},
    {"refuses an unknown command", ":", "scroe p.ini", 2, {"scroe", "score"}},
    {"refuses an unknown option", ":", "score p.ini --actauls a.csv", 2, {"--actauls"}},
    {"wants a value behind an option", ":", "score p.ini --actuals", 2, {"--actuals"}},
    {"refuses an unknown format", ":", "score p.ini --actuals a.csv --format xml", 2, {"xml"}},
    {"wants actuals", ":", "score p.ini", 2, {"--actuals"}},
    {"wants a project file", ":", "score --actuals a.csv", 2, {".ini"}},
    {"lists projects to choose from",
     "printf 'project,indicator,actual\\nX,firms,1\\nY,firms,2\\n' >a.csv",
     "score p.ini --actuals a.csv",
     2,
     {"a.csv", "--project", "X, Y"}},
    {"refuses a project that is absent",
     "printf 'project,indicator,actual\\nX,firms,1\\n' >a.csv",
     "score p.ini --actuals a.csv --project Z",
     2,
     {"\"Z\"", "X"}},
    {"refuses a project that no file is about",
     "sed s/demo/other/ p.ini >q.ini; printf 'project,indicator,actual\\nnone,firms,1\\n' >a.csv",
     "batch p.ini q.ini --actuals a.csv -o /dev/null",
     3,
     {""}},
    {"refuses an unknown indicator to explain",
     ":",
     "explain p.ini --actuals a.csv frims",
     2,
     {"frims", "firms"}},
    {"checks every operand though the first is faulty",
     "sed s/deduct/dedcut/ p.ini >q.ini; sed s/target/taregt/ p.ini >r.ini",
     "check q.ini r.ini",
     2,
     {"q.ini:", "\"dedcut\"", "r.ini:", "\"taregt\""}},
    {"lists projects though the first has a bad value",
     "printf 'project,indicator,actual\\nX,firms,2.5\\nY,firms,2\\n' >a.csv",
     "score p.ini --actuals a.csv",
     2,
     {"a.csv", "--project", "X, Y"}},
    {"refuses two project files with one id",
     "cp p.ini q.ini",
     "check p.ini q.ini",
     2,
     {"q.ini", "\"demo\"", "p.ini"}},
    {"refuses a plugin folder that is absent",
     ":",
     "score p.ini --actuals a.csv --plugin-path nowhere",
     4,
     {"nowhere"}},
    {"refuses a plugin that is a text",
     "mkdir d; echo hello >d/x.so",
     "score p.ini --actuals a.csv --plugin-path d",
     4,
     {"d/x.so", "ELF"}},
    {"refuses a plugin that is cut short",
     "mkdir d; cp " JX_TEST_PLUGIN_DIR "/*.so d; truncate -s 9000 d/output.so",
     "score p.ini --actuals a.csv --plugin-path d",
     4,
     {"d/output.so", "cut short"}},
    {"refuses a plugin that is empty",
     "mkdir d; cp " JX_TEST_PLUGIN_DIR "/*.so d; : >d/output.so",
     "score p.ini --actuals a.csv --plugin-path d",
     4,
     {"d/output.so", "empty"}},
    {"misses a plugin that was taken away",
     "mkdir d; cp " JX_TEST_PLUGIN_DIR "/*.so d; rm d/output.so",
     "score p.ini --actuals a.csv --plugin-path d",
     4,
     {"p.ini:5:", "\"output\"", "\"d\""}},
};

static void refuses_call(void **state)
{
    const call *row = *state;
    char path[JX_SCRATCH_PATH];
    char line[4 * JX_SCRATCH_PATH];
    jx_scratch scratch = jx_scratch_begin("bad-input");
    jx_scratch_write(&scratch, "p.ini", jx_str_of(good_project), path);
    jx_scratch_write(&scratch, "a.csv", jx_str_of(good_actuals), path);
    snprintf(line, sizeof line, "cd '%s' && %s", scratch.folder, row->before);
    assert_int_equal(system(line), 0);
    expect_refusal(&scratch, row->arguments, row->code, row->says);
    snprintf(line, sizeof line, "rm -rf '%s/d'", scratch.folder);
    assert_int_equal(system(line), 0);
    jx_scratch_end(&scratch);
}

static void scores_the_good_files(void **state)
{
    (void)state;
    static jx_ran ran;
    char path[JX_SCRATCH_PATH];
    jx_scratch scratch = jx_scratch_begin("bad-input");
    jx_scratch_write(&scratch, "p.ini", jx_str_of(good_project), path);
    jx_scratch_write(&scratch, "a.csv", jx_str_of(good_actuals), path);
    jx_command_run(scratch.folder, "score p.ini --actuals a.csv --format json", &ran);
    assert_int_equal(ran.code, 0);
    assert_string_equal(ran.err, "");
    assert_non_null(strstr(ran.out, "\"total\":94.00"));
    jx_command_run(scratch.folder, "check p.ini", &ran);
    assert_int_equal(ran.code, 0);
    assert_non_null(strstr(ran.err, "jixiao: p.ini:1: info type_differs: "));
    assert_string_equal(ran.out, "");
    jx_scratch_end(&scratch);
}

int main(void)
{
    static jx_rows all;
    jx_rows_add_one(&all, "scores the good files", scores_the_good_files, NULL);
    JX_ROWS(&all, project_rows, refuses_project);
    JX_ROWS(&all, actuals_rows, refuses_actuals);
    JX_ROWS(&all, call_rows, refuses_call);
    return jx_rows_run(&all, "bad input");
}

// SPDX-License-Identifier: MIT
// Bad input as a user meets it: a clear line with its place, the exit code of the contract, and no partial output.
#include "support/bad_files.h"
#include "support/jx_command.h"
#include "support/jx_rows.h"

typedef struct change {
    const char *name;
    const char *from; // this text of the good file is replaced…
    const char *to;
    int code;
    const char *says[JX_BAD_WORDS]; // what standard error contains
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

typedef struct call {
    const char *name;
    const char *command;
    int code;
    const char *says[JX_BAD_WORDS];
} call;

static const call calls[] = {
    {"does not write over the actuals",
     "batch p.ini --actuals a.csv -o a.csv",
     2,
     {"a.csv: ", "would replace \"a.csv\"", "another file"}},
    {"does not write over the actuals by another name",
     "score p.ini --actuals a.csv -o ./a.csv",
     2,
     {"./a.csv: ", "would replace \"a.csv\""}},
    {"does not write over the project file",
     "score p.ini --actuals a.csv -o p.ini",
     2,
     {"p.ini: ", "would replace \"p.ini\""}},
    {"does not write over a shard", "merge a.csv p.ini -o p.ini", 2, {"would replace \"p.ini\""}},
    {"does not write over the columns",
     "batch p.ini --actuals - --header a.csv -o a.csv",
     2,
     {"would replace \"a.csv\""}},
    {"does not write among the actuals",
     "batch p.ini --actuals . -o out.csv",
     2,
     {"out.csv: ", "would lie in \".\"", "elsewhere"}},
    {"takes one file of actuals",
     "batch p.ini --actuals a.csv --actuals p.ini",
     2,
     {"\"actuals\" was given twice", "folder"}},
    {"takes one output",
     "batch p.ini --actuals a.csv -o x -o y",
     2,
     {"\"output\" was given twice"}},
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

static void refuses_project(void **state)
{
    const change *row = *state;
    char text[4096];
    const jx_scratch scratch = jx_bad_files_begin(changed(jx_good_project, row, text, sizeof text),
                                                  jx_str_of(jx_good_actuals));
    jx_expect_refusal(&scratch, "score p.ini --actuals a.csv", row->code, row->says);
    jx_expect_refusal(&scratch, "check p.ini", row->code, row->says);
    jx_scratch_end(&scratch);
}

static void refuses_actuals(void **state)
{
    const change *row = *state;
    char text[4096];
    const jx_scratch scratch = jx_bad_files_begin(jx_str_of(jx_good_project),
                                                  changed(jx_good_actuals, row, text, sizeof text));
    jx_expect_refusal(&scratch, "score p.ini --actuals a.csv", row->code, row->says);
    jx_expect_refusal(&scratch, "explain p.ini --actuals a.csv", row->code, row->says);
    jx_scratch_end(&scratch);
}

static void refuses_call(void **state)
{
    const call *row = *state;
    const jx_scratch scratch =
        jx_bad_files_begin(jx_str_of(jx_good_project), jx_str_of(jx_good_actuals));
    jx_expect_refusal(&scratch, row->command, row->code, row->says);
    jx_scratch_end(&scratch);
}

static void scores_the_good_files(void **state)
{
    (void)state;
    static jx_ran ran;
    const jx_scratch scratch =
        jx_bad_files_begin(jx_str_of(jx_good_project), jx_str_of(jx_good_actuals));
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
    JX_ROWS(&all, calls, refuses_call);
    return jx_rows_run(&all, "bad input");
}

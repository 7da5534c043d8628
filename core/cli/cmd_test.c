// SPDX-License-Identifier: MIT
// jixiao test: the cases that rule authors keep beside their projects.
#include "base/folder.h"
#include "base/output.h"
#include "cli/command.h"
#include "cli/coverage_page.h"
#include "cli/say.h"
#include "cli/session.h"
#include "cli/test_project.h"
#include "report/cells.h"
#include "report/escape.h"
#include "report/labels.h"

#include <unistd.h>

static const jx_str PROJECT_TAIL = JX_STR(".ini");

typedef struct test_run {
    const jx_options *options;
    jx_session session;
    jx_text out;
    jx_text untested; // lines
    jx_case_tally sum;
    bool *has_cases;  // of the session's plans
    size_t tested;    // projects
    jx_status status; // of the gravest fault that was said
} test_run;

// ----------------------------------------------------------------------------------------- one project

// TITLE: so many cases, passed, failed
static void add_summary(test_run *run, const jx_case_tally *tally)
{
    char numbers[4][JX_NUMBER_TEXT];
    const jx_lang lang = run->options->report_lang;
    jx_text_put(&run->out, jx_label_in(JX_LABEL_COLON, lang));
    jx_label_add(&run->out, lang, JX_LABEL_TEST_SUMMARY, jx_str_number(tally->cases, numbers[0]),
                 jx_str_number(tally->expectations, numbers[1]),
                 jx_str_number(tally->expectations - tally->failed, numbers[2]),
                 jx_str_number(tally->failed, numbers[3]));
    jx_text_add_char(&run->out, '\n');
}

// Between pages of coverage, and behind the last.
static void separate(test_run *run)
{
    if (run->options->coverage && run->tested > 0) {
        jx_text_add_char(&run->out, '\n');
    }
}

static void add_project(test_run *run, const jx_plan *plan, const jx_project_test *test)
{
    const jx_lang lang = run->options->report_lang;
    jx_text title = jx_text_in(run->session.arena);
    run->out.failed |= test->failures.failed;
    separate(run);
    jx_text_add(&run->out, jx_text_str(&test->failures));
    jx_text_add(&title, plan->table.name);
    jx_bracketed_add(&title, plan->table.id, lang);
    jx_add_visible(&run->out, jx_text_str(&title));
    run->out.failed |= title.failed;
    add_summary(run, &test->tally);
    if (run->options->coverage) {
        jx_coverage_page_add(&run->out, &test->coverage, lang);
    }
    run->tested++;
    run->sum.cases += test->tally.cases;
    run->sum.expectations += test->tally.expectations;
    run->sum.failed += test->tally.failed;
}

// Where the cases themselves have faults there is nothing to tell of them.
static jx_status test_project(test_run *run, const jx_plan *plan, const char *path, jx_error *err)
{
    jx_project_test test;
    const jx_status status =
        jx_test_project(run->session.arena, run->options, plan, path, &test, err);
    if (status != JX_OK) {
        return status;
    }
    run->status = jx_status_worse(run->status, test.status);
    if (test.sound) {
        add_project(run, plan, &test);
    }
    return JX_OK;
}

// ---------------------------------------------------------------------------------------- all projects

// NAME.cases.csv beside NAME.ini.
static jx_str name_cases(jx_arena *arena, const char *project)
{
    jx_text name = jx_text_in(arena);
    jx_str stem = jx_str_of(project);
    stem.size -= jx_str_ends(stem, PROJECT_TAIL) ? PROJECT_TAIL.size : 0;
    jx_text_add(&name, stem);
    jx_text_put(&name, JX_CASES_TAIL);
    return jx_text_end(&name);
}

// Whether the operands name the project itself and not its folder.
static bool is_named(const test_run *run, const char *path)
{
    for (size_t i = 0; i < run->options->operand_count; i++) {
        if (strcmp(run->options->operands[i], path) == 0) {
            return true;
        }
    }
    return false;
}

static void keep_untested(test_run *run, const char *path, jx_str cases)
{
    const jx_lang lang = run->options->report_lang;
    jx_text line = jx_text_in(run->session.arena);
    jx_text_put(&line, path);
    jx_text_put(&line, jx_label_in(JX_LABEL_COLON, lang));
    jx_label_add(&line, lang, JX_LABEL_TEST_UNTESTED, cases);
    jx_add_visible(&run->untested, jx_text_str(&line));
    jx_text_add_char(&run->untested, '\n');
    run->untested.failed |= line.failed;
}

static void say_absent(test_run *run, const char *path, jx_message message, jx_str cases)
{
    jx_error err = JX_ERROR(run->options->message_lang);
    const jx_place place = {.file = path};
    (void)jx_fail(&err, &place, message, cases);
    run->status = jx_status_worse(run->status, jx_say_error(&err));
}

static jx_status test_plan(test_run *run, size_t index, jx_error *err)
{
    const jx_plan *plan = run->session.plans[index];
    const char *path = plan->table.path;
    const jx_str cases = name_cases(run->session.arena, path);
    if (cases.data == NULL) {
        return jx_fail_memory(err);
    }
    run->has_cases[index] = access(cases.data, F_OK) == 0;
    if (run->has_cases[index]) {
        return test_project(run, plan, cases.data, err);
    }
    if (is_named(run, path)) {
        say_absent(run, path, JX_MESSAGE_CASES_ABSENT, cases);
    } else {
        keep_untested(run, path, cases);
    }
    return JX_OK;
}

// A folder in which no project has cases would pass for one that was tested.
static void check_folder(test_run *run, const char *folder)
{
    for (size_t i = 0; i < run->session.count; i++) {
        const jx_str place = jx_path_folder(jx_str_of(run->session.plans[i]->table.path));
        if (run->has_cases[i] &&
            jx_str_equal(jx_path_bare(place), jx_path_bare(jx_str_of(folder)))) {
            return;
        }
    }
    say_absent(run, folder, JX_MESSAGE_CASES_NOWHERE, JX_STR_NONE);
}

static jx_status test_plans(test_run *run, jx_error *err)
{
    run->has_cases = jx_arena_array(run->session.arena, run->session.count, sizeof(bool));
    if (run->has_cases == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < run->session.count; i++) {
        const jx_status status = test_plan(run, i, err);
        if (status != JX_OK) {
            return status;
        }
    }
    for (size_t i = 0; i < run->options->operand_count; i++) {
        if (jx_folder_exists(run->options->operands[i])) {
            check_folder(run, run->options->operands[i]);
        }
    }
    return JX_OK;
}

static jx_status write_report(test_run *run, jx_error *err)
{
    const jx_lang lang = run->options->report_lang;
    char number[JX_NUMBER_TEXT];
    if (run->tested == 0) {
        return JX_OK;
    }
    if (run->tested > 1 || run->untested.size != 0) {
        separate(run);
    }
    if (run->tested > 1) {
        jx_label_add(&run->out, lang, JX_LABEL_TEST_ALL, jx_str_number(run->tested, number));
        add_summary(run, &run->sum);
    }
    jx_text_add(&run->out, jx_text_str(&run->untested));
    run->out.failed |= run->untested.failed;
    return jx_output_put(run->options->output, &run->out, err);
}

static jx_status run_session(test_run *run, jx_error *err)
{
    jx_status status = jx_session_open(&run->session, run->options, run->options->operand_count);
    if (status != JX_OK) {
        return status;
    }
    run->out = jx_text_in(run->session.arena);
    run->untested = jx_text_in(run->session.arena);
    status = test_plans(run, err);
    return status != JX_OK ? status : write_report(run, err);
}

static int run(const jx_options *options, jx_error *err)
{
    test_run test = {.options = options};
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_PROJECT_FILE_MISSING, JX_STR_NONE);
    }
    const jx_status ended = run_session(&test, err);
    const jx_status status = jx_status_worse(ended, test.status);
    jx_session_close(&test.session);
    if (status != JX_OK) {
        return -status;
    }
    return test.sum.failed == 0 ? 0 : JX_EXIT_FAILED;
}

const jx_command jx_command_test = {
    .name = "test",
    .usage = "PROJECT.ini|DIR… [--coverage]",
    .says = {"检验规则编写者自己的用例",
             "run the cases that rule authors keep beside their projects"},
    .takes = JX_TAKES_ENCODING | JX_TAKES_PLUGINS | JX_TAKES_COVERAGE | JX_TAKES_OUTPUT,
    .run = run,
};

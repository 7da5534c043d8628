// SPDX-License-Identifier: MIT
// jixiao test: the cases that rule authors keep beside their projects.
#include "base/file.h"
#include "cli/case_check.h"
#include "cli/command.h"
#include "cli/coverage_page.h"
#include "cli/say.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "report/cells.h"
#include "report/escape.h"
#include "report/labels.h"
#include "score/evaluate.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

enum { NUMBER_TEXT = 24 };

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

// One project and its cases.
typedef struct project_run {
    test_run *run;
    const jx_plan *plan;
    const char *path; // of the cases
    jx_evaluator *evaluator;
    jx_cases *cases;
    jx_faults *faults;
    jx_text failures;
    jx_coverage coverage;
    jx_case_tally tally;
} project_run;

// ----------------------------------------------------------------------------------------- one project

// A plugin or script that is broken, or memory that is out, is not what a case expects by `error`.
static void keep_fault(project_run *at, const jx_scorecard *card)
{
    if (card->status == JX_OK || card->status == JX_EDATA) {
        return;
    }
    bool said = false;
    for (size_t i = 0; i < card->table->row_count; i++) {
        if (card->outcomes[i].state == JX_FAULTY) {
            jx_say(card->outcomes[i].error);
            said = true;
        }
    }
    if (!said) { // of the project's own script
        jx_say(card->error);
    }
    at->run->status = jx_status_worse(at->run->status, card->status);
}

static void score_case(project_run *at, const jx_case *about)
{
    const jx_options *options = at->run->options;
    const jx_scorecard *card = jx_evaluate(at->evaluator, &about->observations);
    keep_fault(at, card);
    jx_case_check(&at->failures, about, card, options->report_lang,
                  jx_terminal_has_colour(options->output), &at->tally);
    for (size_t i = 0; i <= at->plan->count; i++) {
        if (jx_case_is_about(about, card, i)) {
            jx_coverage_add(&at->coverage, card, i);
        }
    }
}

// Reads to the end, so that one run tells all that is wrong with the cases.
static void read_cases(project_run *at)
{
    size_t found = 0;
    for (;;) {
        bool more = false;
        bool sound = false;
        jx_case about;
        if (jx_cases_next(at->cases, at->faults, &about, &sound, &more) != JX_OK) {
            return;
        }
        if (!more) {
            break;
        }
        found++;
        if (sound) {
            score_case(at, &about);
        }
    }
    if (found == 0) {
        const jx_place place = {.file = at->path};
        (void)jx_fault(at->faults, &place, JX_MESSAGE_CASES_EMPTY, JX_STR_NONE);
    }
}

static void put_number(size_t number, char buffer[NUMBER_TEXT])
{
    (void)snprintf(buffer, NUMBER_TEXT, "%zu", number);
}

// TITLE: so many cases, passed, failed
static void add_summary(test_run *run, const jx_case_tally *tally)
{
    char numbers[4][NUMBER_TEXT];
    const jx_lang lang = run->options->report_lang;
    put_number(tally->cases, numbers[0]);
    put_number(tally->expectations, numbers[1]);
    put_number(tally->expectations - tally->failed, numbers[2]);
    put_number(tally->failed, numbers[3]);
    jx_text_put(&run->out, jx_label_in(JX_LABEL_COLON, lang));
    jx_label_add(&run->out, lang, JX_LABEL_TEST_SUMMARY, jx_str_of(numbers[0]),
                 jx_str_of(numbers[1]), jx_str_of(numbers[2]), jx_str_of(numbers[3]));
    jx_text_add_char(&run->out, '\n');
}

// Between pages of coverage, and behind the last.
static void separate(test_run *run)
{
    if (run->options->coverage && run->tested > 0) {
        jx_text_add_char(&run->out, '\n');
    }
}

// Where the cases themselves have faults there is nothing to tell of them.
static void add_project(project_run *at)
{
    test_run *run = at->run;
    const jx_lang lang = run->options->report_lang;
    jx_text title = jx_text_in(run->session.arena);
    run->out.failed |= at->failures.failed;
    separate(run);
    jx_text_add(&run->out, jx_text_str(&at->failures));
    jx_text_add(&title, at->plan->table.name);
    jx_bracketed_add(&title, at->plan->table.id, lang);
    jx_add_visible(&run->out, jx_text_str(&title));
    run->out.failed |= title.failed;
    add_summary(run, &at->tally);
    if (run->options->coverage) {
        jx_coverage_page_add(&run->out, &at->coverage, lang);
    }
    run->tested++;
    run->sum.cases += at->tally.cases;
    run->sum.expectations += at->tally.expectations;
    run->sum.failed += at->tally.failed;
}

static jx_status open_project(project_run *at, jx_error *err)
{
    test_run *run = at->run;
    jx_status status = jx_coverage_begin(run->session.arena, at->plan, &at->coverage, err);
    if (status != JX_OK) {
        return status;
    }
    at->failures = jx_text_in(run->session.arena);
    at->faults = jx_arena_alloc(run->session.arena, sizeof *at->faults);
    at->evaluator = jx_evaluator_new(at->plan, run->options->report_lang);
    if (at->faults == NULL || at->evaluator == NULL) {
        return jx_fail_memory(err);
    }
    jx_faults_init(at->faults, run->options->message_lang);
    jx_error unreadable = JX_ERROR(run->options->message_lang);
    if (jx_cases_open(at->path, run->options->encoding, &at->plan->sheet, &at->cases,
                      &unreadable) != JX_OK) {
        (void)jx_faults_take(at->faults, &unreadable);
    }
    return JX_OK;
}

static jx_status test_project(test_run *run, const jx_plan *plan, const char *path, jx_error *err)
{
    project_run at = {.run = run, .plan = plan, .path = path};
    const jx_status status = open_project(&at, err);
    if (status == JX_OK) {
        if (at.cases != NULL) {
            read_cases(&at);
        }
        jx_say_faults(at.faults);
        run->status = jx_status_worse(run->status, at.faults->status);
        if (at.faults->count == 0) {
            add_project(&at);
        }
    }
    jx_cases_close(at.cases);
    jx_evaluator_free(at.evaluator);
    return status;
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
    return name.failed ? JX_STR_NONE : jx_arena_copy(arena, jx_text_str(&name));
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

static jx_str without_slash(jx_str path)
{
    while (path.size > 1 && path.data[path.size - 1] == '/') {
        path.size--;
    }
    return path;
}

// A folder in which no project has cases would pass for one that was tested.
static void check_folder(test_run *run, const char *folder)
{
    for (size_t i = 0; i < run->session.count; i++) {
        const jx_str place = jx_path_folder(jx_str_of(run->session.plans[i]->table.path));
        if (run->has_cases[i] &&
            jx_str_equal(without_slash(place), without_slash(jx_str_of(folder)))) {
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
    char number[NUMBER_TEXT];
    if (run->tested == 0) {
        return JX_OK;
    }
    if (run->tested > 1 || run->untested.size != 0) {
        separate(run);
    }
    if (run->tested > 1) {
        put_number(run->tested, number);
        jx_label_add(&run->out, lang, JX_LABEL_TEST_ALL, jx_str_of(number));
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

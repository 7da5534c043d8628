// SPDX-License-Identifier: MIT
#include "cli/test_project.h"

#include "cli/say.h"
#include "cli/terminal.h"
#include "read/read_cases.h"
#include "score/evaluate.h"

typedef struct project_run {
    const jx_options *options;
    const jx_plan *plan;
    const char *path; // of the cases
    jx_evaluator *evaluator;
    jx_cases *cases; // NULL: the file cannot be read
    jx_faults *faults;
    jx_project_test *test;
} project_run;

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
    at->test->status = jx_status_worse(at->test->status, card->status);
}

static void score_case(project_run *at, const jx_case *about)
{
    const jx_options *options = at->options;
    const jx_scorecard *card = jx_evaluate(at->evaluator, &about->observations);
    keep_fault(at, card);
    jx_case_check(&at->test->failures, about, card, options->report_lang,
                  jx_terminal_has_colour(options->output), &at->test->tally);
    for (size_t i = 0; i <= at->plan->count; i++) {
        if (jx_case_is_about(about, card, i)) {
            jx_coverage_add(&at->test->coverage, card, i);
        }
    }
}

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

static jx_status open_project(project_run *at, jx_arena *arena, jx_error *err)
{
    *at->test = (jx_project_test){.failures = jx_text_in(arena)};
    jx_status status = jx_coverage_begin(arena, at->plan, &at->test->coverage, err);
    if (status != JX_OK) {
        return status;
    }
    at->faults = jx_arena_alloc(arena, sizeof *at->faults);
    at->evaluator = jx_evaluator_new(at->plan, at->options->report_lang);
    if (at->faults == NULL || at->evaluator == NULL) {
        return jx_fail_memory(err);
    }
    jx_faults_init(at->faults, at->options->message_lang);
    jx_error unreadable = JX_ERROR(at->options->message_lang);
    if (jx_cases_open(at->path, at->options->encoding, &at->plan->sheet, &at->cases, &unreadable) !=
        JX_OK) {
        (void)jx_faults_take(at->faults, &unreadable);
    }
    return JX_OK;
}

jx_status jx_test_project(jx_arena *arena,
                          const jx_options *options,
                          const jx_plan *plan,
                          const char *path,
                          jx_project_test *ret,
                          jx_error *err)
{
    project_run at = {.options = options, .plan = plan, .path = path, .test = ret};
    const jx_status status = open_project(&at, arena, err);
    if (status == JX_OK) {
        if (at.cases != NULL) {
            read_cases(&at);
        }
        jx_say_faults(at.faults);
        ret->status = jx_status_worse(ret->status, at.faults->status);
        ret->sound = at.faults->count == 0;
    }
    jx_cases_close(at.cases);
    jx_evaluator_free(at.evaluator);
    return status;
}

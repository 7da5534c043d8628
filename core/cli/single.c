// SPDX-License-Identifier: MIT
#include "cli/single.h"

#include "base/file.h"
#include "cli/command.h"
#include "cli/say.h"
#include "read/read_actuals.h"
#include "score/evaluate.h"

enum { PROJECTS_LISTED = 10 };

// One run: what was scored so far, and what else the file held.
typedef struct single_run {
    const jx_options *options;
    jx_single_render render;
    jx_session session;
    jx_evaluator *evaluator;
    jx_text report;
    jx_text others; // the names of the file's projects
    size_t projects;
    bool scored;
    bool incomplete;
} single_run;

static void list_project(single_run *run, jx_str name)
{
    if (run->projects < PROJECTS_LISTED) {
        jx_text_put(&run->others, run->projects == 0 ? "" : ", ");
        jx_text_add(&run->others, jx_str_trim(name));
    } else if (run->projects == PROJECTS_LISTED) {
        jx_text_put(&run->others, ", …");
    }
    run->projects++;
}

static bool is_meant(const single_run *run, const jx_observations *observations)
{
    jx_str wanted = jx_str_of(run->options->project);
    return wanted.data == NULL || jx_str_equal(jx_str_trim(observations->project), wanted) ||
           (observations->instance.data != NULL && jx_str_equal(observations->instance, wanted));
}

static jx_status print_errors(const jx_scorecard *card)
{
    size_t printed = 0;
    for (size_t i = 0; i < card->table->row_count && card->observations->fault == NULL; i++) {
        if (card->outcomes[i].state == JX_FAULTY) {
            jx_say(card->outcomes[i].error);
            printed++;
        }
    }
    if (printed == 0) {
        jx_say(card->error);
    }
    return card->status;
}

static jx_status score(single_run *run, const jx_observations *observations, jx_error *err)
{
    const jx_scorecard *card = jx_evaluate(run->evaluator, observations);
    run->scored = true;
    if (card->state == JX_FAULTY) {
        return print_errors(card);
    }
    run->incomplete = card->state == JX_MISSING;
    return run->render(&run->session, run->options, card, &run->report, err);
}

// A project without rows: every actual is missing.
static jx_status score_nothing(single_run *run, jx_error *err)
{
    jx_observations nothing = {.project = run->session.plans[0]->table.id};
    return score(run, &nothing, err);
}

static jx_status fail_choice(const single_run *run, jx_error *err)
{
    jx_place place = {.file = run->options->actuals};
    jx_str names = jx_text_str(&run->others);
    return run->options->project == NULL ? jx_fail(err, &place, JX_MESSAGE_PROJECT_UNCHOSEN, names)
                                         : jx_fail(err, &place, JX_MESSAGE_PROJECT_ABSENT,
                                                   jx_str_of(run->options->project), names);
}

// Reads the file to its end, though one project is wanted: rows of it that stand apart must not go unseen.
static jx_status read_all(single_run *run, jx_actuals *actuals, jx_error *err)
{
    for (;;) {
        bool more = false;
        jx_observations observations;
        jx_status status = jx_actuals_next(actuals, &observations, &more, err);
        if (status != JX_OK || !more) {
            return status;
        }
        bool meant = is_meant(run, &observations);
        if (meant && (!run->scored || observations.fault != NULL)) {
            status = score(run, &observations, err);
        } else if (meant && run->options->project != NULL) {
            jx_place place = {.file = run->options->actuals, .line = observations.line};
            status = jx_fail(err, &place, JX_MESSAGE_PROJECT_AMBIGUOUS,
                             jx_str_of(run->options->project));
        }
        if (status != JX_OK) {
            return status;
        }
        list_project(run, observations.project);
    }
}

static jx_status score_file(single_run *run, jx_error *err)
{
    jx_actuals *actuals = NULL;
    jx_status status = jx_actuals_open(run->options->actuals, run->options->encoding,
                                       run->session.sheets, 1, &actuals, err);
    status = status != JX_OK ? status : read_all(run, actuals, err);
    jx_actuals_close(actuals);
    if (status != JX_OK) {
        return status;
    }
    if (run->projects == 0 && run->options->project == NULL) {
        return score_nothing(run, err);
    }
    bool several = run->options->project == NULL && run->projects > 1;
    return several || !run->scored ? fail_choice(run, err) : JX_OK;
}

static jx_status run_session(single_run *run, jx_error *err)
{
    jx_status status = jx_session_open(&run->session, run->options, 1);
    if (status != JX_OK) {
        return status;
    }
    if (run->session.count != 1) {
        return jx_fail(err, NULL, JX_MESSAGE_ONE_PROJECT, JX_STR_NONE);
    }
    run->report = jx_text_in(run->session.arena);
    run->others = jx_text_in(run->session.arena);
    run->evaluator = jx_evaluator_new(run->session.plans[0], run->options->message_lang);
    if (run->evaluator == NULL) {
        return jx_fail_memory(err);
    }
    status = score_file(run, err);
    return status != JX_OK ? status : jx_output_put(run->options->output, &run->report, err);
}

int jx_single_run(const jx_options *options, jx_single_render render, jx_error *err)
{
    single_run run = {.options = options, .render = render};
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_PROJECT_FILE_MISSING, JX_STR_NONE);
    }
    if (options->actuals == NULL) {
        return -jx_fail(err, NULL, JX_MESSAGE_ACTUALS_MISSING, JX_STR_NONE);
    }
    jx_status status = run_session(&run, err);
    jx_evaluator_free(run.evaluator);
    jx_session_close(&run.session);
    if (status != JX_OK) {
        return -status;
    }
    return run.incomplete ? JX_EXIT_INCOMPLETE : 0;
}

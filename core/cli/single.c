// SPDX-License-Identifier: MIT
#include "cli/single.h"

#include "base/output.h"
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
    jx_text faults; // lines
    jx_str first;   // the name of the project that is scored
    size_t projects;
    bool scored;
    bool incomplete;
    jx_status status; // of the faults
} single_run;

static void list_project(single_run *run, jx_str name)
{
    jx_text_list(&run->others, jx_str_trim(name), run->projects++, PROJECTS_LISTED);
}

static bool is_meant(const single_run *run, const jx_observations *observations)
{
    jx_str wanted = jx_str_of(run->options->project);
    return wanted.data == NULL || jx_str_equal(jx_str_trim(observations->project), wanted) ||
           (observations->instance.data != NULL && jx_str_equal(observations->instance, wanted));
}

static void keep_line(single_run *run, const char *line)
{
    jx_text_put(&run->faults, run->faults.size == 0 ? "" : "\n");
    jx_text_put(&run->faults, line);
}

// Keeps what is wrong with the project: it is said once it is plain that no other was meant.
static void keep_errors(single_run *run, const jx_scorecard *card)
{
    bool readable = card->observations->fault == NULL;
    size_t before = run->faults.size;
    for (size_t i = 0; i < card->table->row_count && readable; i++) {
        if (card->outcomes[i].state == JX_FAULTY) {
            keep_line(run, card->outcomes[i].error);
        }
    }
    if (run->faults.size == before) {
        keep_line(run, card->error);
    }
    run->status = jx_status_worse(run->status, card->status);
}

static jx_status say_errors(const single_run *run, jx_error *err)
{
    jx_str rest = jx_text_str(&run->faults);
    while (rest.data != NULL) {
        jx_str line = jx_arena_copy(run->session.arena, jx_str_next(&rest, '\n'));
        if (line.data == NULL) {
            return jx_fail_memory(err);
        }
        jx_say(line.data);
    }
    return run->status;
}

static jx_status score(single_run *run, const jx_observations *observations, jx_error *err)
{
    const jx_scorecard *card = jx_evaluate(run->evaluator, observations);
    if (!run->scored) {
        run->first = jx_arena_copy(run->session.arena, jx_str_trim(observations->project));
        run->scored = true;
    }
    if (card->state == JX_FAULTY) {
        keep_errors(run, card);
        return JX_OK;
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

// A project that is meant: the first is scored, its own rows that stand apart are its fault, another is one too many
// where --project was to choose one.
static jx_status take_meant(single_run *run,
                            const jx_observations *observations,
                            bool again,
                            jx_error *err)
{
    if (!run->scored || again) {
        return score(run, observations, err);
    }
    if (run->options->project == NULL) {
        return JX_OK;
    }
    jx_place place = {.file = jx_observations_where(observations), .line = observations->line};
    return jx_fail(err, &place, JX_MESSAGE_PROJECT_AMBIGUOUS, jx_str_of(run->options->project));
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
        bool again = run->scored && jx_str_equal(jx_str_trim(observations.project), run->first);
        if (!again) {
            list_project(run, observations.project);
        }
        if (is_meant(run, &observations)) {
            status = take_meant(run, &observations, again, err);
        }
        if (status != JX_OK) {
            return status;
        }
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
    if (several || !run->scored) {
        return fail_choice(run, err);
    }
    return run->status == JX_OK ? JX_OK : say_errors(run, err);
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
    run->faults = jx_text_in(run->session.arena);
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

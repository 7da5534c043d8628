// SPDX-License-Identifier: MIT
// jixiao batch: many projects, one line each.
#include "base/output.h"
#include "cli/command.h"
#include "cli/session.h"
#include "read/read_actuals.h"
#include "report/report.h"
#include "score/evaluate.h"

// Reports are handed to the output in pieces of about this size.
enum { FLUSH_BYTES = 1 << 16 };

typedef struct batch_run {
    const jx_options *options;
    jx_session session;
    jx_evaluator **evaluators; // of the session's plans
    bool *seen;                // whether a plan had rows
    jx_actuals *actuals;
    jx_report report;
    jx_text text;
    jx_output *output;
    int code; // the highest exit code met
} batch_run;

static jx_status flush(batch_run *run, jx_error *err)
{
    if (run->text.failed) {
        return jx_fail_memory(err);
    }
    jx_status status = jx_output_write(run->output, jx_text_str(&run->text), err);
    jx_text_clear(&run->text);
    return status;
}

static jx_status add_card(batch_run *run, const jx_scorecard *card, jx_error *err)
{
    int code = card->state == JX_MISSING ? JX_EXIT_INCOMPLETE : -card->status;
    run->code = code > run->code ? code : run->code;
    jx_report_add(&run->report, card);
    return run->text.size < FLUSH_BYTES ? JX_OK : flush(run, err);
}

static jx_status score_row(batch_run *run, const jx_observations *observations, jx_error *err)
{
    if (observations->sheet != JX_NO_SHEET) {
        run->seen[observations->sheet] = true;
        return add_card(run, jx_evaluate(run->evaluators[observations->sheet], observations), err);
    }
    jx_scorecard unknown = {
        .observations = observations,
        .state = JX_FAULTY,
        .error = observations->fault->text,
        .error_count = 1,
        .status = observations->fault->status,
    };
    return add_card(run, &unknown, err);
}

static jx_status score_rows(batch_run *run, jx_error *err)
{
    for (;;) {
        bool more = false;
        jx_observations observations;
        jx_status status = jx_actuals_next(run->actuals, &observations, &more, err);
        if (status != JX_OK || !more) {
            return status;
        }
        status = score_row(run, &observations, err);
        if (status != JX_OK) {
            return status;
        }
    }
}

// All files are one reader's, so that a project of one is known in the next.
static jx_status open_file(batch_run *run, const char *path, jx_error *err)
{
    return run->actuals != NULL ? jx_actuals_continue(run->actuals, path, err)
                                : jx_actuals_open(path, run->options->encoding, run->session.sheets,
                                                  run->session.count, &run->actuals, err);
}

// Projects that no row belongs to come last, with every actual missing.
static jx_status score_unseen(batch_run *run, jx_error *err)
{
    for (size_t i = 0; i < run->session.count; i++) {
        const jx_plan *plan = run->session.plans[i];
        if (run->seen[i]) {
            continue;
        }
        jx_observations nothing = {.project = plan->table.id};
        jx_status status = add_card(run, jx_evaluate(run->evaluators[i], &nothing), err);
        if (status != JX_OK) {
            return status;
        }
    }
    return JX_OK;
}

static jx_status score_all(batch_run *run, jx_error *err)
{
    jx_paths files = {0};
    jx_status status =
        jx_session_list(run->session.arena, run->options->actuals, ".csv", &files, err);
    for (size_t i = 0; i < files.count && status == JX_OK; i++) {
        status = open_file(run, files.rows[i], err);
        status = status != JX_OK ? status : score_rows(run, err);
    }
    return status != JX_OK ? status : score_unseen(run, err);
}

static jx_status make_evaluators(batch_run *run, jx_error *err)
{
    size_t count = run->session.count;
    run->evaluators = jx_arena_array(run->session.arena, count, sizeof(jx_evaluator *));
    run->seen = jx_arena_array(run->session.arena, count, sizeof *run->seen);
    if (run->evaluators == NULL || run->seen == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        run->evaluators[i] = jx_evaluator_new(run->session.plans[i], run->options->message_lang);
        if (run->evaluators[i] == NULL) {
            return jx_fail_memory(err);
        }
    }
    return JX_OK;
}

static jx_status write_report(batch_run *run, jx_error *err)
{
    const char *format = run->options->format == NULL ? "csv" : run->options->format;
    run->text = jx_text_in(run->session.arena);
    run->report = (jx_report){
        .reporter = jx_reporter_find(format, JX_FOR_BATCH),
        .out = &run->text,
        .lang = run->options->report_lang,
        .tables = run->session.tables,
        .table_count = run->session.count,
    };
    jx_status status = jx_report_begin(&run->report, run->session.arena, err);
    status = status != JX_OK ? status : score_all(run, err);
    if (status != JX_OK) {
        return status;
    }
    jx_report_end(&run->report);
    return flush(run, err);
}

static jx_status run_session(batch_run *run, jx_error *err)
{
    const jx_options *options = run->options;
    jx_status status = jx_session_open(&run->session, options, options->operand_count);
    status = status != JX_OK ? status : make_evaluators(run, err);
    status = status != JX_OK ? status : jx_output_open(options->output, &run->output, err);
    if (status != JX_OK) {
        return status;
    }
    status = write_report(run, err);
    if (status != JX_OK) {
        jx_output_abandon(run->output);
        return status;
    }
    return jx_output_commit(run->output, err);
}

static int run(const jx_options *options, jx_error *err)
{
    batch_run batch = {.options = options};
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_PROJECT_FILE_MISSING, JX_STR_NONE);
    }
    if (options->actuals == NULL) {
        return -jx_fail(err, NULL, JX_MESSAGE_ACTUALS_MISSING, JX_STR_NONE);
    }
    if (options->format != NULL && jx_reporter_find(options->format, JX_FOR_BATCH) == NULL) {
        return -jx_fail(err, NULL, JX_MESSAGE_FORMAT_UNKNOWN, jx_str_of(options->format));
    }
    jx_status status = run_session(&batch, err);
    for (size_t i = 0; batch.evaluators != NULL && i < batch.session.count; i++) {
        jx_evaluator_free(batch.evaluators[i]);
    }
    jx_actuals_close(batch.actuals);
    jx_session_close(&batch.session);
    return -status > batch.code ? -status : batch.code;
}

const jx_command jx_command_batch = {
    .name = "batch",
    .usage = "PROJECT.ini|DIR… --actuals FILE|DIR|-",
    .says = {"为许多项目评分，一个项目一行", "score many projects, a line each"},
    .takes =
        JX_TAKES_ACTUALS | JX_TAKES_FORMAT | JX_TAKES_OUTPUT | JX_TAKES_ENCODING | JX_TAKES_PLUGINS,
    .formats = JX_FOR_BATCH,
    .run = run,
};

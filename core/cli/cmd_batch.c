// SPDX-License-Identifier: MIT
// jixiao batch: many projects, one line each.
#include "base/output.h"
#include "batch/batch.h"
#include "batch/journal.h"
#include "batch/progress.h"
#include "batch/result_row.h"
#include "cli/command.h"
#include "cli/format.h"
#include "cli/say.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "report/report.h"

#include <stdio.h>
#include <unistd.h>

#define USUAL_FORMAT "csv"

static size_t count_cores(void)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : (size_t)cores;
}

static void say_lines(jx_str lines)
{
    while (lines.size != 0) {
        const jx_str line = jx_str_next(&lines, '\n');
        (void)fprintf(stderr, "jixiao: %.*s\n", (int)line.size, line.data);
    }
}

static jx_status say_results(jx_arena *arena, const jx_batch *batch, jx_error *err)
{
    jx_text said = jx_text_in(arena);
    if (batch->resumed != 0) {
        jx_text_put(&said, batch->lang == JX_ZH
                               ? "接着上次评分，已有项目："
                               : "went on behind a run that had scored projects: ");
        jx_text_add_number(&said, batch->resumed);
        jx_text_add_char(&said, '\n');
    }
    if (batch->restarted) {
        jx_text_put(&said,
                    batch->lang == JX_ZH
                        ? "上次留下的结果没有完好的记录，已从头评分\n"
                        : "what another run had left was not whole: scored from the beginning\n");
    }
    if (batch->unread) {
        jx_text_put(&said, batch->lang == JX_ZH ? "实际值里没有任何项目的数据行\n"
                                                : "the actuals have no rows of projects\n");
    }
    if (batch->unwalled) {
        jx_text_put(
            &said,
            batch->lang == JX_ZH
                ? "内核不允许限制系统调用，插件只受其他限制\n"
                : "the kernel refuses a filter of system calls: plugins are kept by the other limits only\n");
    }
    jx_summary_add(&said, &batch->counts, batch->report, batch->lang);
    if (said.failed) {
        return jx_fail_memory(err);
    }
    say_lines(jx_text_str(&said));
    return JX_OK;
}

// What the next run could go on with stays.
static void give_up(jx_batch *batch)
{
    if (batch->journal != NULL && jx_journal_is_empty(batch->journal)) {
        jx_output_drop(batch->output);
        jx_journal_close(batch->journal, true);
        batch->journal = NULL;
    }
    jx_output_abandon(batch->output);
}

static jx_status score(jx_session *session,
                       const jx_options *options,
                       const jx_reporter *reporter,
                       int *ret_code,
                       jx_error *err)
{
    jx_report report = {.reporter = reporter,
                        .lang = options->report_lang,
                        .tables = session->tables,
                        .table_count = session->count};
    jx_batch batch = {.plans = session->plans,
                      .sheets = session->sheets,
                      .plan_count = session->count,
                      .encoding = options->encoding,
                      .header = options->header,
                      .shard = {.number = options->shard, .count = options->shards},
                      .workers = options->workers == 0 ? count_cores() : options->workers,
                      .limits = session->settings.workers,
                      .report = &report,
                      .is_kept = options->resume,
                      .terminal = !options->quiet && isatty(STDERR_FILENO) ? STDERR_FILENO : -1,
                      .lang = options->message_lang,
                      .tell = jx_say};
    jx_status status =
        jx_session_list(session->arena, options->actuals, ".csv .xlsx", &batch.files, err);
    status = status != JX_OK   ? status
             : options->resume ? jx_output_open_kept(options->output, &batch.output, err)
                               : jx_output_open(options->output, &batch.output, err);
    if (status != JX_OK) {
        return status;
    }
    status = jx_batch_run(&batch, session->arena, err);
    *ret_code = batch.counts.code;
    if (status == JX_OK) {
        status = jx_output_commit(batch.output, err);
    } else {
        give_up(&batch);
    }
    jx_journal_close(batch.journal, status == JX_OK);
    return status != JX_OK || options->quiet ? status : say_results(session->arena, &batch, err);
}

static int run(const jx_options *options, jx_error *err)
{
    jx_session session = {.count = 0};
    int code = 0;
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_PROJECT_FILE_MISSING, JX_STR_NONE);
    }
    if (options->actuals == NULL) {
        return -jx_fail(err, NULL, JX_MESSAGE_ACTUALS_MISSING, JX_STR_NONE);
    }
    const jx_reporter *reporter = jx_format_choose(options, JX_FOR_BATCH, USUAL_FORMAT, err);
    if (reporter == NULL) {
        return -err->status;
    }
    if (options->shard != 0 && !jx_result_row_is_format(reporter->name)) {
        return -jx_fail(err, NULL, JX_MESSAGE_SHARD_FORMAT, jx_str_of(reporter->name));
    }
    if (options->resume && reporter->gathers) {
        return -jx_fail(err, NULL, JX_MESSAGE_RESUME_FORMAT, jx_str_of(reporter->name));
    }
    if (jx_terminal_check(reporter, options->output, err) != JX_OK) {
        return -err->status;
    }
    jx_status status = jx_session_open(&session, options, options->operand_count);
    status = status != JX_OK ? status : score(&session, options, reporter, &code, err);
    jx_session_close(&session);
    return -status > code ? -status : code;
}

const jx_command jx_command_batch = {
    .name = "batch",
    .usage = "PROJECT.ini|DIR… --actuals FILE|DIR|-",
    .says = {"为许多项目评分，一个项目一行", "score many projects, a line each"},
    .takes = JX_TAKES_ACTUALS | JX_TAKES_FORMAT | JX_TAKES_OUTPUT | JX_TAKES_ENCODING |
             JX_TAKES_WORKERS | JX_TAKES_RESUME | JX_TAKES_SHARD | JX_TAKES_HEADER |
             JX_TAKES_PLUGINS,
    .formats = JX_FOR_BATCH,
    .run = run,
};

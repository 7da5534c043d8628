// SPDX-License-Identifier: MIT
// jixiao score: one project, one scorecard.
#include "cli/command.h"
#include "cli/format.h"
#include "cli/pdf_module.h"
#include "cli/single.h"
#include "cli/terminal.h"
#include "report/report.h"

#define USUAL_FORMAT "text"

static jx_status render(const jx_session *session,
                        const jx_options *options,
                        const jx_scorecard *card,
                        jx_text *out,
                        jx_error *err)
{
    const jx_drawer drawer = {.draw = jx_pdf_module_draw, .user = &session->settings};
    jx_report report = {
        .reporter = jx_format_choose(options, JX_FOR_ONE, USUAL_FORMAT, NULL),
        .out = out,
        .lang = options->report_lang,
        .colour = jx_terminal_has_colour(options->output),
        .single = true,
        .tables = session->tables,
        .table_count = session->count,
        .drawer = &drawer,
    };
    jx_status status = jx_report_begin(&report, session->arena, err);
    status = status != JX_OK ? status : jx_report_add(&report, card, err);
    return status != JX_OK ? status : jx_report_end(&report, err);
}

static int run(const jx_options *options, jx_error *err)
{
    if (options->operand_count > 1) {
        return -jx_fail(err, NULL, JX_MESSAGE_OPERAND_EXTRA, jx_str_of(options->operands[1]));
    }
    const jx_reporter *reporter = jx_format_choose(options, JX_FOR_ONE, USUAL_FORMAT, err);
    if (reporter == NULL) {
        return -err->status;
    }
    jx_status status = jx_terminal_check(reporter, options->output, err);
    return status != JX_OK ? -status : jx_single_run(options, render, err);
}

const jx_command jx_command_score = {
    .name = "score",
    .usage = "PROJECT.ini --actuals FILE",
    .says = {"为一个项目评分", "score one project"},
    .takes = JX_TAKES_ACTUALS | JX_TAKES_PROJECT | JX_TAKES_FORMAT | JX_TAKES_OUTPUT |
             JX_TAKES_ENCODING | JX_TAKES_PLUGINS,
    .formats = JX_FOR_ONE,
    .run = run,
};

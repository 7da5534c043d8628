// SPDX-License-Identifier: MIT
// jixiao score: one project, one scorecard.
#include "cli/command.h"
#include "cli/format.h"
#include "cli/pdf_module.h"
#include "cli/say.h"
#include "cli/single.h"
#include "cli/terminal.h"
#include "report/labels.h"
#include "report/report.h"
#include "report/row_findings.h"

#define USUAL_FORMAT "text"

// What was probably meant otherwise is said where nobody may look at the report.
static void say_doubts(const jx_scorecard *card, const jx_text *out, jx_lang lang)
{
    for (size_t i = 0; card->outcomes != NULL && i < card->table->row_count; i++) {
        jx_text line = jx_text_in(out->arena);
        jx_text_add(&line, card->table->rows[i].name);
        jx_text_put(&line, jx_label_in(JX_LABEL_COLON, lang));
        if (jx_row_doubts_add(&line, card, i, jx_label_in(JX_LABEL_STOP, lang), lang)) {
            jx_say(jx_text_end(&line).data);
        }
    }
}

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
    say_doubts(card, out, options->message_lang);
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

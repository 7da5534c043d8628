// SPDX-License-Identifier: MIT
// jixiao explain: how each point was lost, as sentences.
#include "cli/command.h"
#include "cli/single.h"
#include "cli/terminal.h"
#include "report/report.h"

static jx_status check_indicator(const jx_table *table, jx_str id, jx_error *err)
{
    enum { NAMES = 128 };
    jx_str names[NAMES];
    size_t count = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        if (jx_str_equal(table->rows[i].id, id)) {
            return JX_OK;
        }
        if (count < NAMES) {
            names[count++] = table->rows[i].id;
        }
    }
    jx_place place = {.file = table->path};
    jx_str nearest = jx_str_nearest(id, names, count);
    return nearest.data != NULL ? jx_fail(err, &place, JX_MESSAGE_INDICATOR_NEAR, id, nearest)
                                : jx_fail(err, &place, JX_MESSAGE_INDICATOR_UNKNOWN, id);
}

static jx_status render(const jx_session *session,
                        const jx_options *options,
                        const jx_scorecard *card,
                        jx_text *out,
                        jx_error *err)
{
    (void)session;
    jx_str only = options->operand_count > 1 ? jx_str_of(options->operands[1]) : JX_STR_NONE;
    jx_status status = only.data == NULL ? JX_OK : check_indicator(card->table, only, err);
    if (status == JX_OK) {
        jx_explain(out, card, only, options->report_lang, jx_terminal_has_colour(options->output));
    }
    return status;
}

static int run(const jx_options *options, jx_error *err)
{
    if (options->operand_count > 2) {
        return -jx_fail(err, NULL, JX_MESSAGE_OPERAND_EXTRA, jx_str_of(options->operands[2]));
    }
    return jx_single_run(options, render, err);
}

const jx_command jx_command_explain = {
    .name = "explain",
    .usage = "PROJECT.ini --actuals FILE [INDICATOR]",
    .says = {"逐条说明每一分是怎么扣的", "say how each point was lost"},
    .takes = JX_TAKES_ACTUALS | JX_TAKES_PROJECT | JX_TAKES_OUTPUT | JX_TAKES_ENCODING |
             JX_TAKES_PLUGINS,
    .run = run,
};

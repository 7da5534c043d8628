// SPDX-License-Identifier: MIT
// jixiao check: every fault of the tables, with file and line. A correct table prints nothing.
#include "cli/command.h"
#include "cli/session.h"

static int run(const jx_options *options, jx_error *err)
{
    jx_session session;
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_PROJECT_FILE_MISSING, JX_STR_NONE);
    }
    jx_status status = jx_session_open(&session, options, options->operand_count);
    jx_session_close(&session);
    return -status;
}

const jx_command jx_command_check = {
    .name = "check",
    .usage = "PROJECT.ini|DIR…",
    .says = {"检查项目文件，列出全部错误", "check project files and list every fault"},
    .takes = JX_TAKES_PLUGINS,
    .run = run,
};

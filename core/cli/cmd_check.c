// SPDX-License-Identifier: MIT
// jixiao check: every fault of the tables, with file and line, and what is worth telling of those that have none: a correct
// table prints nothing above info.
#include "cli/command.h"
#include "cli/say.h"
#include "cli/session.h"
#include "wording/audit.h"

// Says the findings of every table; answers the gravest.
static jx_severity say_findings(const jx_session *session)
{
    jx_severity worst = JX_INFO;
    for (size_t i = 0; i < session->count; i++) {
        const jx_findings *findings = &session->plans[i]->findings;
        const jx_severity severity = jx_findings_worst(findings);
        jx_say_findings(findings);
        worst = severity > worst ? severity : worst;
    }
    return worst;
}

// Words against keys, and what auditors complain about.
static jx_status audit(jx_session *session, jx_error *err)
{
    const jx_vocabulary *vocabulary = NULL;
    jx_status status = jx_session_vocabulary(session, &vocabulary, err);
    for (size_t i = 0; i < session->count && status == JX_OK; i++) {
        status =
            jx_audit(session->projects[i], &session->sources, vocabulary, session->plans[i], err);
    }
    return status;
}

static int run(const jx_options *options, jx_error *err)
{
    jx_session session;
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_PROJECT_FILE_MISSING, JX_STR_NONE);
    }
    jx_status status = jx_session_open(&session, options, options->operand_count);
    if (session.count != 0) {
        status = jx_status_worse(status, audit(&session, err));
    }
    const jx_severity worst = say_findings(&session);
    jx_session_close(&session);
    return status == JX_OK && worst >= JX_WARNING ? JX_EXIT_INCOMPLETE : -status;
}

const jx_command jx_command_check = {
    .name = "check",
    .usage = "PROJECT.ini|DIR…",
    .says = {"检查项目文件，列出全部错误和发现",
             "check project files and list every fault and finding"},
    .takes = JX_TAKES_PLUGINS,
    .run = run,
};

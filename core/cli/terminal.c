// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool jx_terminal_is_output(const char *output)
{
    return (output == NULL || strcmp(output, "-") == 0) && isatty(STDOUT_FILENO) == 1;
}

bool jx_terminal_has_colour(const char *output)
{
    const char *refused = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    bool dumb = term == NULL || strcmp(term, "dumb") == 0;
    return !dumb && (refused == NULL || refused[0] == '\0') && jx_terminal_is_output(output);
}

jx_status jx_terminal_check(const jx_reporter *reporter, const char *output, jx_error *err)
{
    enum { SUGGESTED = 64 };
    char suggested[SUGGESTED];
    if (!reporter->binary || !jx_terminal_is_output(output)) {
        return JX_OK;
    }
    (void)snprintf(suggested, sizeof suggested, "FILE.%s", reporter->name);
    return jx_fail(err, NULL, JX_MESSAGE_OUTPUT_TERMINAL, jx_str_of(reporter->name),
                   jx_str_of(suggested));
}

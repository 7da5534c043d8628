// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool jx_terminal_takes(const char *output)
{
    const bool standard = output == NULL || strcmp(output, "-") == 0;
    return standard && isatty(STDOUT_FILENO) == 1;
}

bool jx_terminal_has_colour(const char *output)
{
    const char *refused = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    bool dumb = term == NULL || strcmp(term, "dumb") == 0;
    return !dumb && (refused == NULL || refused[0] == '\0') && jx_terminal_takes(output);
}

// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool jx_terminal_has_colour(const char *output)
{
    const char *refused = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    bool standard = output == NULL || strcmp(output, "-") == 0;
    bool dumb = term == NULL || strcmp(term, "dumb") == 0;
    return standard && !dumb && (refused == NULL || refused[0] == '\0') &&
           isatty(STDOUT_FILENO) == 1;
}

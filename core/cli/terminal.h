// SPDX-License-Identifier: MIT
// Whether results are read by a person at a terminal. [main-thread]
#ifndef JIXIAO_CLI_TERMINAL_H
#define JIXIAO_CLI_TERMINAL_H

#include "report/report.h"

#include <stdbool.h>

// Colour only where standard output is a terminal, no -o was given, TERM is not `dumb` and NO_COLOR is not set.
bool jx_terminal_has_colour(const char *output);

// Whether what is written to `output` (of -o) goes to a terminal.
bool jx_terminal_is_output(const char *output);

// Refuses a report that no terminal can show where it would be written to one. Errors: JX_EUSAGE.
jx_status jx_terminal_check(const jx_reporter *reporter, const char *output, jx_error *err);

#endif

// SPDX-License-Identifier: MIT
// Whether results are read by a person at a terminal. [main-thread]
#ifndef JIXIAO_CLI_TERMINAL_H
#define JIXIAO_CLI_TERMINAL_H

#include <stdbool.h>

// Colour only where standard output is a terminal, no -o was given, TERM is not `dumb` and NO_COLOR is not set.
bool jx_terminal_has_colour(const char *output);

// Whether standard output, which is a terminal, takes the results.
bool jx_terminal_takes(const char *output);

#endif

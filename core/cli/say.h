// SPDX-License-Identifier: MIT
// What the command says on standard error. [main-thread]
#ifndef JIXIAO_CLI_SAY_H
#define JIXIAO_CLI_SAY_H

#include "base/error.h"
#include "model/finding.h"

// A line, with the command's name before it.
void jx_say(const char *line);

// The error's text; returns its status.
jx_status jx_say_error(const jx_error *err);

// That memory is out; returns JX_ESYSTEM.
jx_status jx_say_memory(jx_lang lang);

// The first faults whole, and how many more there are.
void jx_say_faults(const jx_faults *faults);

// Every finding, a line each.
void jx_say_findings(const jx_findings *findings);

#endif

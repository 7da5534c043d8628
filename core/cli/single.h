// SPDX-License-Identifier: MIT
// One project of one actuals file: what score and explain have in common. [main-thread]
#ifndef JIXIAO_CLI_SINGLE_H
#define JIXIAO_CLI_SINGLE_H

#include "cli/options.h"
#include "cli/session.h"
#include "model/scorecard.h"

// Adds to `out` what the command has to say of the scorecard.
typedef jx_status (*jx_single_render)(const jx_session *session,
                                      const jx_options *options,
                                      const jx_scorecard *card,
                                      jx_text *out,
                                      jx_error *err);

// Scores the one project of the actuals, or the one that --project names, renders its scorecard and writes it, whole or not
// at all: only where its actuals are valid and no other project can have been meant. Returns the exit code.
int jx_single_run(const jx_options *options, jx_single_render render, jx_error *err);

#endif

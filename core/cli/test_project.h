// SPDX-License-Identifier: MIT
// The cases of one project, run. [main-thread]
#ifndef JIXIAO_CLI_TEST_PROJECT_H
#define JIXIAO_CLI_TEST_PROJECT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/case_check.h"
#include "cli/options.h"
#include "score/coverage.h"
#include "score/plan.h"

#include <stdbool.h>

// What came of them; lives in the arena that it was made in.
typedef struct jx_project_test {
    bool sound; // the cases have no faults themselves: what follows holds
    jx_status
        status; // of the gravest fault that was said: of the cases, of a plugin or of a script
    jx_text failures; // each with what was expected and found
    jx_coverage coverage;
    jx_case_tally tally;
} jx_project_test;

// Scores every case of the file and holds it against what it expects. Reads to the end, so that one run tells all that is
// wrong with the cases; that is said on standard error. Errors: out of memory.
jx_status jx_test_project(jx_arena *arena,
                          const jx_options *options,
                          const jx_plan *plan,
                          const char *path,
                          jx_project_test *ret,
                          jx_error *err);

#endif

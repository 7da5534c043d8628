// SPDX-License-Identifier: MIT
// A function run in a process of its own, which may end as it likes. [main-thread]
#ifndef JIXIAO_TRIAL_CHILD_H
#define JIXIAO_TRIAL_CHILD_H

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

enum { JX_CHILD_OUTPUT = 200 };

typedef struct jx_child_end {
    bool timed_out;
    int signal; // that ended it; 0: none
    int code;   // its exit code, where neither of these
    // The beginning of what it wrote to standard output and standard error, ended by NUL.
    char output[JX_CHILD_OUTPUT];
} jx_child_end;

// Calls run(user) in a child and waits for its end, at most so many seconds; whatever the child has started is ended with it.
// The child has no standard input, dumps no core, and has 1 GiB of memory. Errors are JX_ESYSTEM.
jx_status jx_child_run(
    void (*run)(void *user), void *user, uint32_t seconds, jx_child_end *ret, jx_error *err);

#endif

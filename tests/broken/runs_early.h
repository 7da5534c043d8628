// SPDX-License-Identifier: MIT
// Ends the process as soon as the library is mapped: whoever tells it apart has not mapped it.
#ifndef JIXIAO_TESTS_BROKEN_RUNS_EARLY_H
#define JIXIAO_TESTS_BROKEN_RUNS_EARLY_H

#include <stdlib.h>

__attribute__((constructor)) static void run_early(void)
{
    abort();
}

#endif

// SPDX-License-Identifier: MIT
// Memory that runs out where a test says. The arena is compiled in here with a malloc of the test, every block its own; a
// program includes this once, before the headers of the core.
#ifndef JIXIAO_TESTS_SUPPORT_FAILING_MEMORY_H
#define JIXIAO_TESTS_SUPPORT_FAILING_MEMORY_H

#include "support/jx_test.h"

#include <stdbool.h>
#include <stdlib.h>

static size_t mallocs;                 // asked for so far
static size_t mallocs_left = SIZE_MAX; // before one that fails
static bool more_fail;                 // not only that one: all behind it
static bool malloc_failed;             // one did, since that was last set to false

static inline bool is_granted(void)
{
    mallocs++;
    if (mallocs_left == 0) {
        malloc_failed = true;
        mallocs_left = more_fail ? 0 : SIZE_MAX;
        return false;
    }
    mallocs_left--;
    return true;
}

static inline void *counted_malloc(size_t size)
{
    return is_granted() ? (malloc)(size) : NULL;
}

static inline void *counted_realloc(void *block, size_t size)
{
    return is_granted() ? (realloc)(block, size) : NULL;
}

#define JIXIAO_ONE_MALLOC_EACH 1
#define malloc(size)           counted_malloc(size)
#include "base/arena.c"
#undef malloc

#endif

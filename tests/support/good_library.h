// SPDX-License-Identifier: MIT
// A library without fault, and what the loader says of one that has some.
#ifndef JIXIAO_TESTS_SUPPORT_GOOD_LIBRARY_H
#define JIXIAO_TESTS_SUPPORT_GOOD_LIBRARY_H

#include "base/arena.h"
#include "base/error.h"

#define JX_GOOD_LIBRARY JX_TEST_BUILD_DIR "/tests/plugins/good.so"

// Its bytes, in the arena.
jx_str jx_read_good_library(jx_arena *arena);

// Fails unless the loader refuses the library at `path` with that message, which has `part` in it.
void jx_expect_unloadable(const char *path, jx_message message, const char *part);

#endif

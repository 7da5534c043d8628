// SPDX-License-Identifier: MIT
// The tests of the arena over again, in the mode that sanitizers and valgrind want.
#define JIXIAO_ONE_MALLOC_EACH 1
#include "unit/test_arena.c"

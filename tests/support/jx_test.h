// SPDX-License-Identifier: MIT
// The only file that includes cmocka.h, which wants these headers before it.
#ifndef JIXIAO_TESTS_SUPPORT_JX_TEST_H
#define JIXIAO_TESTS_SUPPORT_JX_TEST_H

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

#endif

// SPDX-License-Identifier: MIT
// Whole outputs compared with files.
#ifndef JIXIAO_TESTS_SUPPORT_GOLDEN_H
#define JIXIAO_TESTS_SUPPORT_GOLDEN_H

#include "base/str.h"

// Fails unless the text is what the file holds, where {version} stands for digits and dots; prints the first line that
// differs.
void jx_expect_golden(jx_str text, const char *path);

#endif

// SPDX-License-Identifier: MIT
// A project and its actuals without fault, for tests that spoil them or what stands around them.
#ifndef JIXIAO_TESTS_SUPPORT_BAD_FILES_H
#define JIXIAO_TESTS_SUPPORT_BAD_FILES_H

#include "base/str.h"
#include "support/jx_scratch.h"

enum { JX_BAD_WORDS = 4 };

extern const char jx_good_project[];
extern const char jx_good_actuals[];

// A folder with p.ini and a.csv of these texts; to be ended by jx_scratch_end.
jx_scratch jx_bad_files_begin(jx_str project, jx_str actuals);

// Runs the command in the folder and fails unless it ends with that code, prints no result, and says each of the words;
// NULL from the last one on.
void jx_expect_refusal(const jx_scratch *scratch,
                       const char *arguments,
                       int code,
                       const char *const says[JX_BAD_WORDS]);

#endif

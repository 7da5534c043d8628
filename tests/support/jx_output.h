// SPDX-License-Identifier: MIT
// Outputs opened and written where that must work.
#ifndef JIXIAO_TESTS_SUPPORT_JX_OUTPUT_H
#define JIXIAO_TESTS_SUPPORT_JX_OUTPUT_H

#include "base/output.h"
#include "support/jx_folder.h"

static inline jx_output *jx_output_begin(jx_folder *folder, const char *path)
{
    jx_output *output = NULL;
    assert_int_equal(jx_output_open(path, &output, &folder->err), JX_OK);
    assert_non_null(output);
    return output;
}

static inline void jx_output_text(jx_output *output, const char *text)
{
    assert_int_equal(jx_output_write(output, jx_str_of(text), NULL), JX_OK);
}

// Runs the tests, each in a folder of its own.
static inline int jx_output_run(const jx_folder_test *tests, size_t count, const char *group)
{
    static jx_rows all;
    for (size_t i = 0; i < count; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, NULL);
        all.tests[i].setup_func = jx_folder_enter;
        all.tests[i].teardown_func = jx_folder_leave;
    }
    return jx_rows_run(&all, group);
}

#endif

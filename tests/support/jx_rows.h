// SPDX-License-Identifier: MIT
// Tables of tests: every row is a cmocka test of its own, under its own name. A row is a structure whose first
// member is `const char *name`; its test finds the row in *state.
#ifndef JIXIAO_TESTS_SUPPORT_JX_ROWS_H
#define JIXIAO_TESTS_SUPPORT_JX_ROWS_H

#include "base/error.h"
#include "base/str.h"
#include "support/jx_test.h"

#include <stdlib.h>
#include <string.h>

enum { JX_ROWS_MOST = 1000 };

typedef struct jx_rows {
    struct CMUnitTest tests[JX_ROWS_MOST];
    size_t count;
} jx_rows;

static inline void jx_rows_add_one(jx_rows *all,
                                   const char *name,
                                   CMUnitTestFunction run,
                                   const void *row)
{
    if (all->count == JX_ROWS_MOST) {
        abort();
    }
    all->tests[all->count++] = (struct CMUnitTest){
        .name = name,
        .test_func = run,
        .initial_state = (void *)(uintptr_t)row,
    };
}

static inline void jx_rows_add_all(
    jx_rows *all, const void *rows, size_t count, size_t stride, CMUnitTestFunction run)
{
    for (size_t i = 0; i < count; i++) {
        const void *row = (const char *)rows + i * stride;
        const char *name = NULL;
        memcpy(&name, row, sizeof name);
        jx_rows_add_one(all, name, run, row);
    }
}

#define JX_ROWS(all, table, run)                                                                   \
  jx_rows_add_all((all), (table), sizeof(table) / sizeof((table)[0]), sizeof((table)[0]), (run))

static inline int jx_rows_run(const jx_rows *all, const char *group)
{
    return _cmocka_run_group_tests(group, all->tests, all->count, NULL, NULL);
}

// Fails unless some row brings about each of these messages.
static inline void jx_expect_rows_of(const jx_message *messages,
                                     size_t count,
                                     bool (*has_row)(jx_message message))
{
    for (size_t i = 0; i < count; i++) {
        if (!has_row(messages[i])) {
            fail_msg("no row brings about %s", jx_message_find(messages[i])->id);
        }
    }
}

// Fails unless the text has just these bytes; `expected` NULL stands for JX_STR_NONE.
static inline void jx_expect_text(jx_str text, const char *expected)
{
    if (expected == NULL || text.data == NULL) {
        assert_ptr_equal(text.data, expected);
        return;
    }
    assert_int_equal(text.size, strlen(expected));
    assert_memory_equal(text.data, expected, text.size);
}

#endif

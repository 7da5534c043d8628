// SPDX-License-Identifier: MIT
// What can be wrong with a project file: a row for every message of the plan, and for what goes with it.
#ifndef JIXIAO_TESTS_SUPPORT_FAULT_ROWS_H
#define JIXIAO_TESTS_SUPPORT_FAULT_ROWS_H

#include "base/error.h"

#include <stddef.h>

// The plugins of the build and the odd one.
#define JX_FAULT_PLUGINS JX_TEST_PLUGIN_DIR ":" JX_TEST_BUILD_DIR "/tests/plugins"

// Project files of full score 10 with the indicator `it`.
#define PROJECT                 "[project]\nid = demo\nname = 示例\nfull = 10\n"
#define NAMED(extra)            "name = 指标\nweight = 10\n" extra
#define ITEM                    PROJECT "[indicator it]\ncategory = output\n"
#define ONE(keys)               ITEM NAMED(keys)
#define OF(category, keys)      PROJECT "[indicator it]\ncategory = " category "\n" NAMED(keys)
#define AT_HEAD(category, keys) PROJECT "[indicator it]§\ncategory = " category "\n" NAMED(keys)

enum { JX_FAULT_ROW_MOST = 5 };

// In the text § ends each line that a fault names.
typedef struct jx_fault_row {
    const char *name;
    const char *text;                       // of the project file
    jx_message messages[JX_FAULT_ROW_MOST]; // in the order they are found
    const char *says;                       // what the first says; NULL: not looked at
} jx_fault_row;

// The test of a jx_fault_row.
void jx_fault_row_test(void **state);

typedef struct jx_fault_table {
    const jx_fault_row *rows;
    size_t count;
} jx_fault_table;

enum { JX_FAULT_KEY_TABLES = 3, JX_FAULT_TERM_TABLES = 2 };

// Keys, the head of the file, what is chosen by name; targets and levels, terms of methods.
extern const jx_fault_table jx_fault_keys[JX_FAULT_KEY_TABLES];
extern const jx_fault_table jx_fault_terms[JX_FAULT_TERM_TABLES];

#endif

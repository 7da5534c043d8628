// SPDX-License-Identifier: MIT
// A published table on its way to a project file: what each row means, as far as the table says. [main-thread]
#ifndef JIXIAO_IMPORT_DRAFT_H
#define JIXIAO_IMPORT_DRAFT_H

#include "base/arena.h"
#include "base/decimal.h"
#include "base/error.h"
#include "model/publication.h"
#include "rule/rule.h"
#include "score/plan.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct jx_import_row {
    const jx_publication_row *published; // NULL: a row that --budget-execution adds
    jx_str id;
    jx_str first;  // 一级指标 as written, here or above
    jx_str second; // 二级指标
    jx_wording
        wording; // category and subcategory by their names in project files; what a row has not is empty
    bool is_weighed;
    jx_decimal weight;  // where it is
    jx_reading reading; // the keys: of its rule, or of its target alone
    jx_words undecided; // what keeps it from being scored; NULL: nothing
} jx_import_row;

// What the command line says of the project; NULL: nothing.
typedef struct jx_import_wishes {
    const char *id;
    const char *name;
    const char *year;
    const char *output; // the id is that of the file, unless it is said
    bool budget_execution;
} jx_import_wishes;

typedef struct jx_import {
    const jx_publication *publication;
    jx_str id;
    jx_str name;
    jx_str year; // empty: nobody says
    jx_decimal full;
    jx_import_row *rows;
    size_t count;
    size_t undecided; // how many of them are
} jx_import;

// Reads every row: category, id, weight, wording. Faults (JX_ECONFIG) have the line and the column of the cell. What is in
// *ret lives as long as the publication and the arena.
jx_status jx_import_make(jx_arena *arena,
                         const jx_publication *publication,
                         const jx_import_wishes *wishes,
                         const jx_vocabulary *vocabulary,
                         const jx_plan_sources *sources,
                         jx_faults *faults,
                         jx_import *ret);

#endif

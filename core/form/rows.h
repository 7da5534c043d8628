// SPDX-License-Identifier: MIT
// What a form asks for: for each indicator of a plan, and for the project itself, which cells there are and what each of them
// expects. All of it lives in the arena it was made in. [main-thread]
#ifndef JIXIAO_FORM_ROWS_H
#define JIXIAO_FORM_ROWS_H

#include "score/plan.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum jx_form_kind {
    JX_FORM_ABSENT, // nothing is asked for
    JX_FORM_WORDS,  // any text
    JX_FORM_AMOUNT, // a number in `unit`
    JX_FORM_RATE,   // a number that may be written with %, kept as it is typed
    JX_FORM_DAY,    // a date, perhaps in part
    JX_FORM_CHOICE  // one of `choices`
} jx_form_kind;

typedef struct jx_form_cell {
    jx_form_kind kind;
    bool whole;
    bool above;          // the least is itself too little
    bool not_applicable; // 不适用 may stand there
    jx_bound least;
    jx_bound most;
    jx_str unit;
    const jx_str *choices;
    size_t choice_count;
    jx_str hint; // what is expected, in a sentence without full stop
} jx_form_cell;

typedef struct jx_form_column {
    jx_str key;   // of the actuals
    jx_str title; // for people
} jx_form_column;

typedef struct jx_form_row {
    const jx_table_row *row;   // NULL: the project's own inputs
    const jx_form_cell *cells; // by column
} jx_form_row;

typedef struct jx_form {
    const jx_table *table;
    jx_str project;                // as the actuals are to name it: the table's id, or ID/INSTANCE
    const jx_form_column *columns; // actual, baseline if any needs one, inputs, evidence, note
    size_t column_count;
    const jx_form_row
        *rows; // the indicators in file order, then the project where its script asks for something
    size_t row_count;
} jx_form;

// Makes the form of a plan. Errors: out of memory.
jx_status jx_form_make(
    jx_arena *arena, const jx_plan *plan, jx_lang lang, jx_form *ret, jx_error *err);

#endif

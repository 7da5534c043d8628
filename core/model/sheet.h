// SPDX-License-Identifier: MIT
// Which cells a project's actuals have: the slots that a reader fills and the scorer reads. A slot is found by
// name once per column, never per row.
#ifndef JIXIAO_MODEL_SHEET_H
#define JIXIAO_MODEL_SHEET_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The first slots of every indicator, then its inputs in declared order.
enum { JX_SLOT_ACTUAL, JX_SLOT_BASELINE, JX_SLOT_NOTE, JX_SLOT_EVIDENCE, JX_SLOT_INPUTS };

// The columns of these slots.
extern const char *const jx_slot_names[JX_SLOT_INPUTS];

// The columns in which the cases of rule authors state what they expect.
enum {
    JX_EXPECTED_POINTS, // the first two of an indicator, too
    JX_EXPECTED_REASON,
    JX_EXPECTED_TOTAL,
    JX_EXPECTED_GRADE,
    JX_EXPECTED_STATUS,
    JX_EXPECTED_COUNT
};
extern const char *const jx_expected_names[JX_EXPECTED_COUNT];

// Whether a column of that name is the host's own: no input may have it. [any-thread]
bool jx_sheet_owns(jx_str column);

typedef struct jx_sheet_row {
    jx_str id;            // the indicator's; empty for the project's own row, which has inputs only
    uint32_t first;       // its first slot
    const jx_str *inputs; // names of its inputs
    uint32_t input_count;
    jx_str name; // the indicator's, for people
} jx_sheet_row;

typedef struct jx_sheet {
    jx_str project;           // the project's id
    const jx_sheet_row *rows; // the indicators in file order, then the project's own
    uint32_t row_count;
    uint32_t slot_count;
} jx_sheet;

#define JX_NO_SLOT UINT32_MAX

// The row of that indicator (empty id: the project's own), or NULL.
const jx_sheet_row *jx_sheet_find_row(const jx_sheet *sheet, jx_str id);

// The row of the only indicator of that name; NULL where there is none, or *ret_several.
const jx_sheet_row *jx_sheet_find_named(const jx_sheet *sheet, jx_str name, bool *ret_several);

// The slot of a column of that row: "actual", "baseline", "note", "evidence" or an input's name; JX_NO_SLOT where
// it has none such. [any-thread]
uint32_t jx_sheet_find_slot(const jx_sheet_row *row, jx_str column);

#endif

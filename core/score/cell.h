// SPDX-License-Identifier: MIT
// Cells of the actuals: text to figure, by the form that the plan settled for the indicator. [score-thread]
#ifndef JIXIAO_SCORE_CELL_H
#define JIXIAO_SCORE_CELL_H

#include "base/error.h"
#include "base/str.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jx_bound {
    bool given;
    bool rates; // holds for rates written with % as well
    jx_decimal at;
} jx_bound;

// What a cell `actual` must look like.
typedef struct jx_cell_form {
    uint32_t actual; // JX_ACTUAL_…
    bool chooses;    // JX_ACTUAL_LEVEL written LEVEL:N%
    bool whole;      // amounts, not rates
    jx_str unit;
    jx_bound minimum;
    jx_bound maximum;
    const jx_str *levels; // best first
    size_t level_count;
} jx_cell_form;

// What a cell said.
typedef struct jx_cell_value {
    bool percent; // written with %
    jx_figure figure;
} jx_cell_value;

// Reads an actual. `counts` holds level_count answers where the form is JX_ACTUAL_COUNTS, and is filled. Errors are
// JX_EDATA and say what was expected and found; `place` and `err` may be NULL where nobody reads the message.
jx_status jx_cell_read(const jx_cell_form *form,
                       jx_str text,
                       const jx_place *place,
                       int64_t *counts,
                       jx_cell_value *ret,
                       jx_error *err);

// Reads a baseline: a number in the form's unit; whole where an actual is, without bounds.
jx_status jx_cell_read_baseline(
    const jx_cell_form *form, jx_str text, const jx_place *place, jx_decimal *ret, jx_error *err);

// Whether the cell says 不适用 or n/a.
bool jx_cell_is_not_applicable(jx_str text);

// The names, parted by 、 or commas, as an argument of a message; shortened by the message itself.
jx_str jx_cell_list_levels(
    const jx_str *levels, size_t count, jx_lang lang, char *buffer, size_t size);

#endif

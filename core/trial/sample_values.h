// SPDX-License-Identifier: MIT
// Values to try a plugin with: usual ones, and those at the ends of what is allowed. [main-thread]
#ifndef JIXIAO_TRIAL_SAMPLE_VALUES_H
#define JIXIAO_TRIAL_SAMPLE_VALUES_H

#include "base/arena.h"
#include "score/cell.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>

typedef enum jx_sample_choice {
    JX_SAMPLE_ABSENT, // only what is required is stated
    JX_SAMPLE_USUAL,
    JX_SAMPLE_LEAST,
    JX_SAMPLE_GREATEST,
    JX_SAMPLE_CHOICES
} jx_sample_choice;

// Sets *ret to a value of the field, as a project file or the actuals write it, ended by NUL; to NULL where none is to
// be stated. False where memory is out. `levels` are those of the indicator, best first.
bool jx_sample_value(jx_arena *arena,
                     const jx_field *field,
                     jx_sample_choice choice,
                     const jx_str *levels,
                     size_t level_count,
                     const char **ret);

// One row of actuals.
typedef struct jx_sample_row {
    const char *actual;
    const char *baseline; // NULL: none
    jx_sample_choice inputs;
} jx_sample_row;

typedef struct jx_sample_rows {
    jx_sample_row *rows;
    size_t count;
    bool failed; // memory ran out
} jx_sample_rows;

// Rows for actuals of that form: met and missed, nothing, rubbish, and figures at the ends of what can be computed.
// Where the indicator has inputs, each with several of them.
jx_sample_rows jx_sample_actuals(jx_arena *arena, const jx_cell_form *form, bool has_inputs);

#endif

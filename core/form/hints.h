// SPDX-License-Identifier: MIT
// The cells of a form: what each expects, and how that is said. [main-thread]
#ifndef JIXIAO_FORM_HINTS_H
#define JIXIAO_FORM_HINTS_H

#include "form/rows.h"

// Of the indicator: its actual, its baseline. JX_STR_NONE as the hint says that memory is out.
jx_form_cell jx_form_actual(jx_arena *arena, const jx_plan *plan, size_t index, jx_lang lang);
jx_form_cell jx_form_baseline(jx_arena *arena, const jx_plan *plan, size_t index, jx_lang lang);

// A further column; `form` is that of the indicator, NULL for the project's own.
jx_form_cell jx_form_input(jx_arena *arena,
                           const jx_field *field,
                           const jx_cell_form *form,
                           jx_lang lang);

#endif

// SPDX-License-Identifier: MIT
// What a cell of a form accepts and says of itself, as the library of workbooks has it. [main-thread]
#ifndef JIXIAO_FORM_VALIDATION_H
#define JIXIAO_FORM_VALIDATION_H

#include "base/workbook.h"
#include "form/rows.h"

// Sets hint, drop-down and check of a cell of the sheet that is written.
void jx_form_validate(jx_workbook *book,
                      uint32_t row,
                      uint16_t column,
                      const jx_form_cell *cell,
                      jx_str title,
                      jx_lang lang);

// Marks a percentage between 0 and 1 that was typed without its sign: it may have been meant a hundred times as large.
void jx_form_mark_fraction(jx_workbook *book, uint32_t row, uint16_t column, size_t look);

#endif

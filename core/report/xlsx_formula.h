// SPDX-License-Identifier: MIT
// Formulas over the sheets of a batch, from templates. What they compare, they compare exactly: no text of users is taken for a
// pattern, a comparison or a number. [main-thread]
#ifndef JIXIAO_REPORT_XLSX_FORMULA_H
#define JIXIAO_REPORT_XLSX_FORMULA_H

#include "report/xlsx_batch.h"

// A cell of the row that is being written: the formula, which starts with '=', and the exact number that it comes to.
// {rank} {grade} {total} {state} {points} and {category} {id} {lost} in it are columns of the ranking and of the losses, {graded}
// is the total of those with a grade, {ranking} the name of that sheet, {row} the row that is being written, from 1, {at} that
// number; {points} belongs to the at-th column of the report. Where the other sheets could not hold everything, a formula over
// them would be wrong: the number goes alone.
void jx_batch_formula(jx_batch_page *batch,
                      uint16_t column,
                      jx_paper_look look,
                      const char *template,
                      size_t at,
                      jx_decimal number);

#endif

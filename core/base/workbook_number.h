// SPDX-License-Identifier: MIT
// Numbers as spreadsheets hold them: the only binary floating point of the host, for display. [any-thread]
#ifndef JIXIAO_BASE_WORKBOOK_NUMBER_H
#define JIXIAO_BASE_WORKBOOK_NUMBER_H

#include "base/decimal.h"

#include <stdbool.h>

// The number nearest to the decimal; false where its digits are more than the 15 that a spreadsheet keeps.
bool jx_workbook_number_of(jx_decimal decimal, double *ret);

#endif

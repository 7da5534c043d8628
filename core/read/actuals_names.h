// SPDX-License-Identifier: MIT
// The names for programs of columns whose headings are for people. [any-thread]
#ifndef JIXIAO_READ_ACTUALS_NAMES_H
#define JIXIAO_READ_ACTUALS_NAMES_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

extern const jx_str jx_actuals_own; // what names begin with that nobody reads

// Sets the name and whether it is of no use of each column by its trimmed heading: headings that are names already stay.
void jx_actuals_name_columns(const jx_str *headings, size_t count, jx_str *names, bool *apart);

#endif

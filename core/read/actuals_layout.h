// SPDX-License-Identifier: MIT
// Which rows of actuals are for people and hold none: totals, remarks, signatures, the headings again at the top of a
// page. One rule for text and for workbooks. [any-thread]
#ifndef JIXIAO_READ_ACTUALS_LAYOUT_H
#define JIXIAO_READ_ACTUALS_LAYOUT_H

#include "read/actuals_columns.h"

// The columns of a file or sheet, lent.
typedef struct jx_layout {
    jx_sheets sheets;
    const jx_str *headings; // as written
    const jx_str *names;    // for programs
    const bool *apart;      // columns that have nothing to read
    size_t count;
    size_t project;   // the column, or JX_NO_COLUMN
    size_t indicator; // likewise
    bool is_long;
} jx_layout;

// Whether the row is passed over: its project (or what it begins with, where it tells none) is a total, or it begins so, or
// like a signature, and names no indicator, or like a remark and has no value either.
bool jx_layout_passes(const jx_layout *layout, const jx_str *cells, size_t count);

#endif

// SPDX-License-Identifier: MIT
// Which row of a sheet names the columns of actuals. [any-thread]
#ifndef JIXIAO_READ_XLSX_HEAD_H
#define JIXIAO_READ_XLSX_HEAD_H

#include "base/arena.h"
#include "read/actuals_columns.h"
#include "read/xlsx_sheet.h"

#include <stdbool.h>

// Among so many rows with text, and up to that row, a sheet has its head.
enum { JX_XLSX_HEAD_ROWS = 40, JX_XLSX_HEAD_LAST = 4096 };

typedef enum jx_xlsx_what {
    JX_XLSX_NO_HEAD,
    JX_XLSX_LONG,   // a row for each indicator
    JX_XLSX_WIDE,   // a row for each project
    JX_XLSX_SUSPECT // no head, but what only actuals have: columns of them, ids of indicators
} jx_xlsx_what;

// What a row is. A head has the name `indicator` or `project`, or headings of an indicator and its actual, or of a project
// and a column that a row for each project has, or two of these. *ret_column is where a suspect one has what makes it so.
jx_xlsx_what jx_xlsx_head_find(const jx_xlsx_row *row, jx_sheets sheets, uint32_t *ret_column);

// A head and its columns, copied.
typedef struct jx_xlsx_head {
    jx_xlsx_what what;
    uint32_t row;
    bool is_hidden;   // the row
    size_t count;     // columns
    jx_str *headings; // as written
    jx_str *names;    // for programs
    bool *apart;      // columns of no use
    size_t project;   // the column, or JX_NO_COLUMN
    size_t indicator; // likewise
} jx_xlsx_head;

// False where memory is out.
bool jx_xlsx_head_take(jx_arena *arena,
                       const jx_xlsx_row *row,
                       jx_xlsx_what what,
                       jx_xlsx_head *ret);

#endif

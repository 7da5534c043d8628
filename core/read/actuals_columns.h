// SPDX-License-Identifier: MIT
// The first line of actuals: which slot of each sheet a column fills, found once.
#ifndef JIXIAO_READ_ACTUALS_COLUMNS_H
#define JIXIAO_READ_ACTUALS_COLUMNS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/sheet_path.h"
#include "model/sheet.h"
#include "read/csv.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JX_NO_COLUMN SIZE_MAX

// In place of a slot, where JX_NO_SLOT says that the column holds nothing to read (project, indicator, x-…): its cell must be
// empty, as the column belongs to others, or has no heading.
#define JX_FOREIGN_SLOT (UINT32_MAX - 1)

typedef struct jx_columns {
    const jx_str *names;    // for programs, whatever the headings say
    const jx_str *headings; // as written, trimmed
    size_t count;
    bool is_sheet;     // of a workbook
    bool is_long;      // a row for each indicator; else a row for each project
    size_t project;    // the column of that name, or JX_NO_COLUMN
    size_t indicator;  // likewise
    uint32_t **slots;  // of each sheet: by column; of long ones by row of the sheet, then column
    bool *read_by_any; // by column
    bool *apart;       // by column: it has nothing to read, whatever the projects
    uint32_t **
        cells; // of sheets of workbooks, by project: the column of each slot, from 1; NULL elsewhere
} jx_columns;

typedef struct jx_sheets {
    const jx_sheet *const *rows;
    size_t count;
} jx_sheets;

// Whether a row for each project may have a column of that name. [any-thread]
bool jx_columns_knows_wide(const jx_sheet *sheet, jx_str name);

// What people call the column: its number, or in a workbook its letters. [any-thread]
jx_str jx_columns_label(const jx_columns *columns, size_t column, char buffer[JX_CELL_NAME]);

// Resolves the columns that the record names; all is put into the arena. Errors are JX_EDATA: a column given twice or known to
// no sheet, no column `project` where there are several sheets, no column `actual` beside `indicator`; JX_ESYSTEM.
jx_status jx_columns_resolve(jx_arena *arena,
                             const char *file,
                             const jx_record *record,
                             jx_sheets sheets,
                             jx_columns *ret,
                             jx_error *err);

#endif

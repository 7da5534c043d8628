// SPDX-License-Identifier: MIT
// Actuals in workbooks: which sheets have them, and each as a file of comma-separated values. Sheets without a head of actuals
// are passed over; one that has none and yet what only actuals have is an error, and so is a hidden one with actuals.
// One serves one thread.
#ifndef JIXIAO_READ_XLSX_ACTUALS_H
#define JIXIAO_READ_XLSX_ACTUALS_H

#include "base/folder.h"
#include "read/actuals_columns.h"
#include "read/xlsx_workbook.h"

// Actuals by sheet, of the workbook that was asked for last. What is zero but for its sheets is ready.
typedef struct jx_xlsx_actuals {
    jx_sheets sheets; // the projects that rows may belong to
    jx_xlsx *book;    // NULL: none is open
} jx_xlsx_actuals;

// Sets *ret to the paths of the workbook's sheets that have actuals (see base/sheet_path.h), in the order of their tabs, in the
// arena. Errors are JX_EDATA: those of reading, see above, no sheet at all with actuals; JX_ESYSTEM.
jx_status jx_xlsx_actuals_list(
    jx_xlsx_actuals *it, jx_arena *arena, const char *path, jx_paths *ret, jx_error *err);

// Opens the sheet at that path. The file is the caller's. Errors: those of reading, and of writing the file.
jx_status jx_xlsx_actuals_open(
    jx_xlsx_actuals *it, jx_arena *arena, const char *path, int *ret, jx_error *err);

// Closes the workbook.
void jx_xlsx_actuals_close(jx_xlsx_actuals *it);

#endif

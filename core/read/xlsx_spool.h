// SPDX-License-Identifier: MIT
// A sheet of actuals written out as comma-separated values, into a file without a name: from there on it is read, cut and handed
// to workers like any other. Line N is row N of the sheet, CR a line break within a cell; what stands above the head and
// in columns of no use is left out. What stands in columns without any heading is kept, for whoever reads on to refuse.
#ifndef JIXIAO_READ_XLSX_SPOOL_H
#define JIXIAO_READ_XLSX_SPOOL_H

#include "read/xlsx_head.h"

enum { JX_XLSX_SPOOL = 1 << 30 }; // bytes of the largest

// What a sheet is, by its first rows; *ret_place is where a head or a suspect row stands. Errors: those of reading it.
jx_status jx_xlsx_sheet_look(const jx_xlsx *book,
                             const jx_xlsx_sheet *sheet,
                             jx_sheets sheets,
                             jx_xlsx_what *ret,
                             jx_place *ret_place,
                             jx_error *err);

// Writes the sheet, which has a head, and sets *ret to the file, open at its beginning. Errors: those of reading it, of
// writing, a sheet too large.
jx_status jx_xlsx_spool(
    const jx_xlsx *book, const jx_xlsx_sheet *sheet, jx_sheets sheets, int *ret, jx_error *err);

#endif

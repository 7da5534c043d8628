// SPDX-License-Identifier: MIT
// What kind of file pretends to be a workbook, by its bytes. [any-thread]
#ifndef JIXIAO_READ_XLSX_KIND_H
#define JIXIAO_READ_XLSX_KIND_H

#include "base/error.h"

// Refuses a file that is no ZIP archive: a workbook under a password, one of the old binary format, anything else, nothing at
// all. Errors are JX_EDATA.
jx_status jx_xlsx_kind_check(const char *path, jx_error *err);

#endif

// SPDX-License-Identifier: MIT
// The file of a workbook: a ZIP archive of parts. Refuses what is none, what is locked or holds macros, and parts that would
// grow beyond measure. One package serves one thread.
#ifndef JIXIAO_READ_XLSX_PACKAGE_H
#define JIXIAO_READ_XLSX_PACKAGE_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    JX_XLSX_FILE = 1 << 28,  // bytes of the largest file
    JX_XLSX_PART = 1 << 28,  // of its largest part, unpacked
    JX_XLSX_RATIO = 200,     // how many times larger a part may become
    JX_XLSX_SMALL = 1 << 21, // bytes of a part whose ratio does not matter
    JX_XLSX_PARTS = 10000    // of one file
};

typedef struct jx_xlsx_package jx_xlsx_package;
typedef struct jx_xlsx_part jx_xlsx_part;

// Whether the file's name ends as those of workbooks do, whatever kind of workbook: .xlsx, and others that are refused
// with a word on what to do. [any-thread]
bool jx_xlsx_is_named(const char *path);

// Opens the file; `path` must outlive the package. Errors are JX_EDATA (see above) and JX_ESYSTEM.
jx_status jx_xlsx_package_open(const char *path, jx_xlsx_package **ret, jx_error *err);

// Closes and frees. NULL is allowed.
void jx_xlsx_package_close(jx_xlsx_package *package);

// Whether there is a part of that name, without a slash before it.
bool jx_xlsx_package_has(const jx_xlsx_package *package, jx_str name);

// Opens a part, to be closed before its package. *ret is NULL where there is none such. Errors are JX_EDATA: locked, too
// large by what the file says; JX_ESYSTEM.
jx_status jx_xlsx_part_open(jx_xlsx_package *package,
                            jx_str name,
                            jx_xlsx_part **ret,
                            jx_error *err);

// Reads the next bytes, 0 at the end; below 0 where there is a fault, told by jx_xlsx_part_fault.
int jx_xlsx_part_read(jx_xlsx_part *part, char *to, int most);

// The error that reading met; JX_OK: none.
jx_status jx_xlsx_part_fault(const jx_xlsx_part *part, jx_error *err);

// Lent: the part's name, the file's path.
jx_str jx_xlsx_part_name(const jx_xlsx_part *part);
const char *jx_xlsx_part_path(const jx_xlsx_part *part);

// Closes and frees. NULL is allowed.
void jx_xlsx_part_close(jx_xlsx_part *part);

#endif

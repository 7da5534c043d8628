// SPDX-License-Identifier: MIT
// Rows of sheets whose ids and whose words for people have come apart: figures must not go to another indicator than the one
// they were written beside, nor be lost. [read-thread]
#ifndef JIXIAO_READ_XLSX_ROW_CHECK_H
#define JIXIAO_READ_XLSX_ROW_CHECK_H

#include "base/error.h"
#include "read/actuals_columns.h"
#include "read/xlsx_head.h"

#include <stdbool.h>

// Refuses a row of a form, whose head is hidden, that has no ids and holds what somebody filled in. `had_name`: a row above it
// had them. Errors are JX_EDATA.
jx_status jx_xlsx_check_nameless(const jx_xlsx_head *head,
                                 const jx_xlsx_row *row,
                                 bool had_name,
                                 const char *path,
                                 jx_error *err);

// Refuses a row whose id is one indicator's while its words are the name of another one: only the visible columns were sorted, or
// copied. Errors are JX_EDATA.
jx_status jx_xlsx_check_names(const jx_xlsx_head *head,
                              const jx_xlsx_row *row,
                              jx_sheets sheets,
                              const char *path,
                              jx_error *err);

// Refuses a row of a form that is of another project: a form, whose head is hidden, tells whose it is by the project's id, with
// or without an instance behind it; other words are an instance of the only project. Errors are JX_EDATA.
jx_status jx_xlsx_check_project(const jx_xlsx_head *head,
                                const jx_xlsx_row *row,
                                jx_sheets sheets,
                                const char *path,
                                jx_error *err);

#endif

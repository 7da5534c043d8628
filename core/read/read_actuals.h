// SPDX-License-Identifier: MIT
// Reads actuals, one project at a time, whatever the file's format and shape: memory does not grow with the number
// of projects. One reader serves one thread.
#ifndef JIXIAO_READ_READ_ACTUALS_H
#define JIXIAO_READ_READ_ACTUALS_H

#include "base/error.h"
#include "model/observations.h"
#include "model/sheet.h"
#include "read/actuals_columns.h"
#include "read/part.h"
#include "read/source.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct jx_actuals jx_actuals;

// Opens `path` ("-": standard input) and reads its head. `path` and `sheets`, the projects that rows may belong to,
// must outlive the reader. With one sheet any value of the column `project` is an instance of it; with several it
// must be ID or ID/INSTANCE of one of them. Errors: JX_EDATA (unreadable, empty, unknown columns), JX_ESYSTEM.
jx_status jx_actuals_open(const char *path,
                          jx_encoding encoding,
                          const jx_sheet *const *sheets,
                          size_t sheet_count,
                          jx_actuals **ret,
                          jx_error *err);

// Goes on with another file of the same projects, whatever its shape and columns; projects that came in the files
// before it are remembered. Errors: those of jx_actuals_open; the reader can then only be closed, or go on with
// yet another file.
jx_status jx_actuals_continue(jx_actuals *actuals, const char *path, jx_error *err);

#define JX_NO_SHEET UINT32_MAX

// The next project's observations, lent until the next call. *ret_more is false behind the last. A fault that concerns
// this project alone (a row too short, an indicator nobody knows, rows that do not stand together) is in ret->fault and
// reading goes on; a value of `project` that belongs to no sheet is such a fault too, with ret->sheet == JX_NO_SHEET
// and no cells. A fault after which nothing can be trusted (an open quote, bad encoding) is returned.
// A project that came before is a fault of its later rows. Rows without any text are passed over.
jx_status jx_actuals_next(jx_actuals *actuals, jx_observations *ret, bool *ret_more, jx_error *err);

// ---------------------------------------------------------------------------------------------- parts

// A reader of parts, which remembers nothing from one to the next but the columns. Errors are JX_ESYSTEM.
jx_status jx_actuals_new(const jx_sheet *const *sheets,
                         size_t sheet_count,
                         jx_lang lang,
                         jx_actuals **ret,
                         jx_error *err);

// Reads the columns that the part, the first of its file, or a file of its own, begins with; they serve until the next
// such call. Errors: those of jx_actuals_open.
jx_status jx_actuals_take_head(jx_actuals *actuals, const jx_part *part, jx_error *err);

// Goes on with a part, lent until it is read: jx_actuals_next gives its projects, and *ret_more is false behind them. Where
// it begins its file the head is passed over, unless `headless`. Errors: those of reading.
jx_status jx_actuals_take_part(jx_actuals *actuals,
                               const jx_part *part,
                               bool headless,
                               jx_error *err);

// Those of the head that was taken last.
const jx_columns *jx_actuals_columns(const jx_actuals *actuals);

// Makes it the project's fault, unless it has one, that it came before: of parts that is for others to know.
void jx_actuals_refuse_again(jx_actuals *actuals, jx_observations *observations);

// Closes and frees. NULL is allowed.
void jx_actuals_close(jx_actuals *actuals);

#endif

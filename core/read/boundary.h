// SPDX-License-Identifier: MIT
// Where projects end in raw bytes of actuals, whatever their encoding: commas, quotes and line ends are never part of
// another character, neither in UTF-8 nor in GB18030. [any-thread]
#ifndef JIXIAO_READ_BOUNDARY_H
#define JIXIAO_READ_BOUNDARY_H

#include "base/str.h"
#include "read/actuals_columns.h"
#include "read/encoding.h"

#include <stddef.h>

// Behind the last record that ends in the text, which begins with a record; 0 where none does.
size_t jx_boundary_of_records(jx_str text);

// The beginning of the last project of the text that does not begin it; 0 where there is none. Without columns, and where
// a row is a project, that is the last record's end.
size_t jx_boundary_of_projects(jx_str text, const jx_columns *columns, jx_encoding encoding);

// The project that a record names, trimmed, its inner quotes as written; *ret_end is where the next record begins, or 0
// where this one does not end in the text.
jx_str jx_boundary_project(jx_str text, size_t column, jx_encoding encoding, size_t *ret_end);

#endif

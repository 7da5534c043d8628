// SPDX-License-Identifier: MIT
// Cuts a whole record of CSV, without its line end and known to be well-formed, into fields.
#ifndef JIXIAO_READ_CSV_SPLIT_H
#define JIXIAO_READ_CSV_SPLIT_H

#include "base/str.h"

#include <stddef.h>

enum { JX_CSV_SLACK = 8 }; // bytes behind the record that may be looked at

// Of a record without any quote. `fields` has room for a field more than the record has bytes. Returns their
// count.
size_t jx_csv_split_plain(jx_str record, jx_str *fields);

// Of any record; quotes are taken off in place.
size_t jx_csv_split_quoted(char *record, size_t size, jx_str *fields);

#endif

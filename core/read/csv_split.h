// SPDX-License-Identifier: MIT
// Cuts a whole record of CSV, without its line end and known to be well-formed, into fields.
#ifndef JIXIAO_READ_CSV_SPLIT_H
#define JIXIAO_READ_CSV_SPLIT_H

#include "base/str.h"

#include <stddef.h>

enum { JX_CSV_SLACK = 16 }; // bytes behind the text that may be looked at
enum { JX_CSV_LINE = 1 << 16 };

// Of the line that the text begins with, if it has a byte, no quote, an end, at most JX_CSV_LINE bytes, and fewer fields than
// `room` by JX_CSV_SLACK; they are cut in the same go as its end is found. Returns how many bytes it has, its end
// included; 0 where it is none of this kind.
size_t jx_csv_split_line(jx_str text, jx_str *fields, size_t room, size_t *ret_count);

// Of a record without any quote. `fields` has room for a field more than the record has bytes. Returns their
// count.
size_t jx_csv_split_plain(jx_str record, jx_str *fields);

// Of any record; quotes are taken off in place.
size_t jx_csv_split_quoted(char *record, size_t size, jx_str *fields);

#endif

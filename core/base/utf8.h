// SPDX-License-Identifier: MIT
// UTF-8: checked once at the border, then trusted. All functions: [any-thread]
#ifndef JIXIAO_BASE_UTF8_H
#define JIXIAO_BASE_UTF8_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

// Whether the bytes are well-formed UTF-8 without NUL. On false *ret_bad, unless NULL, is the offset of the first
// bad byte.
bool jx_utf8_check(jx_str text, size_t *ret_bad);

// Whether the text is there, UTF-8, and on one line without control characters.
bool jx_utf8_is_line(jx_str text);

// How many columns a terminal draws the text in: 2 for Chinese characters, 0 for combining ones, 1 for
// characters of ambiguous width.
size_t jx_utf8_width(jx_str text);

// The longest beginning of at most `size` bytes that does not cut a character.
jx_str jx_utf8_cut(jx_str text, size_t size);

// The longest beginning that is drawn in at most `columns` columns.
jx_str jx_utf8_fit(jx_str text, size_t columns);

// Writes the text with full-width ASCII (U+FF01 to U+FF5E), ideographic spaces (U+3000), 。 between digits and
// the minus sign (U+2212) as plain ASCII into `buffer` and returns what was written, NUL not added;
// JX_STR_NONE where it does not fit into `size` bytes.
jx_str jx_utf8_narrow(jx_str text, char *buffer, size_t size);

enum { JX_UTF8_SHOWN = 10 }; // bytes of the longest number

// Cuts the first character off *rest, which is neither empty nor need be well-formed, and returns how it is shown:
// itself, or the number of what a terminal would obey or hide, as \x1b, \u202e or \U000e0001, and of a byte that is no
// UTF-8, as \xff. *ret_columns, unless NULL, is how many columns that has; a combining character counts as one, so that
// no line is long.
jx_str jx_utf8_show(jx_str *rest, char buffer[JX_UTF8_SHOWN], size_t *ret_columns);

#endif

// SPDX-License-Identifier: MIT
// Texts of users on their way out: what a terminal, a Markdown reader or a spreadsheet would take for something else
// than text. [any-thread]
#ifndef JIXIAO_REPORT_ESCAPE_H
#define JIXIAO_REPORT_ESCAPE_H

#include "base/text.h"

// For a terminal: line ends and tabs become blanks; other control characters, marks that turn the direction of writing and
// bytes that are no UTF-8 become visible, as \x1b or \u202e.
void jx_add_visible(jx_text *out, jx_str text);

// For a cell or a line of Markdown: nothing in the text is taken for markup, and it stays on its line.
void jx_add_markdown(jx_text *out, jx_str text);

// For a field of CSV (RFC 4180): quoted where it must be, its bytes unchanged. A text that a spreadsheet might take
// for a formula is left as it is too: programs rely on getting back what was written.
void jx_add_csv(jx_text *out, jx_str text);

// The same at `at`, where jx_csv_room(text) bytes are free; returns where it ends.
char *jx_write_csv(char *at, jx_str text);

static inline size_t jx_csv_room(jx_str text)
{
    return 2 * text.size + 2;
}

#endif

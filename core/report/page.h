// SPDX-License-Identifier: MIT
// Pages for a terminal: paragraphs and columns that line up by display width, in colour or without. Only blanks and
// ASCII are put between texts, so that columns line up wherever characters of ambiguous width are drawn wide.
// [any-thread]
#ifndef JIXIAO_REPORT_PAGE_H
#define JIXIAO_REPORT_PAGE_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum { JX_PAGE_COLUMNS = 100, JX_PAGE_GAP = 2, JX_PAGE_CELLS = 8 };

typedef enum jx_tone {
    JX_TONE_PLAIN,
    JX_TONE_STRONG,
    JX_TONE_FAINT,
    JX_TONE_GOOD,
    JX_TONE_LOST,
    JX_TONE_WARN,
    JX_TONE_BAD
} jx_tone;

// Where paragraphs go that are for something else than a terminal: as they are, neither made fit for one nor wrapped.
typedef struct jx_page_sink {
    void (*add)(void *user, jx_str lead, jx_str text, jx_tone tone);
    void *user;
} jx_page_sink;

typedef struct jx_page {
    jx_text *out;
    jx_lang lang;
    bool colour;
    const jx_page_sink *sink; // NULL: none, paragraphs go to `out`
    jx_text raw;              // scratch: texts as they are
    jx_text shown;            // scratch: the same made fit for a terminal
} jx_page;

// A column of a table, and a cell in it.
typedef struct jx_page_column {
    size_t width;
    bool right; // numbers stand to the right
} jx_page_column;

typedef struct jx_page_cell {
    jx_str text; // fit for a terminal
    size_t indent;
    jx_tone tone;
} jx_page_cell;

jx_page jx_page_on(jx_text *out, jx_lang lang, bool colour);

// Empties page->raw for a text to be shown, and returns it.
jx_text *jx_page_raw(jx_page *page);

// What page->raw holds made fit for a terminal, lent until the next call.
jx_str jx_page_shown(jx_page *page);

// Cuts the next line of at most `columns` off *rest: between words, never inside one unless it is longer than a line, and
// not before a mark that closes or behind one that opens.
jx_str jx_page_next_line(jx_str *rest, size_t columns);

// `lead` and behind it, from column `hang` on, the text that page->raw holds, wrapped with its lines hanging.
void jx_page_paragraph(jx_page *page, jx_page_cell lead, size_t hang, jx_tone tone);

// A row of at most JX_PAGE_CELLS cells, each wrapped in its column.
void jx_page_row(jx_page *page,
                 const jx_page_column *columns,
                 const jx_page_cell *cells,
                 size_t count);

// A line of dashes under every column.
void jx_page_rule(jx_page *page, const jx_page_column *columns, size_t count);

void jx_page_blank(jx_page *page);

#endif

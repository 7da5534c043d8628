// SPDX-License-Identifier: MIT
// Workbooks (.xlsx) being made, by libxlsxwriter, sheet after sheet. Texts may be any bytes: they are made safe on their way
// in. What goes wrong is remembered and told at the end. The same calls give the same bytes. [main-thread]
#ifndef JIXIAO_BASE_WORKBOOK_H
#define JIXIAO_BASE_WORKBOOK_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jx_workbook jx_workbook;
typedef struct lxw_workbook jx_workbook_file;   // for charts and the like
typedef struct lxw_worksheet jx_workbook_sheet; // for layout

typedef enum jx_align { JX_ALIGN_LEFT, JX_ALIGN_CENTER, JX_ALIGN_RIGHT } jx_align;

// A text for a library that takes it without const and does not change it.
static inline char *jx_workbook_lend(const char *text)
{
    const union {
        const char *in;
        char *out;
    } lent = {.in = text};
    return lent.out;
}

// How cells look: one const row, named by its index.
typedef struct jx_workbook_look {
    const char *number; // the number format; NULL: as it comes
    uint8_t size;       // of letters, in points
    jx_align align;
    bool bold;
    bool wrap;
    bool border;
    bool top;      // stands at the top of its cell, not in the middle
    bool unlocked; // may be filled in where the sheet is protected
    uint32_t fill; // 0xRRGGBB; 0: none
    uint32_t ink;  // 0xRRGGBB; 0: black
} jx_workbook_look;

// Of cells in a row, from the first to the last column, both inside; or of a block.
typedef struct jx_workbook_block {
    uint32_t row;
    uint16_t column;
    uint32_t last_row;
    uint16_t last_column;
} jx_workbook_block;

// Starts a workbook whose cells look like one of `looks`, which need not outlive the call. `streamed` keeps no sheet in memory:
// cells are then written row after row. Errors: JX_ESYSTEM. Ended by jx_workbook_close or jx_workbook_abandon.
jx_status jx_workbook_open(jx_arena *arena,
                           const jx_workbook_look *looks,
                           size_t count,
                           jx_lang lang,
                           bool streamed,
                           jx_workbook **ret,
                           jx_error *err);

// A further sheet, which is written from then on: its name is made what Excel allows, and unlike those before. NULL where that
// failed; the other functions then do nothing.
jx_workbook_sheet *jx_workbook_add(jx_workbook *book, jx_str name);

// The library's own objects, lent: the workbook; the sheet that is written, or NULL where it could not be added; its name; a
// look.
jx_workbook_file *jx_workbook_file_of(jx_workbook *book);
jx_workbook_sheet *jx_workbook_current(jx_workbook *book);
const char *jx_workbook_name(const jx_workbook *book);
struct lxw_format *jx_workbook_format(jx_workbook *book, size_t look);

// Where texts are kept that must outlive a call.
jx_arena *jx_workbook_arena(jx_workbook *book);

// What the library answered to a call of somebody else: 0, or what went wrong.
void jx_workbook_note(jx_workbook *book, uint32_t answer);

// A cell: a text; nothing but its look; a number, as text where a spreadsheet could not hold all its digits; a formula and
// the exact number that it comes to.
void jx_workbook_text(jx_workbook *book, uint32_t row, uint16_t column, size_t look, jx_str text);
void jx_workbook_blank(jx_workbook *book, uint32_t row, uint16_t column, size_t look);
void jx_workbook_number(
    jx_workbook *book, uint32_t row, uint16_t column, size_t look, jx_decimal number);
void jx_workbook_formula(jx_workbook *book,
                         uint32_t row,
                         uint16_t column,
                         size_t look,
                         const char *formula,
                         jx_decimal number);

// A text over a block of cells; one cell is no block, and a text all the same.
void jx_workbook_merged(jx_workbook *book, jx_workbook_block block, size_t look, jx_str text);

// The text fit for the library, of at most `most` units of UTF-16, ended by NUL: what neither XML nor a spreadsheet can hold is shown by its number, what is
// too long is cut and ends in an ellipsis. Lives as long as the arena; NULL where memory is out.
const char *jx_workbook_safe(jx_workbook *book, jx_str text, size_t most);

// Ends the workbook and adds its bytes to `out`. Errors: JX_ESYSTEM. The workbook is gone in any case.
jx_status jx_workbook_close(jx_workbook *book, jx_text *out, jx_error *err);

// Gives the workbook up. NULL is allowed.
void jx_workbook_abandon(jx_workbook *book);

#endif

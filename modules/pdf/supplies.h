// SPDX-License-Identifier: MIT
// What drawing needs of its surroundings, asked for before and after: a library that lacks memory for a font goes on without
// letters. [in a process of its own]
#ifndef JIXIAO_PDF_SUPPLIES_H
#define JIXIAO_PDF_SUPPLIES_H

#include <pango/pangocairo.h>
#include <stdbool.h>

// Before any font is looked for: keeps the libraries' threads from reserving memory each, and tells whether there is enough.
bool jx_supplies_has_memory(void);

// The first of the fonts that is there, of those that draw Chinese characters as they are written in the People's Republic; NULL
// where there is none.
const char *jx_supplies_find_font(PangoFontMap *map);

// The name of the one that is looked for first.
const char *jx_supplies_first_font(void);

// Whether the font draws, in both of its weights.
bool jx_supplies_has_letters(PangoContext *context, const char *font);

#endif

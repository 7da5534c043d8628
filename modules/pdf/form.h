// SPDX-License-Identifier: MIT
// The parts of the form, from top to bottom, each drawn from canvas->y on. [in a process of its own]
#ifndef JIXIAO_PDF_FORM_H
#define JIXIAO_PDF_FORM_H

#include "pdf/canvas.h"

// Title, result, facts.
void jx_form_head(jx_canvas *canvas);

// The indicators, then the total and the signatures.
void jx_form_table(jx_canvas *canvas);
void jx_form_signatures(jx_canvas *canvas);

#define JX_SIGNATURES_HEIGHT 44.0

// How the points came about, in two columns.
void jx_form_notes(jx_canvas *canvas);

#endif

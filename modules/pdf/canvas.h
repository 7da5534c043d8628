// SPDX-License-Identifier: MIT
// Pages being drawn, in points from the upper left corner. Everything is laid out twice: first nothing is drawn and the pages are
// counted, then they are drawn and say how many there are. [in a process of its own]
#ifndef JIXIAO_PDF_CANVAS_H
#define JIXIAO_PDF_CANVAS_H

#include "report/pdf_module.h"

#include <pango/pangocairo.h>
#include <stdbool.h>
#include <stddef.h>

// A4, on its side.
#define JX_PAGE_WIDTH  841.89
#define JX_PAGE_HEIGHT 595.28
#define JX_PAGE_LEFT   36.0
#define JX_PAGE_TOP    36.0
#define JX_PAGE_BOTTOM (JX_PAGE_HEIGHT - 40.0)
#define JX_PAGE_ACROSS (JX_PAGE_WIDTH - 2 * JX_PAGE_LEFT)

typedef enum jx_ink {
    JX_INK_TEXT,
    JX_INK_FAINT,
    JX_INK_TITLE,
    JX_INK_LOST,
    JX_INK_GRID,
    JX_INK_SHADE
} jx_ink;

typedef struct jx_style {
    double size;
    bool bold;
    jx_ink ink;
    PangoAlignment align;
} jx_style;

typedef struct jx_frame {
    double x;
    double y;
    double width;
    double height;
} jx_frame;

typedef struct jx_canvas {
    const jx_pdf_document *document;
    cairo_t *cairo;
    PangoContext *context;
    const char *font; // its family
    double edge;      // above and below the text of a cell
    double y;         // where the next thing goes
    size_t page;      // from 1
    size_t pages;     // how many there are; 0 while they are counted
} jx_canvas;

// A text in a width, its lines broken as its language wants it; freed by g_object_unref.
PangoLayout *jx_canvas_layout(const jx_canvas *canvas,
                              jx_str text,
                              const jx_style *style,
                              double width);

// Sets the bytes from `start` on, up to `end`, apart from the rest of the layout.
void jx_layout_mark(PangoLayout *layout, size_t start, size_t end, const jx_style *style);

double jx_layout_height(PangoLayout *layout);

// The layout whole, on one line at most that is cut where it is too long.
void jx_canvas_line(jx_canvas *canvas, jx_str text, const jx_style *style, jx_frame frame);

void jx_canvas_layout_at(jx_canvas *canvas, PangoLayout *layout, double x, double y);

// A rectangle: shaded within, or bordered.
void jx_canvas_shade(jx_canvas *canvas, jx_frame frame);
void jx_canvas_border(jx_canvas *canvas, jx_frame frame);

// A line across, under something to be written by hand.
void jx_canvas_rule(jx_canvas *canvas, double x, double y, double width);

// Starts the first page; ends a page and starts the next one; ends the last one.
void jx_canvas_begin(jx_canvas *canvas);
void jx_canvas_turn(jx_canvas *canvas);
void jx_canvas_end(jx_canvas *canvas);

static inline double jx_canvas_room(const jx_canvas *canvas)
{
    return JX_PAGE_BOTTOM - canvas->y;
}

#endif

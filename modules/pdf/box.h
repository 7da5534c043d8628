// SPDX-License-Identifier: MIT
// Cells of a table: a text in a width, drawn whole or in pieces where it is taller than a page. [in a process of its own]
#ifndef JIXIAO_PDF_BOX_H
#define JIXIAO_PDF_BOX_H

#include "pdf/canvas.h"

#define JX_BOX_SIDE 4.0 // between the border and the text

typedef struct jx_box {
    PangoLayout *layout;
    double x;
    double width;
    double edge; // above and below the text
    bool shaded;
    bool bare; // without a border
    int next;  // the line that comes next
} jx_box;

// A box of a cell: its text, and what stands below it in small letters. Freed by jx_box_free.
jx_box jx_box_make(const jx_canvas *canvas,
                   const jx_pdf_cell *cell,
                   const jx_style *style,
                   double x,
                   double width);
void jx_box_free(jx_box *box);

// How high it is as a whole, edges included.
double jx_box_height(const jx_box *box);

bool jx_box_is_done(const jx_box *box);

// How high those of its lines are that come next and fit into the room, edges included; 0 where none is left. One line fits
// always.
double jx_box_fit(const jx_box *box, double room);

// Draws the whole box in the frame, in the middle of its height.
void jx_box_draw(jx_canvas *canvas, const jx_box *box, double y, double height);

// Draws the lines that fit, at the top of the frame, and goes on behind them.
void jx_box_draw_piece(jx_canvas *canvas, jx_box *box, double y, double height);

// Draws a row of boxes from canvas->y on, each at least as high as `least`. A row that is taller than what is left of the page is
// cut between lines; `turn` then goes to the next page. Frees the boxes.
void jx_boxes_draw(jx_canvas *canvas,
                   jx_box *boxes,
                   size_t count,
                   double least,
                   void (*turn)(void *user),
                   void *user);

double jx_boxes_height(const jx_box *boxes, size_t count);

#endif

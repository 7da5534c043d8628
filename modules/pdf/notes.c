// SPDX-License-Identifier: MIT
#include "pdf/box.h"
#include "pdf/form.h"

enum { COLUMNS = 2 };

static const double column_gap = 20;
static const double indent = 10;
static const double least_start = 150; // of a page, where the notes begin
static const double with_title = 30;   // what stays with a title
static const double above_title = 5;
static const double above_origins = 8;

static const jx_style title_style = {8.5, true, JX_INK_TITLE, PANGO_ALIGN_LEFT};
static const jx_style text_style = {8.5, false, JX_INK_TEXT, PANGO_ALIGN_LEFT};
static const jx_style lead_style = {8.5, true, JX_INK_LOST, PANGO_ALIGN_LEFT};
static const jx_style small_style = {6.5, false, JX_INK_FAINT, PANGO_ALIGN_LEFT};

// Where in the columns of a page the next paragraph goes.
typedef struct flow {
    jx_canvas *canvas;
    double top;
    size_t column;
} flow;

static double column_width(void)
{
    return (JX_PAGE_ACROSS - column_gap) / COLUMNS;
}

static double column_left(const flow *of)
{
    return JX_PAGE_LEFT + (double)of->column * (column_width() + column_gap);
}

static void turn(flow *of)
{
    if (++of->column < COLUMNS) {
        of->canvas->y = of->top;
        return;
    }
    jx_canvas_turn(of->canvas);
    of->top = of->canvas->y;
    of->column = 0;
}

static const jx_style *style_of(const jx_pdf_paragraph *paragraph)
{
    if (paragraph->small) {
        return &small_style;
    }
    return paragraph->title ? &title_style : &text_style;
}

static jx_box make_paragraph(const flow *of, const jx_pdf_paragraph *paragraph, double left)
{
    const double width = column_width() - left + 2 * JX_BOX_SIDE;
    char *text = g_strdup_printf("%.*s%.*s", (int)paragraph->lead.size, paragraph->lead.data,
                                 (int)paragraph->text.size, paragraph->text.data);
    const jx_pdf_cell cell = {.text = jx_str_of(text)};
    jx_box box = jx_box_make(of->canvas, &cell, style_of(paragraph), 0, width);
    if (paragraph->lead.size > 0) {
        jx_layout_mark(box.layout, 0, paragraph->lead.size, &lead_style);
    }
    g_free(text);
    box.bare = true;
    return box;
}

static void draw_paragraph(flow *of, const jx_pdf_paragraph *paragraph)
{
    const double left = paragraph->title || paragraph->small ? 0 : indent;
    jx_box box = make_paragraph(of, paragraph, left);
    const double line = paragraph->title ? with_title : 0;
    const double edges = 2 * JX_BOX_EDGE;
    if (jx_box_fit(&box, 0) + line - edges > jx_canvas_room(of->canvas)) {
        turn(of);
    }
    while (!jx_box_is_done(&box)) {
        const double height = jx_box_fit(&box, jx_canvas_room(of->canvas) + edges);
        box.x = column_left(of) + left - JX_BOX_SIDE;
        jx_box_draw_piece(of->canvas, &box, of->canvas->y - JX_BOX_EDGE, height);
        of->canvas->y += height - edges;
        if (!jx_box_is_done(&box)) {
            turn(of);
        }
    }
    jx_box_free(&box);
}

static double space_above(const jx_pdf_document *document, size_t index)
{
    const jx_pdf_paragraph *paragraph = &document->notes[index];
    if (paragraph->title) {
        return above_title;
    }
    return index > 0 && paragraph->small && !document->notes[index - 1].small ? above_origins : 1;
}

static void draw_heading(jx_canvas *canvas)
{
    const jx_style style = {11, true, JX_INK_TITLE, PANGO_ALIGN_LEFT};
    const double height = 18;
    jx_canvas_line(canvas, canvas->document->notes_title, &style,
                   (jx_frame){JX_PAGE_LEFT, canvas->y, JX_PAGE_ACROSS, height});
    canvas->y += height;
    jx_canvas_rule(canvas, JX_PAGE_LEFT, canvas->y, JX_PAGE_ACROSS);
    canvas->y += 2;
}

void jx_form_notes(jx_canvas *canvas)
{
    const jx_pdf_document *document = canvas->document;
    if (jx_canvas_room(canvas) < least_start) {
        jx_canvas_turn(canvas);
    }
    draw_heading(canvas);
    flow of = {.canvas = canvas, .top = canvas->y};
    for (size_t i = 0; i < document->note_count; i++) {
        if (canvas->y > of.top) {
            canvas->y += space_above(document, i);
        }
        draw_paragraph(&of, &document->notes[i]);
    }
}

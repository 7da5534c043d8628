// SPDX-License-Identifier: MIT
#include "pdf/box.h"
#include "pdf/form.h"

enum { COLUMNS = 2 };

static const double column_gap = 20;
static const double indent = 10;
static const double least_start = 150; // of a page, where the notes begin
static const double with_title = 30;   // what stays with a title
static const double above_title = 6;
static const double above_heading = 14;
static const double above_text = 1;
static const double above_origins = 12;

static const jx_style title_style = {9, true, JX_INK_TITLE, PANGO_ALIGN_LEFT};
static const jx_style text_style = {9, false, JX_INK_TEXT, PANGO_ALIGN_LEFT};
static const jx_style lead_style = {9, true, JX_INK_LOST, PANGO_ALIGN_LEFT};
static const jx_style small_style = {7, false, JX_INK_FAINT, PANGO_ALIGN_LEFT};

// Where in the columns of a page the next paragraph goes.
typedef struct flow {
    jx_canvas *canvas;
    size_t columns;
    size_t column;
    double top;
    double middle; // where the first column had better end, so that both are as long
    double lowest; // what was reached on this page
} flow;

static double column_width(const flow *of)
{
    return of->columns == 1 ? JX_PAGE_ACROSS : (JX_PAGE_ACROSS - column_gap) / COLUMNS;
}

static double column_left(const flow *of)
{
    return JX_PAGE_LEFT + (double)of->column * (column_width(of) + column_gap);
}

static void reach(flow *of)
{
    of->lowest = of->canvas->y > of->lowest ? of->canvas->y : of->lowest;
}

static void turn(flow *of)
{
    reach(of);
    if (++of->column < of->columns) {
        of->canvas->y = of->top;
        return;
    }
    jx_canvas_turn(of->canvas);
    of->top = of->lowest = of->canvas->y;
    of->column = 0;
}

static flow flow_from(jx_canvas *canvas, size_t columns)
{
    return (flow){
        .canvas = canvas,
        .columns = columns,
        .top = canvas->y,
        .middle = JX_PAGE_BOTTOM,
        .lowest = canvas->y,
    };
}

// ------------------------------------------------------------------------------------------ a paragraph

static double left_of(const jx_pdf_paragraph *paragraph)
{
    return paragraph->title || paragraph->small ? 0 : indent;
}

static const jx_style *style_of(const jx_pdf_paragraph *paragraph)
{
    if (paragraph->small) {
        return &small_style;
    }
    return paragraph->title ? &title_style : &text_style;
}

static jx_box make_paragraph(const flow *of, const jx_pdf_paragraph *paragraph)
{
    const double width = column_width(of) - left_of(paragraph) + 2 * JX_BOX_SIDE;
    char *text = g_strdup_printf("%.*s%.*s", (int)paragraph->lead.size, paragraph->lead.data,
                                 (int)paragraph->text.size, paragraph->text.data);
    const jx_pdf_cell cell = {.text = jx_str_of(text)};
    jx_box box = jx_box_make(of->canvas, &cell, style_of(paragraph), 0, width);
    if (paragraph->lead.size > 0) {
        jx_layout_mark(box.layout, 0, paragraph->lead.size, &lead_style);
    }
    g_free(text);
    box.bare = true;
    box.edge = 0;
    return box;
}

static double space_above(const jx_pdf_paragraph *paragraph)
{
    return paragraph->title ? above_title : above_text;
}

// Where the paragraph had better begin a column.
static bool wants_turn(const flow *of, const jx_pdf_paragraph *paragraph, const jx_box *box)
{
    const double more = paragraph->title ? with_title : 0;
    const double first = jx_box_fit(box, 0);
    const bool at_middle = paragraph->title && of->column == 0 && of->canvas->y >= of->middle;
    return at_middle || first + more > jx_canvas_room(of->canvas);
}

static void draw_paragraph(flow *of, const jx_pdf_paragraph *paragraph)
{
    jx_box box = make_paragraph(of, paragraph);
    if (of->canvas->y > of->top) {
        of->canvas->y += space_above(paragraph);
        if (wants_turn(of, paragraph, &box)) {
            turn(of);
        }
    }
    while (!jx_box_is_done(&box)) {
        const double height = jx_box_fit(&box, jx_canvas_room(of->canvas));
        box.x = column_left(of) + left_of(paragraph) - JX_BOX_SIDE;
        jx_box_draw_piece(of->canvas, &box, of->canvas->y, height);
        of->canvas->y += height;
        if (!jx_box_is_done(&box)) {
            turn(of);
        }
    }
    jx_box_free(&box);
    reach(of);
}

// ------------------------------------------------------------------------------------------ all of them

static double paragraph_height(const flow *of, const jx_pdf_paragraph *paragraph)
{
    jx_box box = make_paragraph(of, paragraph);
    const double height = jx_box_height(&box) + space_above(paragraph);
    jx_box_free(&box);
    return height;
}

// The first column ends with the paragraph's group that passes the half of all.
static void find_middle(flow *of, const jx_pdf_document *document)
{
    double all = 0;
    double so_far = 0;
    for (size_t i = 0; i < document->note_count; i++) {
        all += document->notes[i].small ? 0 : paragraph_height(of, &document->notes[i]);
    }
    if (all > 2 * jx_canvas_room(of->canvas)) {
        return;
    }
    double group = 0;
    for (size_t i = 0; i < document->note_count && !document->notes[i].small; i++) {
        if (document->notes[i].title && so_far + group > all / 2) {
            break;
        }
        if (document->notes[i].title) {
            so_far += group;
            group = 0;
        }
        group += paragraph_height(of, &document->notes[i]);
    }
    // the group that lies across the half goes where it leaves the columns more alike
    const bool left = all / 2 - so_far > so_far + group - all / 2;
    of->middle = of->top + so_far + (left ? group : 0) - above_title;
}

static void draw_all(flow *of, bool small)
{
    const jx_pdf_document *document = of->canvas->document;
    for (size_t i = 0; i < document->note_count; i++) {
        if (document->notes[i].small == small) {
            draw_paragraph(of, &document->notes[i]);
        }
    }
}

static void draw_heading(jx_canvas *canvas)
{
    const jx_style style = {12, true, JX_INK_TITLE, PANGO_ALIGN_LEFT};
    const double height = 20;
    jx_canvas_line(canvas, canvas->document->notes_title, &style,
                   (jx_frame){JX_PAGE_LEFT, canvas->y, JX_PAGE_ACROSS, height});
    canvas->y += height;
    jx_canvas_rule(canvas, JX_PAGE_LEFT, canvas->y, JX_PAGE_ACROSS);
    canvas->y += 4;
}

void jx_form_notes(jx_canvas *canvas)
{
    if (jx_canvas_room(canvas) < least_start) {
        jx_canvas_turn(canvas);
    }
    canvas->y += canvas->y > JX_PAGE_TOP ? above_heading : 0;
    draw_heading(canvas);
    flow columns = flow_from(canvas, COLUMNS);
    find_middle(&columns, canvas->document);
    draw_all(&columns, false);
    canvas->y = columns.lowest + above_origins;
    if (jx_canvas_room(canvas) < with_title) {
        jx_canvas_turn(canvas);
    }
    flow origins = flow_from(canvas, 1);
    draw_all(&origins, true);
}

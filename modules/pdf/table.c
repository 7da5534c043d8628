// SPDX-License-Identifier: MIT
// The table of indicators. Cells that span rows are drawn when the last of their rows on the page is: a page that ends within them
// ends them, and the next one draws them again.
#include "pdf/box.h"
#include "pdf/form.h"

enum { SPANS = JX_PDF_LEAF };

static const double widths[JX_PDF_COLUMNS] = {68, 70, 138, 80, 120, 44, 46, 203.89};
static const double least_piece = 90; // of a page, where a row is begun that will not fit

static const jx_style styles[JX_PDF_COLUMNS] = {
    [JX_PDF_CATEGORY] = {9, true, JX_INK_TEXT, PANGO_ALIGN_CENTER},
    [JX_PDF_SUBCATEGORY] = {9, false, JX_INK_TEXT, PANGO_ALIGN_CENTER},
    [JX_PDF_LEAF] = {9, false, JX_INK_TEXT, PANGO_ALIGN_LEFT},
    [JX_PDF_TARGET] = {9, false, JX_INK_TEXT, PANGO_ALIGN_CENTER},
    [JX_PDF_ACTUAL] = {9, false, JX_INK_TEXT, PANGO_ALIGN_CENTER},
    [JX_PDF_WEIGHT] = {9, false, JX_INK_TEXT, PANGO_ALIGN_CENTER},
    [JX_PDF_POINTS] = {9, true, JX_INK_TEXT, PANGO_ALIGN_CENTER},
    [JX_PDF_REASON] = {8.5, false, JX_INK_TEXT, PANGO_ALIGN_LEFT},
};

// A cell that spans rows, from its first row on this page on.
typedef struct span {
    const jx_pdf_cell *cell; // NULL: none is open
    double top;
} span;

typedef struct table {
    jx_canvas *canvas;
    span spans[SPANS];
} table;

static double left_of(size_t column)
{
    double x = JX_PAGE_LEFT;
    for (size_t i = 0; i < column; i++) {
        x += widths[i];
    }
    return x;
}

static double across(size_t first, size_t end)
{
    return left_of(end) - left_of(first);
}

static void draw_headings(jx_canvas *canvas)
{
    static const jx_style style = {9.5, true, JX_INK_TITLE, PANGO_ALIGN_CENTER};
    jx_box boxes[JX_PDF_COLUMNS];
    for (size_t i = 0; i < JX_PDF_COLUMNS; i++) {
        const jx_pdf_cell cell = {.text = canvas->document->headings[i]};
        boxes[i] = jx_box_make(canvas, &cell, &style, left_of(i), widths[i]);
        boxes[i].shaded = true;
    }
    jx_boxes_draw(canvas, boxes, JX_PDF_COLUMNS, 0, NULL, NULL);
}

// ------------------------------------------------------------------------------------------------ spans

static jx_box make_span(const jx_canvas *canvas, size_t column, const jx_pdf_cell *cell)
{
    return jx_box_make(canvas, cell, &styles[column], left_of(column), widths[column]);
}

static double span_height(const jx_canvas *canvas, size_t column, const jx_pdf_cell *cell)
{
    jx_box box = make_span(canvas, column, cell);
    const double height = jx_box_height(&box);
    jx_box_free(&box);
    return height;
}

static void open_span(table *of, size_t column, const jx_pdf_cell *cell)
{
    of->spans[column] = (span){cell, of->canvas->y};
}

static void close_span(table *of, size_t column)
{
    span *open = &of->spans[column];
    if (open->cell == NULL) {
        return;
    }
    jx_box box = make_span(of->canvas, column, open->cell);
    const double height = of->canvas->y - open->top;
    if (jx_box_height(&box) <= height) {
        jx_box_draw(of->canvas, &box, open->top, height);
    } else {
        jx_box_draw_piece(of->canvas, &box, open->top, height);
    }
    jx_box_free(&box);
    open->cell = NULL;
}

// What is open goes on at the top of the next page.
static void turn(void *user)
{
    table *of = user;
    span kept[SPANS];
    for (size_t i = 0; i < SPANS; i++) {
        kept[i] = of->spans[i];
        close_span(of, i);
    }
    jx_canvas_turn(of->canvas);
    draw_headings(of->canvas);
    for (size_t i = 0; i < SPANS; i++) {
        if (kept[i].cell != NULL) {
            open_span(of, i, kept[i].cell);
        }
    }
}

// ------------------------------------------------------------------------------------------------- rows

static size_t make_row(const jx_canvas *canvas, const jx_pdf_row *row, jx_box *ret)
{
    size_t count = 0;
    if (row->is_sum) {
        static const jx_style style = {9.5, true, JX_INK_TITLE, PANGO_ALIGN_CENTER};
        ret[count] = jx_box_make(canvas, &row->cells[JX_PDF_CATEGORY], &style, JX_PAGE_LEFT,
                                 across(JX_PDF_CATEGORY, JX_PDF_WEIGHT));
        ret[count++].shaded = true;
    }
    for (size_t i = row->is_sum ? JX_PDF_WEIGHT : SPANS; i < JX_PDF_COLUMNS; i++) {
        ret[count] = jx_box_make(canvas, &row->cells[i], &styles[i], left_of(i), widths[i]);
        ret[count++].shaded = row->is_sum;
    }
    return count;
}

static double row_height(const jx_canvas *canvas, const jx_pdf_row *row)
{
    jx_box boxes[JX_PDF_COLUMNS];
    const size_t count = make_row(canvas, row, boxes);
    const double height = jx_boxes_height(boxes, count);
    for (size_t i = 0; i < count; i++) {
        jx_box_free(&boxes[i]);
    }
    return height;
}

static bool opens(const jx_pdf_row *row, size_t column)
{
    return column == JX_PDF_CATEGORY ? row->opens_category
                                     : row->opens_category || row->opens_subcategory;
}

// How much of a page it takes to begin the row: itself, and what the cells say that begin with it.
static double needed_by(const jx_canvas *canvas, const jx_pdf_row *row, bool all_begin)
{
    double most = row_height(canvas, row);
    for (size_t i = 0; i < SPANS && !row->is_sum; i++) {
        if (all_begin || opens(row, i)) {
            const double height = span_height(canvas, i, &row->cells[i]);
            most = height > most ? height : most;
        }
    }
    return most;
}

// So high that the open cells that end with the row have room for what they say.
static double grow(const table *of, double height, const jx_pdf_row *next, bool all_end)
{
    for (size_t i = 0; i < SPANS; i++) {
        const span *open = &of->spans[i];
        if (open->cell != NULL && (all_end || next == NULL || opens(next, i))) {
            const double wanted =
                open->top + span_height(of->canvas, i, open->cell) - of->canvas->y;
            height = wanted > height ? wanted : height;
        }
    }
    return height;
}

static double height_of(const table *of, const jx_pdf_row *row, const jx_pdf_row *next)
{
    const double height = grow(of, row_height(of->canvas, row), next, false);
    const bool ends_page =
        next != NULL && height + needed_by(of->canvas, next, false) > jx_canvas_room(of->canvas);
    return ends_page ? grow(of, height, next, true) : height;
}

static double page_room(void)
{
    const double headings = 30;
    return JX_PAGE_BOTTOM - JX_PAGE_TOP - headings;
}

// Goes to the next page where the row had better begin there.
static void make_room(table *of, double needed)
{
    const double room = jx_canvas_room(of->canvas);
    if (needed > room && (needed <= page_room() || room < least_piece)) {
        turn(of);
    }
}

// The total stands with the signatures.
static double needed_by_sums(const jx_canvas *canvas)
{
    double needed = JX_SIGNATURES_HEIGHT;
    for (size_t i = 0; i < canvas->document->sum_count; i++) {
        needed += row_height(canvas, &canvas->document->sums[i]);
    }
    return needed;
}

// The last row stays with the total, where a page has room for both.
static double needed_with_sums(const jx_canvas *canvas, double needed)
{
    const double both = needed + needed_by_sums(canvas);
    return both <= page_room() ? both : needed;
}

static void draw_row(table *of, const jx_pdf_row *row, const jx_pdf_row *next)
{
    jx_box boxes[JX_PDF_COLUMNS];
    const double needed = needed_by(of->canvas, row, false);
    make_room(of, next == NULL ? needed_with_sums(of->canvas, needed) : needed);
    for (size_t i = 0; i < SPANS; i++) {
        if (opens(row, i)) {
            open_span(of, i, &row->cells[i]);
        }
    }
    const double height = height_of(of, row, next);
    const size_t count = make_row(of->canvas, row, boxes);
    jx_boxes_draw(of->canvas, boxes, count, height, turn, of);
    for (size_t i = 0; i < SPANS; i++) {
        if (next == NULL || opens(next, i)) {
            close_span(of, i);
        }
    }
}

// --------------------------------------------------------------------------------------------- the total

static void draw_sums(table *of)
{
    const jx_pdf_document *document = of->canvas->document;
    make_room(of, needed_by_sums(of->canvas));
    for (size_t i = 0; i < document->sum_count; i++) {
        jx_box boxes[JX_PDF_COLUMNS];
        const size_t count = make_row(of->canvas, &document->sums[i], boxes);
        jx_boxes_draw(of->canvas, boxes, count, 0, turn, of);
    }
    if (jx_canvas_room(of->canvas) < JX_SIGNATURES_HEIGHT) {
        jx_canvas_turn(of->canvas);
    }
}

void jx_form_table(jx_canvas *canvas)
{
    const jx_pdf_document *document = canvas->document;
    table of = {.canvas = canvas};
    if (jx_canvas_room(canvas) < least_piece) {
        jx_canvas_turn(canvas);
    }
    draw_headings(canvas);
    for (size_t i = 0; i < document->row_count; i++) {
        draw_row(&of, &document->rows[i],
                 i + 1 < document->row_count ? &document->rows[i + 1] : NULL);
    }
    draw_sums(&of);
}

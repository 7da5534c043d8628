// SPDX-License-Identifier: MIT
#include "pdf/box.h"

static const double aside_size = 7.5;

static jx_str joined(const jx_pdf_cell *cell, char **ret_owned)
{
    if (cell->aside.size == 0) {
        *ret_owned = NULL;
        return cell->text;
    }
    *ret_owned =
        g_strdup_printf("%.*s%s%.*s", (int)cell->text.size, cell->text.data,
                        cell->text.size > 0 ? "\n" : "", (int)cell->aside.size, cell->aside.data);
    return jx_str_of(*ret_owned);
}

jx_box jx_box_make(
    const jx_canvas *canvas, const jx_pdf_cell *cell, const jx_style *style, double x, double width)
{
    char *owned = NULL;
    const jx_str text = joined(cell, &owned);
    const jx_style aside = {aside_size, false, JX_INK_FAINT, style->align};
    jx_style marked = *style;
    marked.ink = cell->lost ? JX_INK_LOST : style->ink;
    const jx_box box = {
        .layout = jx_canvas_layout(canvas, text, &marked, width - 2 * JX_BOX_SIDE),
        .x = x,
        .width = width,
        .edge = canvas->edge,
    };
    if (cell->aside.size > 0) {
        jx_layout_mark(box.layout, text.size - cell->aside.size, text.size, &aside);
    }
    g_free(owned);
    return box;
}

void jx_box_free(jx_box *box)
{
    g_clear_object(&box->layout);
}

double jx_box_height(const jx_box *box)
{
    return jx_layout_height(box->layout) + 2 * box->edge;
}

bool jx_box_is_done(const jx_box *box)
{
    return box->next >= pango_layout_get_line_count(box->layout);
}

// -------------------------------------------------------------------------------------------- in pieces

// The lines from box->next on that fit into the room: where they begin and end, and how many there are.
typedef struct piece {
    double top;
    double bottom;
    int lines;
} piece;

static PangoLayoutIter *iterate(const jx_box *box)
{
    PangoLayoutIter *iter = pango_layout_get_iter(box->layout);
    for (int i = 0; i < box->next; i++) {
        (void)pango_layout_iter_next_line(iter);
    }
    return iter;
}

static piece find_piece(const jx_box *box, double room)
{
    piece found = {0, 0, 0};
    if (jx_box_is_done(box)) {
        return found;
    }
    PangoLayoutIter *iter = iterate(box);
    do {
        int top = 0;
        int bottom = 0;
        pango_layout_iter_get_line_yrange(iter, &top, &bottom);
        const double start = found.lines == 0 ? (double)top / PANGO_SCALE : found.top;
        const double end = (double)bottom / PANGO_SCALE;
        if (found.lines > 0 && end - start > room - 2 * box->edge) {
            break;
        }
        found = (piece){start, end, found.lines + 1};
    } while (pango_layout_iter_next_line(iter));
    pango_layout_iter_free(iter);
    return found;
}

double jx_box_fit(const jx_box *box, double room)
{
    const piece found = find_piece(box, room);
    return found.lines == 0 ? 0 : found.bottom - found.top + 2 * box->edge;
}

static void draw_ground(jx_canvas *canvas, const jx_box *box, double y, double height)
{
    const jx_frame frame = {box->x, y, box->width, height};
    if (box->shaded) {
        jx_canvas_shade(canvas, frame);
    }
    if (!box->bare) {
        jx_canvas_border(canvas, frame);
    }
}

void jx_box_draw(jx_canvas *canvas, const jx_box *box, double y, double height)
{
    draw_ground(canvas, box, y, height);
    jx_canvas_layout_at(canvas, box->layout, box->x + JX_BOX_SIDE,
                        y + (height - jx_layout_height(box->layout)) / 2);
}

static void draw_lines(jx_canvas *canvas, const jx_box *box, const piece *of, double y)
{
    PangoLayoutIter *iter = iterate(box);
    for (int i = 0; i < of->lines; i++) {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(iter, NULL, &extents);
        const double baseline = (double)pango_layout_iter_get_baseline(iter) / PANGO_SCALE;
        cairo_move_to(canvas->cairo, box->x + JX_BOX_SIDE + (double)extents.x / PANGO_SCALE,
                      y + box->edge + baseline - of->top);
        pango_cairo_show_layout_line(canvas->cairo, pango_layout_iter_get_line_readonly(iter));
        (void)pango_layout_iter_next_line(iter);
    }
    pango_layout_iter_free(iter);
}

void jx_box_draw_piece(jx_canvas *canvas, jx_box *box, double y, double height)
{
    const piece found = find_piece(box, height);
    draw_ground(canvas, box, y, height);
    if (canvas->pages > 0 && found.lines > 0) {
        draw_lines(canvas, box, &found, y);
    }
    box->next += found.lines;
}

// ------------------------------------------------------------------------------------------------- rows

double jx_boxes_height(const jx_box *boxes, size_t count)
{
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        const double height = jx_box_height(&boxes[i]);
        most = height > most ? height : most;
    }
    return most;
}

static double fit_all(const jx_box *boxes, size_t count, double room)
{
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        const double height = jx_box_fit(&boxes[i], room);
        most = height > most ? height : most;
    }
    return most;
}

static bool are_done(const jx_box *boxes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!jx_box_is_done(&boxes[i])) {
            return false;
        }
    }
    return true;
}

static void draw_pieces(
    jx_canvas *canvas, jx_box *boxes, size_t count, void (*turn)(void *user), void *user)
{
    for (;;) {
        const double height = fit_all(boxes, count, jx_canvas_room(canvas));
        for (size_t i = 0; i < count; i++) {
            jx_box_draw_piece(canvas, &boxes[i], canvas->y, height);
        }
        canvas->y += height;
        if (are_done(boxes, count)) {
            return;
        }
        turn(user);
    }
}

void jx_boxes_draw(jx_canvas *canvas,
                   jx_box *boxes,
                   size_t count,
                   double least,
                   void (*turn)(void *user),
                   void *user)
{
    const double whole = jx_boxes_height(boxes, count);
    const double height = whole > least ? whole : least;
    if (height <= jx_canvas_room(canvas)) {
        for (size_t i = 0; i < count; i++) {
            jx_box_draw(canvas, &boxes[i], canvas->y, height);
        }
        canvas->y += height;
    } else {
        draw_pieces(canvas, boxes, count, turn, user);
    }
    for (size_t i = 0; i < count; i++) {
        jx_box_free(&boxes[i]);
    }
}

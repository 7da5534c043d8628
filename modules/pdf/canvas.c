// SPDX-License-Identifier: MIT
#include "pdf/canvas.h"

#include <limits.h>
#include <stdio.h>

enum { PAGE_TEXT = 256 };

static const double foot_at = JX_PAGE_HEIGHT - 30.0;
static const double foot_height = 12.0;
static const double running_width = 560.0;
static const double border_width = 0.5;

static const struct colour {
    double red;
    double green;
    double blue;
} colours[] = {
    [JX_INK_TEXT] = {0.10, 0.11, 0.13},  [JX_INK_FAINT] = {0.36, 0.39, 0.44},
    [JX_INK_TITLE] = {0.07, 0.21, 0.36}, [JX_INK_LOST] = {0.65, 0.10, 0.10},
    [JX_INK_GRID] = {0.52, 0.56, 0.62},  [JX_INK_SHADE] = {0.925, 0.945, 0.97},
};

static void set_ink(jx_canvas *canvas, jx_ink ink)
{
    const struct colour *colour = &colours[ink];
    cairo_set_source_rgb(canvas->cairo, colour->red, colour->green, colour->blue);
}

static bool draws(const jx_canvas *canvas)
{
    return canvas->pages > 0;
}

// ----------------------------------------------------------------------------------------------- texts

static int in_pango(double points)
{
    return (int)(points * PANGO_SCALE);
}

static PangoFontDescription *describe(const char *family, const jx_style *style)
{
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, family);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_font_description_set_weight(font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return font;
}

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, size_t start, size_t end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(list, attribute);
}

void jx_layout_mark(PangoLayout *layout, size_t start, size_t end, const jx_style *style)
{
    const struct colour *colour = &colours[style->ink];
    const double most = 65535.0;
    PangoAttrList *old = pango_layout_get_attributes(layout);
    PangoAttrList *list = old == NULL ? pango_attr_list_new() : pango_attr_list_copy(old);
    add_attribute(list,
                  pango_attr_foreground_new((guint16)(colour->red * most),
                                            (guint16)(colour->green * most),
                                            (guint16)(colour->blue * most)),
                  start, end);
    add_attribute(list, pango_attr_size_new_absolute(in_pango(style->size)), start, end);
    add_attribute(list,
                  pango_attr_weight_new(style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
                  start, end);
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

// A word that is broken gets no hyphen: it might be a name or a number.
static void keep_letters(PangoLayout *layout)
{
    PangoAttrList *list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

PangoLayout *jx_canvas_layout(const jx_canvas *canvas,
                              jx_str text,
                              const jx_style *style,
                              double width)
{
    PangoLayout *layout = pango_layout_new(canvas->context);
    PangoFontDescription *font = describe(canvas->font, style);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, in_pango(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, style->align);
    pango_layout_set_auto_dir(layout, FALSE);
    keep_letters(layout);
    if (text.size > 0 && text.size < INT_MAX) {
        pango_layout_set_text(layout, text.data, (int)text.size);
        jx_layout_mark(layout, 0, text.size, style);
    }
    return layout;
}

double jx_layout_height(PangoLayout *layout)
{
    int height = 0;
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

void jx_canvas_layout_at(jx_canvas *canvas, PangoLayout *layout, double x, double y)
{
    if (draws(canvas)) {
        set_ink(canvas, JX_INK_TEXT);
        cairo_move_to(canvas->cairo, x, y);
        pango_cairo_show_layout(canvas->cairo, layout);
    }
}

void jx_canvas_line(jx_canvas *canvas, jx_str text, const jx_style *style, jx_frame frame)
{
    PangoLayout *layout = jx_canvas_layout(canvas, text, style, frame.width);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    jx_canvas_layout_at(canvas, layout, frame.x,
                        frame.y + (frame.height - jx_layout_height(layout)) / 2);
    g_object_unref(layout);
}

// ---------------------------------------------------------------------------------------------- shapes

void jx_canvas_shade(jx_canvas *canvas, jx_frame frame)
{
    if (draws(canvas)) {
        set_ink(canvas, JX_INK_SHADE);
        cairo_rectangle(canvas->cairo, frame.x, frame.y, frame.width, frame.height);
        cairo_fill(canvas->cairo);
    }
}

void jx_canvas_border(jx_canvas *canvas, jx_frame frame)
{
    if (draws(canvas)) {
        set_ink(canvas, JX_INK_GRID);
        cairo_set_line_width(canvas->cairo, border_width);
        cairo_rectangle(canvas->cairo, frame.x, frame.y, frame.width, frame.height);
        cairo_stroke(canvas->cairo);
    }
}

void jx_canvas_rule(jx_canvas *canvas, double x, double y, double width)
{
    if (draws(canvas)) {
        set_ink(canvas, JX_INK_GRID);
        cairo_set_line_width(canvas->cairo, border_width);
        cairo_move_to(canvas->cairo, x, y);
        cairo_line_to(canvas->cairo, x + width, y);
        cairo_stroke(canvas->cairo);
    }
}

// ----------------------------------------------------------------------------------------------- pages

static void draw_foot(jx_canvas *canvas)
{
    const jx_style left = {7.5, false, JX_INK_FAINT, PANGO_ALIGN_LEFT};
    const jx_style right = {7.5, false, JX_INK_FAINT, PANGO_ALIGN_RIGHT};
    const jx_str *words = canvas->document->page_words;
    char text[PAGE_TEXT];
    (void)snprintf(text, sizeof text, "%.*s%zu%.*s%zu%.*s", (int)words[0].size, words[0].data,
                   canvas->page, (int)words[1].size, words[1].data, canvas->pages,
                   (int)words[2].size, words[2].data);
    jx_canvas_line(canvas, canvas->document->running, &left,
                   (jx_frame){JX_PAGE_LEFT, foot_at, running_width, foot_height});
    jx_canvas_line(canvas, jx_str_of(text), &right,
                   (jx_frame){JX_PAGE_LEFT + running_width, foot_at, JX_PAGE_ACROSS - running_width,
                              foot_height});
}

void jx_canvas_begin(jx_canvas *canvas)
{
    canvas->page = 1;
    canvas->y = JX_PAGE_TOP;
}

void jx_canvas_end(jx_canvas *canvas)
{
    draw_foot(canvas);
    if (draws(canvas)) {
        cairo_show_page(canvas->cairo);
    }
}

void jx_canvas_turn(jx_canvas *canvas)
{
    jx_canvas_end(canvas);
    canvas->page++;
    canvas->y = JX_PAGE_TOP;
}

// SPDX-License-Identifier: MIT
// The module's one entry: a document in, a PDF out.
#include "pdf/canvas.h"
#include "pdf/form.h"
#include "pdf/supplies.h"

#include <cairo-pdf.h>

#define EXPORT __attribute__((visibility("default")))

// The same bytes for the same input: nobody asks when it was drawn.
#define DRAWN_AT "2000-01-01T00:00:00Z"

// What is there while a document is drawn; NULL where it is not yet.
typedef struct tools {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoFontMap *map;
    PangoContext *context;
} tools;

static cairo_status_t write_bytes(void *user, const unsigned char *bytes, unsigned int size)
{
    const jx_pdf_sink *sink = user;
    return sink->write(sink->user, bytes, size) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void describe(cairo_surface_t *surface, const jx_pdf_document *document)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document->name);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, document->engine);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, DRAWN_AT);
}

// Letters stand where their own widths put them, not on a screen's pixels.
static void set_letters(const tools *with, const jx_pdf_document *document)
{
    const double points_per_inch = 72.0;
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(with->context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(with->context, points_per_inch);
    pango_context_set_round_glyph_positions(with->context, FALSE);
    pango_context_set_language(with->context, pango_language_from_string(document->language));
    pango_context_set_base_dir(with->context, PANGO_DIRECTION_LTR);
    pango_cairo_update_context(with->cairo, with->context);
}

// Returns the page of the signatures.
static size_t draw_form(jx_canvas *canvas)
{
    jx_canvas_begin(canvas);
    jx_form_head(canvas);
    jx_form_table(canvas);
    jx_form_signatures(canvas);
    const size_t signed_on = canvas->page;
    jx_form_notes(canvas);
    jx_canvas_end(canvas);
    return signed_on;
}

// Cells are as airy as they may be with what is to be signed on one page; where it takes more, air costs nothing.
static void draw_pages(jx_canvas *canvas)
{
    static const double edges[] = {4.5, 3.5, 2.5};
    bool on_one_page = false;
    for (size_t i = 0; i < sizeof edges / sizeof edges[0] && !on_one_page; i++) {
        canvas->edge = edges[i];
        on_one_page = draw_form(canvas) == 1;
    }
    if (!on_one_page) {
        canvas->edge = edges[0];
        (void)draw_form(canvas);
    }
    canvas->pages = canvas->page;
    (void)draw_form(canvas);
}

static jx_pdf_end judge(cairo_status_t status, const char **ret_reason)
{
    if (status == CAIRO_STATUS_SUCCESS) {
        return JX_PDF_DRAWN;
    }
    *ret_reason = cairo_status_to_string(status);
    return status == CAIRO_STATUS_NO_MEMORY ? JX_PDF_NO_MEMORY : JX_PDF_UNDRAWN;
}

static jx_pdf_end draw_with(const tools *with,
                            const jx_pdf_document *document,
                            const char **ret_reason)
{
    jx_canvas canvas = {
        .document = document,
        .cairo = with->cairo,
        .context = with->context,
        .font = jx_supplies_find_font(with->map),
    };
    if (canvas.font == NULL) {
        *ret_reason = jx_supplies_first_font();
        return JX_PDF_NO_FONT;
    }
    describe(with->surface, document);
    set_letters(with, document);
    if (!jx_supplies_has_letters(with->context, canvas.font)) {
        return JX_PDF_NO_MEMORY;
    }
    draw_pages(&canvas);
    const bool whole = jx_supplies_has_letters(with->context, canvas.font);
    const cairo_status_t status = cairo_status(with->cairo);
    cairo_surface_finish(with->surface);
    const jx_pdf_end end = judge(
        status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status(with->surface), ret_reason);
    return end == JX_PDF_DRAWN && !whole ? JX_PDF_NO_MEMORY : end;
}

static jx_pdf_end draw(const jx_pdf_document *document,
                       const jx_pdf_sink *sink,
                       const char **ret_reason)
{
    if (!jx_supplies_has_memory()) {
        return JX_PDF_NO_MEMORY;
    }
    jx_pdf_sink to = *sink;
    tools with = {
        .surface =
            cairo_pdf_surface_create_for_stream(write_bytes, &to, JX_PAGE_WIDTH, JX_PAGE_HEIGHT),
        .map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT),
    };
    with.cairo = cairo_create(with.surface);
    with.context = pango_font_map_create_context(with.map);
    const jx_pdf_end end = draw_with(&with, document, ret_reason);
    cairo_destroy(with.cairo);
    cairo_surface_destroy(with.surface);
    g_object_unref(with.context);
    g_object_unref(with.map);
    return end;
}

static const jx_pdf_module module = {
    .words = JX_PDF_MODULE_WORDS,
    .document_size = sizeof(jx_pdf_document),
    .draw = draw,
};

EXPORT const jx_pdf_module *jx_pdf_module_of_build(void);
EXPORT const jx_pdf_module *jx_pdf_module_of_build(void)
{
    return &module;
}

// SPDX-License-Identifier: MIT
#include "pdf/box.h"
#include "pdf/form.h"

static const double result_widths[JX_PDF_RESULTS] = {106.0, 64.0};
static const double result_height = 42.0;
static const double result_label = 15.0;
static const double label_width = 70.0;
static const double gap = 8.0;

static const jx_style label_style = {9, true, JX_INK_TITLE, PANGO_ALIGN_CENTER};
static const jx_style text_style = {9, false, JX_INK_TEXT, PANGO_ALIGN_LEFT};

static double result_across(void)
{
    double across = 0;
    for (size_t i = 0; i < JX_PDF_RESULTS; i++) {
        across += result_widths[i];
    }
    return across;
}

// What a reader looks for first, at the right.
static void draw_results(jx_canvas *canvas)
{
    const jx_style small = {7.5, false, JX_INK_FAINT, PANGO_ALIGN_CENTER};
    const jx_style large = {14, true, JX_INK_TITLE, PANGO_ALIGN_CENTER};
    double x = JX_PAGE_LEFT + JX_PAGE_ACROSS - result_across();
    for (size_t i = 0; i < JX_PDF_RESULTS; i++) {
        const jx_pdf_fact *result = &canvas->document->results[i];
        const double width = result_widths[i];
        jx_canvas_shade(canvas, (jx_frame){x, canvas->y, width, result_label});
        jx_canvas_border(canvas, (jx_frame){x, canvas->y, width, result_height});
        jx_canvas_line(canvas, result->label, &small,
                       (jx_frame){x + 2, canvas->y, width - 4, result_label});
        jx_canvas_line(
            canvas, result->text, &large,
            (jx_frame){x + 2, canvas->y + result_label, width - 4, result_height - result_label});
        x += width;
    }
}

static void draw_title(jx_canvas *canvas)
{
    const jx_style title = {18, true, JX_INK_TITLE, PANGO_ALIGN_CENTER};
    const jx_style subtitle = {9.5, false, JX_INK_FAINT, PANGO_ALIGN_CENTER};
    const double side = result_across() + gap;
    const jx_frame frame = {JX_PAGE_LEFT + side, canvas->y, JX_PAGE_ACROSS - 2 * side, 27};
    jx_canvas_line(canvas, canvas->document->title, &title, frame);
    jx_canvas_line(canvas, canvas->document->subtitle, &subtitle,
                   (jx_frame){frame.x, frame.y + frame.height, frame.width, 15});
    draw_results(canvas);
    canvas->y += result_height + gap;
}

// ------------------------------------------------------------------------------------------------ facts

static void turn(void *user)
{
    jx_canvas_turn(user);
}

static void make_fact(
    jx_canvas *canvas, const jx_pdf_fact *fact, double x, double width, jx_box *ret)
{
    const jx_pdf_cell label = {.text = fact->label};
    const jx_pdf_cell text = {.text = fact->text};
    ret[0] = jx_box_make(canvas, &label, &label_style, x, label_width);
    ret[0].shaded = true;
    ret[1] = jx_box_make(canvas, &text, &text_style, x + label_width, width - label_width);
}

static void draw_facts(jx_canvas *canvas)
{
    enum { BOXES = 4 };
    static const jx_pdf_fact nothing = {.label = JX_STR(""), .text = JX_STR("")};
    const jx_pdf_document *document = canvas->document;
    const double half = JX_PAGE_ACROSS / 2;
    for (size_t i = 0; i < document->fact_count; i++) {
        const jx_pdf_fact *fact = &document->facts[i];
        jx_box boxes[BOXES];
        size_t count = 2;
        make_fact(canvas, fact, JX_PAGE_LEFT, fact->wide ? JX_PAGE_ACROSS : half, boxes);
        if (!fact->wide) {
            const bool paired = i + 1 < document->fact_count && !document->facts[i + 1].wide;
            make_fact(canvas, paired ? &document->facts[i + 1] : &nothing, JX_PAGE_LEFT + half,
                      half, boxes + 2);
            count = BOXES;
            i += paired;
        }
        jx_boxes_draw(canvas, boxes, count, 0, turn, canvas);
    }
}

void jx_form_head(jx_canvas *canvas)
{
    draw_title(canvas);
    draw_facts(canvas);
    canvas->y += gap;
}

// ------------------------------------------------------------------------------------------- signatures

void jx_form_signatures(jx_canvas *canvas)
{
    const jx_style style = {9.5, false, JX_INK_TEXT, PANGO_ALIGN_LEFT};
    const double width = JX_PAGE_ACROSS / JX_PDF_SIGNATURES;
    const double line = 14;
    const double y = canvas->y + JX_SIGNATURES_HEIGHT - line - 6;
    for (size_t i = 0; i < JX_PDF_SIGNATURES; i++) {
        const jx_pdf_fact *signature = &canvas->document->signatures[i];
        const double x = JX_PAGE_LEFT + (double)i * width;
        PangoLayout *label = jx_canvas_layout(canvas, signature->label, &style, width - gap);
        int across = 0;
        pango_layout_get_size(label, &across, NULL);
        const double used = (double)across / PANGO_SCALE + 2;
        jx_canvas_layout_at(canvas, label, x, y);
        g_object_unref(label);
        jx_canvas_line(canvas, signature->text, &style,
                       (jx_frame){x + used, y, width - used - 2 * gap, line});
        jx_canvas_rule(canvas, x + used, y + line, width - used - 2 * gap);
    }
    canvas->y += JX_SIGNATURES_HEIGHT;
}

// SPDX-License-Identifier: MIT
#include "support/pdf_text.h"

#include "report/pdf_module.h"

#include <stdarg.h>
#include <stdio.h>

enum { LINE = 1 << 16 };

__attribute__((format(printf, 2, 3))) static void put(const jx_apart_sink *sink,
                                                      const char *format,
                                                      ...)
{
    static char line[LINE];
    va_list arguments;
    va_start(arguments, format);
    const int size = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    (void)jx_apart_write(sink, line, size < LINE ? (size_t)size : LINE - 1);
}

// Lines inside a text are parted by a bar.
static void put_text(const jx_apart_sink *sink, const char *before, jx_str text)
{
    put(sink, "%s", before);
    for (size_t i = 0; i < text.size; i++) {
        put(sink, text.data[i] == '\n' ? " | " : "%c", text.data[i]);
    }
}

static void put_facts(const jx_apart_sink *sink, const jx_pdf_fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_text(sink, facts[i].wide ? "== " : "= ", facts[i].label);
        put_text(sink, ": ", facts[i].text);
        put(sink, "\n");
    }
}

static void put_rows(const jx_apart_sink *sink, const jx_pdf_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put(sink, "%s%s%s\n", rows[i].is_sum ? "sum" : "row",
            rows[i].opens_category ? " category" : "",
            rows[i].opens_subcategory ? " subcategory" : "");
        for (size_t k = 0; k < JX_PDF_COLUMNS; k++) {
            const jx_pdf_cell *cell = &rows[i].cells[k];
            put_text(sink, cell->lost ? "  - " : "    ", cell->text);
            put_text(sink, cell->aside.size > 0 ? " ~ " : "", cell->aside);
            put(sink, "\n");
        }
    }
}

static void put_notes(const jx_apart_sink *sink, const jx_pdf_paragraph *notes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_text(sink, notes[i].title ? "# " : notes[i].small ? "  . " : "  ", notes[i].lead);
        put_text(sink, notes[i].lead.size > 0 ? "> " : "", notes[i].text);
        put(sink, "\n");
    }
}

static jx_status draw(const void *user,
                      const jx_pdf_document *document,
                      const jx_apart_sink *sink,
                      jx_error *err)
{
    (void)user;
    (void)err;
    put(sink, "%s, %s, %s\n", document->language, document->name, document->engine);
    put_text(sink, "", document->title);
    put_text(sink, " ", document->subtitle);
    put(sink, "\n");
    put_facts(sink, document->results, JX_PDF_RESULTS);
    put_facts(sink, document->facts, document->fact_count);
    for (size_t i = 0; i < JX_PDF_COLUMNS; i++) {
        put_text(sink, i == 0 ? "" : " / ", document->headings[i]);
    }
    put(sink, "\n");
    put_rows(sink, document->rows, document->row_count);
    put_rows(sink, document->sums, document->sum_count);
    put_facts(sink, document->signatures, JX_PDF_SIGNATURES);
    put_text(sink, "", document->notes_title);
    put(sink, "\n");
    put_notes(sink, document->notes, document->note_count);
    put_text(sink, "", document->running);
    put_text(sink, " ... ", document->page_words[0]);
    put_text(sink, "1", document->page_words[1]);
    put_text(sink, "2", document->page_words[2]);
    put(sink, "\n");
    return JX_OK;
}

const jx_drawer jx_pdf_text_drawer = {.draw = draw};

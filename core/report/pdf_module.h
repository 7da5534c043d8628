// SPDX-License-Identifier: MIT
// Between the host and its module that draws pages: what stands on them, in order and as it is to be read, nothing of
// where. Private to one build: the module's words must be exactly the host's, nothing is promised to others.
#ifndef JIXIAO_REPORT_PDF_MODULE_H
#define JIXIAO_REPORT_PDF_MODULE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JX_PDF_MODULE_WORDS "jixiao " JX_VERSION " pdf 1"
#define JX_PDF_MODULE_ENTRY "jx_pdf_module_of_build"

typedef enum jx_pdf_column {
    JX_PDF_CATEGORY,
    JX_PDF_SUBCATEGORY,
    JX_PDF_LEAF,
    JX_PDF_TARGET,
    JX_PDF_ACTUAL,
    JX_PDF_WEIGHT,
    JX_PDF_POINTS,
    JX_PDF_REASON,
    JX_PDF_COLUMNS
} jx_pdf_column;

// Lines are parted by '\n'; every other control character was made visible.
typedef struct jx_pdf_cell {
    jx_str text;
    jx_str aside; // below it, smaller
    bool lost;    // worth a colour
} jx_pdf_cell;

// A label and what stands beside it: half a line, or a whole one.
typedef struct jx_pdf_fact {
    jx_str label;
    jx_str text;
    bool wide;
} jx_pdf_fact;

// An indicator, or a line of the total. Rows that follow each other share a cell until one says that it opens its own.
typedef struct jx_pdf_row {
    jx_pdf_cell cells[JX_PDF_COLUMNS];
    bool opens_category;
    bool opens_subcategory;
    bool is_sum; // the first cell reaches to the weight
} jx_pdf_row;

typedef struct jx_pdf_paragraph {
    jx_str lead; // before the text, worth a colour; may be empty
    jx_str text;
    bool title; // stays with the paragraph below
    bool small;
} jx_pdf_paragraph;

typedef struct jx_pdf_document jx_pdf_document;

enum { JX_PDF_RESULTS = 2, JX_PDF_SIGNATURES = 4, JX_PDF_PAGE_WORDS = 3 };

struct jx_pdf_document {
    const char *language; // as BCP 47 has it
    jx_str title;
    jx_str subtitle;
    jx_pdf_fact results[JX_PDF_RESULTS]; // in large letters; their text may be empty
    const jx_pdf_fact *facts;
    size_t fact_count;
    jx_str headings[JX_PDF_COLUMNS];
    const jx_pdf_row *rows;
    size_t row_count;
    const jx_pdf_row *sums; // below the indicators
    size_t sum_count;
    jx_pdf_fact signatures[JX_PDF_SIGNATURES];
    jx_str notes_title;
    const jx_pdf_paragraph *notes;
    size_t note_count;
    jx_str page_words[JX_PDF_PAGE_WORDS]; // around the page's number and how many there are
    jx_str running;                       // on the foot of every page
    const char *name;                     // of the document, for its properties
    const char *engine;
};

typedef enum jx_pdf_end {
    JX_PDF_DRAWN,
    JX_PDF_NO_MEMORY,
    JX_PDF_NO_FONT,
    JX_PDF_UNDRAWN
} jx_pdf_end;

// Where the bytes go; false: they could not be written, which ends the drawing.
typedef struct jx_pdf_sink {
    bool (*write)(void *user, const void *bytes, size_t size);
    void *user;
} jx_pdf_sink;

typedef struct jx_pdf_module {
    const char *words;    // JX_PDF_MODULE_WORDS
    size_t document_size; // sizeof(jx_pdf_document)
    // Draws the document. *ret_reason is what the library says of JX_PDF_UNDRAWN, or of JX_PDF_NO_FONT the fonts that
    // would do. It may end the process where memory runs out. [in a process of its own]
    jx_pdf_end (*draw)(const jx_pdf_document *document,
                       const jx_pdf_sink *sink,
                       const char **ret_reason);
} jx_pdf_module;

typedef const jx_pdf_module *(*jx_pdf_module_entry)(void);

#endif

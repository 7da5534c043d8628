// SPDX-License-Identifier: MIT
// One of the same version that was built of other sources, and must not be asked to draw.
#include "report/pdf_module.h"

#include <stdlib.h>

static jx_pdf_end draw(const jx_pdf_document *document,
                       const jx_pdf_sink *sink,
                       const char **ret_reason)
{
    (void)document;
    (void)sink;
    (void)ret_reason;
    abort();
}

static const jx_pdf_module module = {
    .words = JX_PDF_MODULE_WORDS,
    .document_size = sizeof(jx_pdf_document) + 8,
    .draw = draw,
};

const jx_pdf_module *jx_pdf_module_of_build(void);
const jx_pdf_module *jx_pdf_module_of_build(void)
{
    return &module;
}

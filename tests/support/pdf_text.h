// SPDX-License-Identifier: MIT
// A drawer that writes a document as text in place of a PDF: what stands on its pages, every text of it.
#ifndef JIXIAO_TESTS_SUPPORT_PDF_TEXT_H
#define JIXIAO_TESTS_SUPPORT_PDF_TEXT_H

#include "report/report.h"

extern const jx_drawer jx_pdf_text_drawer;

#endif

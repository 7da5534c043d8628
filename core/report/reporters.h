// SPDX-License-Identifier: MIT
// The rows of the reporters, one a file.
#ifndef JIXIAO_REPORT_REPORTERS_H
#define JIXIAO_REPORT_REPORTERS_H

#include "report/report.h"

extern const jx_reporter jx_reporter_text;
extern const jx_reporter jx_reporter_json;
extern const jx_reporter jx_reporter_csv;
extern const jx_reporter jx_reporter_jsonl;
extern const jx_reporter jx_reporter_markdown;
extern const jx_reporter jx_reporter_html;
extern const jx_reporter jx_reporter_xlsx;
extern const jx_reporter jx_reporter_pdf;

#endif

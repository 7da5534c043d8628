// SPDX-License-Identifier: MIT
// Forms written: as a workbook, a sheet a project, or as the long CSV. [main-thread]
#ifndef JIXIAO_FORM_PAGE_H
#define JIXIAO_FORM_PAGE_H

#include "base/text.h"
#include "form/rows.h"
#include "report/labels.h"

// Adds the bytes of a workbook. Its first row is hidden and names the columns that are read, as the long CSV has them; columns
// without such a name are for people. Errors: JX_ESYSTEM.
jx_status jx_form_add_workbook(
    jx_text *out, const jx_form *forms, size_t count, jx_lang lang, jx_error *err);

// Adds the long CSV; what is for people stands in columns x-….
void jx_form_add_csv(jx_text *out, const jx_form *forms, size_t count, jx_lang lang);

// What stands in the columns that are for people, in the order of jx_form_facts, into `raw`.
enum { JX_FORM_FACTS = 7 };
extern const jx_label jx_form_facts[JX_FORM_FACTS];
void jx_form_fact_add(
    jx_text *raw, const jx_form *form, const jx_form_row *of, size_t fact, jx_lang lang);

#endif

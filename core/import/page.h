// SPDX-License-Identifier: MIT
// A drafted table written as a project file that people go on with. [main-thread]
#ifndef JIXIAO_IMPORT_PAGE_H
#define JIXIAO_IMPORT_PAGE_H

#include "base/text.h"
#include "import/draft.h"

// Adds the project file, its comments in `lang`.
void jx_import_page_add(jx_text *out, const jx_import *import, jx_lang lang);

#endif

// SPDX-License-Identifier: MIT
// Coverage for people: a table, then a line for everything that no case reached. [main-thread]
#ifndef JIXIAO_CLI_COVERAGE_PAGE_H
#define JIXIAO_CLI_COVERAGE_PAGE_H

#include "base/text.h"
#include "score/coverage.h"

void jx_coverage_page_add(jx_text *out, const jx_coverage *coverage, jx_lang lang);

#endif

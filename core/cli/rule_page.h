// SPDX-License-Identifier: MIT
// A wording's result for people and for programs. [main-thread]
#ifndef JIXIAO_CLI_RULE_PAGE_H
#define JIXIAO_CLI_RULE_PAGE_H

#include "base/text.h"
#include "cli/rule_result.h"

// The wording, what it means, its keys, what was taken for granted, what was tried.
void jx_rule_page_add(jx_text *out, const jx_rule_result *result, jx_lang lang, bool colour);

// The same as a line of JSON.
void jx_rule_json_add(jx_text *out, const jx_rule_result *result, jx_lang lang);

#endif

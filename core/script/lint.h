// SPDX-License-Identifier: MIT
// What scripts do that Lua allows and nobody means.
#ifndef JIXIAO_SCRIPT_LINT_H
#define JIXIAO_SCRIPT_LINT_H

#include "model/finding.h"
#include "script/script.h"

// Adds a finding for every == or ~= between a jx.decimal and a plain number: Lua takes them for different without
// asking anybody. What is a decimal is told by the text alone: fields of the context, declared numbers, jx.decimal, and
// variables that were given them. [main-thread]
void jx_script_lint(const jx_script *script, jx_findings *findings);

#endif

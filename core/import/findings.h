// SPDX-License-Identifier: MIT
// What is told of a published table that was imported: what is not read, what was taken for something, what is open.
// [main-thread]
#ifndef JIXIAO_IMPORT_FINDINGS_H
#define JIXIAO_IMPORT_FINDINGS_H

#include "import/draft.h"
#include "model/finding.h"
#include "plugin/registry.h"

// Adds the findings, those about the table first, then row by row. Memory that is out shows in the findings.
void jx_import_find(const jx_import *import, const jx_registry *registry, jx_findings *findings);

#endif

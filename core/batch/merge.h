// SPDX-License-Identifier: MIT
// Shards joined: what comes out are the bytes of a run that was never cut, or nothing. Memory does not grow with the number of
// projects. [main-thread]
#ifndef JIXIAO_BATCH_MERGE_H
#define JIXIAO_BATCH_MERGE_H

#include "base/error.h"
#include "base/output.h"

#include <stddef.h>

// Joins the files, in any order. Errors: JX_EDATA for shards that are missing, doubled, foreign, truncated or do not fit
// together, JX_ESYSTEM.
jx_status jx_merge_run(const char *const *paths, size_t count, jx_output *output, jx_error *err);

#endif

// SPDX-License-Identifier: MIT
// By what actuals are scored, as a digest: whatever would change a byte of the results changes it. [main-thread]
#ifndef JIXIAO_BATCH_PLANS_DIGEST_H
#define JIXIAO_BATCH_PLANS_DIGEST_H

#include "base/digest.h"
#include "batch/batch.h"

// Errors: out of memory.
jx_status jx_plans_digest(const jx_batch *batch, jx_arena *arena, jx_digest *ret, jx_error *err);

#endif

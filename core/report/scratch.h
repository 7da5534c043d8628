// SPDX-License-Identifier: MIT
// Scratch texts: what is built aside before it goes into a report. [any-thread]
#ifndef JIXIAO_REPORT_SCRATCH_H
#define JIXIAO_REPORT_SCRATCH_H

#include "base/text.h"

// Empties the scratch; where memory ran out in it, the report is not whole either.
static inline void jx_scratch_end(jx_text *out, jx_text *scratch)
{
    out->failed = out->failed || scratch->failed;
    jx_text_clear(scratch);
}

#endif

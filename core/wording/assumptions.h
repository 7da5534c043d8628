// SPDX-License-Identifier: MIT
// The conventional readings, said to people. [any-thread]
#ifndef JIXIAO_WORDING_ASSUMPTIONS_H
#define JIXIAO_WORDING_ASSUMPTIONS_H

#include <jixiao/plugin.h>

// What the reading of that name (jx_reading.assumes) takes for granted; the name itself where it is not known.
jx_words jx_assumption_words(const char *name);

#endif

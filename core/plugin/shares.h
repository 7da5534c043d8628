// SPDX-License-Identifier: MIT
// What share of the points a type of project gives to a category. [any-thread]
#ifndef JIXIAO_PLUGIN_SHARES_H
#define JIXIAO_PLUGIN_SHARES_H

#include "base/text.h"

#include <jixiao/plugin.h>

// The bounds as decimals, in percent; 0 and 100 where none are stated.
const char *jx_share_minimum(const jx_share *share);
const char *jx_share_maximum(const jx_share *share);

// Adds both as people write them: 25–45, or 20 where they are one.
void jx_share_add(jx_text *out, const jx_share *share);

#endif

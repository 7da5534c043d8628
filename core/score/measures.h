// SPDX-License-Identifier: MIT
// The standard measures, in the same form as a plugin's own.
#ifndef JIXIAO_SCORE_MEASURES_H
#define JIXIAO_SCORE_MEASURES_H

#include "base/str.h"

#include <jixiao/plugin.h>

#include <stddef.h>

// All of them, in the order of the reference; `value` is the first.
size_t jx_measure_count(void);
const jx_measure *jx_measure_at(size_t index);
const jx_measure *jx_measure_find(jx_str name);

#endif

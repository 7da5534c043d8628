// SPDX-License-Identifier: MIT
// Actuals that show how an indicator loses points: around its target, at what its keys name, where points reach 0; plain ones
// first, so that the first one that tells two rules apart is one that people understand. [any-thread]
#ifndef JIXIAO_WORDING_PROBES_H
#define JIXIAO_WORDING_PROBES_H

#include "base/arena.h"
#include "model/project.h"
#include "score/plan.h"

#include <stdbool.h>

typedef struct jx_probes {
    jx_arena *arena;
    jx_str *rows;
    size_t count;
    bool failed; // memory ran out
} jx_probes;

// Adds actuals in the form of that indicator, by the numbers that the section's keys name. Some of them may be outside its
// bounds.
void jx_probes_add(jx_probes *probes,
                   const jx_plan_indicator *indicator,
                   const jx_section *section);

// Adds one number as that indicator's actual is written: with % where it is a rate.
void jx_probes_add_number(jx_probes *probes, const jx_plan_indicator *indicator, jx_decimal number);

#endif

// SPDX-License-Identifier: MIT
// Actuals that show how an indicator loses points: around its target, at what its keys name, where points reach 0; plain ones
// first, so that the first one that tells two rules apart is one that people understand. [any-thread]
#ifndef JIXIAO_WORDING_PROBES_H
#define JIXIAO_WORDING_PROBES_H

#include "base/arena.h"
#include "base/decimal.h"
#include "model/project.h"
#include "score/plan.h"

#include <stdbool.h>

typedef enum jx_probe_kind {
    JX_PROBE_NUMBER, // a figure that is measured, whatever is written for it
    JX_PROBE_LEVEL,
    JX_PROBE_TEXT // written as it stands
} jx_probe_kind;

typedef struct jx_probe {
    jx_probe_kind kind;
    jx_decimal number;
    jx_str text; // of a level, and as it stands
} jx_probe;

typedef struct jx_probes {
    jx_arena *arena;
    jx_probe *rows;
    size_t count;
    bool failed; // memory ran out
} jx_probes;

// Adds probes of that indicator, by the numbers that the section's keys name. Some of them may be outside its bounds.
void jx_probes_add(jx_probes *probes,
                   const jx_plan_indicator *indicator,
                   const jx_section *section);

// The probe as the indicator's actual is written: a number with % where that is a rate, as counts where that is a survey;
// JX_STR_NONE where the indicator has no such actual. In the arena of the probes.
jx_str jx_probe_write(jx_probes *probes, const jx_probe *probe, const jx_plan_indicator *indicator);

#endif

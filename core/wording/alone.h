// SPDX-License-Identifier: MIT
// One indicator alone, planned and scored by the pipeline of everything else: what tries and comparisons stand on.
#ifndef JIXIAO_WORDING_ALONE_H
#define JIXIAO_WORDING_ALONE_H

#include "model/project.h"
#include "score/evaluate.h"
#include "score/plan.h"

typedef struct jx_alone {
    jx_plan *plan;
    jx_evaluator *evaluator;
    jx_cell *cells;
} jx_alone;

// Plans a project of that indicator alone, with the year and the rounding of `head` (NULL: as usual) and without any script.
// Where the section states no category, the first one is taken that the keys can be planned in. Faults are added to
// `faults`; `weight` is its full score. The arena, the section and the sources must outlive it. [main-thread]
jx_status jx_alone_open(jx_arena *arena,
                        const jx_section *section,
                        const jx_section *head,
                        const jx_plan_sources *sources,
                        jx_faults *faults,
                        jx_alone *ret);
void jx_alone_close(jx_alone *alone);

// The same for keys that were read from words: where they cannot be planned, *ret_why says why in both languages and *ret
// is not open. JX_ESYSTEM. [main-thread]
jx_status jx_alone_try(jx_arena *arena,
                       const jx_section *section,
                       const jx_section *head,
                       const jx_plan_sources *sources,
                       jx_lang lang,
                       jx_alone *ret,
                       jx_words *ret_why,
                       jx_error *err);

// Scores the actual. The scorecard is lent until the next call. [main-thread]
const jx_scorecard *jx_alone_score(jx_alone *alone, jx_str actual);

#endif

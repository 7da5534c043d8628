// SPDX-License-Identifier: MIT
// The cage that scripts run in: a Lua state with an allow-list of functions, a budget that cannot be escaped, and nothing
// that outlives a run. One cage serves one thread.
//
// Nothing is shared between runs because there is nothing that could be written: the globals and all tables reached from
// them are frozen, and a script runs anew from its text each time, unless its function keeps no variables of its own.
#ifndef JIXIAO_SCRIPT_CAGE_H
#define JIXIAO_SCRIPT_CAGE_H

#include "base/error.h"
#include "model/settings.h"
#include "script/job.h"
#include "script/script.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct jx_cage jx_cage;

// A cage for these scripts, which must outlive it; what it says is in `lang`. NULL where memory is out. Freed by
// jx_cage_free.
jx_cage *jx_cage_new(const jx_script *const *scripts,
                     size_t count,
                     const jx_script_limits *limits,
                     jx_lang lang);

// NULL is allowed.
void jx_cage_free(jx_cage *cage);

// Begins a project: the budget is whole again. Where a wall was hit before, the state is made anew; where memory is out for
// that, every run will say so. [score-thread]
void jx_cage_begin(jx_cage *cage);

// Whether what earlier projects left to be collected may have decided how this one ended, which hit a wall or came near
// one. The project is then begun once more, in a new state, and that verdict holds: it depends on the project alone. What
// is left of the time is what was left. [score-thread]
bool jx_cage_begin_again(jx_cage *cage);

// Runs the script of that index. Errors are JX_EPLUGIN, with `place` before what the script or the cage says;
// JX_ESYSTEM. Once a wall was hit, every further run of this project fails for the same reason. [score-thread]
jx_status jx_cage_run(
    jx_cage *cage, size_t script, const jx_script_job *job, const jx_place *place, jx_error *err);

#endif

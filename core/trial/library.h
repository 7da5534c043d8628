// SPDX-License-Identifier: MIT
// What a library's file shows: the names that it exports and needs. [main-thread]
#ifndef JIXIAO_TRIAL_LIBRARY_H
#define JIXIAO_TRIAL_LIBRARY_H

#include "base/arena.h"
#include "trial/rules.h"

// Tries the rules `exports` and `links`. A file that is no library is passed over: the loader says so.
void jx_trial_library(jx_arena *arena, jx_trial_notes *notes);

#endif

// SPDX-License-Identifier: MIT
// A plugin's library put to the test in a process of its own: by all rules of conformance, and by those that only running it
// shows. The shipped plugins pass the same. [main-thread]
#ifndef JIXIAO_TRIAL_TRIAL_H
#define JIXIAO_TRIAL_TRIAL_H

#include "trial/rules.h"

// Tries the library, at most so many seconds. *ret tells which rules it keeps and holds every one that it breaks;
// `notes->path` is `path`. Returns JX_OK where it keeps them all, JX_EPLUGIN where not; JX_ESYSTEM, with *err, where
// that could not be found out.
jx_status jx_trial_run(
    const char *path, jx_lang lang, uint32_t seconds, jx_trial_notes *ret, jx_error *err);

#endif

// SPDX-License-Identifier: MIT
// Whether a library may run: who may change it, and whether it is the one that was pinned. Asked before any of its bytes
// is executed. [main-thread]
#ifndef JIXIAO_PLUGIN_TRUST_H
#define JIXIAO_PLUGIN_TRUST_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "model/settings.h"

// Needed while libraries are loaded, not after.
typedef struct jx_trust {
    const jx_settings *settings;
    jx_faults *warnings; // what is worth telling and stops nothing, each once; NULL: nobody listens
} jx_trust;

// As usual, with nobody listening.
extern const jx_trust jx_usual_trust;

// Checks who may change the open library `file`, named `path`: the file itself, the folder that the name lies in and, where
// the name is a link, every link and folder on the way to the file. Each must belong to root or to the user (the effective
// one) and must not be world writable, unless the settings allow it; a folder with the sticky bit may be, since
// nobody can swap another's file there. What a group may change is a warning, unless the group is root's or, for things
// of the user, the user's own. Folders further up are not looked at. Errors are JX_EPLUGIN and name what is to be changed.
jx_status jx_trust_check(
    const jx_trust *trust, jx_arena *arena, const char *path, int file, jx_error *err);

// Checks that a library's digest is the one that its name is pinned to, if it is.
jx_status jx_trust_check_pin(const jx_trust *trust,
                             jx_arena *arena,
                             const char *path,
                             const jx_digest *digest,
                             jx_error *err);

// The pin of the library's name, or NULL.
const jx_pin *jx_trust_find_pin(const jx_trust *trust, const char *path);

#endif

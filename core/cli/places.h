// SPDX-License-Identifier: MIT
// Where things lie beside the command: DIR/bin/jixiao and DIR/lib/…, wherever DIR was put. [main-thread]
#ifndef JIXIAO_CLI_PLACES_H
#define JIXIAO_CLI_PLACES_H

#include "base/arena.h"
#include "base/error.h"

typedef enum jx_beside {
    JX_BESIDE_NOTHING,  // DIR itself
    JX_BESIDE_SETTINGS, // the file
    JX_BESIDE_PLUGINS,  // the folders
    JX_BESIDE_MODULES,
    JX_BESIDE_SCRIPTS,
    JX_BESIDE_TEMPLATES
} jx_beside;

// The path of one of them, whether or not it is there. JX_ESYSTEM where the system does not tell where the command lies.
jx_status jx_places_find(jx_arena *arena, jx_beside what, const char **ret, jx_error *err);

// A path of folders parted by ':', in which every empty part is replaced by the usual folder `what`; NULL is that
// folder alone.
jx_status jx_places_path(
    jx_arena *arena, const char *path, jx_beside what, const char **ret, jx_error *err);

#endif

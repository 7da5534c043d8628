// SPDX-License-Identifier: MIT
// Loads one library: a staircase of checks, each with one message and one way out. Nothing of the library runs before
// its file was found sound.
#ifndef JIXIAO_PLUGIN_LOADER_H
#define JIXIAO_PLUGIN_LOADER_H

#include "base/arena.h"
#include "base/error.h"
#include "plugin/shared_library.h"

#include <jixiao/plugin.h>

#include <stddef.h>

typedef struct jx_library {
    jx_shared_library library;
    const jx_plugin *const *plugins;
    size_t plugin_count; // at least 1
} jx_library;

// Loads the library at `path` into *ret; its list lives in the arena. Errors are JX_EPLUGIN and name the file:
// not a regular file; not to be trusted, not the one that was pinned; no ELF library of this machine; cut short; no plugin of
// jixiao; built for another major of the interface; refused by the dynamic linker; swapped meanwhile; broken by
// what jx_conformance_check says. [main-thread]
jx_status jx_library_load(
    jx_arena *arena, const char *path, const jx_trust *trust, jx_library *ret, jx_error *err);

// As jx_library_load, but without asking whether its plugins keep the rules of conformance. [main-thread]
jx_status jx_library_open(
    jx_arena *arena, const char *path, const jx_trust *trust, jx_library *ret, jx_error *err);

void jx_library_unload(jx_library *library);

#endif

// SPDX-License-Identifier: MIT
// Libraries loaded at run time: nothing of one runs before its file was found sound and may be trusted. [main-thread]
#ifndef JIXIAO_PLUGIN_SHARED_LIBRARY_H
#define JIXIAO_PLUGIN_SHARED_LIBRARY_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "plugin/trust.h"

enum { JX_LIBRARY_BYTES = 64 << 20 }; // of the largest library

typedef struct jx_shared_library {
    void *handle; // of dlopen; NULL: closed
    jx_digest digest;
} jx_shared_library;

// What a file must stand before it is loaded: who may change it, and what its bytes are.
typedef struct jx_library_checks {
    const jx_trust *trust;
    jx_status (*bytes)(jx_str bytes, const jx_place *place, jx_error *err);
} jx_library_checks;

// Loads the library at `path` into *ret, to be closed by jx_shared_library_close. Errors are JX_EPLUGIN and name the file: not a
// regular file; not to be trusted, not the one that was pinned; what the checks say of its bytes; refused by the dynamic
// linker; swapped meanwhile.
jx_status jx_shared_library_open(jx_arena *arena,
                                 const char *path,
                                 const jx_library_checks *checks,
                                 jx_shared_library *ret,
                                 jx_error *err);

// What the library calls `name`; `path` is for messages. JX_EPLUGIN where there is none.
jx_status jx_shared_library_find(const jx_shared_library *library,
                                 const char *path,
                                 const char *name,
                                 void **ret,
                                 jx_error *err);

void jx_shared_library_close(jx_shared_library *library);

#endif

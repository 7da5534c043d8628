// SPDX-License-Identifier: MIT
// Two folders of libraries, to be loaded by the path `A:B`.
#ifndef JIXIAO_TESTS_SUPPORT_LIBRARY_FOLDERS_H
#define JIXIAO_TESTS_SUPPORT_LIBRARY_FOLDERS_H

#include "plugin/registry.h"
#include "support/jx_scratch.h"

enum { JX_LIBRARY_LINKS = 4 };

// A library in a folder: its name there, and the file that it is.
typedef struct jx_library_link {
    const char *name;
    const char *target;
} jx_library_link;

typedef struct jx_library_folders {
    jx_scratch a;
    jx_scratch b;
    char path[3 * JX_SCRATCH_PATH];
} jx_library_folders;

// Makes the folders with these libraries, a name of NULL from the last one on.
jx_library_folders jx_library_folders_begin(const jx_library_link a[JX_LIBRARY_LINKS],
                                            const jx_library_link b[JX_LIBRARY_LINKS]);
void jx_library_folders_end(const jx_library_folders *made);

// Fails unless the registry has plugins of just these names, each with a blank behind it, and finds them by name.
void jx_expect_registered(const jx_registry *registry, const char *expected);

#endif

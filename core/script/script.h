// SPDX-License-Identifier: MIT
// Lua scripts as project files name them: found, read, and asked once what they declare. What they do is done in a cage
// (script/cage.h).
#ifndef JIXIAO_SCRIPT_SCRIPT_H
#define JIXIAO_SCRIPT_SCRIPT_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "model/settings.h"

#include <jixiao/plugin.h>

enum {
    JX_SCRIPT_BYTES = 1 << 15
}; // of the largest script: compiling takes a time that grows with its square at the worst

// A script and what it declares. Const; lives in the arena it was read into.
typedef struct jx_script {
    jx_str name;      // as the project file names it; NUL follows it
    const char *path; // where it was found
    jx_digest digest; // of its bytes
    jx_str text;
    jx_list params; // jx_field, by key; in project files their keys stand behind `script.`
    jx_list inputs; // jx_field, by key: further columns of the actuals
} jx_script;

// Reads the script at `path` and runs it once, within the limits, for its declarations. Errors: JX_EPLUGIN (it cannot
// be read, is no Lua text, returns or declares what it must not, or hits a wall), JX_ESYSTEM. [main-thread]
jx_status jx_script_read(jx_arena *arena,
                         jx_str name,
                         const char *path,
                         const jx_script_limits *limits,
                         const jx_script **ret,
                         jx_error *err);

// Finds the file that `name` means: beside the project file, then in the folders of `script_path` (parted by ':').
// Errors: JX_ECONFIG at `place` where the name leaves its folder (`..`, an absolute path) or is none of a file there.
jx_status jx_script_find(jx_arena *arena,
                         jx_str name,
                         const char *project_path,
                         const char *script_path,
                         const jx_place *place,
                         const char **ret,
                         jx_error *err);

#endif

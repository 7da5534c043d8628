// SPDX-License-Identifier: MIT
// The hostile scripts of tests/evil: what each must end in, and the project that it is let loose in.
#ifndef JIXIAO_TESTS_SUPPORT_EVIL_FILES_H
#define JIXIAO_TESTS_SUPPORT_EVIL_FILES_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JX_EVIL_FOLDER  JX_TEST_SOURCE_DIR "/tests/evil"
#define JX_WITNESS_PATH JX_TEST_SOURCE_DIR "/tests/scripts"

enum { JX_EVIL_MOST = 400, JX_EVIL_LEAST = 45 };

// A row of jx_rows.h.
typedef struct jx_evil {
    const char *name;   // of the file
    const char *expect; // a part of the message; NULL: the file does not say
    bool of_project; // project_….lua: it does something where the project's input `go` says yes
} jx_evil;

typedef struct jx_evil_files {
    jx_evil rows[JX_EVIL_MOST];
    size_t count;
} jx_evil_files;

// Lists the folder, by name; the texts are the arena's.
void jx_evil_list(jx_arena *arena, jx_evil_files *ret);

// The milliseconds that scripts get: sanitized code takes longer to the other walls. Where the message names the usual time to
// be read, which grows with it, they are the usual ones.
uint64_t jx_evil_time(const jx_evil *evil);

// The text of a project that the script is part of: the indicator `it` is scored by the witness, the indicator `evil`, which
// counts only where it has an actual, or the project by the script.
const char *jx_evil_project(jx_arena *arena, const jx_evil *evil);

#endif

// SPDX-License-Identifier: MIT
// The template files of `jixiao new`, which lie beside the command: PREFIX/bin/jixiao, PREFIX/share/jixiao/templates/KIND.
// [main-thread]
#ifndef JIXIAO_CLI_TEMPLATES_H
#define JIXIAO_CLI_TEMPLATES_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

#include <stddef.h>

// A file to be written: a template with its placeholders filled.
typedef struct jx_new_file {
    const char *path; // from the folder that it is written to
    jx_str text;
} jx_new_file;

// Reads every template of the kind, in byte order of names, and puts `name` for each @NAME@ in it and in its name. The files
// live in the arena. A folder that is absent or empty is JX_ESYSTEM: the installation is not whole.
jx_status jx_templates_read(jx_arena *arena,
                            const char *kind,
                            jx_str name,
                            const jx_new_file **ret,
                            size_t *ret_count,
                            jx_error *err);

// `text` with `value` for each `placeholder`; JX_STR_NONE where memory is out.
jx_str jx_templates_fill(jx_arena *arena, jx_str text, jx_str placeholder, jx_str value);

#endif

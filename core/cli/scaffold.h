// SPDX-License-Identifier: MIT
// Several new files, written all of them or none. [main-thread]
#ifndef JIXIAO_CLI_SCAFFOLD_H
#define JIXIAO_CLI_SCAFFOLD_H

#include "base/arena.h"
#include "base/error.h"
#include "cli/templates.h"

#include <stddef.h>

// Writes the files into `folder`, which is made where `is_new` and else must be there ("": the current one). Nothing is
// overwritten: where one of the names is taken, or writing fails, nothing is left behind.
jx_status jx_scaffold_write(jx_arena *arena,
                            jx_str folder,
                            bool is_new,
                            const jx_new_file *files,
                            size_t count,
                            jx_error *err);

#endif

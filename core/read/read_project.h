// SPDX-License-Identifier: MIT
// Reads project files: what may stand where, not yet what it means. [any-thread]
#ifndef JIXIAO_READ_READ_PROJECT_H
#define JIXIAO_READ_READ_PROJECT_H

#include "base/arena.h"
#include "base/error.h"
#include "model/project.h"

// Reads the file into the arena. Every fault of form is added to `faults`: bad text, unknown sections, anything given
// twice, lines too long. Unknown keys are the plan's to find, since plugins declare keys. *ret is set where the file
// could be read at all, so that the plan may find more faults; the status is that of the gravest fault.
jx_status jx_read_project(jx_arena *arena,
                          const char *path,
                          jx_faults *faults,
                          const jx_project **ret);

#endif

// SPDX-License-Identifier: MIT
// Reads the host's settings. [any-thread]
#ifndef JIXIAO_READ_READ_SETTINGS_H
#define JIXIAO_READ_READ_SETTINGS_H

#include "base/arena.h"
#include "base/error.h"
#include "model/settings.h"

// Reads the file into *ret, whose texts lie in the arena; what it does not settle is as usual. Every fault is added to
// `faults`: bad text, unknown sections and keys, anything given twice, values of another kind or out of range. Relative
// folders become folders beside the file that `path` leads to. Returns the status of the gravest fault; *ret is then
// untouched.
jx_status jx_read_settings(jx_arena *arena, const char *path, jx_faults *faults, jx_settings *ret);

#endif

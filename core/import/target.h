// SPDX-License-Identifier: MIT
// Rows of published tables that state a target and no rule: they are scored by the default of the official forms. [any-thread]
#ifndef JIXIAO_IMPORT_TARGET_H
#define JIXIAO_IMPORT_TARGET_H

#include "base/arena.h"
#include "base/error.h"
#include "rule/rule.h"

// Reads target and comparator, which is all that the default takes; unclear where the target is no number in the row's unit.
// A unit that only the target has is put into the wording. JX_ESYSTEM.
jx_status jx_import_read_target(jx_arena *arena,
                                jx_wording *wording,
                                jx_reading *ret,
                                jx_error *err);

#endif

// SPDX-License-Identifier: MIT
// Between wordings and project files: the cells that a section states, and a section made of cells and of what their
// wording was read as. [any-thread]
#ifndef JIXIAO_WORDING_SECTION_H
#define JIXIAO_WORDING_SECTION_H

#include "base/arena.h"
#include "base/error.h"
#include "model/project.h"
#include "rule/rule.h"

#include <stdbool.h>

// The wording that a section of the project states. With `formal`, target and comparator are those of the keys; else only
// where the published cells say nothing in their place.
jx_wording jx_wording_of(const jx_project *project, const jx_section *section, bool formal);

// The value of that key in a reading; JX_STR_NONE where it gives none.
jx_str jx_reading_find(const jx_reading *reading, const char *key);

// Whether two texts of a key mean the same: the same number, or the same but for blanks, the width of signs and how a
// comparator is written.
bool jx_key_agrees(jx_str a, jx_str b);

// The section with the keys of the reading that it does not state itself, all at the line of its rule. *ret_differs is the
// entry of a key that states something else than the reading, or NULL. JX_ESYSTEM.
jx_status jx_section_complete(jx_arena *arena,
                              const jx_section *section,
                              const jx_reading *reading,
                              jx_section *ret,
                              const jx_entry **ret_differs,
                              jx_error *err);

// The keys of an indicator `id` made of a wording's cells and the reading's keys. JX_ESYSTEM.
jx_status jx_section_make(jx_arena *arena,
                          jx_str id,
                          const jx_wording *wording,
                          const jx_reading *reading,
                          jx_section *ret,
                          jx_error *err);

#endif

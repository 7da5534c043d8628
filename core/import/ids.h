// SPDX-License-Identifier: MIT
// Ids proposed for the indicators of a published table: English words for what names usually say, else the subcategory and a
// number. The same table always gives the same ids. [any-thread]
#ifndef JIXIAO_IMPORT_IDS_H
#define JIXIAO_IMPORT_IDS_H

#include "base/arena.h"
#include "base/str.h"

#include <stddef.h>

// An id for an indicator of that name that none of `taken` has; `group` is its subcategory or category. JX_STR_NONE where
// memory is out.
jx_str jx_import_id(jx_arena *arena, jx_str name, jx_str group, const jx_str *taken, size_t count);

#endif

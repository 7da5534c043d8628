// SPDX-License-Identifier: MIT
// Lists of levels as project files write them: 好:10, 中:6, 差:0, or the names alone. [any-thread]
#ifndef JIXIAO_SCORE_LEVEL_LIST_H
#define JIXIAO_SCORE_LEVEL_LIST_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

#include <stddef.h>

typedef struct jx_level_list {
    const jx_str *names; // best first, ended by NUL
    const jx_str *tails; // what stands behind the colon; JX_STR_NONE where there is none
    size_t count;
} jx_level_list;

// Parts are parted by `,` `，` `、` `;` or line breaks, a name and its tail by `:` or `：`. Errors: an empty name, one
// given twice.
jx_status jx_level_list_read(
    jx_arena *arena, jx_str text, const jx_place *place, jx_level_list *ret, jx_error *err);

// Cuts the next part off *rest; JX_STR_NONE behind the last.
jx_str jx_level_list_next(jx_str *rest);

// Parts `text` at its first colon: returns the trimmed name, the trimmed tail in *ret_tail (JX_STR_NONE: no colon).
jx_str jx_level_list_split(jx_str text, jx_str *ret_tail);

#endif

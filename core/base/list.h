// SPDX-License-Identifier: MIT
// Arrays whose rows may be longer than we know them. [any-thread]
#ifndef JIXIAO_BASE_LIST_H
#define JIXIAO_BASE_LIST_H

#include <jixiao/plugin.h>

#include <stddef.h>

// The row at `index` of a list, whatever stride its maker compiled.
static inline const void *jx_list_at(const jx_list *list, uint32_t index)
{
    return (const char *)list->rows + (size_t)index * list->stride;
}

#endif

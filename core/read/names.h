// SPDX-License-Identifier: MIT
// A map from names to numbers, for what files name: sections, keys, columns, projects.
#ifndef JIXIAO_READ_NAMES_H
#define JIXIAO_READ_NAMES_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JX_NO_NAME UINT32_MAX

typedef struct jx_name {
    jx_str text; // data NULL: the slot is free
    uint32_t number;
} jx_name;

typedef struct jx_names {
    jx_arena *arena;
    jx_name *slots;
    size_t capacity; // a power of two, or 0
    size_t count;
} jx_names;

// An empty map that grows in `arena`, which must outlive it.
jx_names jx_names_in(jx_arena *arena);

// Gives the name (lent, for as long as the map is used) that number, unless it has one already; *ret is the
// number it has afterwards. False where memory is out.
bool jx_names_add(jx_names *names, jx_str name, uint32_t number, uint32_t *ret);

// The name's number, or JX_NO_NAME. [any-thread]
uint32_t jx_names_find(const jx_names *names, jx_str name);

// 64 bits that differ where texts differ, but for an accident of one in 2^64. [any-thread]
uint64_t jx_names_hash(jx_str text);

#endif

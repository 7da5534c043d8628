// SPDX-License-Identifier: MIT
// The memory that a loaded library may write while it runs, its variables; and how much the process has allocated.
// [main-thread]
#ifndef JIXIAO_TRIAL_MEMORY_H
#define JIXIAO_TRIAL_MEMORY_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JX_MEMORY_PARTS = 8 };

typedef struct jx_memory_part {
    const unsigned char *now;
    const unsigned char *then;
    size_t size;
    uint64_t address; // in the library's file
} jx_memory_part;

typedef struct jx_memory {
    jx_memory_part parts[JX_MEMORY_PARTS];
    size_t count;
} jx_memory;

// Keeps a copy of the variables of the library that dlopen gave this handle, in the arena. False where memory is out.
bool jx_memory_keep(jx_arena *arena, void *handle, jx_memory *ret);

// Whether a variable has another value than was kept; its address as in the file, by which `nm -n` names it.
bool jx_memory_has_changed(const jx_memory *memory, uint64_t *ret_address);

// How many bytes malloc has given out in this process; always 0 where that cannot be told.
size_t jx_memory_in_use(void);

#endif

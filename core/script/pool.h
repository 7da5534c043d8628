// SPDX-License-Identifier: MIT
// Memory of one Lua state: small blocks are cut from large ones and kept in lists by size, so that what a script makes and
// drops costs next to nothing; all of it is given back at once. [score-thread]
#ifndef JIXIAO_SCRIPT_POOL_H
#define JIXIAO_SCRIPT_POOL_H

#include <stddef.h>

enum { JX_POOL_GRAIN = 16, JX_POOL_SMALL = 512, JX_POOL_SIZES = JX_POOL_SMALL / JX_POOL_GRAIN };

typedef struct jx_pool {
    void *free[JX_POOL_SIZES]; // of each size, each block pointing at the next
    void *chunks;              // that small blocks are cut from, each pointing at the next
    char *next;                // of the newest chunk
    size_t left;
} jx_pool;

// As realloc: a block of `size` bytes (above 0) with what was in one of `old_size`; NULL is a new one. NULL where memory is
// out; the old block then stays.
void *jx_pool_resize(jx_pool *pool, void *block, size_t old_size, size_t size);

// Takes a block back. NULL is allowed.
void jx_pool_free(jx_pool *pool, void *block, size_t size);

// Gives all small blocks back to the system; larger ones must have been freed.
void jx_pool_clear(jx_pool *pool);

#endif

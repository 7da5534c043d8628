// SPDX-License-Identifier: MIT
// Arenas: memory that is given back all at once. One arena per product (plan, scorecard, row buffer);
// nothing inside is freed alone. An arena serves one thread at a time.
#ifndef JIXIAO_BASE_ARENA_H
#define JIXIAO_BASE_ARENA_H

#include "base/str.h"

#include <stddef.h>

typedef struct jx_arena jx_arena;

// A new, empty arena, or NULL where memory is out. Freed by jx_arena_free.
jx_arena *jx_arena_new(void);

// Frees the arena and all that came from it. NULL is allowed.
void jx_arena_free(jx_arena *arena);

// Takes everything back but keeps the memory for what comes next. What came from the arena is gone.
void jx_arena_reset(jx_arena *arena);

// `size` zeroed bytes, aligned for any type, that live until the arena is reset or freed; NULL where memory
// is out. Size 0 gives a valid pointer.
void *jx_arena_alloc(jx_arena *arena, size_t size);

// `count` zeroed elements of `size` bytes each; NULL where memory is out or the product overflows.
void *jx_arena_array(jx_arena *arena, size_t count, size_t size);

// Makes a block of `old_size` bytes one of `new_size` bytes, in place where it was the last one given, else
// by copying; the added bytes are not zeroed. NULL where memory is out, the old block then stays valid. A block
// of NULL is a new one.
void *jx_arena_grow(jx_arena *arena, void *block, size_t old_size, size_t new_size);

// An array of `count` elements of `size` bytes with room for one more, doubled at powers of two; it was only ever
// grown by this function. NULL where memory is out, the array then stays valid. An array of NULL is a new one.
void *jx_arena_room(jx_arena *arena, void *array, size_t count, size_t size);

// A copy of the text that ends in NUL (not counted), of JX_STR_NONE an empty one; JX_STR_NONE where memory is
// out.
jx_str jx_arena_copy(jx_arena *arena, jx_str text);

#endif

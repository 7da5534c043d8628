// SPDX-License-Identifier: MIT
#include "base/arena.h"

#include "base/one_malloc.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = _Alignof(max_align_t), FIRST_CHUNK = 4096, GREATEST_CHUNK = 1 << 20 };

static const size_t LARGEST_BLOCK = PTRDIFF_MAX / 2;

typedef struct chunk {
    struct chunk *next;
    size_t capacity;
    size_t used;
    _Alignas(max_align_t) unsigned char bytes[];
} chunk;

struct jx_arena {
    chunk *first;
    chunk *current; // NULL: nothing is taken yet
    void *last;     // the block that may grow in place
};

static size_t round_up(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

// Adds a chunk at that place of the list.
static chunk *add_chunk(chunk **place, size_t capacity)
{
    chunk *added = (chunk *)malloc(sizeof(chunk) + capacity);
    if (added != NULL) {
        *added = (chunk){.next = *place, .capacity = capacity};
        *place = added;
    }
    return added;
}

static size_t choose_capacity(const chunk *before, size_t size)
{
    size_t capacity = before == NULL ? FIRST_CHUNK : before->capacity * 2;
    capacity = capacity > GREATEST_CHUNK ? GREATEST_CHUNK : capacity;
    return capacity < size ? size : capacity;
}

// A chunk with that much room. Chunks behind the current one are empty, whatever they say.
static chunk *find_room(jx_arena *arena, size_t size)
{
    chunk *current = arena->current;
    if (current != NULL && current->capacity - current->used >= size) {
        return current;
    }
    chunk **next = current == NULL ? &arena->first : &current->next;
    chunk *found = *next;
    if (found == NULL || found->capacity < size) {
        found = add_chunk(next, choose_capacity(current, size));
    }
    if (found != NULL) {
        found->used = 0;
        arena->current = found;
    }
    return found;
}

// Like jx_arena_alloc, but not zeroed.
static void *take(jx_arena *arena, size_t size)
{
    if (size > LARGEST_BLOCK) {
        return NULL;
    }
    if (JIXIAO_ONE_MALLOC_EACH) {
        chunk *own = add_chunk(&arena->first, size);
        return own == NULL ? NULL : own->bytes;
    }
    size_t rounded = round_up(size == 0 ? 1 : size);
    chunk *roomy = find_room(arena, rounded);
    if (roomy == NULL) {
        return NULL;
    }
    arena->last = roomy->bytes + roomy->used;
    roomy->used += rounded;
    return arena->last;
}

static bool grow_in_place(jx_arena *arena, void *block, size_t size)
{
    if (block != arena->last || size > LARGEST_BLOCK) {
        return false;
    }
    chunk *current = arena->current;
    size_t start = (size_t)((unsigned char *)block - current->bytes);
    if (round_up(size) > current->capacity - start) {
        return false;
    }
    current->used = start + round_up(size == 0 ? 1 : size);
    return true;
}

static void free_chunks(jx_arena *arena)
{
    for (chunk *at = arena->first; at != NULL;) {
        chunk *next = at->next;
        free(at);
        at = next;
    }
    arena->first = NULL;
}

// Frees the chunk of a block that has moved away.
static void free_own_chunk(jx_arena *arena, const void *block)
{
    chunk **place = &arena->first;
    while ((*place)->bytes != block) {
        place = &(*place)->next;
    }
    chunk *own = *place;
    *place = own->next;
    free(own);
}

jx_arena *jx_arena_new(void)
{
    jx_arena *arena = (jx_arena *)malloc(sizeof *arena);
    if (arena != NULL) {
        *arena = (jx_arena){.first = NULL};
    }
    return arena;
}

void jx_arena_free(jx_arena *arena)
{
    if (arena != NULL) {
        free_chunks(arena);
        free(arena);
    }
}

void jx_arena_reset(jx_arena *arena)
{
    if (JIXIAO_ONE_MALLOC_EACH) {
        free_chunks(arena);
    }
    arena->current = NULL;
    arena->last = NULL;
}

void *jx_arena_alloc(jx_arena *arena, size_t size)
{
    void *block = take(arena, size);
    return block == NULL ? NULL : memset(block, 0, size);
}

void *jx_arena_array(jx_arena *arena, size_t count, size_t size)
{
    size_t product = 0;
    return __builtin_mul_overflow(count, size, &product) ? NULL : jx_arena_alloc(arena, product);
}

void *jx_arena_grow(jx_arena *arena, void *block, size_t old_size, size_t new_size)
{
    if (block == NULL) {
        return take(arena, new_size);
    }
    if (grow_in_place(arena, block, new_size)) {
        return block;
    }
    void *moved = take(arena, new_size);
    if (moved == NULL) {
        return NULL;
    }
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    if (JIXIAO_ONE_MALLOC_EACH) {
        free_own_chunk(arena, block);
    }
    return moved;
}

void *jx_arena_room(jx_arena *arena, void *array, size_t count, size_t size)
{
    if (count > 0 && (count & (count - 1)) != 0) {
        return array;
    }
    return jx_arena_grow(arena, array, count * size, (count > 0 ? count * 2 : 1) * size);
}

jx_str jx_arena_copy(jx_arena *arena, jx_str text)
{
    char *copy = text.size < LARGEST_BLOCK ? (char *)take(arena, text.size + 1) : NULL;
    if (copy == NULL) {
        return JX_STR_NONE;
    }
    if (text.size > 0) {
        memcpy(copy, text.data, text.size);
    }
    copy[text.size] = '\0';
    return (jx_str){copy, text.size};
}

// SPDX-License-Identifier: MIT
#include "script/pool.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 15 };

static size_t size_class(size_t size)
{
    return (size - 1) / JX_POOL_GRAIN;
}

static void *pop(void **list)
{
    void *block = *list;
    memcpy(list, block, sizeof *list);
    return block;
}

static void push(void **list, void *block)
{
    memcpy(block, list, sizeof *list);
    *list = block;
}

// The first grain of a chunk points at the one before it. What is left of that one is lost.
static bool add_chunk(jx_pool *pool)
{
    char *chunk = malloc(CHUNK);
    if (chunk == NULL) {
        return false;
    }
    push(&pool->chunks, chunk);
    pool->next = chunk + JX_POOL_GRAIN;
    pool->left = CHUNK - JX_POOL_GRAIN;
    return true;
}

static void *take_small(jx_pool *pool, size_t size)
{
    size_t class = size_class(size);
    size_t whole = (class + 1) * JX_POOL_GRAIN;
    if (pool->free[class] != NULL) {
        return pop(&pool->free[class]);
    }
    if (pool->left < whole && !add_chunk(pool)) {
        return NULL;
    }
    void *block = pool->next;
    pool->next += whole;
    pool->left -= whole;
    return block;
}

static void *take(jx_pool *pool, size_t size)
{
    return size <= JX_POOL_SMALL ? take_small(pool, size) : malloc(size);
}

void jx_pool_free(jx_pool *pool, void *block, size_t size)
{
    if (block != NULL && size <= JX_POOL_SMALL) {
        push(&pool->free[size_class(size)], block);
    } else {
        free(block);
    }
}

void *jx_pool_resize(jx_pool *pool, void *block, size_t old_size, size_t size)
{
    if (block == NULL) {
        return take(pool, size);
    }
    if (old_size > JX_POOL_SMALL && size > JX_POOL_SMALL) {
        return realloc(block, size);
    }
    if (old_size <= JX_POOL_SMALL && size <= JX_POOL_SMALL &&
        size_class(old_size) == size_class(size)) {
        return block;
    }
    void *moved = take(pool, size);
    if (moved == NULL) {
        return size < old_size ? block : NULL; // Lua expects that blocks can be made smaller
    }
    memcpy(moved, block, old_size < size ? old_size : size);
    jx_pool_free(pool, block, old_size);
    return moved;
}

void jx_pool_clear(jx_pool *pool)
{
    while (pool->chunks != NULL) {
        free(pop(&pool->chunks));
    }
    *pool = (jx_pool){.chunks = NULL};
}

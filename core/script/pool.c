// SPDX-License-Identifier: MIT
#include "script/pool.h"

#include "base/one_malloc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 15 };

static bool is_small(size_t size)
{
    return !JIXIAO_ONE_MALLOC_EACH && size <= JX_POOL_SMALL;
}

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
static bool begin_chunk(jx_pool *pool)
{
    char *piece = malloc(CHUNK);
    if (piece == NULL) {
        return false;
    }
    push(&pool->chunks, piece);
    pool->next = piece + JX_POOL_GRAIN;
    pool->left = CHUNK - JX_POOL_GRAIN;
    return true;
}

static void *cut_small(jx_pool *pool, size_t size)
{
    size_t class = size_class(size);
    size_t whole = (class + 1) * JX_POOL_GRAIN;
    if (pool->free[class] != NULL) {
        return pop(&pool->free[class]);
    }
    if (pool->left < whole && !begin_chunk(pool)) {
        return NULL;
    }
    void *block = pool->next;
    pool->next += whole;
    pool->left -= whole;
    return block;
}

static void *cut_block(jx_pool *pool, size_t size)
{
    return is_small(size) ? cut_small(pool, size) : malloc(size);
}

void jx_pool_free(jx_pool *pool, void *block, size_t size)
{
    if (block != NULL && is_small(size)) {
        push(&pool->free[size_class(size)], block);
    } else {
        free(block);
    }
}

void *jx_pool_resize(jx_pool *pool, void *block, size_t old_size, size_t size)
{
    if (block == NULL) {
        return cut_block(pool, size);
    }
    if (!is_small(old_size) && !is_small(size)) {
        void *resized = realloc(block, size);
        return resized == NULL && size < old_size ? block : resized;
    }
    if (is_small(old_size) && is_small(size) && size_class(old_size) == size_class(size)) {
        return block;
    }
    void *moved = cut_block(pool, size);
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

// SPDX-License-Identifier: MIT
#include "read/seen.h"

#include "base/arena.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    FIRST_CAPACITY = 1 << 10,
    IN_MEMORY = 1 << 19 // keys: 4 MiB
};

// Keys are only written down one behind the other until the first one must be looked up; then they become a table.
struct jx_seen {
    jx_arena *arena;
    const char *folder;
    uint64_t *keys;  // 0: free
    size_t capacity; // a power of two, or 0
    size_t count;
    bool is_table;
};

jx_seen *jx_seen_new(const char *folder)
{
    jx_arena *arena = jx_arena_new();
    jx_seen *seen = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *seen);
    if (seen == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    *seen = (jx_seen){.arena = arena, .folder = folder};
    return seen;
}

static void unmap(const jx_seen *seen)
{
    if (seen->keys != NULL) {
        (void)munmap(seen->keys, seen->capacity * sizeof *seen->keys);
    }
}

void jx_seen_free(jx_seen *seen)
{
    if (seen != NULL) {
        unmap(seen);
        jx_arena_free(seen->arena);
    }
}

// Its bytes are reserved, so that a full disk is an error here and no crash later.
static void *map_file(const char *folder, size_t bytes)
{
    const int file = jx_file_open_nameless(folder);
    if (file < 0) {
        return MAP_FAILED;
    }
    void *mapped = MAP_FAILED;
    const int fault = posix_fallocate(file, 0, (off_t)bytes);
    if (fault == 0) {
        mapped = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    } else {
        errno = fault;
    }
    const int number = errno;
    (void)close(file);
    errno = number;
    return mapped;
}

static uint64_t *find_place(uint64_t *keys, size_t capacity, uint64_t key)
{
    size_t at = (size_t)key & (capacity - 1);
    while (keys[at] != 0 && keys[at] != key) {
        at = (at + 1) & (capacity - 1);
    }
    return &keys[at];
}

static void copy_keys(const jx_seen *seen, uint64_t *keys, size_t capacity, bool as_table)
{
    if (!as_table && seen->count != 0) {
        memcpy(keys, seen->keys, seen->count * sizeof *keys);
    }
    for (size_t i = 0; i < seen->capacity && as_table; i++) {
        if (seen->keys[i] != 0) {
            *find_place(keys, capacity, seen->keys[i]) = seen->keys[i];
        }
    }
}

static jx_status move_to(jx_seen *seen, size_t capacity, bool as_table, jx_error *err)
{
    const size_t bytes = capacity * sizeof *seen->keys;
    const bool in_file = capacity > IN_MEMORY;
    uint64_t *keys =
        in_file ? map_file(seen->folder, bytes)
                : mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (keys == MAP_FAILED) {
        const jx_place place = {.file = seen->folder};
        return in_file && errno != ENOMEM
                   ? jx_fail_system(err, &place, JX_MESSAGE_SEEN_NO_FILE, errno)
                   : jx_fail_memory(err);
    }
    copy_keys(seen, keys, capacity, as_table);
    unmap(seen);
    seen->keys = keys;
    seen->capacity = capacity;
    seen->is_table = as_table;
    return JX_OK;
}

static size_t at_least(size_t needed)
{
    size_t capacity = FIRST_CAPACITY;
    while (capacity < needed) {
        capacity *= 2;
    }
    return capacity;
}

jx_status jx_seen_add(jx_seen *seen, uint64_t key, bool *ret_again, jx_error *err)
{
    const size_t needed = (seen->count + 1) * 4 / 3; // a quarter at the least stays free
    if (!seen->is_table || needed > seen->capacity) {
        const jx_status status = move_to(seen, at_least(needed), true, err);
        if (status != JX_OK) {
            return status;
        }
    }
    uint64_t *place = find_place(seen->keys, seen->capacity, key);
    *ret_again = *place == key;
    seen->count += *place == 0;
    *place = key;
    return JX_OK;
}

jx_status jx_seen_append(jx_seen *seen, const uint64_t *keys, size_t count, jx_error *err)
{
    jx_status status = JX_OK;
    bool again = false;
    for (size_t i = 0; i < count && seen->is_table && status == JX_OK; i++) {
        status = jx_seen_add(seen, keys[i], &again, err);
    }
    if (status != JX_OK || seen->is_table || count == 0) {
        return status;
    }
    if (seen->count + count > seen->capacity) {
        status = move_to(seen, at_least(seen->count + count), false, err);
    }
    if (status == JX_OK) {
        memcpy(seen->keys + seen->count, keys, count * sizeof *keys);
        seen->count += count;
    }
    return status;
}

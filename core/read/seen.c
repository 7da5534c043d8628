// SPDX-License-Identifier: MIT
#include "read/seen.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/names.h"

#include <stdint.h>

enum { FIRST_CAPACITY = 1024 };

// While names come in ascending order none can have come before, and hashes are only written down one behind
// the other; the first one out of order makes them a table.
struct jx_seen {
    jx_arena *arena;
    jx_arena *hashes_arena;
    uint64_t *hashes; // 0: free
    size_t capacity;  // a power of two, or 0
    size_t count;
    bool in_order;
    jx_text last;
};

jx_seen *jx_seen_new(void)
{
    jx_arena *arena = jx_arena_new();
    jx_seen *seen = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *seen);
    if (seen == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    *seen = (jx_seen){.arena = arena, .in_order = true, .last = jx_text_in(arena)};
    return seen;
}

void jx_seen_free(jx_seen *seen)
{
    if (seen != NULL) {
        jx_arena_free(seen->hashes_arena);
        jx_arena_free(seen->arena);
    }
}

static uint64_t *find_place(uint64_t *hashes, size_t capacity, uint64_t hash)
{
    size_t at = (size_t)hash & (capacity - 1);
    while (hashes[at] != 0 && hashes[at] != hash) {
        at = (at + 1) & (capacity - 1);
    }
    return &hashes[at];
}

static bool move_to(jx_seen *seen, size_t capacity, bool in_order)
{
    jx_arena *arena = jx_arena_new();
    uint64_t *hashes = arena == NULL ? NULL : jx_arena_array(arena, capacity, sizeof *hashes);
    if (hashes == NULL) {
        jx_arena_free(arena);
        return false;
    }
    for (size_t i = 0; i < seen->capacity; i++) {
        const uint64_t hash = seen->hashes[i];
        if (hash != 0) {
            *(in_order ? &hashes[i] : find_place(hashes, capacity, hash)) = hash;
        }
    }
    jx_arena_free(seen->hashes_arena);
    seen->hashes_arena = arena;
    seen->hashes = hashes;
    seen->capacity = capacity;
    seen->in_order = in_order;
    return true;
}

static bool write_down(jx_seen *seen, jx_str name, uint64_t hash)
{
    if (seen->count == seen->capacity &&
        !move_to(seen, seen->capacity == 0 ? FIRST_CAPACITY : seen->capacity * 2, true)) {
        return false;
    }
    jx_text_clear(&seen->last);
    jx_text_add(&seen->last, name);
    seen->hashes[seen->count++] = hash;
    return !seen->last.failed;
}

static bool look_up(jx_seen *seen, uint64_t hash, bool *ret_again)
{
    if (seen->count >= seen->capacity / 4 * 3 && !move_to(seen, seen->capacity * 2, false)) {
        return false;
    }
    uint64_t *place = find_place(seen->hashes, seen->capacity, hash);
    *ret_again = *place == hash;
    seen->count += *place == 0;
    *place = hash;
    return true;
}

bool jx_seen_add(jx_seen *seen, jx_str name, bool *ret_again)
{
    const uint64_t hash = jx_names_hash(name) | 1;
    if (seen->in_order) {
        if (seen->count == 0 || jx_str_order(jx_text_str(&seen->last), name) < 0) {
            *ret_again = false;
            return write_down(seen, name, hash);
        }
        if (!move_to(seen, seen->capacity * 2, false)) {
            return false;
        }
    }
    return look_up(seen, hash, ret_again);
}

// SPDX-License-Identifier: MIT
#include "read/names.h"

enum { FIRST_CAPACITY = 64 };

static uint64_t mix(uint64_t bits)
{
    bits *= UINT64_C(0x9e6c63d0876a9a47);
    bits ^= bits >> 32;
    bits *= UINT64_C(0xd6e8feb86659fd93);
    return bits ^ (bits >> 29);
}

uint64_t jx_names_hash(jx_str text)
{
    uint64_t hash = text.size + 1;
    uint64_t word;
    while (text.size >= sizeof word) {
        memcpy(&word, text.data, sizeof word);
        hash = mix(hash ^ word) + 1;
        text = jx_str_from(text, sizeof word);
    }
    word = 0;
    if (text.size != 0) {
        memcpy(&word, text.data, text.size);
    }
    return mix(hash ^ word);
}

static jx_name *find_slot(const jx_names *names, jx_str text)
{
    size_t at = (size_t)jx_names_hash(text);
    for (;; at++) {
        jx_name *slot = &names->slots[at & (names->capacity - 1)];
        if (slot->text.data == NULL || jx_str_equal(slot->text, text)) {
            return slot;
        }
    }
}

static bool make_room(jx_names *names)
{
    if (names->count < names->capacity / 2) {
        return true;
    }
    jx_names larger = *names;
    larger.capacity = names->capacity == 0 ? FIRST_CAPACITY : names->capacity * 2;
    larger.slots = jx_arena_array(names->arena, larger.capacity, sizeof *larger.slots);
    if (larger.slots == NULL) {
        return false;
    }
    for (size_t i = 0; i < names->capacity; i++) {
        if (names->slots[i].text.data != NULL) {
            *find_slot(&larger, names->slots[i].text) = names->slots[i];
        }
    }
    *names = larger;
    return true;
}

jx_names jx_names_in(jx_arena *arena)
{
    return (jx_names){.arena = arena};
}

bool jx_names_add(jx_names *names, jx_str name, uint32_t number, uint32_t *ret)
{
    if (!make_room(names)) {
        return false;
    }
    jx_name *slot = find_slot(names, name);
    if (slot->text.data == NULL) {
        *slot =
            (jx_name){.text = {name.data == NULL ? "" : name.data, name.size}, .number = number};
        names->count++;
    }
    *ret = slot->number;
    return true;
}

uint32_t jx_names_find(const jx_names *names, jx_str name)
{
    if (names->capacity == 0) {
        return JX_NO_NAME;
    }
    return find_slot(names, name)->text.data == NULL ? JX_NO_NAME : find_slot(names, name)->number;
}

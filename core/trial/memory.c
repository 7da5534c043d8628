// SPDX-License-Identifier: MIT
#include "trial/memory.h"

#include "base/sanitized.h"

#include <dlfcn.h>
#include <link.h>
#include <malloc.h>

typedef struct search {
    ElfW(Addr) base;
    jx_arena *arena;
    jx_memory *memory;
    bool failed;
} search;

typedef struct range {
    ElfW(Addr) first;
    ElfW(Addr) end;
} range;

// Sanitizers keep bytes between variables that nobody may read: these are read all the same.
__attribute__((no_sanitize("address"))) static unsigned char read_byte(const unsigned char *at)
{
    return *(const volatile unsigned char *)at;
}

static bool add_part(search *at, range variables)
{
    jx_memory *memory = at->memory;
    if (variables.first >= variables.end || memory->count == JX_MEMORY_PARTS) {
        return true;
    }
    const size_t size = variables.end - variables.first;
    const unsigned char *now =
        (const unsigned char *)(at->base + variables.first); // NOLINT(performance-no-int-to-ptr)
    unsigned char *then = jx_arena_alloc(at->arena, size);
    if (then == NULL) {
        return false;
    }
    for (size_t i = 0; i < size; i++) {
        then[i] = read_byte(now + i);
    }
    memory->parts[memory->count++] = (jx_memory_part){now, then, size, variables.first};
    return true;
}

// What the dynamic linker made read-only once all was relocated is no variable.
static range find_constants(const struct dl_phdr_info *info)
{
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        if (segment->p_type == PT_GNU_RELRO) {
            return (range){segment->p_vaddr, segment->p_vaddr + segment->p_memsz};
        }
    }
    return (range){0, 0};
}

static int visit_library(struct dl_phdr_info *info, size_t size, void *user)
{
    search *at = user;
    (void)size;
    if (info->dlpi_addr != at->base) {
        return 0;
    }
    const range constants = find_constants(info);
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        const range whole = {segment->p_vaddr, segment->p_vaddr + segment->p_memsz};
        if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W) == 0) {
            continue;
        }
        const bool inside = constants.first < whole.end && constants.end > whole.first;
        const range before = {whole.first, inside ? constants.first : whole.end};
        const range behind = {inside ? constants.end : whole.end, whole.end};
        at->failed = at->failed || !add_part(at, before) || !add_part(at, behind);
    }
    return 1;
}

bool jx_memory_keep(jx_arena *arena, void *handle, jx_memory *ret)
{
    struct link_map *map = NULL;
    *ret = (jx_memory){.count = 0};
    if (dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0) {
        return true; // nothing can be said of it
    }
    search at = {.base = map->l_addr, .arena = arena, .memory = ret};
    (void)dl_iterate_phdr(visit_library, &at);
    return !at.failed;
}

bool jx_memory_has_changed(const jx_memory *memory, uint64_t *ret_address)
{
    for (size_t i = 0; i < memory->count; i++) {
        const jx_memory_part *part = &memory->parts[i];
        for (size_t k = 0; k < part->size; k++) {
            if (read_byte(part->now + k) != part->then[k]) {
                *ret_address = part->address + k;
                return true;
            }
        }
    }
    return false;
}

#if JIXIAO_SANITIZED

size_t __sanitizer_get_current_allocated_bytes(void); // NOLINT(bugprone-reserved-identifier)

size_t jx_memory_in_use(void)
{
    return __sanitizer_get_current_allocated_bytes();
}

#elif defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)

size_t jx_memory_in_use(void)
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

#else

size_t jx_memory_in_use(void)
{
    return 0;
}

#endif

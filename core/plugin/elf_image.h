// SPDX-License-Identifier: MIT
// A library's bytes as data, for elf_check.c and elf_symbols.c only. Every read is bounded. [any-thread]
#ifndef JIXIAO_PLUGIN_ELF_IMAGE_H
#define JIXIAO_PLUGIN_ELF_IMAGE_H

#include "base/str.h"

#include <link.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jx_elf {
    jx_str bytes;
    ElfW(Ehdr) header;
} jx_elf;

// Copies `size` bytes at `offset`; false where they do not lie inside.
bool jx_elf_read(jx_str bytes, uint64_t offset, void *ret, size_t size);

// The program header of that index, below header.e_phnum.
bool jx_elf_segment(const jx_elf *elf, size_t index, ElfW(Phdr) * ret);

// Which majors of the plugin interface the library exports.
typedef struct jx_elf_majors {
    bool ours;
    uint32_t other; // the highest of the others, where `any_other`
    bool any_other;
} jx_elf_majors;

// Reads the dynamic symbols, by way of the dynamic section: section headers may have been stripped. False where
// they contradict the file; *ret_bad then names what does.
bool jx_elf_find_majors(const jx_elf *elf, jx_elf_majors *ret, const char **ret_bad);

#endif

// SPDX-License-Identifier: MIT
// A library's bytes as data, for those who read libraries. Every read is bounded. [any-thread]
#ifndef JIXIAO_PLUGIN_ELF_IMAGE_H
#define JIXIAO_PLUGIN_ELF_IMAGE_H

#include "base/str.h"

#include <elf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if UINTPTR_MAX > UINT32_MAX
typedef Elf64_Ehdr jx_elf_header;
typedef Elf64_Phdr jx_elf_segment;
typedef Elf64_Dyn jx_elf_dynamic;
typedef Elf64_Sym jx_elf_symbol;
typedef Elf64_Addr jx_elf_address;
#else
typedef Elf32_Ehdr jx_elf_header;
typedef Elf32_Phdr jx_elf_segment;
typedef Elf32_Dyn jx_elf_dynamic;
typedef Elf32_Sym jx_elf_symbol;
typedef Elf32_Addr jx_elf_address;
#endif

typedef struct jx_elf {
    jx_str bytes;
    jx_elf_header header;
} jx_elf;

// Copies `size` bytes at `offset`; false where they do not lie inside.
bool jx_elf_read(jx_str bytes, uint64_t offset, void *ret, size_t size);

// The program header of that index, below header.e_phnum.
bool jx_elf_read_segment(const jx_elf *elf, size_t index, jx_elf_segment *ret);

#endif

// SPDX-License-Identifier: MIT
// The dynamic symbols of a library: which plugin interface it was built for, what it exports and needs. [any-thread]
#ifndef JIXIAO_PLUGIN_ELF_SYMBOLS_H
#define JIXIAO_PLUGIN_ELF_SYMBOLS_H

#include "plugin/elf_image.h"

#include <stdbool.h>
#include <stdint.h>

// Which majors of the plugin interface the library exports.
typedef struct jx_elf_majors {
    bool ours;
    uint32_t other; // the highest of the others, where `any_other`
    bool any_other;
} jx_elf_majors;

// Called with every dynamic symbol; the name is JX_STR_NONE where it lies outside the names.
typedef void (*jx_elf_visit)(void *user, const jx_elf_symbol *symbol, jx_str name);

// Reads the dynamic symbols, by way of the dynamic section: section headers may have been stripped. False where
// they contradict the file; *ret_bad then names what does, and some may have been visited.
bool jx_elf_each_symbol(const jx_elf *elf, jx_elf_visit visit, void *user, const char **ret_bad);

// Whether others can use the symbol; whether it must come from elsewhere.
bool jx_elf_is_exported(const jx_elf_symbol *symbol);
bool jx_elf_is_needed(const jx_elf_symbol *symbol);

// As jx_elf_each_symbol, for the entry points of plugins.
bool jx_elf_find_majors(const jx_elf *elf, jx_elf_majors *ret, const char **ret_bad);

#endif

// SPDX-License-Identifier: MIT
// Which plugin interface a library was built for, for elf_check.c only. [any-thread]
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

// Reads the dynamic symbols, by way of the dynamic section: section headers may have been stripped. False where
// they contradict the file; *ret_bad then names what does.
bool jx_elf_find_majors(const jx_elf *elf, jx_elf_majors *ret, const char **ret_bad);

#endif

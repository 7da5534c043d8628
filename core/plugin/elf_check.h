// SPDX-License-Identifier: MIT
// Reads a library's bytes before the dynamic linker maps them: one that was cut short kills dlopen by SIGBUS, and what it
// exports tells which interface it was built for. [any-thread]
#ifndef JIXIAO_PLUGIN_ELF_CHECK_H
#define JIXIAO_PLUGIN_ELF_CHECK_H

#include "base/error.h"
#include "base/str.h"

// Checks that the bytes, whatever they are, form a whole library of this machine that exports this major of the plugin
// interface; else JX_EPLUGIN. Nothing is kept.
jx_status jx_elf_check(jx_str bytes, const jx_place *place, jx_error *err);

// The same of a library that need not be a plugin.
jx_status jx_elf_check_sound(jx_str bytes, const jx_place *place, jx_error *err);

#endif

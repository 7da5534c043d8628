// SPDX-License-Identifier: MIT
#include "trial/library.h"

#include "base/file.h"
#include "base/text.h"
#include "plugin/elf_check.h"
#include "plugin/elf_symbols.h"
#include "plugin/loader.h"

enum { NAMES_SHOWN = 5 };

typedef struct name_list {
    jx_text names;
    size_t count;
} name_list;

typedef struct symbol_search {
    name_list exported;
    name_list needed;
} symbol_search;

// Names that linkers and start files export of themselves.
static bool is_of_toolchain(jx_str name)
{
    static const char *const names[] = {"_init",       "_fini", "_edata",        "_end",
                                        "__bss_start", "end",   "__bss_start__", "_bss_end__"};
    return name.size == 0 || jx_str_is_among(name, names, sizeof names / sizeof names[0]);
}

// What sanitizers and coverage add is not the plugin's.
static bool is_of_instrumentation(jx_str name)
{
    static const char *const starts[] = {"__asan_",    "__ubsan_", "__sanitizer_",
                                         "__odr_asan", "__gcov_",  "__llvm_"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        if (jx_str_starts(name, jx_str_of(starts[i]))) {
            return true;
        }
    }
    return false;
}

static void visit_symbol(void *user, const jx_elf_symbol *symbol, jx_str name)
{
    symbol_search *search = user;
    if (name.data == NULL) {
        return;
    }
    if (jx_elf_is_exported(symbol) && !jx_str_is(name, "jx_plugin_v1") && !is_of_toolchain(name) &&
        !is_of_instrumentation(name)) {
        jx_text_list(&search->exported.names, name, search->exported.count++, NAMES_SHOWN);
    } else if (jx_elf_is_needed(symbol) && jx_str_starts(name, (jx_str)JX_STR("jx_"))) {
        jx_text_list(&search->needed.names, name, search->needed.count++, NAMES_SHOWN);
    }
}

static void blame_names(jx_trial_notes *notes, uint32_t rule, name_list *list)
{
    const char *names = jx_text_end(&list->names).data;
    notes->failed = notes->failed || names == NULL;
    if (list->count > 0 && names != NULL) {
        (void)jx_trial_blame(notes, rule, names);
    }
    notes->tried |= 1u << rule;
}

void jx_trial_library(jx_arena *arena, jx_trial_notes *notes)
{
    jx_elf elf;
    const char *bad = NULL;
    const jx_place place = {.file = notes->path};
    symbol_search search = {{jx_text_in(arena), 0}, {jx_text_in(arena), 0}};
    if (jx_file_read(arena, notes->path, JX_LIBRARY_BYTES, JX_EPLUGIN, &elf.bytes, NULL) != JX_OK ||
        jx_elf_check(elf.bytes, &place, NULL) != JX_OK ||
        !jx_elf_read(elf.bytes, 0, &elf.header, sizeof elf.header) ||
        !jx_elf_each_symbol(&elf, visit_symbol, &search, &bad)) {
        return;
    }
    blame_names(notes, JX_TRIAL_EXPORTS, &search.exported);
    blame_names(notes, JX_TRIAL_LINKS, &search.needed);
}

// SPDX-License-Identifier: MIT
#include "model/project.h"

const jx_entry *jx_section_find(const jx_section *section, const char *key)
{
    for (size_t i = 0; i < section->count; i++) {
        if (jx_str_is(section->entries[i].key, key)) {
            return &section->entries[i];
        }
    }
    return NULL;
}

jx_place jx_section_place(const jx_section *section, const char *path, const char *key)
{
    const jx_entry *entry = jx_section_find(section, key);
    uint32_t line = entry != NULL ? entry->line : section->line;
    return (jx_place){.file = path, .line = line, .key = jx_str_of(key)};
}

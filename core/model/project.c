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

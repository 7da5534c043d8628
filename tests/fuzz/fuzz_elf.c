// SPDX-License-Identifier: MIT
// Any bytes may stand on the plugin path; they are looked at before the dynamic linker sees them.
#include "plugin/elf_check.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const jx_place place = {.file = "x.so"};
    jx_error err = JX_ERROR(JX_ZH);
    const jx_status status = jx_elf_check((jx_str){(const char *)data, size}, &place, &err);
    if (status != JX_OK && (status != JX_EPLUGIN || err.status != JX_EPLUGIN)) {
        abort();
    }
    return 0;
}

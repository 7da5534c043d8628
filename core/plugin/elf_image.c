// SPDX-License-Identifier: MIT
#include "plugin/elf_image.h"

#include <string.h>

bool jx_elf_read(jx_str bytes, uint64_t offset, void *ret, size_t size)
{
    if (offset > bytes.size || bytes.size - offset < size) {
        return false;
    }
    memcpy(ret, bytes.data + offset, size);
    return true;
}

bool jx_elf_read_segment(const jx_elf *elf, size_t index, jx_elf_segment *ret)
{
    return jx_elf_read(elf->bytes, elf->header.e_phoff + index * sizeof *ret, ret, sizeof *ret);
}

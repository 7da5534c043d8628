// SPDX-License-Identifier: MIT
#define ENTRY(index) choose(index)
#include <jixiao/plugin.h>

static const jx_plugin *choose(uint32_t index);

#include "skeleton.h"

static const jx_plugin *choose(uint32_t index)
{
    static uint32_t calls; // the fault: it tells one call from another
    static const jx_plugin another = {.struct_size = sizeof(jx_plugin)};
    if (index > 0) {
        return NULL;
    }
    return calls++ == 0 ? &plugin : &another;
}

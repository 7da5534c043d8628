// SPDX-License-Identifier: MIT
#include "runs_early.h"

__attribute__((visibility("default"))) const void *jx_plugin_v0(unsigned index);
__attribute__((visibility("default"))) const void *jx_plugin_v2(unsigned index);

const void *jx_plugin_v0(unsigned index)
{
    (void)index;
    return NULL;
}

const void *jx_plugin_v2(unsigned index)
{
    (void)index;
    return NULL;
}

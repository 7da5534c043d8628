// SPDX-License-Identifier: MIT
#include "runs_early.h"

__attribute__((visibility("default"))) int jx_plugin_version(void);

int jx_plugin_version(void)
{
    return 1;
}

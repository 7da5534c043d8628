// SPDX-License-Identifier: MIT
#define CREATE create
#include <jixiao/plugin.h>

#include <stdlib.h>

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret);

#include "skeleton.h"

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret)
{
    (void)host;
    (void)indicator;
    *ret = malloc(100); // which nobody frees
    return JX_OK;
}

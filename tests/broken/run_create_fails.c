// SPDX-License-Identifier: MIT
#define CREATE create
#include <jixiao/plugin.h>

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret);

#include "skeleton.h"

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret)
{
    (void)host;
    (void)indicator;
    (void)ret;
    return JX_ESYSTEM - 1;
}

// SPDX-License-Identifier: MIT
#define FIND find_nothing
#include <jixiao/plugin.h>

static int32_t find_nothing(const jx_host *host, const jx_job *job, jx_figure *ret);

#include "skeleton.h"

static int32_t find_nothing(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    (void)host;
    (void)job;
    *ret = (jx_figure){.kind = JX_FIGURE_DATE};
    return JX_OK;
}

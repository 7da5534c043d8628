// SPDX-License-Identifier: MIT
#define LOSE lose
#include <jixiao/plugin.h>

static int32_t lose(const jx_host *host, const jx_job *job);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    static uint32_t calls; // the fault
    calls++;
    return calls == 0 ? JX_EPLUGIN : host->lose_by_method(job);
}

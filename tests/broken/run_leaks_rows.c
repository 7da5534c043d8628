// SPDX-License-Identifier: MIT
#define LOSE lose
#include <jixiao/plugin.h>

#include <stdlib.h>

static int32_t lose(const jx_host *host, const jx_job *job);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    void *volatile kept = malloc(40); // which nobody frees
    return kept == NULL ? JX_ESYSTEM : host->lose_by_method(job);
}

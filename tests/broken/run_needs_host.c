// SPDX-License-Identifier: MIT
#define LOSE lose
#include <jixiao/plugin.h>

int32_t jx_lose(const jx_job *job, const jx_loss *loss);

static int32_t lose(const jx_host *host, const jx_job *job);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    (void)host;
    return jx_lose(job, &(jx_loss){.code = &loss_codes[0]});
}

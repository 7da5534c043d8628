// SPDX-License-Identifier: MIT
#define LOSE lose
#include <jixiao/plugin.h>

static int32_t lose(const jx_host *host, const jx_job *job);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    (void)host;
    return host->compare(job->measured.number.numerator, host->decimal(0, 0)) < 0 ? -77 : JX_OK;
}

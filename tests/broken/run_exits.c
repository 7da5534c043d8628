// SPDX-License-Identifier: MIT
#define LOSE lose
#include <jixiao/plugin.h>

#include <stdlib.h>

static int32_t lose(const jx_host *host, const jx_job *job);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    if (host->compare(job->measured.number.numerator, host->decimal(0, 0)) < 0) {
        exit(7);
    }
    return host->lose_by_method(job);
}

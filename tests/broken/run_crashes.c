// SPDX-License-Identifier: MIT
#define LOSE lose
#include <jixiao/plugin.h>

#include <signal.h>

static int32_t lose(const jx_host *host, const jx_job *job);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    int32_t status = host->lose_by_method(job);
    return status == JX_OK && job->measured.number.denominator.low != 0 &&
                   host->compare(job->measured.number.numerator, host->decimal(0, 0)) < 0
               ? raise(SIGSEGV)
               : status;
}

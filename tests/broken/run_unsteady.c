// SPDX-License-Identifier: MIT
#define LOSE lose
#include <jixiao/plugin.h>

#include <stdlib.h>

static int32_t lose(const jx_host *host, const jx_job *job);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    jx_loss loss = {.struct_size = sizeof loss, .code = &loss_codes[0]};
    loss.figures[0] = host->ratio(host->decimal(1, 0));
    loss.points = host->ratio(host->decimal(rand() % 7, 0));
    return host->lose(job, &loss);
}

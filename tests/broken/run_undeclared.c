// SPDX-License-Identifier: MIT
#define LOSE lose
#include <jixiao/plugin.h>

static int32_t lose(const jx_host *host, const jx_job *job);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    static const jx_loss_code code = {"elsewhere", {NULL}, {"别处", "elsewhere"}};
    jx_loss loss = {.struct_size = sizeof loss, .code = &code};
    loss.points = host->ratio(host->decimal(1, 0));
    return host->lose(job, &loss);
}

// SPDX-License-Identifier: MIT
// Reports negative points, beside a usual type of projects that must have other categories.
#define LOSE  lose
#define ENTRY find_plugin
#include <jixiao/plugin.h>

static int32_t lose(const jx_host *host, const jx_job *job);
static const jx_plugin *find_plugin(uint32_t index);

#include "skeleton.h"

static int32_t lose(const jx_host *host, const jx_job *job)
{
    const jx_loss loss = {
        .struct_size = sizeof loss,
        .code = &loss_codes[0],
        .points = host->ratio(host->decimal(-1, 0)),
    };
    return host->lose(job, &loss);
}

static const jx_plugin *find_plugin(uint32_t index)
{
    static const jx_share shares[] = {
        {.category = "elsewhere", .flags = JX_SHARE_REQUIRED, .minimum = "50"},
    };
    static const jx_plugin type = {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_PROJECT_TYPE,
        .name = "strict",
        .version = "1.0",
        .label = {"严格", "Strict"},
        .says = {"只为测试", "for tests only"},
        .shares = JX_LIST(shares),
        .type_flags = JX_TYPE_USUAL,
    };
    return index == 0 ? &plugin : index == 1 ? &type : NULL;
}

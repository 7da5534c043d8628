// SPDX-License-Identifier: MIT
// Two plugins in one library, not in the order of their names.
#include <jixiao/plugin.h>

static const jx_plugin plugins[] = {
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_CATEGORY,
        .name = "zeal",
        .version = "2.1",
        .label = {"热心指标", "Zeal"},
        .says = {"热心", "zeal"},
    },
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_CATEGORY,
        .name = "art",
        .version = "2.2",
        .label = {"艺术指标", "Art"},
        .says = {"艺术", "art"},
    },
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index < sizeof plugins / sizeof plugins[0] ? &plugins[index] : NULL;
}

// SPDX-License-Identifier: MIT
// Two usual types, not in the order of their names; the first by name is no type that advises.
#include <jixiao/plugin.h>

static const jx_share shares[] = {
    {.category = "output", .flags = JX_SHARE_REQUIRED, .minimum = "60", .maximum = "100"},
    {.category = "satisfaction"},
};

static const jx_plugin plugins[] = {
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_PROJECT_TYPE,
        .name = "zonal",
        .version = "1.0",
        .label = {"分区", "Zonal"},
        .says = {"也通用", "usual as well"},
        .type_flags = JX_TYPE_USUAL | JX_TYPE_ADVISES,
    },
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_PROJECT_TYPE,
        .name = "annual",
        .version = "1.0",
        .label = {"年度", "Annual"},
        .says = {"通用而从严", "usual and strict"},
        .shares = JX_LIST(shares),
        .type_flags = JX_TYPE_USUAL,
    },
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index < sizeof plugins / sizeof plugins[0] ? &plugins[index] : NULL;
}

// SPDX-License-Identifier: MIT
// Types that advise, that share out nothing, that are called as a category is.
#include <jixiao/plugin.h>

static const jx_share shares[] = {
    {.category = "cost", .minimum = "20", .maximum = "20"},
    {.category = "output",
     .flags = JX_SHARE_REQUIRED,
     .minimum = "50",
     .maximum = "50",
     .without = "cost"},
    {.category = "output",
     .flags = JX_SHARE_REQUIRED,
     .minimum = "33.3",
     .maximum = "33.4",
     .subcategories = "quantity"},
    {.category = "budget", .flags = JX_SHARE_REQUIRED, .minimum = "10"},
};

static const jx_plugin plugins[] = {
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_PROJECT_TYPE,
        .name = "open",
        .version = "1.0",
        .label = {"不限", "Open"},
        .says = {"什么都行", "anything will do"},
    },
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_PROJECT_TYPE,
        .name = "advising",
        .version = "1.0",
        .label = {"建议", "Advising"},
        .says = {"只提醒", "tells and lets pass"},
        .shares = JX_LIST(shares),
        .type_flags = JX_TYPE_ADVISES,
    },
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_PROJECT_TYPE,
        .name = "output",
        .version = "1.0",
        .label = {"产出类", "Called as a category"},
        .says = {"与类别同名", "called as a category is"},
    },
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index < sizeof plugins / sizeof plugins[0] ? &plugins[index] : NULL;
}

// SPDX-License-Identifier: MIT
// benefit 效益指标: what the outputs changed for the economy, society and nature. More is better.
#include <jixiao/plugin.h>

static const jx_subcategory subcategories[] = {
    {"economic", {"经济效益指标", "economic benefit"}},
    {"social", {"社会效益指标", "social benefit"}},
    {"ecological", {"生态效益指标", "ecological benefit"}},
    {"sustainable", {"可持续影响指标", "lasting effect"}},
};

static const jx_default defaults[] = {
    {"comparator", ">="},
};

static const jx_plugin benefit = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "benefit",
    .version = "0.1.0",
    .label = {"效益指标", "Benefits"},
    .says = {"产出对经济、社会和生态带来的影响",
             "what the outputs changed for the economy, society and nature"},
    .subcategories = JX_LIST(subcategories),
    .defaults = JX_LIST(defaults),
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &benefit : NULL;
}

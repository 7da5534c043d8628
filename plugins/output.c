// SPDX-License-Identifier: MIT
// output 产出指标: what the project delivered, how well and when, and what a unit of it cost. More is better: a cost states
// its comparator.
#include <jixiao/plugin.h>

static const jx_subcategory subcategories[] = {
    {"quantity", {"数量指标", "quantity"}},
    {"quality", {"质量指标", "quality"}},
    {"timeliness", {"时效指标", "timeliness"}},
    {"cost", {"成本指标", "cost"}}, // of tables that have no first-level category of costs
};

static const jx_default defaults[] = {
    {"comparator", ">="},
};

static const jx_plugin output = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "output",
    .version = "0.1.0",
    .label = {"产出指标", "Outputs"},
    .says = {"项目提供的产品和服务的数量、质量和时效",
             "how much the project delivered, how well and when"},
    .subcategories = JX_LIST(subcategories),
    .defaults = JX_LIST(defaults),
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &output : NULL;
}

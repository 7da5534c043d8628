// SPDX-License-Identifier: MIT
// cost 成本指标: what carrying out the project cost. Less is better.
#include <jixiao/plugin.h>

static const jx_subcategory subcategories[] = {
    {"economic", {"经济成本指标", "economic cost"}},
    {"social", {"社会成本指标", "social cost"}},
    {"ecological", {"生态环境成本指标", "ecological and environmental cost"}},
};

static const jx_default defaults[] = {
    {"comparator", "<="},
};

static const jx_loss_code loss_codes[] = {
    {"not_met",
     {NULL},
     {"成本应{comparator}{target}{unit}，实际为{measured}{unit}，超出成本控制目标，不得分",
      "cost should be {comparator}{target}{unit}, found {measured}{unit}: over the target, no points"}},
    {"above_target",
     {"gap", "step", "steps", "deduct"},
     {"成本应{comparator}{target}{unit}，实际为{measured}{unit}，超出{gap}{unit}；每超{step}{unit}扣{deduct}分，计{steps}×{deduct}分",
      "cost should be {comparator}{target}{unit}, found {measured}{unit}: {gap}{unit} over; each {step}{unit} costs {deduct}, "
      "{steps} × {deduct} points"}},
};

static const jx_plugin cost = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "cost",
    .version = "0.1.0",
    .label = {"成本指标", "Cost"},
    .says = {"为实现产出付出的代价，越少越好", "what the outputs cost; less is better"},
    .subcategories = JX_LIST(subcategories),
    .defaults = JX_LIST(defaults),
    .loss_codes = JX_LIST(loss_codes),
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &cost : NULL;
}

// SPDX-License-Identifier: MIT
// project-expenditure 项目支出: the type of project self-evaluations by departments. Published tables differ from its
// weights, so it advises; its grades are the host's.
#include <jixiao/plugin.h>

// A project whose cost is not a target of its own shares out the 20 points of cost to what it delivers and brings about.
static const jx_share shares[] = {
    {.category = "cost", .minimum = "20", .maximum = "20"},
    {.category = "output",
     .flags = JX_SHARE_REQUIRED,
     .minimum = "50",
     .maximum = "50",
     .without = "cost"},
    {.category = "output", .flags = JX_SHARE_REQUIRED, .minimum = "40", .maximum = "40"},
    {.category = "benefit",
     .flags = JX_SHARE_REQUIRED,
     .minimum = "30",
     .maximum = "30",
     .without = "cost"},
    {.category = "benefit", .flags = JX_SHARE_REQUIRED, .minimum = "20", .maximum = "20"},
    {.category = "satisfaction", .flags = JX_SHARE_REQUIRED, .minimum = "10", .maximum = "10"},
    {.category = "budget", .flags = JX_SHARE_REQUIRED, .minimum = "10", .maximum = "10"},
};

static const jx_plugin project_expenditure = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_PROJECT_TYPE,
    .name = "project-expenditure",
    .version = "0.1.0",
    .label = {"项目支出", "Project expenditure"},
    .says = {"部门和单位自评的项目支出", "projects that departments and units evaluate themselves"},
    .shares = JX_LIST(shares),
    .type_flags = JX_TYPE_ADVISES | JX_TYPE_USUAL,
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &project_expenditure : NULL;
}

// SPDX-License-Identifier: MIT
// finance-evaluation 财政绩效评价: what a finance bureau adds to evaluate projects itself, by the national framework for
// the evaluation of project expenditure (财预〔2020〕10号): the categories decision 决策 and process 过程, and the type of
// project. output 产出 and benefit 效益 are those that ship.
#include <jixiao/plugin.h>

// --------------------------------------------------------------------------------------------- decision

static const jx_subcategory decision_subcategories[] = {
    {"project-approval", {"项目立项", "project approval"}},
    {"performance-targets", {"绩效目标", "performance targets"}},
    {"funding", {"资金投入", "funding"}},
};

// Most indicators count which points of the framework a project satisfies: 3项 of 5.
static const jx_default checked_points[] = {
    {"comparator", ">="},
    {"unit", "项"},
};

static const jx_loss_code decision_losses[] = {
    {"partly_met",
     {"degree"},
     {"符合要求的应为{target}{unit}，实为{measured}{unit}，为目标的{degree}%，按比例得分",
      "{measured}{unit} of {target}{unit} are as they should be, {degree}%: points in proportion"}},
};

// ---------------------------------------------------------------------------------------------- process

static const jx_subcategory process_subcategories[] = {
    {"fund-management", {"资金管理", "management of funds"}},
    {"implementation", {"组织实施", "organisation and implementation"}},
};

// ---------------------------------------------------------------------------------------------- the type

// The framework wants outputs and benefits to weigh at least 60 of 100 together: decision and process, at most 20 each,
// leave that much. Within it evaluations mostly give 30 to either; the ranges leave room for projects whose
// benefits come late, or whose outputs are few.
static const jx_share shares[] = {
    {.category = "decision",
     .flags = JX_SHARE_REQUIRED,
     .minimum = "10",
     .maximum = "20",
     .subcategories = "project-approval performance-targets funding"},
    {.category = "process",
     .flags = JX_SHARE_REQUIRED,
     .minimum = "10",
     .maximum = "20",
     .subcategories = "fund-management implementation"},
    {.category = "output",
     .flags = JX_SHARE_REQUIRED,
     .minimum = "25",
     .maximum = "45",
     .subcategories = "quantity quality timeliness cost"},
    {.category = "benefit", .flags = JX_SHARE_REQUIRED, .minimum = "20", .maximum = "40"},
};

// Those of the framework, whatever the host's usual ones are.
static const jx_type_grade grades[] = {
    {"优", "90"},
    {"良", "80"},
    {"中", "60"},
    {"差", "0"},
};

// ------------------------------------------------------------------------------------------ the library

static const jx_plugin plugins[] = {
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_CATEGORY,
        .name = "decision",
        .version = "0.1.0",
        .label = {"决策", "Decision"},
        .says =
            {"项目该不该立、目标定得好不好、钱安排得是否合理",
             "whether the project was rightly approved, its targets set and its money allotted"},
        .subcategories = JX_LIST(decision_subcategories),
        .defaults = JX_LIST(checked_points),
        .loss_codes = JX_LIST(decision_losses),
    },
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_CATEGORY,
        .name = "process",
        .version = "0.1.0",
        .label = {"过程", "Process"},
        .says = {"资金管得好不好，项目组织得好不好",
                 "how well the money was managed and the project carried out"},
        .subcategories = JX_LIST(process_subcategories),
        .defaults = JX_LIST(checked_points),
    },
    {
        .struct_size = sizeof(jx_plugin),
        .kind = JX_PLUGIN_PROJECT_TYPE,
        .name = "finance-evaluation",
        .version = "0.1.0",
        .label = {"财政绩效评价", "Evaluation by a finance bureau"},
        .says = {"由财政部门评价的项目支出", "projects that a finance bureau evaluates"},
        .shares = JX_LIST(shares),
        .grades = JX_LIST(grades),
    },
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index < sizeof plugins / sizeof plugins[0] ? &plugins[index] : NULL;
}

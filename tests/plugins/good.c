// SPDX-License-Identifier: MIT
// A plugin that has a row of everything, for tests of those who load and read plugins. It leaves jx_plugin.lose out, so
// that tests/abi can build it against a header that lacks it.
#include <jixiao/plugin.h>

static const jx_subcategory subcategories[] = {
    {.name = "first", .label = {"甲类指标", "first kind"}},
    {.name = "second-kind", .label = {"乙类指标", "second kind"}},
};

static const jx_default defaults[] = {
    {.key = "comparator", .value = "<="}, {.key = "measure", .value = "share"},
    {.key = "unit", .value = "户"},       {.key = "minimum", .value = "0"},
    {.key = "whole", .value = "yes"},     {.key = "levels", .value = "好, 中, 差"},
};

static const jx_field fields[] = {
    {.type = JX_FIELD_TEXT, .key = "basis", .says = {"依据", "what it is based on"}},
    {.type = JX_FIELD_INTEGER,
     .key = "grace",
     .fallback = "0",
     .minimum = "0",
     .maximum = "12",
     .says = {"宽限月数", "months without loss"}},
    {.type = JX_FIELD_DECIMAL, .key = "factor", .fallback = "-0.5", .says = {"系数", "a factor"}},
    {.type = JX_FIELD_BOOLEAN, .key = "strict", .fallback = "否", .says = {"从严", "strictly"}},
    {.type = JX_FIELD_CHOICE,
     .key = "share_of",
     .choices = "all|valid",
     .fallback = "valid",
     .says = {"占什么的比例", "of what it is a share"}},
    {.type = JX_FIELD_PERCENT,
     .key = "enough",
     .fallback = "60%",
     .minimum = "0",
     .maximum = "100",
     .says = {"多少即可", "how much is enough"}},
    {.type = JX_FIELD_POINTS,
     .key = "consolation",
     .fallback = "10%",
     .minimum = "0",
     .says = {"安慰分", "points for trying"}},
    {.type = JX_FIELD_DATE,
     .key = "since",
     .fallback = "2024-01-01",
     .says = {"起始日", "the first day"}},
    {.type = JX_FIELD_LEVEL,
     .key = "least",
     .fallback = "中",
     .says = {"最低等次", "the least level"}},
};

static const jx_field inputs[] = {
    {.type = JX_FIELD_INTEGER,
     .flags = JX_FIELD_REQUIRED,
     .key = "visits",
     .minimum = "0",
     .says = {"走访次数", "how many visits were paid"}},
};

static const jx_field share_fields[] = {
    {.type = JX_FIELD_BOOLEAN, .key = "as_level", .says = {"按等次", "as a level"}},
};

static const jx_field share_inputs[] = {
    {.type = JX_FIELD_DECIMAL,
     .key = "adjustment",
     .fallback = "0",
     .says = {"调整数", "an adjustment"}},
};

static int32_t prepare_share(const jx_host *host,
                             const jx_indicator *indicator,
                             uint32_t *ret_kind,
                             jx_figure *ret_target)
{
    (void)host;
    (void)ret_target;
    *ret_kind = indicator->measure_params[0].index != 0 ? JX_FIGURE_LEVEL : JX_FIGURE_NUMBER;
    return JX_OK;
}

static int32_t find_share(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    (void)host;
    *ret = job->actual;
    return JX_OK;
}

static const jx_measure measures[] = {
    {
        .name = "share",
        .actual = JX_ACTUAL_RATE,
        .figures = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_LEVEL),
        .unit = "%",
        .says = {"所占比例", "the share"},
        .fields = JX_LIST(share_fields),
        .inputs = JX_LIST(share_inputs),
        .prepare = prepare_share,
        .find = find_share,
    },
    {
        .name = "plain",
        .actual = JX_ACTUAL_NUMBER,
        .figures = JX_KIND_BIT(JX_FIGURE_NUMBER),
        .says = {"原值", "the value as it is"},
        .find = find_share,
    },
};

static const jx_loss_code loss_codes[] = {
    {.code = "short_of",
     .figures = {"gap", "per_gap"},
     .says = {"比目标{target}少{gap}{unit}，每{unit}扣{per_gap}分",
              "{gap} {unit} short of {target}, {per_gap} points for each {unit}"}},
    {.code = "late", .says = {"迟了", "late"}},
};

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret)
{
    (void)host;
    (void)indicator;
    *ret = NULL;
    return JX_OK;
}

static void destroy(void *instance)
{
    (void)instance;
}

static const jx_plugin plugin = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "good",
    .version = "1.0",
    .label = {"好指标", "Good ones"},
    .says = {"什么都有一行", "a row of everything"},
    .subcategories = JX_LIST(subcategories),
    .measures = JX_LIST(measures),
    .standard_measures = "value level",
    .standard_methods = "threshold step",
    .defaults = JX_LIST(defaults),
    .fields = JX_LIST(fields),
    .inputs = JX_LIST(inputs),
    .loss_codes = JX_LIST(loss_codes),
    .create = create,
    .destroy = destroy,
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}

// SPDX-License-Identifier: MIT
// budget 预算执行率: how much of the budget was paid out. The self-evaluation forms give it a row of its own: the amount executed
// over the year's budget, in percent, at most the row's points.
#include <jixiao/plugin.h>

static const jx_subcategory subcategories[] = {
    {"execution", {"预算执行率", "budget execution"}},
};

static const jx_default defaults[] = {
    {"measure", "ratio"},
    {"target", "100"},
    {"comparator", ">="},
};

enum { ADJUSTMENT };

static const jx_field execution_inputs[] = {
    {JX_FIELD_DECIMAL,
     0,
     "adjustment",
     NULL,
     "0",
     NULL,
     NULL,
     {"预算调整数，调减为负",
      "what was added to the budget during the year; negative where it was cut"}},
};

// 100 × paid / budget
static int32_t find_percentage(const jx_host *host,
                               jx_decimal paid,
                               jx_decimal budget,
                               jx_figure *ret)
{
    jx_decimal hundredfold;
    jx_figure figure = {.kind = JX_FIGURE_NUMBER};
    int32_t status = host->multiply(paid, host->decimal(100, 0), &hundredfold);
    if (status == JX_OK) {
        status = host->ratio_divide(host->ratio(hundredfold), host->ratio(budget), &figure.number);
    }
    if (status == JX_OK) {
        *ret = figure;
    }
    return status;
}

// The budget is that of the year's beginning with what was added to it since.
static int32_t find_execution(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    jx_decimal budget;
    int32_t status = host->add(job->baseline, job->measure_inputs[ADJUSTMENT].number, &budget);
    if (status == JX_OK && host->compare(budget, host->decimal(0, 0)) <= 0) {
        return host->refuse(
            job,
            (jx_words){"调整后的预算应大于0，年初预算为“{baseline}”",
                       "expected a budget above 0 after adjustment, the budget is \"{baseline}\""});
    }
    if (status == JX_OK) {
        status = find_percentage(host, job->actual.number.numerator, budget, ret);
    }
    return status == JX_OK
               ? JX_OK
               : host->refuse(job, (jx_words){"“{actual}”太大，无法精确计算",
                                              "\"{actual}\" is too large to be computed exactly"});
}

static const jx_measure measures[] = {
    {
        .name = "execution",
        .actual = JX_ACTUAL_AMOUNT,
        .figures = JX_KIND_BIT(JX_FIGURE_NUMBER),
        .unit = "%",
        .says =
            {"执行数占全年预算数（年初预算加调整数）的百分比",
             "the amount paid in percent of the year's budget: the baseline plus the adjustment"},
        .inputs = JX_LIST(execution_inputs),
        .find = find_execution,
    },
};

static const jx_loss_code loss_codes[] = {
    {"partly_met",
     {"degree"},
     {"预算执行率为{measured}%，达到目标{target}%的{degree}%，按比例得分",
      "{measured}% of the budget was paid out, {degree}% of the target {target}%: points in proportion"}},
};

static const jx_plugin budget = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "budget",
    .version = "0.1.0",
    .label = {"预算执行率", "Budget execution"},
    .says = {"全年预算执行的进度", "how much of the year's budget was paid out"},
    .subcategories = JX_LIST(subcategories),
    .measures = JX_LIST(measures),
    .standard_measures = "ratio value",
    .standard_methods = "proportion step bands threshold",
    .defaults = JX_LIST(defaults),
    .loss_codes = JX_LIST(loss_codes),
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &budget : NULL;
}

// SPDX-License-Identifier: MIT
#include "score/measures.h"

#include "base/ratio.h"
#include "score/losing.h"

static int32_t find_actual(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    (void)host;
    *ret = job->actual;
    return JX_OK;
}

static int32_t refuse_baseline(const jx_job *job)
{
    return jx_refuse(job, (jx_words){"基数应大于0，实为“{baseline}”",
                                     "expected a baseline above 0, found \"{baseline}\""});
}

// 100 × part / baseline, where the actual is no rate already.
static int32_t find_percentage(const jx_job *job, jx_decimal part, jx_figure *ret)
{
    jx_decimal hundredfold;
    jx_figure figure = {.kind = JX_FIGURE_NUMBER};
    if (jx_decimal_sign(job->baseline) <= 0) {
        return refuse_baseline(job);
    }
    if (!jx_decimal_multiply(part, jx_decimal_make(100, 0), &hundredfold) ||
        !jx_ratio_make(hundredfold, job->baseline, &figure.number)) {
        return jx_refuse_range(job);
    }
    *ret = figure;
    return JX_OK;
}

static int32_t find_growth(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    if ((job->given & JX_GIVEN_RATE) != 0) {
        return find_actual(host, job, ret);
    }
    jx_decimal growth;
    if (!jx_decimal_subtract(job->actual.number.numerator, job->baseline, &growth)) {
        return jx_refuse_range(job);
    }
    return find_percentage(job, growth, ret);
}

static int32_t find_ratio(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    if ((job->given & JX_GIVEN_RATE) != 0) {
        return find_actual(host, job, ret);
    }
    return find_percentage(job, job->actual.number.numerator, ret);
}

static const jx_measure measures[] = {
    {
        .name = "value",
        .actual = JX_ACTUAL_NUMBER,
        .figures = JX_KIND_BIT(JX_FIGURE_NUMBER),
        .says = {"实际值本身", "the actual itself"},
        .find = find_actual,
    },
    {
        .name = "growth",
        .actual = JX_ACTUAL_RATE,
        .figures = JX_KIND_BIT(JX_FIGURE_NUMBER),
        .unit = "%",
        .says = {"实际值比基数增长的百分比，或直接写明带%的增长率",
                 "the percent change of the actual against the baseline, or a rate written with %"},
        .find = find_growth,
    },
    {
        .name = "ratio",
        .actual = JX_ACTUAL_RATE,
        .figures = JX_KIND_BIT(JX_FIGURE_NUMBER),
        .unit = "%",
        .says = {"实际值占基数的百分比，或直接写明带%的比率",
                 "the actual in percent of the baseline, or a rate written with %"},
        .find = find_ratio,
    },
    {
        .name = "done",
        .actual = JX_ACTUAL_YES_NO,
        .figures = JX_KIND_BIT(JX_FIGURE_YES_NO),
        .says = {"是否完成", "whether it was done"},
        .find = find_actual,
    },
    {
        .name = "date",
        .actual = JX_ACTUAL_DATE,
        .figures = JX_KIND_BIT(JX_FIGURE_DATE),
        .says = {"完成日期", "when it was carried out"},
        .find = find_actual,
    },
    {
        .name = "level",
        .actual = JX_ACTUAL_LEVEL,
        .figures = JX_KIND_BIT(JX_FIGURE_LEVEL),
        .says = {"评定的等次", "the level it was given"},
        .find = find_actual,
    },
};

size_t jx_measure_count(void)
{
    return sizeof measures / sizeof measures[0];
}

const jx_measure *jx_measure_at(size_t index)
{
    return &measures[index];
}

const jx_measure *jx_measure_find(jx_str name)
{
    for (size_t i = 0; i < jx_measure_count(); i++) {
        if (jx_str_is(name, measures[i].name)) {
            return &measures[i];
        }
    }
    return NULL;
}

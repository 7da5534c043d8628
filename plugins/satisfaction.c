// SPDX-License-Identifier: MIT
// satisfaction 满意度指标: what those who are served think. Named levels, or a survey that counts answers per level.
#include <jixiao/plugin.h>

#include <string.h>

static const jx_subcategory subcategories[] = {
    {"service", {"服务对象满意度指标", "satisfaction of those served"}},
};

static const jx_default defaults[] = {
    {"comparator", ">="},
    {"levels", "非常满意, 较为满意, 满意, 基本满意, 不满意"},
};

// ----------------------------------------------------------------------------------------------- survey

enum { SURVEY, SATISFIED };
enum { SURVEY_RATE, SURVEY_LEVEL };

static const jx_field survey_fields[] = {
    {JX_FIELD_CHOICE,
     0,
     "survey",
     "rate|level",
     "rate",
     NULL,
     NULL,
     {"比较什么：达到 satisfied 等次及以上的比例，或中位等次",
      "what is compared: the share at or above the level `satisfied`, or the median level"}},
    {JX_FIELD_LEVEL,
     0,
     "satisfied",
     NULL,
     NULL,
     NULL,
     NULL,
     {"多高的等次算满意；未写明时取作为目标的等次，否则为“满意”",
      "the level from which an answer counts as satisfied: by default the target where that is a level, else 满意"}},
};

static int32_t find_level(const jx_indicator *indicator, const char *name)
{
    for (uint32_t i = 0; i < indicator->level_count; i++) {
        if (strcmp(indicator->levels[i], name) == 0) {
            return (int32_t)i;
        }
    }
    return -1;
}

// The level from which an answer counts; -1 where none can be told.
static int32_t satisfied_level(const jx_indicator *indicator, const jx_figure *target)
{
    const jx_value *stated = &indicator->measure_params[SATISFIED];
    if (stated->given != 0) {
        return stated->index;
    }
    return target->kind == JX_FIGURE_LEVEL ? target->index : find_level(indicator, "满意");
}

// A share is compared with a percentage: the stated one, or 100 where the target is a level that every answer should reach.
// The level from which answers count is noted in the target's index, for find_rate.
static int32_t prepare_rate(const jx_host *host,
                            const jx_indicator *indicator,
                            jx_figure *ret_target)
{
    int32_t level = satisfied_level(indicator, ret_target);
    if (level < 0) {
        return host->reject(
            indicator, "satisfied",
            (jx_words){
                "没有“满意”这一等次，应写明 satisfied：多高的等次算满意",
                "there is no level 满意; state `satisfied`, the level from which answers count"});
    }
    if (ret_target->kind == JX_FIGURE_LEVEL) {
        ret_target->kind = JX_FIGURE_NUMBER;
        ret_target->number = host->ratio(host->decimal(100, 0));
    }
    ret_target->index = level;
    return JX_OK;
}

static int32_t prepare_survey(const jx_host *host,
                              const jx_indicator *indicator,
                              uint32_t *ret_kind,
                              jx_figure *ret_target)
{
    if (indicator->measure_params[SURVEY].index == SURVEY_RATE) {
        *ret_kind = JX_FIGURE_NUMBER;
        return prepare_rate(host, indicator, ret_target);
    }
    *ret_kind = JX_FIGURE_LEVEL;
    if (ret_target->kind == JX_FIGURE_NUMBER) {
        return host->reject(indicator, "target",
                            (jx_words){"survey = level 比较的是等次，目标值应为等次",
                                       "survey = level compares levels; the target must be one"});
    }
    return JX_OK;
}

// Each count is bounded by what a decimal of the host takes; the sum of all must be as well.
static int32_t count_answers(const jx_host *host, const jx_job *job, int64_t *ret)
{
    int64_t total = 0;
    for (uint32_t i = 0; i < job->indicator->level_count; i++) {
        if (job->counts[i] > INT64_MAX - total) {
            return host->refuse(job, (jx_words){"人数太大，实为“{actual}”",
                                                "too many answers to count, found \"{actual}\""});
        }
        total += job->counts[i];
    }
    if (total == 0) {
        return host->refuse(
            job, (jx_words){"一份答卷也没有，无法计算满意度，实为“{actual}”",
                            "no answers, so no satisfaction can be found in \"{actual}\""});
    }
    *ret = total;
    return JX_OK;
}

static int32_t find_rate(const jx_host *host, const jx_job *job, int64_t total, jx_figure *ret)
{
    int64_t satisfied = 0;
    jx_decimal hundredfold;
    for (int32_t i = 0; i <= job->indicator->target.index; i++) {
        satisfied += job->counts[i];
    }
    ret->kind = JX_FIGURE_NUMBER;
    int32_t status =
        host->multiply(host->decimal(satisfied, 0), host->decimal(100, 0), &hundredfold);
    return status != JX_OK ? status
                           : host->ratio_divide(host->ratio(hundredfold),
                                                host->ratio(host->decimal(total, 0)), &ret->number);
}

// The level of the middle answer, best first; of two middle ones the worse.
static void find_median(const jx_job *job, int64_t total, jx_figure *ret)
{
    int64_t passed = 0;
    ret->kind = JX_FIGURE_LEVEL;
    for (uint32_t i = 0; i < job->indicator->level_count; i++) {
        passed += job->counts[i];
        if (passed > total / 2) {
            ret->index = (int32_t)i;
            return;
        }
    }
}

static int32_t find_survey(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    int64_t total = 0;
    int32_t status = count_answers(host, job, &total);
    if (status != JX_OK) {
        return status;
    }
    if (job->indicator->measure_params[SURVEY].index == SURVEY_RATE) {
        return find_rate(host, job, total, ret);
    }
    find_median(job, total, ret);
    return JX_OK;
}

static const jx_measure measures[] = {
    {
        .name = "survey",
        .actual = JX_ACTUAL_COUNTS,
        .figures = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_LEVEL),
        .unit = "%",
        .says = {"问卷调查，实际值写各等次的人数：非常满意:120, 满意:40",
                 "a survey; the actual is the number of answers per level: 非常满意:120, 满意:40"},
        .fields = JX_LIST(survey_fields),
        .prepare = prepare_survey,
        .find = find_survey,
    },
};

static const jx_loss_code loss_codes[] = {
    {"lower_level",
     {"earned"},
     {"满意度等次为“{measured}”，按规定得{earned}分",
      "satisfaction is \"{measured}\", which earns {earned} points"}},
};

static const jx_plugin satisfaction = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "satisfaction",
    .version = "0.1.0",
    .label = {"满意度指标", "Satisfaction"},
    .says = {"服务对象对项目的满意程度", "how satisfied those are whom the project serves"},
    .subcategories = JX_LIST(subcategories),
    .measures = JX_LIST(measures),
    .defaults = JX_LIST(defaults),
    .loss_codes = JX_LIST(loss_codes),
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &satisfaction : NULL;
}

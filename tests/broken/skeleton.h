// SPDX-License-Identifier: MIT
// A small plugin without fault. What includes this header defines one of these macros otherwise.
#ifndef JIXIAO_TESTS_BROKEN_SKELETON_H
#define JIXIAO_TESTS_BROKEN_SKELETON_H

#include <jixiao/plugin.h>

#ifndef STRUCT_SIZE
#  define STRUCT_SIZE sizeof(jx_plugin)
#endif
#ifndef KIND
#  define KIND JX_PLUGIN_CATEGORY
#endif
#ifndef NAME
#  define NAME "broken"
#endif
#ifndef VERSION
#  define VERSION "1.0"
#endif
#ifndef LABEL_EN
#  define LABEL_EN "Broken"
#endif
#ifndef SUBCATEGORY
#  define SUBCATEGORY "other"
#endif
#ifndef FIELD_TYPE
#  define FIELD_TYPE JX_FIELD_INTEGER
#endif
#ifndef FIELD_KEY
#  define FIELD_KEY "grace"
#endif
#ifndef FIELD_CHOICES
#  define FIELD_CHOICES NULL
#endif
#ifndef FIELD_FALLBACK
#  define FIELD_FALLBACK "0"
#endif
#ifndef FIELD_MAXIMUM
#  define FIELD_MAXIMUM "12"
#endif
#ifndef FIELD_LIST
#  define FIELD_LIST JX_LIST(fields)
#endif
#ifndef MEASURE_FIGURES
#  define MEASURE_FIGURES JX_KIND_BIT(JX_FIGURE_NUMBER)
#endif
#ifndef MEASURE_LIST
#  define MEASURE_LIST JX_LIST(measures)
#endif
#ifndef STANDARD_MEASURES
#  define STANDARD_MEASURES NULL
#endif
#ifndef STANDARD_METHODS
#  define STANDARD_METHODS "step"
#endif
#ifndef DEFAULT_KEY
#  define DEFAULT_KEY "unit"
#endif
#ifndef LOSS_CODE
#  define LOSS_CODE "months_late"
#endif
#ifndef LOSS_EN
#  define LOSS_EN "{months} months late"
#endif
#ifndef FIND
#  define FIND find
#endif
#ifndef CREATE
#  define CREATE NULL
#endif
#ifndef LOSE
#  define LOSE NULL
#endif
#ifndef DESTROY
#  define DESTROY NULL
#endif
#ifndef ENTRY
#  define ENTRY(index) ((index) == 0 ? &plugin : NULL)
#endif

static const jx_subcategory subcategories[] = {
    {"some", {"某些", "some"}},
    {SUBCATEGORY, {"其他", "others"}},
};

static const jx_field fields[] = {
    {FIELD_TYPE,
     0,
     FIELD_KEY,
     FIELD_CHOICES,
     FIELD_FALLBACK,
     "0",
     FIELD_MAXIMUM,
     {"宽限月数", "months without loss"}},
};

__attribute__((unused)) static int32_t find(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    (void)host;
    *ret = job->actual;
    return JX_OK;
}

static const jx_measure measures[] = {
    {
        .name = "plain",
        .actual = JX_ACTUAL_NUMBER,
        .figures = MEASURE_FIGURES,
        .says = {"原值", "the value as it is"},
        .find = FIND,
    },
};

static const jx_default defaults[] = {{DEFAULT_KEY, "个"}};

static const jx_loss_code loss_codes[] = {
    {LOSS_CODE, {"months"}, {"迟了{months}个月", LOSS_EN}},
};

static const jx_plugin plugin = {
    .struct_size = STRUCT_SIZE,
    .kind = KIND,
    .name = NAME,
    .version = VERSION,
    .label = {"坏指标", LABEL_EN},
    .says = {"只为测试", "for tests only"},
    .subcategories = JX_LIST(subcategories),
    .measures = MEASURE_LIST,
    .standard_measures = STANDARD_MEASURES,
    .standard_methods = STANDARD_METHODS,
    .defaults = JX_LIST(defaults),
    .fields = FIELD_LIST,
    .loss_codes = JX_LIST(loss_codes),
    .create = CREATE,
    .destroy = DESTROY,
    .lose = LOSE,
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return ENTRY(index);
}

#endif

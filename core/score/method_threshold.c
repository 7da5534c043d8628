// SPDX-License-Identifier: MIT
// threshold: all or nothing, with a consolation.
#include "base/decimal.h"
#include "base/ratio.h"
#include "score/compare.h"
#include "score/losing.h"
#include "score/method.h"
#include "score/points.h"

enum { OTHERWISE };

static const jx_field fields[] = {
    {JX_FIELD_POINTS,
     0,
     "otherwise",
     NULL,
     "0",
     "0",
     NULL,
     {"未达到目标时的得分", "the points where the target is missed"}},
};

enum { NOT_MET, NOT_MET_CONSOLED };

static const jx_loss_code codes[] = {
    {"not_met",
     {NULL},
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，未达到目标，不得分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: missed, no points"}},
    {"not_met_consoled",
     {"otherwise", NULL},
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，未达到目标，按规定得{otherwise}分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: missed, which leaves {otherwise} points"}},
};

static jx_status compile(const jx_method_source *source, const void **ret, jx_error *err)
{
    jx_loss *loss = jx_arena_alloc(source->arena, sizeof *loss);
    if (loss == NULL) {
        return jx_fail_memory(err);
    }
    jx_decimal lost = JX_DECIMAL_ZERO;
    const jx_value *otherwise = &source->values[OTHERWISE];
    jx_place place = jx_method_place(source, "otherwise");
    jx_status status =
        jx_points_check(source, &place, jx_str_of(otherwise->text), otherwise->number, &lost, err);
    if (status != JX_OK) {
        return status;
    }
    bool consoled = jx_decimal_sign(otherwise->number) > 0;
    *loss = (jx_loss){
        .struct_size = sizeof *loss,
        .code = &codes[consoled ? NOT_MET_CONSOLED : NOT_MET],
        .points = jx_ratio_of(lost),
        .figures = {jx_ratio_of(otherwise->number)},
    };
    *ret = loss;
    return JX_OK;
}

static jx_status lose(const void *opaque, const jx_job *job)
{
    const jx_loss *loss = opaque;
    bool met = false;
    jx_status status = jx_compare_target(job, &met);
    return status != JX_OK || met ? status : jx_lose(job, loss);
}

static jx_reach reach(const void *opaque, const jx_indicator *indicator, const jx_range *range)
{
    (void)range;
    const jx_ratio otherwise = ((const jx_loss *)opaque)->figures[0];
    return (jx_reach){
        .full = true,
        .floor = jx_ratio_compare(otherwise, jx_ratio_of(indicator->weight)) < 0,
        .least = otherwise,
    };
}

const jx_method jx_method_threshold = {
    .name = "threshold",
    .label = {"达标计分", "all or nothing"},
    .figures = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_YES_NO) |
               JX_KIND_BIT(JX_FIGURE_LEVEL) | JX_KIND_BIT(JX_FIGURE_DATE),
    .flags = JX_METHOD_NEEDS_TARGET,
    .says = {"达到目标得满分，否则不得分（或得 otherwise 分）",
             "all points where the target is met, else none (or `otherwise`)"},
    .fields = JX_LIST(fields),
    .compile = compile,
    .lose = lose,
    .reach = reach,
    .codes = JX_LIST(codes),
};

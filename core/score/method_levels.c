// SPDX-License-Identifier: MIT
// levels: points for each named level.
#include "base/decimal.h"
#include "base/ratio.h"
#include "score/losing.h"
#include "score/method.h"
#include "score/points.h"
#include "score/reach.h"

static const jx_loss_code codes[] = {
    {"lower_level",
     {"earned", NULL},
     {"等次为“{measured}”，按规定得{earned}分",
      "the level is \"{measured}\", which earns {earned} points"}},
};

static jx_status compile_level(const jx_method_source *source,
                               size_t index,
                               jx_loss *ret,
                               jx_error *err)
{
    jx_place place = jx_method_place(source, "levels");
    jx_decimal points = JX_DECIMAL_ZERO;
    jx_decimal lost = JX_DECIMAL_ZERO;
    jx_str tail = source->level_tails[index];
    if (tail.data == NULL) {
        return jx_fail(err, &place, JX_MESSAGE_LEVEL_WITHOUT_POINTS, source->levels[index]);
    }
    jx_status status = jx_points_read(source, &place, tail, &points, &lost, err);
    if (status != JX_OK) {
        return status;
    }
    *ret = (jx_loss){
        .struct_size = sizeof *ret,
        .code = &codes[0],
        .points = jx_ratio_of(lost),
        .figures = {jx_ratio_of(points)},
    };
    return JX_OK;
}

static jx_status compile(const jx_method_source *source, const void **ret, jx_error *err)
{
    size_t count = source->indicator->level_count;
    jx_loss *losses = jx_arena_array(source->arena, count, sizeof *losses);
    if (losses == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        jx_status status = compile_level(source, i, &losses[i], err);
        if (status != JX_OK) {
            return status;
        }
    }
    *ret = losses;
    return JX_OK;
}

static jx_status lose(const void *opaque, const jx_job *job)
{
    const jx_loss *losses = opaque;
    const jx_loss *loss = &losses[job->measured.index];
    return jx_ratio_sign(loss->points) == 0 ? JX_OK : jx_lose(job, loss);
}

static jx_reach reach(const void *opaque, const jx_indicator *indicator, const jx_range *range)
{
    (void)range;
    const jx_loss *losses = opaque;
    jx_reach reach = jx_reach_nothing(indicator);
    for (uint32_t i = 0; i < indicator->level_count; i++) {
        jx_reach_leave(&reach, indicator, losses[i].figures[0]);
    }
    return reach;
}

const jx_method jx_method_levels = {
    .name = "levels",
    .label = {"按等次计分", "by level"},
    .figures = JX_KIND_BIT(JX_FIGURE_LEVEL),
    .levels_key = "levels",
    .says = {"每个等次写明得分：levels = 好:10, 中:6, 差:0",
             "points for each level: levels = good:10, fair:6, poor:0"},
    .compile = compile,
    .lose = lose,
    .reach = reach,
    .codes = JX_LIST(codes),
};

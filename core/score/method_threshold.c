// SPDX-License-Identifier: MIT
// threshold: all or nothing, with a consolation.
#include "base/decimal.h"
#include "base/ratio.h"
#include "score/compare.h"
#include "score/losing.h"
#include "score/method.h"

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

typedef struct threshold_terms {
    jx_decimal otherwise;
    jx_loss loss;
} threshold_terms;

static jx_status compile(const jx_method_source *source, const void **ret, jx_error *err)
{
    threshold_terms *terms = jx_arena_alloc(source->arena, sizeof *terms);
    if (terms == NULL) {
        return jx_fail_memory(err);
    }
    jx_decimal lost;
    terms->otherwise = source->values[OTHERWISE].number;
    if (!jx_decimal_subtract(source->indicator->weight, terms->otherwise, &lost) ||
        jx_decimal_sign(lost) < 0) {
        jx_place place = jx_method_place(source, &jx_method_threshold, OTHERWISE);
        return jx_fail(err, &place, JX_MESSAGE_ABOVE_WEIGHT,
                       jx_str_of(source->values[OTHERWISE].text));
    }
    if (!jx_decimal_has_places(terms->otherwise, source->places)) {
        jx_place place = jx_method_place(source, &jx_method_threshold, OTHERWISE);
        return jx_fail(err, &place, JX_MESSAGE_POINTS_PLACES,
                       jx_str_of(source->values[OTHERWISE].text));
    }
    bool consoled = jx_decimal_sign(terms->otherwise) > 0;
    terms->loss = (jx_loss){
        .struct_size = sizeof terms->loss,
        .code = &codes[consoled ? NOT_MET_CONSOLED : NOT_MET],
        .points = jx_ratio_of(lost),
        .figures = {jx_ratio_of(terms->otherwise)},
    };
    *ret = terms;
    return JX_OK;
}

static jx_status lose(const void *opaque, const jx_job *job)
{
    const threshold_terms *terms = opaque;
    bool met = false;
    jx_status status = jx_compare_target(job, &met);
    return status != JX_OK || met ? status : jx_lose(job, &terms->loss);
}

const jx_method jx_method_threshold = {
    .name = "threshold",
    .label = {"达标计分", "all or nothing"},
    .figures = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_YES_NO) |
               JX_KIND_BIT(JX_FIGURE_LEVEL) | JX_KIND_BIT(JX_FIGURE_DATE),
    .flags = JX_METHOD_NEEDS_TARGET,
    .says = {"达到目标得满分，否则不得分（或得 otherwise 分）",
             "all points where the target is met, else none (or `otherwise`)"},
    .fields = {fields, sizeof fields / sizeof fields[0]},
    .compile = compile,
    .lose = lose,
    .codes = codes,
    .code_count = sizeof codes / sizeof codes[0],
};

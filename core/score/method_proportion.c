// SPDX-License-Identifier: MIT
// proportion: the degree to which the target was reached, times the weight.
#include "base/decimal.h"
#include "base/ratio_parts.h"
#include "score/compare.h"
#include "score/losing.h"
#include "score/method.h"
#include "score/reach.h"

#include <assert.h>

enum { PASS };

static const jx_field fields[] = {
    {JX_FIELD_PERCENT,
     0,
     "pass",
     NULL,
     NULL,
     "0",
     "99.999999",
     {"及格线：完成程度低于它不得分，其上按比例得分",
      "the pass mark: a degree below it earns nothing, the rest is spread above it"}},
};

enum { PARTLY_MET, PARTLY_MET_ABOVE_PASS, BELOW_PASS };

static const jx_loss_code codes[] = {
    {"partly_met",
     {"degree", NULL},
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，完成程度{degree}%，按比例得分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: reached to {degree}%, and points in proportion"}},
    {"partly_met_above_pass",
     {"degree", "pass", "share", NULL},
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，完成程度{degree}%，及格线{pass}%，按({degree}−{pass})÷(100−{pass})＝{share}%得分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: reached to {degree}%, pass mark {pass}%, "
      "which earns ({degree} - {pass}) / (100 - {pass}) = {share}% of the points"}},
    {"below_pass",
     {"degree", "pass", NULL},
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，完成程度{degree}%，低于及格线{pass}%，不得分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: reached to {degree}%, below the pass mark of {pass}%, no points"}},
};

typedef struct proportion_terms {
    bool has_pass;
    jx_ratio pass;  // as a part of 1
    jx_ratio above; // 1 - pass
} proportion_terms;

static jx_ratio percent_of_one(jx_decimal percent)
{
    return (jx_ratio){percent, jx_decimal_make(100, 0)};
}

static jx_status compile(const jx_method_source *source, const void **ret, jx_error *err)
{
    uint32_t comparator = source->indicator->comparator;
    if (comparator != JX_COMPARE_AT_LEAST && comparator != JX_COMPARE_AT_MOST) {
        jx_place place = jx_method_place(source, "comparator");
        return jx_fail(err, &place, JX_MESSAGE_PROPORTION_COMPARATOR, JX_STR_NONE);
    }
    proportion_terms *terms = jx_arena_alloc(source->arena, sizeof *terms);
    if (terms == NULL) {
        return jx_fail_memory(err);
    }
    terms->has_pass = source->values[PASS].given != 0;
    terms->pass = percent_of_one(source->values[PASS].number);
    bool fits = jx_ratio_subtract(jx_ratio_of(jx_decimal_make(1, 0)), terms->pass, &terms->above);
    assert(fits); // the pass mark is a number below 100 as it was read
    (void)fits;
    *ret = terms;
    return JX_OK;
}

static jx_status refuse_negative(const jx_job *job)
{
    return jx_refuse(
        job, (jx_words){"按比例得分的目标值和实际值不能为负：目标{target}，实际“{actual}”",
                        "points in proportion need a target and an actual that are not negative: "
                        "target {target}, actual \"{actual}\""});
}

// How far a missed target was reached, below 1.
static jx_status find_degree(const jx_job *job, jx_ratio *ret)
{
    jx_ratio target = job->indicator->target.number;
    jx_ratio measured = job->measured.number;
    if (jx_ratio_sign(target) < 0 || jx_ratio_sign(measured) < 0) {
        return refuse_negative(job);
    }
    bool at_least = job->indicator->comparator == JX_COMPARE_AT_LEAST;
    bool fits = at_least ? jx_ratio_divide_inline(measured, target, ret)
                         : jx_ratio_divide_inline(target, measured, ret);
    return fits ? JX_OK : jx_refuse_range(job);
}

// The part of the points that a degree earns, and why.
static jx_status earn(
    const proportion_terms *terms, const jx_job *job, jx_ratio degree, jx_loss *loss, jx_ratio *ret)
{
    jx_ratio over = {.numerator = JX_DECIMAL_ZERO};
    *ret = degree;
    loss->code = &codes[PARTLY_MET];
    if (!terms->has_pass) {
        return JX_OK;
    }
    if (jx_ratio_compare(degree, terms->pass) < 0) {
        *ret = jx_ratio_of(JX_DECIMAL_ZERO);
        loss->code = &codes[BELOW_PASS];
        return JX_OK;
    }
    loss->code = &codes[PARTLY_MET_ABOVE_PASS];
    bool fits =
        jx_ratio_subtract(degree, terms->pass, &over) && jx_ratio_divide(over, terms->above, ret);
    return fits ? JX_OK : jx_refuse_range(job);
}

// a × by; the quick way leaves the denominator alone, the other reduces where the product would not fit.
JX_QUICK bool scale(jx_ratio a, jx_decimal by, jx_ratio *ret)
{
    jx_ratio product = {.denominator = a.denominator};
    if (!jx_decimal_multiply_inline(a.numerator, by, &product.numerator)) {
        return jx_ratio_multiply(a, jx_ratio_of(by), ret);
    }
    *ret = product;
    return true;
}

static jx_status lose_share(const proportion_terms *terms, const jx_job *job, jx_ratio degree)
{
    jx_ratio none = jx_ratio_of(JX_DECIMAL_ZERO);
    jx_loss loss = {sizeof loss, 0, NULL, none, {none, none, none, none}};
    jx_ratio share = degree;
    jx_decimal hundred = jx_decimal_make(100, 0);
    jx_status status = earn(terms, job, degree, &loss, &share);
    if (status != JX_OK) {
        return status;
    }
    jx_ratio missing = {.denominator = share.denominator}; // 1 - share
    bool fits =
        jx_decimal_subtract_inline(share.denominator, share.numerator, &missing.numerator) &&
        scale(missing, job->indicator->weight, &loss.points) &&
        scale(degree, hundred, &loss.figures[0]);
    if (terms->has_pass) {
        fits = fits && scale(terms->pass, hundred, &loss.figures[1]) &&
               scale(share, hundred, &loss.figures[2]);
    }
    return fits ? jx_lose(job, &loss) : jx_refuse_range(job);
}

static jx_status lose(const void *opaque, const jx_job *job)
{
    bool met = false;
    jx_ratio degree = {.numerator = JX_DECIMAL_ZERO};
    jx_status status = jx_compare_target(job, &met);
    if (status != JX_OK || met) {
        return status;
    }
    status = find_degree(job, &degree);
    return status != JX_OK ? status : lose_share(opaque, job, degree);
}

// ------------------------------------------------------------------------------------------------ reach

// The points that a degree below 1 leaves.
static bool leave_degree(const proportion_terms *terms,
                         const jx_indicator *indicator,
                         jx_ratio degree,
                         jx_reach *reach)
{
    jx_ratio share = degree;
    if (terms->has_pass && jx_ratio_compare(degree, terms->pass) < 0) {
        share = jx_ratio_of(JX_DECIMAL_ZERO);
    } else if (terms->has_pass && !(jx_ratio_subtract(degree, terms->pass, &share) &&
                                    jx_ratio_divide(share, terms->above, &share))) {
        return false;
    }
    if (!jx_ratio_multiply(share, jx_ratio_of(indicator->weight), &share)) {
        return false;
    }
    jx_reach_leave(reach, indicator, share);
    return true;
}

// Of >=: the least measured number, and the nearest whole one that misses the target.
static bool reach_at_least(const proportion_terms *terms,
                           const jx_indicator *indicator,
                           const jx_range *range,
                           jx_reach *reach)
{
    const jx_ratio one = jx_ratio_of(jx_decimal_make(1, 0));
    const jx_ratio target = indicator->target.number;
    jx_ratio farthest = jx_ratio_of(JX_DECIMAL_ZERO);
    jx_ratio nearest = farthest;
    jx_ratio degree = farthest;
    jx_decimal whole;
    if (range->has_least && jx_ratio_sign(range->least) > 0) {
        farthest = range->least;
    }
    if (jx_ratio_compare(farthest, target) >= 0) {
        return true;
    }
    reach->part = !range->whole;
    return jx_ratio_divide(farthest, target, &degree) &&
           leave_degree(terms, indicator, degree, reach) &&
           (!range->whole || (jx_ratio_ceiling(target, &whole) &&
                              jx_ratio_subtract(jx_ratio_of(whole), one, &nearest) &&
                              jx_ratio_divide(nearest, target, &degree) &&
                              leave_degree(terms, indicator, degree, reach)));
}

// Of <=: a number without end comes to nothing only by a pass mark.
static bool reach_at_most(const proportion_terms *terms,
                          const jx_indicator *indicator,
                          const jx_range *range,
                          jx_reach *reach)
{
    const jx_ratio one = jx_ratio_of(jx_decimal_make(1, 0));
    const jx_ratio target = indicator->target.number;
    jx_ratio nearest;
    jx_ratio degree = jx_ratio_of(JX_DECIMAL_ZERO);
    jx_decimal whole;
    const bool ends = range->has_most;
    if (jx_ratio_sign(target) < 0 || (ends && jx_ratio_compare(range->most, target) <= 0)) {
        return true;
    }
    const bool none = jx_ratio_sign(target) == 0;
    const bool fades = !none && !ends && !terms->has_pass;
    reach->part = !none && (!range->whole || fades);
    if (!none && ends && !jx_ratio_divide(target, range->most, &degree)) {
        return false;
    }
    if (!fades && !leave_degree(terms, indicator, degree, reach)) {
        return false;
    }
    return none || fades || !range->whole ||
           (jx_ratio_floor(target, &whole) && jx_ratio_add(jx_ratio_of(whole), one, &nearest) &&
            jx_ratio_divide(target, nearest, &degree) &&
            leave_degree(terms, indicator, degree, reach));
}

static jx_reach reach(const void *opaque, const jx_indicator *indicator, const jx_range *range)
{
    jx_reach reach = jx_reach_nothing(indicator);
    reach.full = true;
    const bool fits = indicator->comparator == JX_COMPARE_AT_LEAST
                          ? reach_at_least(opaque, indicator, range, &reach)
                          : reach_at_most(opaque, indicator, range, &reach);
    return fits ? reach : jx_reach_unknown();
}

const jx_method jx_method_proportion = {
    .name = "proportion",
    .label = {"按比例计分", "in proportion"},
    .figures = JX_KIND_BIT(JX_FIGURE_NUMBER),
    .flags = JX_METHOD_NEEDS_TARGET,
    .says = {"达到目标得满分，否则按完成程度得分",
             "all points where the target is met, else in proportion to the degree reached"},
    .fields = JX_LIST(fields),
    .compile = compile,
    .lose = lose,
    .reach = reach,
    .codes = JX_LIST(codes),
};

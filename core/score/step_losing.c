// SPDX-License-Identifier: MIT
// How the method `step` loses points: numbers by their distance from the target, dates by the time between.
#include "base/ratio_parts.h"
#include "score/compare.h"
#include "score/losing.h"
#include "score/step_terms.h"

// the rows of `jx_step_codes`; LATE and EARLY stand once for each jx_time_unit
enum { BELOW, ABOVE, LATE, EARLY, BELOW_LINE = LATE + 6, ABOVE_LINE };

_Static_assert((int)ABOVE_LINE + 1 == (int)JX_STEP_CODES, "a row for every code");

#define STEP_FIGURES                                                                               \
  {                                                                                                \
    "gap", "step", "steps", "deduct"                                                               \
  }

#define LATE_AND_EARLY(zh, en)                                                                     \
  {"late",                                                                                         \
   STEP_FIGURES,                                                                                   \
   {"目标为{target}，实际为{measured}，延迟{gap}" zh "；每{step}" zh                               \
    "扣{deduct}分，计{steps}×{deduct}分",                                                          \
    "due {target}, found {measured}: {gap}" en " late; each {step}" en                             \
    " cost {deduct}, {steps} × {deduct} points"}},                                                 \
  {                                                                                                \
    "early", STEP_FIGURES,                                                                         \
    {                                                                                              \
      "目标为{target}，实际为{measured}，提前{gap}" zh "；每{step}" zh                             \
      "扣{deduct}分，计{steps}×{deduct}分",                                                        \
          "due {target}, found {measured}: {gap}" en " early; each {step}" en                      \
          " cost {deduct}, {steps} × {deduct} points"                                             \
    }                                                                                              \
  }

const jx_loss_code jx_step_codes[JX_STEP_CODES] = {
    {"below_target",
     STEP_FIGURES,
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，少{gap}{unit}；每少{step}{unit}扣{deduct}分，计{steps}×{deduct}分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: {gap}{unit} short; each {step}{unit} costs {deduct}, "
      "{steps} × {deduct} points"}},
    {"above_target",
     STEP_FIGURES,
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，超出{gap}{unit}；每超{step}{unit}扣{deduct}分，计{steps}×{deduct}分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: {gap}{unit} over; each {step}{unit} costs {deduct}, "
      "{steps} × {deduct} points"}},
    LATE_AND_EARLY("天", " days"),
    LATE_AND_EARLY("个月", " months"),
    LATE_AND_EARLY("年", " years"),
    {"below_zero_line",
     {"line", NULL},
     {"实际为{measured}{unit}，低于{line}{unit}，不得分",
      "found {measured}{unit}, below {line}{unit}: no points"}},
    {"above_zero_line",
     {"line", NULL},
     {"实际为{measured}{unit}，高于{line}{unit}，不得分",
      "found {measured}{unit}, above {line}{unit}: no points"}},
};

static jx_status count_steps(const jx_step_terms *terms,
                             const jx_job *job,
                             jx_ratio gap,
                             jx_ratio *ret)
{
    jx_decimal whole;
    jx_ratio steps = gap;
    if (!terms->single && !jx_ratio_divide(gap, terms->step, &steps)) {
        return jx_refuse_range(job);
    }
    *ret = steps;
    if (terms->part == JX_PART_EXACT) {
        return JX_OK;
    }
    if (!(terms->part == JX_PART_UP ? jx_ratio_ceiling(steps, &whole)
                                    : jx_ratio_floor(steps, &whole))) {
        return jx_refuse_range(job);
    }
    *ret = jx_ratio_of(whole);
    return JX_OK;
}

static jx_status lose_steps(const jx_step_terms *terms,
                            const jx_job *job,
                            const jx_loss_code *code,
                            jx_ratio gap,
                            jx_ratio steps)
{
    jx_ratio points;
    if (jx_ratio_sign(steps) == 0) {
        return JX_OK;
    }
    if (!jx_ratio_multiply(steps, terms->deduct, &points)) {
        return jx_refuse_range(job);
    }
    // every member is stated: what is not would be cleared by a slow instruction
    return jx_lose(job, &(jx_loss){
                            .struct_size = sizeof(jx_loss),
                            .flags = 0,
                            .code = code,
                            .points = points,
                            .figures = {gap, terms->step, steps, terms->deduct},
                        });
}

static jx_status lose_all(const jx_job *job, const jx_loss_code *code, jx_ratio line)
{
    jx_loss loss = {
        .struct_size = sizeof loss,
        .flags = JX_LOSS_PAST_FLOOR,
        .code = code,
        .points = jx_ratio_of(job->indicator->weight),
        .figures = {line},
    };
    return jx_lose(job, &loss);
}

// How far the measured number lies below (negative: above) the edge of what is asked for.
static jx_status find_shortfall(const jx_step_terms *terms, const jx_job *job, jx_ratio *ret)
{
    return jx_ratio_subtract_inline(terms->edge, job->measured.number, ret) ? JX_OK
                                                                            : jx_refuse_range(job);
}

static jx_status lose_number(const jx_step_terms *terms, const jx_job *job)
{
    jx_ratio gap = {.numerator = JX_DECIMAL_ZERO};
    jx_ratio steps = {.numerator = JX_DECIMAL_ZERO};
    jx_status status = find_shortfall(terms, job, &gap);
    if (status != JX_OK) {
        return status;
    }
    int side = jx_ratio_sign(gap);
    uint32_t comparator = job->indicator->comparator;
    bool more_is_better = comparator == JX_COMPARE_AT_LEAST || comparator == JX_COMPARE_ABOVE;
    bool less_is_better = comparator == JX_COMPARE_AT_MOST || comparator == JX_COMPARE_BELOW;
    if (side == 0 || (side < 0 && more_is_better) || (side > 0 && less_is_better)) {
        return JX_OK;
    }
    if (side < 0) {
        gap.numerator = jx_decimal_negate(gap.numerator);
    }
    status = count_steps(terms, job, gap, &steps);
    return status != JX_OK
               ? status
               : lose_steps(terms, job, &jx_step_codes[side > 0 ? BELOW : ABOVE], gap, steps);
}

// The line that leaves nothing, where the measured number crosses one.
static const jx_loss_code *cross_line(const jx_step_terms *terms,
                                      const jx_job *job,
                                      jx_ratio *ret_line)
{
    jx_ratio measured = job->measured.number;
    if (terms->has_zero_below && jx_ratio_compare(measured, terms->zero_below) < 0) {
        *ret_line = terms->zero_below;
        return &jx_step_codes[BELOW_LINE];
    }
    if (terms->has_zero_above && jx_ratio_compare(measured, terms->zero_above) > 0) {
        *ret_line = terms->zero_above;
        return &jx_step_codes[ABOVE_LINE];
    }
    return NULL;
}

// ---------------------------------------------------------------------------------------------- dates

static jx_ratio count_days(const jx_step_terms *terms, int32_t from, int32_t to)
{
    return jx_count_time(terms->unit, from, to);
}

static jx_status refuse_inexact_date(const jx_job *job)
{
    return jx_refuse(
        job, (jx_words){"“{actual}”不够确切，无法计算与目标“{target}”相差多少，应写明到日",
                        "\"{actual}\" is not exact enough to count the time from the target "
                        "\"{target}\"; state the day"});
}

// The gap must be the same whichever day of the measured range it was.
static jx_status lose_between(const jx_step_terms *terms,
                              const jx_job *job,
                              const jx_loss_code *code,
                              jx_ratio gap,
                              jx_ratio other)
{
    jx_ratio steps = gap;
    jx_ratio other_steps = other;
    jx_status status = count_steps(terms, job, gap, &steps);
    status = status != JX_OK ? status : count_steps(terms, job, other, &other_steps);
    if (status != JX_OK) {
        return status;
    }
    return jx_ratio_compare(steps, other_steps) != 0 ? refuse_inexact_date(job)
                                                     : lose_steps(terms, job, code, gap, steps);
}

static jx_status lose_late(const jx_step_terms *terms, const jx_job *job)
{
    const jx_figure *target = &job->indicator->target;
    const jx_figure *measured = &job->measured;
    int32_t due =
        job->indicator->comparator == JX_COMPARE_BELOW ? target->first_day - 1 : target->last_day;
    return lose_between(terms, job, &jx_step_codes[LATE + 2 * (int)terms->unit],
                        count_days(terms, due, measured->first_day),
                        count_days(terms, due, measured->last_day));
}

static jx_status lose_early(const jx_step_terms *terms, const jx_job *job)
{
    const jx_figure *target = &job->indicator->target;
    const jx_figure *measured = &job->measured;
    int32_t due =
        job->indicator->comparator == JX_COMPARE_ABOVE ? target->last_day + 1 : target->first_day;
    return lose_between(terms, job, &jx_step_codes[EARLY + 2 * (int)terms->unit],
                        count_days(terms, measured->last_day, due),
                        count_days(terms, measured->first_day, due));
}

static jx_status lose_date(const jx_step_terms *terms, const jx_job *job)
{
    bool met = false;
    jx_status status = jx_compare_target(job, &met);
    if (status != JX_OK || met) {
        return status;
    }
    uint32_t comparator = job->indicator->comparator;
    bool late = comparator == JX_COMPARE_EQUAL
                    ? job->measured.first_day > job->indicator->target.last_day
                    : comparator == JX_COMPARE_AT_MOST || comparator == JX_COMPARE_BELOW;
    return late ? lose_late(terms, job) : lose_early(terms, job);
}

jx_status jx_step_lose(const void *opaque, const jx_job *job)
{
    const jx_step_terms *terms = opaque;
    if (job->measured.kind == JX_FIGURE_DATE) {
        return lose_date(terms, job);
    }
    jx_ratio line = terms->edge;
    const jx_loss_code *crossed = cross_line(terms, job, &line);
    return crossed != NULL ? lose_all(job, crossed, line) : lose_number(terms, job);
}

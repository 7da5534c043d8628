// SPDX-License-Identifier: MIT
// step: so many points for each step on the wrong side of the target.
#include "base/decimal.h"
#include "base/ratio.h"
#include "score/compare.h"
#include "score/losing.h"
#include "score/method.h"
#include "score/time_units.h"

enum { DEDUCT, STEP, PART, STEP_UNIT, FLOOR, ZERO_BELOW, ZERO_ABOVE };
enum { PART_EXACT, PART_UP, PART_DOWN };

static const jx_field fields[] = {
    {JX_FIELD_POINTS,
     JX_FIELD_REQUIRED,
     "deduct",
     NULL,
     NULL,
     "0",
     NULL,
     {"每差一个 step 扣的分数", "the points that each step costs"}},
    {JX_FIELD_DECIMAL,
     0,
     "step",
     NULL,
     "1",
     "0",
     NULL,
     {"多少算一个单位的差距，大于0", "how much a step is, above 0"}},
    {JX_FIELD_CHOICE,
     0,
     "part",
     "exact|up|down",
     "exact",
     NULL,
     NULL,
     {"不足一个 step 的部分：按比例计、进为一个、舍去",
      "a part of a step: counted in proportion, as a whole one, or not at all"}},
    {JX_FIELD_CHOICE,
     0,
     "step_unit",
     "day|month|year",
     NULL,
     NULL,
     NULL,
     {"日期的差距按日、月还是年计，默认为日", "what the steps of dates are; day by default"}},
    {JX_FIELD_POINTS,
     0,
     "floor",
     NULL,
     "0",
     "0",
     NULL,
     {"该方法至少留下的分数", "the least points that the method leaves"}},
    {JX_FIELD_DECIMAL,
     0,
     "zero_below",
     NULL,
     NULL,
     NULL,
     NULL,
     {"低于它（不含）不得分", "a figure strictly below it earns nothing"}},
    {JX_FIELD_DECIMAL,
     0,
     "zero_above",
     NULL,
     NULL,
     NULL,
     NULL,
     {"高于它（不含）不得分", "a figure strictly above it earns nothing"}},
};

// the rows of `codes`; LATE and EARLY stand once for each jx_time_unit
enum { BELOW, ABOVE, LATE, EARLY, BELOW_LINE = LATE + 6, ABOVE_LINE };

#define STEP_FIGURES                                                                               \
  {                                                                                                \
    "gap", "step", "steps", "deduct"                                                               \
  }

#define LATE_AND_EARLY(zh, en)                                                                     \
  {"late",                                                                                         \
   STEP_FIGURES,                                                                                   \
   {"目标为{target}，实际为{measured}，延迟{gap}" zh "；每{step}" zh                               \
    "扣{deduct}分，计{steps}×{deduct}分",                                                              \
    "due {target}, found {measured}: {gap}" en " late; each {step}" en                             \
    " cost {deduct}, {steps} × {deduct}"}},                                                        \
  {                                                                                                \
    "early", STEP_FIGURES,                                                                         \
    {                                                                                              \
      "目标为{target}，实际为{measured}，提前{gap}" zh "；每{step}" zh                             \
      "扣{deduct}分，计{steps}×{deduct}分",                                                            \
          "due {target}, found {measured}: {gap}" en " early; each {step}" en                      \
          " cost {deduct}, {steps} × {deduct}"                                                    \
    }                                                                                              \
  }

static const jx_loss_code codes[] = {
    {"below_target",
     STEP_FIGURES,
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，少{gap}{unit}；每少{step}{unit}扣{deduct}分，计{steps}×{deduct}分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: {gap}{unit} short; each {step}{unit} costs {deduct}, "
      "{steps} × {deduct}"}},
    {"above_target",
     STEP_FIGURES,
     {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，超出{gap}{unit}；每超{step}{unit}扣{deduct}分，计{steps}×{deduct}分",
      "the target is {comparator}{target}{unit}, found {measured}{unit}: {gap}{unit} over; each {step}{unit} costs {deduct}, "
      "{steps} × {deduct}"}},
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

typedef struct step_terms {
    jx_ratio edge; // the nearest number that meets the target
    jx_ratio step;
    jx_ratio deduct;
    jx_decimal floor;
    int32_t part;
    int32_t unit; // jx_time_unit
    bool has_zero_below;
    bool has_zero_above;
    jx_ratio zero_below;
    jx_ratio zero_above;
} step_terms;

// ------------------------------------------------------------------------------------------- compiling

static jx_status fail_at(const jx_method_source *source,
                         size_t field,
                         jx_message message,
                         jx_error *err)
{
    jx_place place = jx_method_place(source, &jx_method_step, field);
    return jx_fail(err, &place, message, jx_str_of(source->values[field].text));
}

// The first number that meets the target: > 30 is >= 31 where figures are whole.
static jx_status find_edge(const jx_method_source *source, step_terms *terms, jx_error *err)
{
    const jx_indicator *indicator = source->indicator;
    terms->edge = indicator->target.number;
    bool above = indicator->comparator == JX_COMPARE_ABOVE;
    if (source->figure != JX_FIGURE_NUMBER ||
        (!above && indicator->comparator != JX_COMPARE_BELOW)) {
        return JX_OK;
    }
    jx_decimal whole;
    jx_decimal edge;
    jx_place place = source->place;
    place.key = jx_str_of("comparator");
    if (!source->whole) {
        return jx_fail(err, &place, JX_MESSAGE_STEP_WANTS_WHOLE, jx_str_of(above ? ">" : "<"));
    }
    bool fits = above ? jx_ratio_floor(terms->edge, &whole) : jx_ratio_ceiling(terms->edge, &whole);
    if (!fits || !jx_decimal_add(whole, jx_decimal_make(above ? 1 : -1, 0), &edge)) {
        return jx_fail(err, &place, JX_MESSAGE_TOO_LARGE, JX_STR_NONE);
    }
    terms->edge = jx_ratio_of(edge);
    return JX_OK;
}

static jx_status check_amounts(const jx_method_source *source, jx_error *err)
{
    const jx_value *values = source->values;
    if (jx_decimal_sign(values[DEDUCT].number) <= 0) {
        return fail_at(source, DEDUCT, JX_MESSAGE_NOT_ABOVE_ZERO, err);
    }
    if (jx_decimal_sign(values[STEP].number) <= 0) {
        return fail_at(source, STEP, JX_MESSAGE_NOT_ABOVE_ZERO, err);
    }
    if (jx_decimal_compare(values[FLOOR].number, source->indicator->weight) > 0) {
        return fail_at(source, FLOOR, JX_MESSAGE_ABOVE_WEIGHT, err);
    }
    return JX_OK;
}

// A line that the target itself lies beyond would leave nothing to earn.
static jx_status check_line(const jx_method_source *source, size_t field, int beyond, jx_error *err)
{
    int order = 0;
    if (!source->values[field].given) {
        return JX_OK;
    }
    if (source->figure != JX_FIGURE_NUMBER) {
        return fail_at(source, field, JX_MESSAGE_LINE_NEEDS_NUMBER, err);
    }
    bool fits = jx_ratio_compare(source->indicator->target.number,
                                 jx_ratio_of(source->values[field].number), &order);
    return fits && order != beyond ? JX_OK
                                   : fail_at(source, field, JX_MESSAGE_LINE_BEYOND_TARGET, err);
}

static jx_status check_forms(const jx_method_source *source, jx_error *err)
{
    if (source->values[STEP_UNIT].given && source->figure != JX_FIGURE_DATE) {
        return fail_at(source, STEP_UNIT, JX_MESSAGE_STEP_UNIT_NEEDS_DATE, err);
    }
    jx_status status = check_amounts(source, err);
    status = status != JX_OK ? status : check_line(source, ZERO_BELOW, -1, err);
    return status != JX_OK ? status : check_line(source, ZERO_ABOVE, 1, err);
}

static jx_status compile(const jx_method_source *source, const void **ret, jx_error *err)
{
    step_terms *terms = jx_arena_alloc(source->arena, sizeof *terms);
    if (terms == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = check_forms(source, err);
    status = status != JX_OK ? status : find_edge(source, terms, err);
    if (status != JX_OK) {
        return status;
    }
    const jx_value *values = source->values;
    terms->step = jx_ratio_of(values[STEP].number);
    terms->deduct = jx_ratio_of(values[DEDUCT].number);
    terms->floor = values[FLOOR].number;
    terms->part = values[PART].index;
    terms->unit = values[STEP_UNIT].index;
    terms->has_zero_below = values[ZERO_BELOW].given != 0;
    terms->has_zero_above = values[ZERO_ABOVE].given != 0;
    terms->zero_below = jx_ratio_of(values[ZERO_BELOW].number);
    terms->zero_above = jx_ratio_of(values[ZERO_ABOVE].number);
    *ret = terms;
    return JX_OK;
}

static jx_decimal get_floor(const void *opaque)
{
    const step_terms *terms = opaque;
    return terms->floor;
}

// --------------------------------------------------------------------------------------------- losing

static jx_status count_steps(const step_terms *terms,
                             const jx_job *job,
                             jx_ratio gap,
                             jx_ratio *ret)
{
    jx_decimal whole;
    jx_ratio steps;
    if (!jx_ratio_divide(gap, terms->step, &steps)) {
        return jx_refuse_range(job);
    }
    *ret = steps;
    if (terms->part == PART_EXACT) {
        return JX_OK;
    }
    if (!(terms->part == PART_UP ? jx_ratio_ceiling(steps, &whole)
                                 : jx_ratio_floor(steps, &whole))) {
        return jx_refuse_range(job);
    }
    *ret = jx_ratio_of(whole);
    return JX_OK;
}

static jx_status lose_steps(const step_terms *terms,
                            const jx_job *job,
                            const jx_loss_code *code,
                            jx_ratio gap,
                            jx_ratio steps)
{
    jx_loss loss = {
        .struct_size = sizeof loss,
        .code = code,
        .figures = {gap, terms->step, steps, terms->deduct},
    };
    if (jx_ratio_sign(steps) == 0) {
        return JX_OK;
    }
    return jx_ratio_multiply(steps, terms->deduct, &loss.points) ? jx_lose(job, &loss)
                                                                 : jx_refuse_range(job);
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
static jx_status find_shortfall(const step_terms *terms, const jx_job *job, jx_ratio *ret)
{
    return jx_ratio_subtract(terms->edge, job->measured.number, ret) ? JX_OK : jx_refuse_range(job);
}

static jx_status lose_number(const step_terms *terms, const jx_job *job)
{
    jx_ratio gap;
    jx_ratio steps;
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
    return status != JX_OK ? status
                           : lose_steps(terms, job, &codes[side > 0 ? BELOW : ABOVE], gap, steps);
}

// Whether the measured number crosses a line that leaves nothing.
static jx_status cross_line(const step_terms *terms,
                            const jx_job *job,
                            const jx_loss_code **ret,
                            jx_ratio *ret_line)
{
    int order = 0;
    if (terms->has_zero_below) {
        if (!jx_ratio_compare(job->measured.number, terms->zero_below, &order)) {
            return jx_refuse_range(job);
        }
        *ret = order < 0 ? &codes[BELOW_LINE] : NULL;
        *ret_line = terms->zero_below;
    }
    if (terms->has_zero_above && *ret == NULL) {
        if (!jx_ratio_compare(job->measured.number, terms->zero_above, &order)) {
            return jx_refuse_range(job);
        }
        *ret = order > 0 ? &codes[ABOVE_LINE] : NULL;
        *ret_line = terms->zero_above;
    }
    return JX_OK;
}

// ---------------------------------------------------------------------------------------------- dates

static jx_ratio count_days(const step_terms *terms, int32_t from, int32_t to)
{
    return jx_count_time((jx_time_unit)terms->unit, from, to);
}

static jx_status refuse_inexact_date(const jx_job *job)
{
    return jx_refuse(
        job, (jx_words){"“{actual}”不够确切，无法计算与目标“{target}”相差多少，应写明到日",
                        "\"{actual}\" is not exact enough to count the time from the target "
                        "\"{target}\"; state the day"});
}

// The gap must be the same whichever day of the measured range it was.
static jx_status lose_between(const step_terms *terms,
                              const jx_job *job,
                              const jx_loss_code *code,
                              jx_ratio gap,
                              jx_ratio other)
{
    int order = 0;
    jx_ratio steps = gap;
    jx_ratio other_steps = other;
    jx_status status = count_steps(terms, job, gap, &steps);
    status = status != JX_OK ? status : count_steps(terms, job, other, &other_steps);
    if (status != JX_OK) {
        return status;
    }
    if (!jx_ratio_compare(steps, other_steps, &order)) {
        return jx_refuse_range(job);
    }
    return order != 0 ? refuse_inexact_date(job) : lose_steps(terms, job, code, gap, steps);
}

static jx_status lose_late(const step_terms *terms, const jx_job *job)
{
    const jx_figure *target = &job->indicator->target;
    const jx_figure *measured = &job->measured;
    int32_t due =
        job->indicator->comparator == JX_COMPARE_BELOW ? target->first_day - 1 : target->last_day;
    return lose_between(terms, job, &codes[LATE + 2 * terms->unit],
                        count_days(terms, due, measured->first_day),
                        count_days(terms, due, measured->last_day));
}

static jx_status lose_early(const step_terms *terms, const jx_job *job)
{
    const jx_figure *target = &job->indicator->target;
    const jx_figure *measured = &job->measured;
    int32_t due =
        job->indicator->comparator == JX_COMPARE_ABOVE ? target->last_day + 1 : target->first_day;
    return lose_between(terms, job, &codes[EARLY + 2 * terms->unit],
                        count_days(terms, measured->last_day, due),
                        count_days(terms, measured->first_day, due));
}

static jx_status lose_date(const step_terms *terms, const jx_job *job)
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

static jx_status lose(const void *opaque, const jx_job *job)
{
    const step_terms *terms = opaque;
    if (job->measured.kind == JX_FIGURE_DATE) {
        return lose_date(terms, job);
    }
    const jx_loss_code *crossed = NULL;
    jx_ratio line;
    jx_status status = cross_line(terms, job, &crossed, &line);
    if (status != JX_OK) {
        return status;
    }
    return crossed != NULL ? lose_all(job, crossed, line) : lose_number(terms, job);
}

const jx_method jx_method_step = {
    .name = "step",
    .figures = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_DATE),
    .flags = JX_METHOD_NEEDS_TARGET,
    .says = {"与目标每差一个 step 扣 deduct 分",
             "`deduct` points for each `step` on the wrong side of the target"},
    .fields = {fields, sizeof fields / sizeof fields[0]},
    .compile = compile,
    .floor = get_floor,
    .lose = lose,
    .codes = codes,
    .code_count = sizeof codes / sizeof codes[0],
};

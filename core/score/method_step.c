// SPDX-License-Identifier: MIT
// step: so many points for each step on the wrong side of the target. Its losses are in step_losing.c.
#include "base/decimal.h"
#include "base/ratio.h"
#include "score/method.h"
#include "score/points.h"
#include "score/step_terms.h"

enum { DEDUCT, STEP, PART, STEP_UNIT, FLOOR, ZERO_BELOW, ZERO_ABOVE };

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

static jx_status fail_at(const jx_method_source *source,
                         size_t field,
                         jx_message message,
                         jx_error *err)
{
    jx_place place = jx_method_place(source, fields[field].key);
    return jx_fail(err, &place, message, jx_str_of(source->values[field].text));
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
    jx_decimal lost = JX_DECIMAL_ZERO;
    jx_place place = jx_method_place(source, "floor");
    return jx_points_check(source, &place, jx_str_of(values[FLOOR].text), values[FLOOR].number,
                           &lost, err);
}

// The first number that meets the target: > 30 is >= 31 where figures are whole.
static jx_status find_edge(const jx_method_source *source, jx_step_terms *terms, jx_error *err)
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
    if (!source->whole) {
        jx_place place = jx_method_place(source, "comparator");
        return jx_fail(err, &place, JX_MESSAGE_STEP_WANTS_WHOLE, jx_str_of(above ? ">" : "<"));
    }
    bool fits = above ? jx_ratio_floor(terms->edge, &whole) : jx_ratio_ceiling(terms->edge, &whole);
    if (!fits || !jx_decimal_add(whole, jx_decimal_make(above ? 1 : -1, 0), &edge)) {
        jx_place place = jx_method_place(source, "target");
        return jx_fail(err, &place, JX_MESSAGE_TARGET_RANGE, source->target);
    }
    terms->edge = jx_ratio_of(edge);
    return JX_OK;
}

// A line that what meets the target lies beyond would leave nothing to earn.
static jx_status check_line(const jx_method_source *source,
                            const jx_step_terms *terms,
                            size_t field,
                            int beyond,
                            jx_error *err)
{
    if (!source->values[field].given) {
        return JX_OK;
    }
    if (source->figure != JX_FIGURE_NUMBER) {
        return fail_at(source, field, JX_MESSAGE_LINE_NEEDS_NUMBER, err);
    }
    int order = jx_ratio_compare(terms->edge, jx_ratio_of(source->values[field].number));
    return order * beyond <= 0 ? JX_OK : fail_at(source, field, JX_MESSAGE_LINE_BEYOND_TARGET, err);
}

static jx_status check_forms(const jx_method_source *source, jx_step_terms *terms, jx_error *err)
{
    if (source->values[STEP_UNIT].given && source->figure != JX_FIGURE_DATE) {
        return fail_at(source, STEP_UNIT, JX_MESSAGE_STEP_UNIT_NEEDS_DATE, err);
    }
    jx_status status = check_amounts(source, err);
    status = status != JX_OK ? status : find_edge(source, terms, err);
    status = status != JX_OK ? status : check_line(source, terms, ZERO_BELOW, -1, err);
    return status != JX_OK ? status : check_line(source, terms, ZERO_ABOVE, 1, err);
}

static jx_status compile(const jx_method_source *source, const void **ret, jx_error *err)
{
    jx_step_terms *terms = jx_arena_alloc(source->arena, sizeof *terms);
    if (terms == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = check_forms(source, terms, err);
    if (status != JX_OK) {
        return status;
    }
    const jx_value *values = source->values;
    terms->step = jx_ratio_of(values[STEP].number);
    terms->single = jx_decimal_compare(values[STEP].number, jx_decimal_make(1, 0)) == 0;
    terms->deduct = jx_ratio_of(values[DEDUCT].number);
    terms->floor = values[FLOOR].number;
    terms->part = values[PART].index;
    terms->unit = (jx_time_unit)values[STEP_UNIT].index;
    terms->has_zero_below = values[ZERO_BELOW].given != 0;
    terms->has_zero_above = values[ZERO_ABOVE].given != 0;
    terms->zero_below = jx_ratio_of(values[ZERO_BELOW].number);
    terms->zero_above = jx_ratio_of(values[ZERO_ABOVE].number);
    *ret = terms;
    return JX_OK;
}

static jx_decimal get_floor(const void *opaque)
{
    const jx_step_terms *terms = opaque;
    return terms->floor;
}

const jx_method jx_method_step = {
    .name = "step",
    .label = {"按差距扣分", "by steps"},
    .figures = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_DATE),
    .flags = JX_METHOD_NEEDS_TARGET,
    .says = {"与目标每差一个 step 扣 deduct 分",
             "`deduct` points for each `step` on the wrong side of the target"},
    .fields = JX_LIST(fields),
    .compile = compile,
    .floor = get_floor,
    .lose = jx_step_lose,
    .reach = jx_step_reach,
    .codes = JX_LIST(jx_step_codes),
};

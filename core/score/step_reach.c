// SPDX-License-Identifier: MIT
// What the method `step` may leave. Figures lie on one side of the target's edge or the other; the steps count on
// those sides that the comparator minds, a zero line on any.
#include "base/ratio.h"
#include "score/reach.h"
#include "score/step_terms.h"

// One side of the edge; distances from it.
typedef struct side {
    bool loses;
    bool has_line; // beyond it nothing is left
    jx_ratio line;
    bool ends; // no figure lies beyond `end`
    jx_ratio end;
    jx_ratio first; // of the nearest whole figure
} side;

// What the steps cost, as far as they go.
typedef struct cost {
    bool none;      // nothing costs anything
    jx_ratio least; // 0: as little as you like
    bool endless;
    jx_ratio most; // unless endless
} cost;

static jx_ratio ratio_of(int64_t number)
{
    return jx_ratio_of(jx_decimal_make(number, 0));
}

static bool count_steps(const jx_step_terms *terms, jx_ratio distance, jx_ratio *ret)
{
    jx_decimal whole;
    if (!jx_ratio_divide(distance, terms->step, ret)) {
        return false;
    }
    if (terms->part == JX_PART_EXACT) {
        return true;
    }
    const bool fits =
        terms->part == JX_PART_UP ? jx_ratio_ceiling(*ret, &whole) : jx_ratio_floor(*ret, &whole);
    *ret = fits ? jx_ratio_of(whole) : *ret;
    return fits;
}

// The nearest whole distance at or beyond (`up`), or at or within `distance`.
static bool find_whole(const side *at, jx_ratio distance, bool up, jx_ratio *ret)
{
    jx_ratio beyond;
    jx_decimal whole;
    return jx_ratio_subtract(distance, at->first, &beyond) &&
           (up ? jx_ratio_ceiling(beyond, &whole) : jx_ratio_floor(beyond, &whole)) &&
           jx_ratio_add(at->first, jx_ratio_of(whole), ret);
}

// The nearest distance that costs anything; 0: as near as you like.
static bool find_nearest(const jx_step_terms *terms,
                         const side *at,
                         const jx_range *range,
                         jx_ratio *ret)
{
    *ret = range->whole ? at->first : ratio_of(0);
    if (terms->part != JX_PART_DOWN || jx_ratio_compare(*ret, terms->step) >= 0) {
        return true;
    }
    *ret = terms->step;
    return !range->whole || find_whole(at, terms->step, true, ret);
}

// What the steps of one side cost before figures end or cross the line.
static bool find_cost(const jx_step_terms *terms, const side *at, const jx_range *range, cost *ret)
{
    jx_ratio nearest;
    jx_ratio farthest = at->has_line ? at->line : at->end;
    *ret = (cost){.none = true};
    if (at->has_line && at->ends && jx_ratio_compare(at->end, at->line) < 0) {
        farthest = at->end;
    }
    if (!at->loses) {
        return true;
    }
    if (!find_nearest(terms, at, range, &nearest)) {
        return false;
    }
    ret->endless = !at->has_line && !at->ends;
    const int order = ret->endless ? -1 : jx_ratio_compare(nearest, farthest);
    ret->none = order > 0 || (order == 0 && jx_ratio_sign(nearest) == 0);
    if (ret->none) {
        return true;
    }
    const bool any = jx_ratio_sign(nearest) == 0 && terms->part == JX_PART_UP;
    ret->least = ratio_of(1);
    bool fits = any || count_steps(terms, nearest, &ret->least);
    if (!ret->endless) {
        fits = fits && (!range->whole || find_whole(at, farthest, false, &farthest)) &&
               count_steps(terms, farthest, &ret->most) &&
               jx_ratio_multiply(ret->most, terms->deduct, &ret->most);
    }
    return fits && jx_ratio_multiply(ret->least, terms->deduct, &ret->least);
}

// What one side may leave.
static bool reach_side(const jx_step_terms *terms,
                       const jx_indicator *indicator,
                       const side *at,
                       const jx_range *range,
                       jx_reach *reach)
{
    cost costs;
    const jx_ratio floor = jx_ratio_of(terms->floor);
    jx_ratio left = floor;
    const jx_ratio weight = jx_ratio_of(indicator->weight);
    if (!find_cost(terms, at, range, &costs)) {
        return false;
    }
    if (at->has_line && (!at->ends || jx_ratio_compare(at->end, at->line) > 0)) {
        jx_reach_leave(reach, indicator, ratio_of(0));
    }
    if (costs.none) {
        return true;
    }
    if (!costs.endless && !jx_ratio_subtract(weight, costs.most, &left)) {
        return false;
    }
    jx_reach_leave(reach, indicator, jx_ratio_compare(left, floor) < 0 ? floor : left);
    if (jx_ratio_sign(costs.least) == 0) {
        reach->part |= reach->floor;
        return true;
    }
    if (!jx_ratio_subtract(weight, costs.least, &left)) {
        return false;
    }
    jx_reach_leave(reach, indicator, jx_ratio_compare(left, floor) < 0 ? floor : left);
    return true;
}

// The side of lower (`below`) or higher numbers.
static bool find_side(const jx_step_terms *terms,
                      const jx_indicator *indicator,
                      const jx_range *range,
                      bool below,
                      side *ret)
{
    const uint32_t comparator = indicator->comparator;
    const bool more = comparator == JX_COMPARE_AT_LEAST || comparator == JX_COMPARE_ABOVE;
    jx_decimal whole;
    *ret = (side){
        .loses = comparator == JX_COMPARE_EQUAL || more == below,
        .has_line = below ? terms->has_zero_below : terms->has_zero_above,
        .line = below ? terms->zero_below : terms->zero_above,
        .ends = below ? range->has_least : range->has_most,
        .end = below ? range->least : range->most,
    };
    const jx_ratio edge = terms->edge;
    bool fits = below ? jx_ratio_ceiling(edge, &whole) : jx_ratio_floor(edge, &whole);
    fits = fits && jx_ratio_add(jx_ratio_of(whole), ratio_of(below ? -1 : 1), &ret->first);
    jx_ratio *const places[] = {&ret->first, ret->has_line ? &ret->line : NULL,
                                ret->ends ? &ret->end : NULL};
    for (size_t i = 0; fits && i < sizeof places / sizeof places[0]; i++) {
        fits = places[i] == NULL || (below ? jx_ratio_subtract(edge, *places[i], places[i])
                                           : jx_ratio_subtract(*places[i], edge, places[i]));
    }
    return fits;
}

// A share of the longest month or year; days are whole.
static jx_ratio shortest_time(jx_time_unit unit)
{
    static const int64_t days[] = {[JX_TIME_DAY] = 1, [JX_TIME_MONTH] = 31, [JX_TIME_YEAR] = 366};
    return (jx_ratio){jx_decimal_make(1, 0), jx_decimal_make(days[unit], 0)};
}

// Dates have no lines and no end.
static bool reach_dates(const jx_step_terms *terms, const jx_indicator *indicator, jx_reach *reach)
{
    const jx_ratio floor = jx_ratio_of(terms->floor);
    jx_ratio steps = ratio_of(1);
    jx_ratio left = floor;
    bool fits = terms->part != JX_PART_EXACT ||
                jx_ratio_divide(shortest_time(terms->unit), terms->step, &steps);
    fits = fits && jx_ratio_multiply(steps, terms->deduct, &left) &&
           jx_ratio_subtract(jx_ratio_of(indicator->weight), left, &left);
    jx_reach_leave(reach, indicator, floor);
    if (fits) {
        jx_reach_leave(reach, indicator, jx_ratio_compare(left, floor) < 0 ? floor : left);
    }
    return fits;
}

jx_reach jx_step_reach(const void *opaque, const jx_indicator *indicator, const jx_range *range)
{
    const jx_step_terms *terms = opaque;
    jx_reach reach = jx_reach_nothing(indicator);
    bool fits = true;
    reach.full = true;
    if (indicator->target.kind == JX_FIGURE_DATE) {
        return reach_dates(terms, indicator, &reach) ? reach : jx_reach_unknown();
    }
    for (int below = 0; fits && below < 2; below++) {
        side at;
        fits = find_side(terms, indicator, range, below == 1, &at) &&
               reach_side(terms, indicator, &at, range, &reach);
    }
    return fits ? reach : jx_reach_unknown();
}

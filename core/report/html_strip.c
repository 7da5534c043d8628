// SPDX-License-Identifier: MIT
#include "report/html_strip.h"

#include <stdbool.h>

enum { SHARE_PLACES = 3, SHARE_TEXT = JX_DECIMAL_TEXT + 1, MOST_TICKS = 5 };

static const jx_decimal zero = {0};

static jx_decimal hundred(void)
{
    return jx_decimal_make(100, 0);
}

// ------------------------------------------------------------------------------------------------ axes

// The least of 1, 2, 5 times a power of ten, from 0.01 on, that cuts `span` into at most MOST_TICKS parts.
static jx_decimal find_step(jx_decimal span)
{
    static const int64_t steps[] = {1, 2, 5};
    const jx_decimal ten = jx_decimal_make(10, 0);
    jx_decimal power = jx_decimal_make(1, 2);
    jx_decimal step = power;
    while (true) {
        for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
            jx_decimal reach;
            if (!jx_decimal_multiply(power, jx_decimal_make(steps[i], 0), &step) ||
                !jx_decimal_multiply(step, jx_decimal_make(MOST_TICKS, 0), &reach) ||
                jx_decimal_compare(reach, span) >= 0) {
                return step;
            }
        }
        if (!jx_decimal_multiply(power, ten, &power)) {
            return step;
        }
    }
}

jx_axis jx_axis_find(jx_decimal least, jx_decimal most)
{
    jx_axis axis = {.from = zero, .to = most, .step = most};
    jx_decimal span;
    jx_decimal whole;
    jx_decimal from;
    if (!jx_decimal_subtract(most, least, &span)) {
        return axis;
    }
    axis.step = find_step(span);
    if (jx_decimal_multiply_divide(least, jx_decimal_make(1, 0), axis.step, 0, JX_ROUND_DOWN,
                                   &whole) &&
        jx_decimal_multiply(whole, axis.step, &from) &&
        jx_decimal_subtract(from, axis.step, &from) && jx_decimal_compare(from, axis.step) > 0) {
        axis.from = from;
    }
    return axis;
}

// Where a value stands, in percent of the width.
static jx_decimal share_of(const jx_axis *axis, jx_decimal value)
{
    jx_decimal span;
    jx_decimal above;
    jx_decimal share;
    if (!jx_decimal_subtract(axis->to, axis->from, &span) ||
        !jx_decimal_subtract(value, axis->from, &above) ||
        !jx_decimal_multiply_divide(above, hundred(), span, SHARE_PLACES, JX_ROUND_HALF_UP,
                                    &share) ||
        jx_decimal_sign(share) < 0) {
        return zero;
    }
    return jx_decimal_compare(share, hundred()) > 0 ? hundred() : share;
}

static jx_str percent(jx_decimal share, char buffer[SHARE_TEXT])
{
    char *end = jx_decimal_write(share, 0, buffer);
    *end++ = '%';
    return (jx_str){buffer, (size_t)(end - buffer)};
}

// --------------------------------------------------------------------------------------------- drawings

void jx_strip_open(jx_html *page, uint32_t height, jx_str says)
{
    char number[JX_NUMBER_TEXT];
    const bool hidden = says.data == NULL;
    jx_html_open_with(
        page, "svg",
        JX_HTML_WITH({"xmlns", JX_STR("http://www.w3.org/2000/svg")}, {"width", JX_STR("100%")},
                     {"height", jx_str_number(height, number)},
                     {"role", hidden ? JX_STR_NONE : (jx_str)JX_STR("img")}, {"aria-label", says},
                     {"aria-hidden", hidden ? (jx_str)JX_STR("true") : JX_STR_NONE}));
    if (!hidden) {
        jx_html_element(page, "title", NULL, says);
    }
}

void jx_strip_close(jx_html *page)
{
    jx_html_close(page);
}

void jx_strip_bar(jx_html *page,
                  const jx_axis *axis,
                  const char *class,
                  jx_decimal from,
                  jx_decimal to,
                  jx_strip_place place)
{
    const jx_decimal hair = jx_decimal_make(4, 1);
    char numbers[2][JX_NUMBER_TEXT];
    char left[SHARE_TEXT];
    char width[SHARE_TEXT];
    const jx_decimal start = share_of(axis, from);
    jx_decimal wide = hair;
    if (!jx_decimal_subtract(share_of(axis, to), start, &wide) ||
        jx_decimal_compare(wide, hair) < 0) {
        wide = hair;
    }
    jx_html_void(page, "rect",
                 JX_HTML_WITH({"class", jx_str_of(class)}, {"x", percent(start, left)},
                              {"y", jx_str_number(place.top, numbers[0])},
                              {"width", percent(wide, width)},
                              {"height", jx_str_number(place.height, numbers[1])}));
}

void jx_strip_line(
    jx_html *page, const jx_axis *axis, const char *class, jx_decimal at, jx_strip_place place)
{
    char numbers[2][JX_NUMBER_TEXT];
    char x[SHARE_TEXT];
    const jx_str where = percent(share_of(axis, at), x);
    const jx_str end = place.height == 0 ? (jx_str)JX_STR("100%")
                                         : jx_str_number(place.top + place.height, numbers[1]);
    jx_html_void(page, "line",
                 JX_HTML_WITH({"class", jx_str_of(class)}, {"x1", where}, {"x2", where},
                              {"y1", jx_str_number(place.top, numbers[0])}, {"y2", end}));
}

// Below, inside, above: how a text stands to where it belongs, so that it stays inside the drawing.
static const char *anchor_of(jx_decimal share)
{
    if (jx_decimal_compare(share, jx_decimal_make(4, 0)) < 0) {
        return "start";
    }
    return jx_decimal_compare(share, jx_decimal_make(96, 0)) > 0 ? "end" : "middle";
}

void jx_strip_text(
    jx_html *page, const jx_axis *axis, jx_decimal at, uint32_t baseline, jx_str text)
{
    char number[JX_NUMBER_TEXT];
    char x[SHARE_TEXT];
    const jx_decimal share = share_of(axis, at);
    jx_html_open_with(page, "text",
                      JX_HTML_WITH({"x", percent(share, x)}, {"y", jx_str_number(baseline, number)},
                                   {"text-anchor", jx_str_of(anchor_of(share))}));
    jx_html_text(page, text);
    jx_html_close(page);
}

// The next tick; false behind the last one.
static bool next_tick(const jx_axis *axis, jx_decimal *tick)
{
    return jx_decimal_add(*tick, axis->step, tick) && jx_decimal_compare(*tick, axis->to) <= 0;
}

void jx_strip_grid(jx_html *page, const jx_axis *axis)
{
    jx_decimal tick = axis->from;
    do {
        jx_strip_line(page, axis, "grid", tick, (jx_strip_place){0, 0});
    } while (next_tick(axis, &tick));
}

void jx_strip_ticks(jx_html *page, const jx_axis *axis, uint32_t baseline)
{
    jx_decimal tick = axis->from;
    do {
        char number[JX_DECIMAL_TEXT];
        jx_strip_text(page, axis, tick, baseline, jx_decimal_format(tick, 0, number));
    } while (next_tick(axis, &tick));
}

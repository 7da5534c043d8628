// SPDX-License-Identifier: MIT
// Strips: drawings one line high, as inline SVG, whose horizontal positions are shares of their width: they fit any column, and
// no text in them is stretched. Values are placed on an axis, exactly, and rounded for display only. [any-thread]
#ifndef JIXIAO_REPORT_HTML_STRIP_H
#define JIXIAO_REPORT_HTML_STRIP_H

#include "base/decimal.h"
#include "report/html.h"

#include <stdint.h>

// The values at the left and the right end; `to` is above `from`.
typedef struct jx_axis {
    jx_decimal from;
    jx_decimal to;
    jx_decimal step; // between ticks
} jx_axis;

// An axis with a handful of round ticks from below `least` up to `most`, which is above it and above 0; it starts at 0 where that
// is near.
jx_axis jx_axis_find(jx_decimal least, jx_decimal most);

// Opens a drawing of so many pixels' height; `says` is its text for those who cannot see it, none hides it from them.
void jx_strip_open(jx_html *page, uint32_t height, jx_str says);
void jx_strip_close(jx_html *page);

// Where a thing stands, in pixels from above.
typedef struct jx_strip_place {
    uint32_t top;
    uint32_t height; // of a line 0: down to the end, however high the drawing comes to be
} jx_strip_place;

// A bar between two values; one that would be thinner than a hair is drawn as a hair.
void jx_strip_bar(jx_html *page,
                  const jx_axis *axis,
                  const char *class,
                  jx_decimal from,
                  jx_decimal to,
                  jx_strip_place place);

// An upright line at a value.
void jx_strip_line(
    jx_html *page, const jx_axis *axis, const char *class, jx_decimal at, jx_strip_place place);

// The lines of all ticks, and their numbers: at their left end, in the middle, at their right end, as there is room.
void jx_strip_grid(jx_html *page, const jx_axis *axis);
void jx_strip_ticks(jx_html *page, const jx_axis *axis, uint32_t baseline);

// A text that stands at a value.
void jx_strip_text(
    jx_html *page, const jx_axis *axis, jx_decimal at, uint32_t baseline, jx_str text);

#endif

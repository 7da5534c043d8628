// SPDX-License-Identifier: MIT
// The style sheet and the script that are compiled in: colours that can be read, nothing that a page may not hold.
#include "report/html_assets.h"
#include "support/jx_rows.h"

#include <math.h>
#include <stdio.h>

static jx_str style(void)
{
    return (jx_str){jx_html_style, jx_html_style_size};
}

static jx_str script(void)
{
    return (jx_str){jx_html_script, jx_html_script_size};
}

static const char *find(jx_str text, const char *what)
{
    return memmem(text.data, text.size, what, strlen(what));
}

// ----------------------------------------------------------------------------------------------- colours

typedef struct scheme {
    const char *name;
    const char *begins; // what stands before its colours
} scheme;

enum { LIGHT, DARK, SCHEMES };

static const scheme schemes[SCHEMES] = {
    [LIGHT] = {"light", ":root {"},
    [DARK] = {"dark", "@media screen and (prefers-color-scheme: dark) {"},
};

// The colour of that name: the first behind where the scheme begins.
static unsigned colour_of(const scheme *of, const char *name)
{
    char text[32];
    unsigned colour = 0;
    snprintf(text, sizeof text, "--%s: #", name);
    const char *from = find(style(), of->begins);
    assert_non_null(from);
    const jx_str rest = jx_str_from(style(), (size_t)(from - jx_html_style));
    const char *at = find(rest, text);
    assert_non_null(at);
    assert_int_equal(sscanf(at + strlen(text), "%6x", &colour), 1);
    return colour;
}

static double channel(unsigned value)
{
    const double share = value / 255.0;
    return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned colour)
{
    return 0.2126 * channel(colour >> 16 & 255) + 0.7152 * channel(colour >> 8 & 255) +
           0.0722 * channel(colour & 255);
}

// As WCAG 2 defines it.
static double contrast(unsigned a, unsigned b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

typedef struct pair_row {
    const char *name;
    const char *front;
    const char *back;
    double least; // 4.5 for text, 3 for drawings
} pair_row;

static const pair_row pairs[] = {
    {"text on the page can be read", "ink", "paper", 4.5},
    {"text on a field can be read", "ink", "field", 4.5},
    {"soft text on the page can be read", "soft", "paper", 4.5},
    {"soft text on a field can be read", "soft", "field", 4.5},
    {"soft text on a pressed button can be read", "soft", "g2-tint", 4.5},
    {"lost points can be read", "lost", "paper", 4.5},
    {"a warning on the page can be read", "warn", "paper", 4.5},
    {"a pressed button can be read", "accent", "g2-tint", 4.5},
    {"no grade can be read", "g0", "g0-tint", 4.5},
    {"the best grade can be read", "g1", "g1-tint", 4.5},
    {"the second grade can be read", "g2", "g2-tint", 4.5},
    {"the third grade can be read", "g3", "g3-tint", 4.5},
    {"the worst grade can be read", "g4", "g4-tint", 4.5},
    {"a bar of losses is seen", "lost-bar", "paper", 3},
    {"a bar of sums is seen", "whole", "paper", 3},
    {"a bar of points is seen on its track", "accent", "track", 3},
    {"a bar of gains is seen", "gained", "paper", 3},
    {"a bar of the best grade is seen on its track", "g1", "track", 3},
    {"a bar of the second grade is seen on its track", "g2", "track", 3},
    {"a bar of the third grade is seen on its track", "g3", "track", 3},
    {"a bar of the worst grade is seen on its track", "g4", "track", 3},
};

static void has_contrast(void **state)
{
    const pair_row *row = *state;
    for (size_t i = 0; i < SCHEMES; i++) {
        const double found = contrast(colour_of(&schemes[i], row->front), //
                                      colour_of(&schemes[i], row->back));
        if (found < row->least) {
            fail_msg("%s: %s on %s: %.2f", schemes[i].name, row->front, row->back, found);
        }
    }
}

static void measures_contrast(void **state)
{
    (void)state;
    assert_true(fabs(contrast(0x000000, 0xffffff) - 21) < 0.001);
    assert_true(fabs(contrast(0x777777, 0xffffff) - 4.48) < 0.005);
    assert_true(contrast(0x123456, 0x123456) < 1.001);
}

// Paper is white, whatever the screen is set to: the dark colours are the screen's, and print states none.
static void prints_light(void **state)
{
    (void)state;
    const char *print = find(style(), "@media print {");
    assert_non_null(print);
    assert_null(find(jx_str_from(style(), (size_t)(print - jx_html_style)), "--paper:"));
    assert_int_equal(colour_of(&schemes[LIGHT], "paper"), 0xffffff);
    assert_int_not_equal(colour_of(&schemes[DARK], "paper"), 0xffffff);
}

// ------------------------------------------------------------------------------------------------- bytes

typedef struct absent_row {
    const char *name;
    const char *what;
} absent_row;

static const absent_row absents[] = {
    {"holds nothing that opens an element", "<"},
    {"holds nothing that opens a reference", "&"},
    {"holds nothing that ends a section of XML", "]]>"},
    {"loads no style", "@import"},
    {"loads no file", "url("},
    {"names no place on the net", "//www"},
    {"names no address", "http"},
    {"sends nothing", "fetch("},
    {"asks nothing", "XMLHttpRequest"},
    {"writes no markup", "innerHTML"},
    {"runs no text", "eval("},
};

static void is_absent(void **state)
{
    const absent_row *row = *state;
    assert_null(find(style(), row->what));
    assert_null(find(script(), row->what));
    assert_true(style().size > 1000 && script().size > 1000);
}

typedef struct rule_row {
    const char *name;
    const char *rule;
} rule_row;

static const rule_row rules[] = {
    {"prints on A4 landscape", "size: A4 landscape"},
    {"prints heads of tables on every page", "display: table-header-group"},
    {"prints no row cut in two",
     "tr, article, .bars, .findings, .head, section.card tbody { break-inside: avoid; }"},
    {"prints losses that are folded on the screen", "details::details-content"},
    {"aligns figures", "tabular-nums"},
    {"shows where the keyboard is", ":focus-visible"},
};

static void has_rule(void **state)
{
    const rule_row *row = *state;
    assert_non_null(find(style(), row->rule));
}

int main(void)
{
    jx_rows all = {.count = 0};
    jx_rows_add_one(&all, "measures contrast as WCAG does", measures_contrast, NULL);
    JX_ROWS(&all, pairs, has_contrast);
    jx_rows_add_one(&all, "prints in the colours of the light scheme", prints_light, NULL);
    JX_ROWS(&all, absents, is_absent);
    JX_ROWS(&all, rules, has_rule);
    return jx_rows_run(&all, "html_style");
}

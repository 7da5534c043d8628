// SPDX-License-Identifier: MIT
#include "report/html_bars.h"

#include "base/decimal.h"
#include "report/sentence.h"
#include "report/view.h"

static const jx_strip_place track = {8, 10};

static void add_head(jx_html *page, jx_label label)
{
    jx_html_open_with(page, "th", JX_HTML_WITH({"scope", JX_STR("col")}));
    jx_html_label(page, label);
    jx_html_close(page);
}

void jx_bars_open(jx_html *page, const jx_bar_heads *heads)
{
    jx_html_open(page, "table", "bars");
    jx_html_element(page, "caption", NULL, heads->caption);
    jx_html_open(page, "thead", "unseen");
    jx_html_open(page, "tr", NULL);
    add_head(page, heads->name);
    add_head(page, JX_LABEL_HTML_BAR);
    add_head(page, heads->figure);
    if (heads->further != JX_LABEL_COUNT) {
        add_head(page, heads->further);
    }
    jx_html_close(page);
    jx_html_close_line(page);
    jx_html_open(page, "tbody", NULL);
}

// What the drawing says: its name and its figure.
static void open_strip(jx_html *page, const jx_bar *bar)
{
    jx_text *raw = jx_html_raw(page);
    jx_text_add(raw, bar->name);
    jx_text_put(raw, jx_label_in(JX_LABEL_COLON, page->lang));
    jx_text_add(raw, bar->figure);
    jx_strip_open(page, JX_BAR_HEIGHT, jx_text_str(raw));
}

void jx_bars_row(jx_html *page, const jx_axis *axis, const jx_bar *bar)
{
    jx_html_open(page, "tr", NULL);
    jx_html_open_with(page, "th", JX_HTML_WITH({"scope", JX_STR("row")}));
    jx_html_text(page, bar->name);
    jx_html_close(page);
    jx_html_open(page, "td", "strip");
    open_strip(page, bar);
    if (jx_decimal_compare(bar->most, bar->to) > 0) {
        jx_strip_bar(page, axis, "track", bar->from, bar->most, track);
    }
    if (jx_decimal_compare(bar->to, bar->from) > 0) {
        jx_strip_bar(page, axis, bar->class, bar->from, bar->to, track);
    }
    jx_strip_close(page);
    jx_html_close(page);
    jx_html_element(page, "td", "n", bar->figure);
    if (bar->further.data != NULL) {
        jx_html_element(page, "td", "n faint", bar->further);
    }
    jx_html_close_line(page);
}

void jx_bars_close(jx_html *page)
{
    jx_html_close(page);
    jx_html_close_line(page);
}

// ------------------------------------------------------------------------------------------- categories

enum { RATE_PLACES = 1, SUM_TEXT = 2 * JX_DECIMAL_TEXT };

// 38.80 / 40
static jx_str format_sum(const jx_table *table, const jx_category_sum *sum, char buffer[SUM_TEXT])
{
    char points[JX_DECIMAL_TEXT];
    char full[JX_DECIMAL_TEXT];
    const jx_str parts[] = {
        sum->has_points ? jx_points_format(table, sum->points, points) : (jx_str)JX_STR("–"),
        JX_STR(" / "),
        jx_decimal_format(sum->full, 0, full),
    };
    size_t size = 0;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        memcpy(buffer + size, parts[i].data, parts[i].size);
        size += parts[i].size;
    }
    return (jx_str){buffer, size};
}

// Its points in percent of what it could have; false where there is none.
static bool find_rate(const jx_category_sum *sum, jx_decimal *ret)
{
    return sum->has_points && jx_decimal_sign(sum->full) > 0 &&
           jx_decimal_multiply_divide(sum->points, jx_decimal_make(100, 0), sum->full, RATE_PLACES,
                                      JX_ROUND_HALF_UP, ret);
}

static void add_category(jx_html *page, const jx_scorecard *card, size_t index)
{
    const jx_axis axis = {.from = jx_decimal_make(0, 0), .to = jx_decimal_make(100, 0)};
    const jx_table *table = jx_view_table(card);
    const jx_category_sum sum = jx_view_sum(card, index);
    char figure[SUM_TEXT];
    char rate_text[JX_DECIMAL_TEXT + 1] = "";
    jx_decimal rate = jx_decimal_make(0, 0);
    jx_str further = {"", 0};
    const bool applies = jx_decimal_sign(sum.full) > 0;
    if (find_rate(&sum, &rate)) {
        char *end = jx_decimal_write(rate, RATE_PLACES, rate_text);
        *end++ = '%';
        further = (jx_str){rate_text, (size_t)(end - rate_text)};
    }
    const jx_bar bar = {
        .name = jx_str_of(jx_words_in(table->categories[index].label, page->lang)),
        .figure = applies ? format_sum(table, &sum, figure) : (jx_str)JX_STR("–"),
        .further = further,
        .class = "points",
        .from = axis.from,
        .to = rate,
        .most = axis.to,
    };
    jx_bars_row(page, &axis, &bar);
}

void jx_html_categories(jx_html *page, const jx_scorecard *card)
{
    const jx_bar_heads heads = {
        .caption = jx_str_of(jx_label_in(JX_LABEL_HTML_CATEGORIES_ARE, page->lang)),
        .name = JX_LABEL_CATEGORY,
        .figure = JX_LABEL_POINTS,
        .further = JX_LABEL_HTML_RATE,
    };
    jx_bars_open(page, &heads);
    for (size_t i = 0; i < jx_view_table(card)->category_count; i++) {
        add_category(page, card, i);
    }
    jx_bars_close(page);
}

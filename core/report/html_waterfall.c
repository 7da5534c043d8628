// SPDX-License-Identifier: MIT
// Points lost as a waterfall: the full score, each loss from where the one before it ended, the total.
#include "base/decimal.h"
#include "report/html_bars.h"
#include "report/sentence.h"
#include "report/view.h"

typedef struct step {
    jx_str name;
    const char *class;
    jx_decimal from; // the higher one of both where it is a loss
    jx_decimal to;
    bool whole; // a sum: it stands on the axis
} step;

typedef struct waterfall {
    jx_html *page;
    const jx_table *table;
    const jx_scorecard *card;
    step *steps;
    size_t count;
    jx_decimal level; // of the last step
    jx_decimal least; // of all of them
} waterfall;

static const jx_strip_place bar_place = {6, 16};

static jx_str label_of(const waterfall *it, jx_label label)
{
    return jx_str_of(jx_label_in(label, it->page->lang));
}

// ------------------------------------------------------------------------------------------------ steps

static void add_step(waterfall *it, jx_str name, const char *class, jx_decimal to)
{
    it->steps[it->count++] = (step){.name = name, .class = class, .from = it->level, .to = to};
    it->level = to;
    it->least = jx_decimal_compare(to, it->least) < 0 ? to : it->least;
}

static void add_sum(waterfall *it, jx_label label, jx_decimal sum)
{
    add_step(it, label_of(it, label), "whole", sum);
    it->steps[it->count - 1].whole = true;
}

// Takes points off; nothing to take is no step.
static void take(waterfall *it, jx_str name, const char *class, jx_decimal points)
{
    jx_decimal left;
    if (jx_decimal_sign(points) > 0 && jx_decimal_subtract(it->level, points, &left)) {
        add_step(it, name, class, left);
    }
}

static void add_indicator(waterfall *it, size_t index)
{
    const jx_table_row *row = &it->table->rows[index];
    const jx_outcome *outcome = jx_view_outcome(it->card, index);
    jx_decimal lost;
    if (outcome->state == JX_NOT_APPLICABLE) {
        take(it, row->name, "absent", row->weight);
    } else if (jx_view_has_points(outcome) &&
               jx_decimal_subtract(row->weight, outcome->points, &lost)) {
        take(it, row->name, "lost", lost);
    }
}

static void add_steps(waterfall *it)
{
    const jx_scorecard *card = it->card;
    const jx_losses own = jx_scorecard_losses(card, JX_OF_NO_ROW);
    add_sum(it, JX_LABEL_HTML_FULL, it->table->full);
    for (size_t i = 0; i < it->table->row_count; i++) {
        add_indicator(it, i);
    }
    if (card->rescaled) {
        add_step(it, label_of(it, JX_LABEL_EXPLAIN_RESCALED), "gained", card->subtotal);
    }
    for (size_t i = 0; i < own.count; i++) {
        take(it, label_of(it, JX_LABEL_EXPLAIN_OWN), "lost", own.rows[i].points);
    }
    add_sum(it, JX_LABEL_TOTAL, card->total);
}

// --------------------------------------------------------------------------------------------- drawing

// −1.20, or the sum itself.
static void put_figure(const waterfall *it, const step *row, jx_text *out)
{
    jx_decimal difference;
    if (row->whole) {
        jx_points_add(out, it->table, row->to);
    } else if (jx_decimal_subtract(row->to, row->from, &difference)) {
        const bool less = jx_decimal_sign(difference) < 0;
        jx_text_put(out, less ? "−" : "+");
        jx_points_add(out, it->table, less ? jx_decimal_negate(difference) : difference);
    }
}

static void open_strip(const waterfall *it, const step *row)
{
    jx_html *page = it->page;
    jx_text *raw = jx_html_raw(page);
    jx_text_add(raw, row->name);
    jx_text_put(raw, jx_label_in(JX_LABEL_COLON, page->lang));
    if (!row->whole) {
        jx_points_add(raw, it->table, row->from);
        jx_text_put(raw, " → ");
    }
    jx_points_add(raw, it->table, row->to);
    jx_strip_open(page, JX_BAR_HEIGHT, jx_text_str(raw));
}

static void draw(const waterfall *it, const jx_axis *axis, size_t index)
{
    jx_html *page = it->page;
    const step *row = &it->steps[index];
    const bool less = jx_decimal_compare(row->to, row->from) < 0;
    const jx_decimal low = row->whole ? axis->from : less ? row->to : row->from;
    const jx_decimal high = row->whole || !less ? row->to : row->from;
    open_strip(it, row);
    jx_strip_grid(page, axis);
    if (index > 0) {
        jx_strip_line(page, axis, "joint", row->from, (jx_strip_place){0, bar_place.top});
    }
    if (index + 1 < it->count) {
        const uint32_t end = bar_place.top + bar_place.height;
        jx_strip_line(page, axis, "joint", row->to, (jx_strip_place){end, 0});
    }
    jx_strip_bar(page, axis, row->class, low, high, bar_place);
    jx_strip_close(page);
}

static void add_row(const waterfall *it, const jx_axis *axis, size_t index)
{
    jx_html *page = it->page;
    const step *row = &it->steps[index];
    jx_html_open(page, "tr", row->whole ? "whole" : NULL);
    jx_html_open_with(page, "th", JX_HTML_WITH({"scope", JX_STR("row")}));
    jx_html_text(page, row->name);
    jx_html_close(page);
    jx_html_open(page, "td", "strip");
    draw(it, axis, index);
    jx_html_close(page);
    put_figure(it, row, jx_html_raw(page));
    jx_html_raw_element(page, "td", row->whole ? "n" : "n off");
    jx_html_close_line(page);
}

// The numbers of the ticks stand over their lines.
static void add_head(const waterfall *it, const jx_axis *axis)
{
    jx_html *page = it->page;
    char from[JX_DECIMAL_TEXT];
    jx_label_add(jx_html_raw(page), page->lang, JX_LABEL_HTML_FALL_IS,
                 jx_decimal_format(axis->from, 0, from));
    jx_html_raw_element(page, "caption", NULL);
    jx_html_open(page, "thead", NULL);
    jx_html_open(page, "tr", NULL);
    jx_html_open_with(page, "th", JX_HTML_WITH({"scope", JX_STR("col")}));
    jx_html_label_element(page, "span", "unseen", JX_LABEL_INDICATOR);
    jx_html_close(page);
    jx_html_open_with(page, "th",
                      JX_HTML_WITH({"scope", JX_STR("col")}, {"class", JX_STR("strip")}));
    jx_html_label_element(page, "span", "unseen", JX_LABEL_HTML_BAR);
    jx_strip_open(page, 18, JX_STR_NONE);
    jx_strip_ticks(page, axis, 12);
    jx_strip_close(page);
    jx_html_close(page);
    jx_html_open_with(page, "th", JX_HTML_WITH({"scope", JX_STR("col")}));
    jx_html_label_element(page, "span", "unseen", JX_LABEL_POINTS);
    jx_html_close(page);
    jx_html_close(page);
    jx_html_close_line(page);
}

void jx_html_waterfall(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    waterfall it = {
        .page = page, .table = table, .card = card, .level = table->full, .least = card->total};
    it.steps = jx_arena_array(page->out->arena, table->row_count + card->own_loss_count + 3,
                              sizeof *it.steps);
    if (it.steps == NULL) {
        page->out->failed = true;
        return;
    }
    add_steps(&it);
    const jx_axis axis = jx_axis_find(it.least, table->full);
    jx_html_open(page, "table", "bars fall");
    add_head(&it, &axis);
    jx_html_open(page, "tbody", NULL);
    for (size_t i = 0; i < it.count; i++) {
        add_row(&it, &axis, i);
    }
    jx_bars_close(page);
}

// SPDX-License-Identifier: MIT
// The table of indicators: three levels, equal neighbours of the upper two joined.
#include "base/decimal.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/html_card.h"
#include "report/html_page.h"
#include "report/row_findings.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/view.h"

typedef struct card_table {
    jx_html *page;
    const jx_table *table;
    const jx_scorecard *card;
} card_table;

// Whether two rows stand under the same cell of the first level, or of the second.
typedef bool (*joins)(const jx_table_row *a, const jx_table_row *b);

static bool join_category(const jx_table_row *a, const jx_table_row *b)
{
    return a->category == b->category;
}

static bool join_subcategory(const jx_table_row *a, const jx_table_row *b)
{
    return a->category == b->category && jx_str_equal(a->subcategory, b->subcategory);
}

// How many rows the cell that begins at `index` spans; 0 where it began before.
static size_t find_span(const jx_table *table, size_t index, joins joined)
{
    if (index > 0 && joined(&table->rows[index - 1], &table->rows[index])) {
        return 0;
    }
    size_t count = 1;
    while (index + count < table->row_count &&
           joined(&table->rows[index], &table->rows[index + count])) {
        count++;
    }
    return count;
}

static void add_level(jx_html *page, size_t span, const char *class, jx_words words)
{
    char number[JX_NUMBER_TEXT];
    if (span == 0) {
        return;
    }
    const jx_str rows = span == 1 ? JX_STR_NONE : jx_str_number(span, number);
    const jx_str scope = span == 1 ? (jx_str)JX_STR("row") : (jx_str)JX_STR("rowgroup");
    jx_html_open_with(
        page, "th", JX_HTML_WITH({"scope", scope}, {"rowspan", rows}, {"class", jx_str_of(class)}));
    jx_html_words(page, words);
    jx_html_close(page);
}

// ------------------------------------------------------------------------------------------------ cells

static void add_achieved(const card_table *it, size_t index)
{
    jx_html *page = it->page;
    jx_html_open(page, "td", NULL);
    jx_achieved_add(jx_html_raw(page), it->card, index, page->lang);
    jx_html_raw_text(page);
    if (jx_derivation_add(jx_html_raw(page), it->card, index, page->lang)) {
        jx_html_raw_element(page, "small", NULL);
    }
    jx_html_close(page);
}

static void add_weight(jx_html *page, jx_decimal weight)
{
    char text[JX_DECIMAL_TEXT];
    jx_html_element(page, "td", "n", jx_decimal_format(weight, 0, text));
}

static void add_points(const card_table *it, size_t index)
{
    jx_html *page = it->page;
    const jx_outcome *outcome = jx_view_outcome(it->card, index);
    jx_decimal lost = jx_decimal_make(0, 0);
    if (!jx_view_has_points(outcome)) {
        jx_html_open_with(page, "td",
                          JX_HTML_WITH({"class", JX_STR("n state")}, {"colspan", JX_STR("2")}));
        jx_html_words(page, jx_state_words(outcome->state, false));
        jx_html_close(page);
        return;
    }
    jx_points_add(jx_html_raw(page), it->table, outcome->points);
    jx_html_raw_element(page, "td", "n");
    jx_text *raw = jx_html_raw(page);
    if (jx_decimal_subtract(it->table->rows[index].weight, outcome->points, &lost) &&
        jx_decimal_sign(lost) > 0) {
        jx_text_put(raw, "−");
        jx_points_add(raw, it->table, lost);
    }
    jx_html_raw_element(page, "td", "n off");
}

static void add_note(const card_table *it, size_t index)
{
    jx_html *page = it->page;
    const jx_str note = jx_view_cell(it->card, index, JX_SLOT_NOTE);
    jx_html_open(page, "td", "note");
    jx_html_text(page, note);
    if (jx_row_doubts_add(jx_html_raw(page), it->card, index,
                          jx_label_in(JX_LABEL_STOP, page->lang), page->lang)) {
        jx_html_raw_element(page, "span", "warn");
    }
    if (jx_view_is_unnoted(it->card, index)) {
        jx_html_label_element(page, "span", "warn", JX_LABEL_HTML_NO_NOTE);
    }
    if (jx_scored_by_add(jx_html_raw(page), &it->table->rows[index], page->lang)) {
        jx_html_raw_element(page, "small", NULL);
    }
    jx_html_close(page);
}

// ------------------------------------------------------------------------------------------------- rows

static void add_indicator(const card_table *it, size_t index)
{
    jx_html *page = it->page;
    const jx_table_row *row = &it->table->rows[index];
    const jx_words none = {"", ""};
    const size_t span = find_span(it->table, index, join_category);
    jx_html_open(page, "tr", NULL);
    add_level(page, span, "one", it->table->categories[row->category].label);
    add_level(page, find_span(it->table, index, join_subcategory), "two",
              row->subcategory.size > 0 ? row->subcategory_label : none);
    jx_html_open_with(page, "th", JX_HTML_WITH({"scope", JX_STR("row")}));
    jx_html_text(page, row->name);
    jx_html_close(page);
    jx_target_add(jx_html_raw(page), row, false);
    jx_html_raw_element(page, "td", NULL);
    add_achieved(it, index);
    add_weight(page, row->weight);
    add_points(it, index);
    add_note(it, index);
    jx_html_close_line(page);
}

// A body a category, so that a page ends between them where it can.
static void add_indicators(const card_table *it)
{
    size_t next = 0;
    while (next < it->table->row_count) {
        const size_t end = next + find_span(it->table, next, join_category);
        jx_html_open(it->page, "tbody", NULL);
        jx_text_add_char(it->page->out, '\n');
        for (; next < end; next++) {
            add_indicator(it, next);
        }
        jx_html_close_line(it->page);
    }
}

static void add_sum(const card_table *it, jx_label label, jx_decimal weight, jx_decimal points)
{
    jx_html *page = it->page;
    jx_decimal lost;
    jx_html_open(page, "tr", NULL);
    jx_html_open_with(page, "th", JX_HTML_WITH({"scope", JX_STR("row")}, {"colspan", JX_STR("5")}));
    jx_html_label(page, label);
    jx_html_close(page);
    add_weight(page, weight);
    jx_points_add(jx_html_raw(page), it->table, points);
    jx_html_raw_element(page, "td", "n");
    jx_text *raw = jx_html_raw(page);
    if (jx_decimal_subtract(weight, points, &lost) && jx_decimal_sign(lost) > 0) {
        jx_text_put(raw, "−");
        jx_points_add(raw, it->table, lost);
    }
    jx_html_raw_element(page, "td", "n off");
    jx_html_element(page, "td", NULL, JX_STR_NONE);
    jx_html_close_line(page);
}

static void add_sums(const card_table *it)
{
    const jx_scorecard *card = it->card;
    if (!jx_view_has_total(card)) {
        return;
    }
    jx_html_open(it->page, "tfoot", NULL);
    if (card->rescaled) {
        add_sum(it, JX_LABEL_RESCALED_SUM, card->rescaled_from, card->raw_total);
    }
    if (card->own_loss_count > 0) {
        add_sum(it, JX_LABEL_SUBTOTAL, it->table->full, card->subtotal);
    }
    add_sum(it, card->rescaled ? JX_LABEL_RESCALED_TOTAL : JX_LABEL_TOTAL, it->table->full,
            card->total);
    jx_html_close_line(it->page);
}

static void add_head(jx_html *page)
{
    static const struct {
        jx_label label;
        const char *class;
    } columns[] = {
        {JX_LABEL_CATEGORY, NULL}, {JX_LABEL_SUBCATEGORY, NULL}, {JX_LABEL_LEAF, NULL},
        {JX_LABEL_TARGET, NULL},   {JX_LABEL_ACTUAL, NULL},      {JX_LABEL_WEIGHT, "n"},
        {JX_LABEL_POINTS, "n"},    {JX_LABEL_COLUMN_LOST, "n"},  {JX_LABEL_NOTE, "note"},
    };
    jx_html_open(page, "thead", NULL);
    jx_html_open(page, "tr", NULL);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        jx_html_column(page, columns[i].class, columns[i].label);
    }
    jx_html_close(page);
    jx_html_close_line(page);
}

void jx_html_table(jx_html *page, const jx_scorecard *card)
{
    const card_table it = {page, jx_view_table(card), card};
    jx_html_section(page, "card", JX_LABEL_HTML_TABLE);
    jx_html_open(page, "table", "grid");
    jx_html_label_element(page, "caption", "unseen", JX_LABEL_HTML_TABLE);
    add_head(page);
    add_indicators(&it);
    add_sums(&it);
    jx_html_close_line(page);
    jx_html_close_line(page);
}

// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "base/utf8.h"
#include "report/cells.h"
#include "report/html_card.h"
#include "report/html_page.h"
#include "report/html_strip.h"
#include "report/sentence.h"
#include "report/view.h"

enum { SCALE_HEIGHT = 34, SCALE_BASELINE = 32 };

static void add_fact(jx_html *page, jx_label label, jx_str text)
{
    jx_html_fact(page, jx_str_of(jx_label_in(label, page->lang)), text);
}

// ----------------------------------------------------------------------------------------------- project

static void add_overline(jx_html *page, const jx_table *table)
{
    jx_text *raw = jx_html_raw(page);
    jx_text_put(raw, jx_label_in(JX_LABEL_HTML_SCORE, page->lang));
    if (table->year != 0) {
        char year[JX_DECIMAL_TEXT];
        jx_text_put(raw, " · ");
        jx_label_add(raw, page->lang, JX_LABEL_HTML_YEAR,
                     jx_decimal_format(jx_decimal_make(table->year, 0), 0, year));
    }
    jx_html_raw_element(page, "p", "over");
}

// The project, and what it is scored for where the table serves many.
static void add_title(jx_html *page, const jx_scorecard *card)
{
    const jx_str instance = card->observations->instance;
    jx_html_open(page, "h1", NULL);
    jx_html_text(page, jx_view_table(card)->name);
    if (instance.size > 0) {
        jx_html_text(page, (jx_str)JX_STR(" "));
        jx_html_element(page, "span", "instance", instance);
    }
    jx_html_close_line(page);
}

static void add_facts(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_html_open(page, "dl", "facts");
    add_fact(page, JX_LABEL_PROJECT_ID, table->id);
    for (size_t i = 0; i < table->printed_count; i++) {
        const jx_printed *printed = &table->printed[i];
        jx_html_fact(page, jx_str_of(jx_words_in(printed->label, page->lang)), printed->text);
    }
    jx_html_close_line(page);
}

static void add_project(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_html_open(page, "div", "who");
    add_overline(page, table);
    add_title(page, card);
    if (table->goal.size > 0) {
        jx_html_open(page, "p", "goal");
        jx_html_label_element(page, "span", "unseen", JX_LABEL_GOAL);
        jx_html_element(page, "span", "unseen", jx_str_of(jx_label_in(JX_LABEL_COLON, page->lang)));
        jx_html_text(page, table->goal);
        jx_html_close_line(page);
    }
    add_facts(page, card);
    jx_html_close_line(page);
}

// ------------------------------------------------------------------------------------------------- total

static void add_total(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    char full[JX_DECIMAL_TEXT];
    jx_html_open(page, "p", "total");
    jx_html_label_element(page, "span", "unseen", JX_LABEL_TOTAL);
    jx_html_text(page, (jx_str)JX_STR(" "));
    jx_text *raw = jx_html_raw(page);
    if (jx_view_has_total(card)) {
        jx_points_add(raw, table, card->total);
    } else {
        jx_text_put(raw, "–");
    }
    jx_html_raw_element(page, "strong", NULL);
    jx_text_put(jx_html_raw(page), " / ");
    jx_text_add(&page->raw, jx_decimal_format(table->full, 0, full));
    jx_html_raw_element(page, "span", "of");
    jx_html_close_line(page);
}

// What the grade takes, without its name.
static void put_grade_range(jx_text *out,
                            const jx_table *table,
                            const jx_grade *grade,
                            jx_lang lang)
{
    char percent[JX_DECIMAL_TEXT];
    if (jx_decimal_sign(grade->least) > 0) {
        jx_label_add(out, lang, JX_LABEL_GRADE_FROM, jx_decimal_format(grade->least, 0, percent));
    } else if (grade > table->grades) {
        jx_label_add(out, lang, JX_LABEL_GRADE_BELOW,
                     jx_decimal_format(grade[-1].least, 0, percent));
    }
}

static void add_grade(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_html_open(page, "p", "grade");
    if (card->grade != NULL) {
        jx_html_label_element(page, "span", "unseen", JX_LABEL_GRADE);
        jx_html_text(page, (jx_str)JX_STR(" "));
        jx_html_element(page, "b", "badge", card->grade->name);
        put_grade_range(jx_html_raw(page), table, card->grade, page->lang);
    } else {
        jx_html_open(page, "b", "badge");
        jx_html_words(page, jx_state_words(card->state, true));
        jx_html_close(page);
        jx_state_reason_add(jx_html_raw(page), card, page->lang);
    }
    jx_html_text(page, (jx_str)JX_STR(" "));
    jx_html_raw_element(page, "span", "range");
    jx_html_close_line(page);
}

// The total on the scale of grades: where each begins, and its name where there is room.
static void add_grade_zone(jx_html *page, const jx_table *table, const jx_axis *axis, size_t index)
{
    const jx_grade *grade = &table->grades[index];
    const jx_decimal half = jx_decimal_make(5, 1);
    const jx_decimal end = index == 0 ? axis->to : grade[-1].least;
    const jx_decimal columns = jx_decimal_make(3 * (int64_t)jx_utf8_width(grade->name), 0);
    jx_decimal wide;
    jx_decimal middle;
    if (jx_decimal_sign(grade->least) > 0) {
        jx_strip_line(page, axis, "zone", grade->least, (jx_strip_place){2, 18});
    }
    if (jx_decimal_subtract(end, grade->least, &wide) && jx_decimal_compare(wide, columns) >= 0 &&
        jx_decimal_add(end, grade->least, &middle) && jx_decimal_multiply(middle, half, &middle)) {
        jx_strip_text(page, axis, middle, SCALE_BASELINE, grade->name);
    }
}

static bool find_share(const jx_scorecard *card, jx_decimal *ret)
{
    return jx_view_has_total(card) &&
           jx_decimal_multiply_divide(card->total, jx_decimal_make(100, 0),
                                      jx_view_table(card)->full, 2, JX_ROUND_HALF_UP, ret);
}

static void add_scale(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    const jx_axis axis = {.from = jx_decimal_make(0, 0), .to = jx_decimal_make(100, 0)};
    char number[JX_DECIMAL_TEXT];
    jx_decimal share;
    if (!find_share(card, &share)) {
        return;
    }
    jx_label_add(jx_html_raw(page), page->lang, JX_LABEL_HTML_SCALE,
                 jx_decimal_format(share, 0, number));
    jx_strip_open(page, SCALE_HEIGHT, jx_text_str(&page->raw));
    jx_strip_bar(page, &axis, "track", axis.from, axis.to, (jx_strip_place){7, 8});
    jx_strip_bar(page, &axis, "mark", axis.from, share, (jx_strip_place){7, 8});
    for (size_t i = 0; i < table->grade_count; i++) {
        add_grade_zone(page, table, &axis, i);
    }
    jx_strip_close(page);
}

void jx_html_head(jx_html *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_html_open(page, "header", "head");
    add_project(page, card);
    jx_text *raw = jx_html_raw(page);
    jx_text_put(raw, "sum ");
    jx_text_put(raw, card->grade == NULL ? "g0" : jx_html_grade_class(table, card->grade->name));
    jx_html_open_with(page, "div", JX_HTML_WITH({"class", jx_text_str(raw)}));
    add_total(page, card);
    add_grade(page, card);
    add_scale(page, card);
    jx_html_close_line(page);
    jx_html_close_line(page);
}

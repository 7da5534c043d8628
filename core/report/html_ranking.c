// SPDX-License-Identifier: MIT
// The ranking: a row a project, its losses folded into the last cell. Sorted and filtered by sort.js where scripts run.
#include "base/decimal.h"
#include "report/html_batch.h"
#include "report/html_page.h"
#include "report/html_strip.h"
#include "report/row_findings.h"
#include "report/sentence.h"

typedef struct ranking {
    jx_html *page;
    const jx_overview *overview;
    jx_lost_sum *lost; // scratch: of one project, by category
} ranking;

static jx_str state_word(jx_state state, bool of_project, jx_lang lang)
{
    return jx_str_of(jx_words_in(jx_state_words(state, of_project), lang));
}

// By what the buttons filter: the grade, else the state.
static jx_str group_of(const jx_gathered *card, jx_lang lang)
{
    return card->grade.size > 0 ? card->grade : state_word(card->state, true, lang);
}

static const char *class_of(const jx_gathered *card)
{
    return card->table == NULL ? "g0" : jx_html_grade_class(card->table, card->grade);
}

// ------------------------------------------------------------------------------------------------ losses

static void add_minus(jx_html *page, const jx_table *table, jx_decimal points, const char *tag)
{
    jx_text *raw = jx_html_raw(page);
    jx_text_put(raw, "−");
    jx_points_add(raw, table, points);
    jx_html_raw_element(page, tag, "off");
}

// −1.20 name: sentence
static void add_item(const ranking *it, const jx_gathered *card, const jx_gathered_loss *loss)
{
    jx_html *page = it->page;
    const bool own = loss->row == JX_OF_NO_ROW;
    jx_html_open(page, "li", NULL);
    add_minus(page, card->table, loss->points, "b");
    jx_html_text(page, (jx_str)JX_STR(" "));
    jx_html_text(page, own ? jx_str_of(jx_label_in(JX_LABEL_PROJECT, page->lang))
                           : card->table->rows[loss->row].name);
    jx_html_label(page, JX_LABEL_COLON);
    jx_html_text(page, loss->says);
    if (!own && jx_row_finds(card->cells[loss->row].findings, JX_FOUND_NOTE_MISSING)) {
        jx_html_text(page, (jx_str)JX_STR(" "));
        jx_html_label_element(page, "span", "warn", JX_LABEL_HTML_NO_NOTE);
    }
    jx_html_close(page);
}

static void add_items(const ranking *it, const jx_gathered *card)
{
    for (size_t i = 0; i < card->loss_count; i++) {
        if (jx_decimal_sign(card->losses[i].points) > 0) {
            add_item(it, card, &card->losses[i]);
        }
    }
}

// A loss may come to nothing by rounding.
static bool lost_any(const jx_gathered *card)
{
    bool any = false;
    for (size_t i = 0; i < card->loss_count; i++) {
        any = any || jx_decimal_sign(card->losses[i].points) > 0;
    }
    return any;
}

// How many indicators lost points.
static uint64_t count_losing(const jx_gathered *card)
{
    uint64_t count = 0;
    jx_decimal lost;
    for (size_t i = 0; i < card->cell_count; i++) {
        count += jx_gathered_lost(card, i, &lost) && jx_decimal_sign(lost) > 0;
    }
    return count;
}

static void add_details(const ranking *it, const jx_gathered *card)
{
    jx_html *page = it->page;
    char number[JX_NUMBER_TEXT];
    const uint64_t losing = count_losing(card);
    const bool any = lost_any(card);
    if (card->error.size > 0) {
        jx_html_element(page, "p", "bad", card->error);
    }
    if (!any && card->error.size > 0) {
        return;
    }
    if (!any) {
        jx_html_label_element(page, "span", "faint",
                              card->has_total ? JX_LABEL_EXPLAIN_FULL : JX_LABEL_EXPLAIN_FAULTY);
        return;
    }
    jx_html_open(page, "details", NULL);
    jx_label_add(jx_html_raw(page), page->lang, JX_LABEL_HTML_LOST_BY,
                 jx_str_number(losing, number));
    jx_html_raw_element(page, "summary", NULL);
    jx_html_open(page, "ul", NULL);
    add_items(it, card);
    jx_html_close(page);
    jx_html_close(page);
}

// ------------------------------------------------------------------------------------------------- cells

// A cell of a number, and the number for sorting; empty and last in any order where there is none.
static void open_number(jx_html *page, jx_str value, const char *class)
{
    jx_html_open_with(page, "td",
                      JX_HTML_WITH({"class", jx_str_of(class)},
                                   {"data-v", value.data == NULL ? (jx_str){"", 0} : value}));
}

static void add_rank(jx_html *page, uint64_t rank)
{
    char number[JX_NUMBER_TEXT];
    const jx_str text = rank > 0 ? jx_str_number(rank, number) : JX_STR_NONE;
    open_number(page, text, "n rank");
    jx_html_text(page, text);
    jx_html_close(page);
}

static void add_name(const ranking *it, const jx_gathered *card)
{
    jx_html *page = it->page;
    const bool one = it->overview->report->table_count == 1;
    jx_html_open_with(page, "th", JX_HTML_WITH({"scope", JX_STR("row")}));
    if (card->table == NULL) {
        jx_html_text(page, card->project);
    } else if (card->instance.size > 0) {
        jx_html_text(page, card->instance);
        if (!one) {
            jx_html_element(page, "small", NULL, card->table->name);
        }
    } else {
        jx_html_text(page, card->table->name);
        jx_html_element(page, "small", NULL, card->project);
    }
    jx_html_close(page);
}

static void add_total(jx_html *page, const jx_gathered *card)
{
    char value[JX_DECIMAL_TEXT];
    if (!card->has_total) {
        open_number(page, JX_STR_NONE, "n total");
        jx_html_text(page, (jx_str)JX_STR("–"));
        jx_html_close(page);
        return;
    }
    const jx_axis axis = {.from = jx_decimal_make(0, 0), .to = card->table->full};
    const jx_strip_place place = {4, 8};
    open_number(page, jx_decimal_format(card->total, 0, value), "n total");
    jx_strip_open(page, 16, JX_STR_NONE);
    jx_strip_bar(page, &axis, "track", axis.from, axis.to, place);
    jx_strip_bar(page, &axis, "mark", axis.from, card->total, place);
    jx_strip_close(page);
    jx_points_add(jx_html_raw(page), card->table, card->total);
    jx_html_raw_element(page, "b", NULL);
    jx_html_close(page);
}

static void add_categories(const ranking *it, const jx_gathered *card)
{
    jx_html *page = it->page;
    jx_overview_lost(it->overview, card, it->lost);
    for (size_t i = 0; i < it->overview->category_count; i++) {
        char value[JX_DECIMAL_TEXT];
        const jx_lost_sum *sum = &it->lost[i];
        open_number(page, sum->projects > 0 ? jx_decimal_format(sum->lost, 0, value) : JX_STR_NONE,
                    "n");
        if (jx_decimal_sign(sum->lost) > 0) {
            add_minus(page, card->table, sum->lost, "span");
        }
        jx_html_close(page);
    }
}

// ------------------------------------------------------------------------------------------------- rows

static void add_row(const ranking *it, const jx_ranked *ranked)
{
    jx_html *page = it->page;
    const jx_gathered *card = ranked->card;
    jx_html_open_with(page, "tr",
                      JX_HTML_WITH({"class", jx_str_of(class_of(card))},
                                   {"data-group", group_of(card, page->lang)}));
    add_rank(page, ranked->rank);
    add_name(it, card);
    add_total(page, card);
    jx_html_open(page, "td", NULL);
    jx_html_element(page, "b", "badge", group_of(card, page->lang));
    jx_html_close(page);
    add_categories(it, card);
    jx_html_open(page, "td", "note");
    add_details(it, card);
    jx_html_close(page);
    jx_html_close_line(page);
}

static void add_rows(const ranking *it)
{
    for (size_t i = 0; i < it->overview->report->gathered_count; i++) {
        add_row(it, &it->overview->ranking[i]);
    }
}

// The head of a column that sorts; `order` is how it sorts first.
static void add_column(
    jx_html *page, const char *class, const char *order, const char *sorted, jx_str text)
{
    jx_html_open_with(page, "th",
                      JX_HTML_WITH({"scope", JX_STR("col")}, {"class", jx_str_of(class)},
                                   {"data-sort", jx_str_of(order)},
                                   {"aria-sort", jx_str_of(sorted)}));
    jx_html_text(page, text);
    jx_html_close(page);
}

static jx_str label_of(const jx_html *page, jx_label label)
{
    return jx_str_of(jx_label_in(label, page->lang));
}

static void add_head(const ranking *it)
{
    jx_html *page = it->page;
    jx_html_open(page, "thead", NULL);
    jx_html_open(page, "tr", NULL);
    add_column(page, "n rank", "ascending", NULL, label_of(page, JX_LABEL_RANK));
    add_column(page, NULL, "ascending", NULL, label_of(page, JX_LABEL_PROJECT));
    add_column(page, "n", "descending", "descending", label_of(page, JX_LABEL_TOTAL));
    add_column(page, NULL, "ascending", NULL, label_of(page, JX_LABEL_GRADE));
    for (size_t i = 0; i < it->overview->category_count; i++) {
        add_column(page, "n", "descending", NULL, it->overview->categories[i].name);
    }
    jx_html_column(page, "note", JX_LABEL_LOSSES);
    jx_html_close(page);
    jx_html_close_line(page);
}

// ------------------------------------------------------------------------------------------------ filter

static void add_button(jx_html *page, jx_str group, uint64_t count, bool pressed)
{
    char number[JX_NUMBER_TEXT];
    jx_html_open_with(page, "button",
                      JX_HTML_WITH({"type", JX_STR("button")}, {"data-group", group},
                                   {"aria-pressed", jx_str_of(pressed ? "true" : "false")}));
    jx_html_text(page, group.size > 0 ? group : label_of(page, JX_LABEL_HTML_EVERYONE));
    jx_html_text(page, (jx_str)JX_STR(" "));
    jx_html_element(page, "span", NULL, jx_str_number(count, number));
    jx_html_close(page);
}

// Hidden until the script shows it.
static void add_tools(const ranking *it)
{
    jx_html *page = it->page;
    const jx_report *report = it->overview->report;
    jx_html_open_with(page, "div",
                      JX_HTML_WITH({"class", JX_STR("tools")}, {"hidden", JX_STR("hidden")}));
    jx_html_open_with(page, "div",
                      JX_HTML_WITH({"role", JX_STR("group")}, {"class", JX_STR("groups")},
                                   {"aria-label", label_of(page, JX_LABEL_HTML_FILTER)}));
    add_button(page, (jx_str){"", 0}, report->gathered_count, true);
    for (size_t i = 0; i < report->tally_count; i++) {
        if (report->tallies[i].count > 0) {
            add_button(page, report->tallies[i].grade, report->tallies[i].count, false);
        }
    }
    if (report->incomplete > 0) {
        add_button(page, state_word(JX_MISSING, true, page->lang), report->incomplete, false);
    }
    if (report->faulty > 0) {
        add_button(page, state_word(JX_FAULTY, true, page->lang), report->faulty, false);
    }
    jx_html_close(page);
    jx_html_void(page, "input",
                 JX_HTML_WITH({"type", JX_STR("search")},
                              {"aria-label", label_of(page, JX_LABEL_HTML_SEARCH)},
                              {"placeholder", label_of(page, JX_LABEL_HTML_SEARCH)}));
    jx_html_open_with(page, "span",
                      JX_HTML_WITH({"class", JX_STR("shown")}, {"role", JX_STR("status")}));
    jx_html_close(page);
    jx_html_close_line(page);
}

void jx_html_ranking(jx_html *page, const jx_overview *overview)
{
    ranking it = {.page = page, .overview = overview};
    it.lost = jx_arena_array(overview->report->arena, overview->category_count, sizeof *it.lost);
    if (it.lost == NULL) {
        page->out->failed = true;
        return;
    }
    jx_html_section(page, "ranking", JX_LABEL_RANKING);
    add_tools(&it);
    jx_html_open(page, "div", "scroll");
    jx_html_open_with(page, "table",
                      JX_HTML_WITH({"class", JX_STR("grid")}, {"id", JX_STR("ranking")}));
    jx_html_label_element(page, "caption", NULL, JX_LABEL_HTML_RANKING_IS);
    add_head(&it);
    jx_html_open(page, "tbody", NULL);
    jx_text_add_char(page->out, '\n');
    add_rows(&it);
    jx_html_close_line(page);
    jx_html_close_line(page);
    jx_html_close_line(page);
    jx_html_close_line(page);
}

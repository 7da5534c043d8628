// SPDX-License-Identifier: MIT
#include "report/xlsx_card.h"

#include "base/decimal.h"
#include "model/keys.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/row_findings.h"
#include "report/sentence.h"
#include "report/view.h"

#include <stdio.h>

enum { FORMULA = 128 };

#define ALL_CATEGORIES SIZE_MAX

const uint8_t jx_self_widths[] = {6, 12, 13, 25, 25, 24, 8, 9, 36, 0};

// Of a table's rows in the sheet.
typedef struct form_rows {
    uint32_t first;
    uint32_t behind;
    size_t funds; // the row of the table that stands above; JX_SELF_NO_ROW
    uint32_t funds_at;
} form_rows;

static uint32_t more(uint32_t lines, uint32_t others)
{
    return others > lines ? others : lines;
}

// ------------------------------------------------------------------------------------------ an indicator

void jx_paper_form_achieved(jx_paper *page, size_t index)
{
    jx_text from = jx_text_in(page->report->arena);
    jx_text *raw = jx_paper_raw(page);
    jx_achieved_add(raw, page->card, index, page->lang);
    if (jx_derivation_add(&from, page->card, index, page->lang)) {
        jx_text_add_char(raw, '\n');
        jx_bracketed_add(raw, jx_text_str(&from), page->lang);
    }
    raw->failed = raw->failed || from.failed;
}

// Why points were lost, then what the unit says of it.
static void add_reason(jx_paper *page, size_t index)
{
    jx_text *raw = jx_paper_raw(page);
    const jx_losses losses = jx_scorecard_losses(page->card, index);
    const jx_str note = jx_view_cell(page->card, index, JX_SLOT_NOTE);
    for (uint32_t i = 0; i < losses.count; i++) {
        char points[JX_DECIMAL_TEXT];
        jx_label_add(raw, page->lang, JX_LABEL_LOST,
                     jx_points_format(page->table, losses.rows[i].points, points));
        jx_text_put(raw, jx_label_in(JX_LABEL_COLON, page->lang));
        jx_reason_add(raw, page->card, index, &losses.rows[i], page->lang);
        jx_text_put(raw, jx_label_in(JX_LABEL_STOP, page->lang));
        jx_text_add_char(raw, '\n');
    }
    const jx_outcome *outcome = jx_view_outcome(page->card, index);
    if (outcome->state == JX_FAULTY && outcome->error != NULL) {
        jx_text_put(raw, outcome->error);
        jx_text_add_char(raw, '\n');
    }
    (void)jx_row_doubts_add(raw, page->card, index, jx_label_in(JX_LABEL_STOP, page->lang),
                            page->lang);
    jx_text_add(raw, note);
    if (jx_view_is_unnoted(page->card, index)) {
        jx_text_put(raw, jx_label_in(JX_LABEL_SELF_UNNOTED, page->lang));
    }
    while (raw->size > 0 && raw->data[raw->size - 1] == '\n') {
        raw->size--;
    }
}

uint32_t jx_paper_form_points(jx_paper *page, size_t index)
{
    const jx_outcome *outcome = jx_view_outcome(page->card, index);
    jx_paper_number(page, JX_SELF_WEIGHT, JX_PAPER_FREE, page->table->rows[index].weight);
    if (jx_view_has_points(outcome)) {
        const bool lost = outcome->loss_count > 0;
        jx_paper_number(page, JX_SELF_POINTS, lost ? JX_PAPER_LOST : JX_PAPER_POINTS,
                        outcome->points);
    } else {
        jx_paper_put(page, JX_SELF_POINTS, JX_PAPER_CENTER,
                     jx_str_of(jx_words_in(jx_state_words(outcome->state, false), page->lang)));
    }
    add_reason(page, index);
    const bool warns = jx_row_findings(page->card, index) != 0;
    jx_paper_put_raw(page, JX_SELF_REASON, warns ? JX_PAPER_WARN : JX_PAPER_TEXT);
    return jx_paper_lines(page, jx_self_widths[JX_SELF_REASON]);
}

static void put_indicator(jx_paper *page, size_t index, uint64_t number)
{
    const jx_table_row *row = &page->table->rows[index];
    jx_paper_number(page, JX_SELF_NUMBER, JX_PAPER_FREE, jx_decimal_make((int64_t)number, 0));
    jx_text_add(jx_paper_raw(page), row->name);
    uint32_t lines = jx_paper_lines(page, jx_self_widths[JX_SELF_LEAF]);
    jx_paper_put_raw(page, JX_SELF_LEAF, JX_PAPER_TEXT);
    jx_target_add(jx_paper_raw(page), row, false);
    lines = more(lines, jx_paper_lines(page, jx_self_widths[JX_SELF_TARGET]));
    jx_paper_put_raw(page, JX_SELF_TARGET, JX_PAPER_CENTER);
    jx_paper_form_achieved(page, index);
    lines = more(lines, jx_paper_lines(page, jx_self_widths[JX_SELF_ACTUAL]));
    jx_paper_put_raw(page, JX_SELF_ACTUAL, JX_PAPER_CENTER);
    lines = more(lines, jx_paper_form_points(page, index));
    jx_paper_height(page, page->row++, more(lines, 2)); // as its category has
}

// ---------------------------------------------------------------------------------------- the three levels

static bool is_same(const jx_table_row *a, const jx_table_row *b, uint16_t column)
{
    return a->category == b->category &&
           (column == JX_SELF_CATEGORY || jx_str_equal(a->subcategory, b->subcategory));
}

// What the weights of a category, or of all (ALL_CATEGORIES), sum to, not applicable ones among them.
static jx_decimal sum_weights(const jx_table *table, size_t category)
{
    jx_decimal sum = JX_DECIMAL_ZERO;
    for (size_t i = 0; i < table->row_count; i++) {
        if (category == ALL_CATEGORIES || table->rows[i].category == category) {
            (void)jx_decimal_add(sum, table->rows[i].weight, &sum);
        }
    }
    return sum;
}

static void add_level(jx_paper *page, size_t index, uint16_t column)
{
    const jx_table_row *row = &page->table->rows[index];
    jx_text *raw = jx_paper_raw(page);
    char full[JX_DECIMAL_TEXT];
    if (column == JX_SELF_SUBCATEGORY) {
        jx_text_put(raw, row->subcategory.size > 0 ? jx_words_in(row->subcategory_label, page->lang)
                                                   : "");
        return;
    }
    const char *label = jx_words_in(page->table->categories[row->category].label, page->lang);
    const jx_decimal weight = sum_weights(page->table, row->category);
    jx_label_add(raw, page->lang, JX_LABEL_XLSX_CATEGORY_FULL, jx_str_of(label),
                 jx_decimal_format(weight, 0, full));
}

// Neighbours that are alike are one cell. Rows of the sheet and of the table differ where one of these stands above.
static void merge_level(jx_paper *page, const form_rows *rows, uint16_t column)
{
    const jx_table *table = page->table;
    uint32_t at = rows->first;
    uint32_t from = at;
    size_t before = JX_SELF_NO_ROW;
    for (size_t i = 0; i <= table->row_count; i++) {
        const bool is_end = i == table->row_count;
        if (i == rows->funds && !is_end) {
            continue;
        }
        const bool goes_on = !is_end && before != JX_SELF_NO_ROW &&
                             is_same(&table->rows[i], &table->rows[before], column);
        if (!goes_on && before != JX_SELF_NO_ROW) {
            add_level(page, before, column);
            jx_workbook_merged(page->book, (jx_workbook_block){from, column, at - 1, column},
                               JX_PAPER_CENTER, jx_text_str(&page->raw));
            from = at;
        }
        before = i;
        at++;
    }
}

static void put_headings(jx_paper *page)
{
    static const jx_label labels[] = {
        JX_LABEL_XLSX_NUMBER, JX_LABEL_CATEGORY,    JX_LABEL_SUBCATEGORY,
        JX_LABEL_LEAF,        JX_LABEL_SELF_TARGET, JX_LABEL_SELF_ACTUAL,
        JX_LABEL_SELF_WEIGHT, JX_LABEL_POINTS,      JX_LABEL_SELF_REASON};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        jx_paper_label(page, (uint16_t)i, JX_PAPER_HEAD, labels[i]);
    }
    jx_paper_repeat(page, page->row, 0);
    jx_paper_height(page, page->row++, 1);
}

// -------------------------------------------------------------------------------------------------- totals

// The points of the rows, and of the one among the funds: =SUM(H9:H14,H6)
static void add_sum(char *formula, const form_rows *rows, char column)
{
    if (rows->funds == JX_SELF_NO_ROW) {
        (void)snprintf(formula, FORMULA, "=SUM(%c%u:%c%u)", column, rows->first + 1, column,
                       rows->behind);
    } else if (rows->behind == rows->first) {
        (void)snprintf(formula, FORMULA, "=SUM(%c%u)", column, rows->funds_at + 1);
    } else {
        (void)snprintf(formula, FORMULA, "=SUM(%c%u,%c%u:%c%u)", column, rows->funds_at + 1, column,
                       rows->first + 1, column, rows->behind);
    }
}

static void put_line(jx_paper *page, jx_label label, jx_decimal weight, const jx_decimal *points)
{
    jx_paper_wide_label(page, JX_SELF_NUMBER, JX_SELF_ACTUAL, JX_PAPER_SUM_TEXT, label);
    jx_paper_number(page, JX_SELF_WEIGHT, JX_PAPER_SUM_FREE, weight);
    if (points != NULL) {
        jx_paper_number(page, JX_SELF_POINTS, JX_PAPER_SUM_POINTS, *points);
    } else {
        jx_paper_label(page, JX_SELF_POINTS, JX_PAPER_SUM_TEXT, JX_LABEL_NOTHING);
    }
    jx_paper_put(page, JX_SELF_REASON, JX_PAPER_SUM_TEXT, JX_STR_NONE);
}

static void put_sum(jx_paper *page, const form_rows *rows, jx_label label)
{
    char formula[FORMULA];
    const jx_scorecard *card = page->card;
    put_line(page, label, page->table->full, NULL);
    add_sum(formula, rows, 'G');
    jx_workbook_formula(page->book, page->row, JX_SELF_WEIGHT, JX_PAPER_SUM_FREE, formula,
                        sum_weights(page->table, ALL_CATEGORIES));
    add_sum(formula, rows, 'H');
    if (jx_view_has_total(card)) {
        jx_workbook_formula(page->book, page->row, JX_SELF_POINTS, JX_PAPER_SUM_POINTS, formula,
                            card->raw_total);
    }
}

static void put_grade(jx_paper *page)
{
    jx_text says = jx_text_in(page->report->arena);
    jx_text *raw = jx_paper_raw(page);
    if (page->card->grade != NULL) {
        jx_grade_add(&says, page->table, page->card->grade, page->lang);
        jx_label_add(raw, page->lang, JX_LABEL_SELF_GRADE_IS, jx_text_str(&says));
    } else {
        jx_state_reason_add(raw, page->card, page->lang);
    }
    raw->failed = raw->failed || says.failed;
    jx_paper_put_raw(page, JX_SELF_REASON, JX_PAPER_SUM_TEXT);
    jx_paper_height(page, page->row++, jx_paper_lines(page, jx_self_widths[JX_SELF_REASON]));
}

// The sum, and what became of it: rescaled, or less what the project's script took.
static void put_totals(jx_paper *page, const form_rows *rows)
{
    const jx_scorecard *card = page->card;
    const bool has_total = jx_view_has_total(card);
    const bool takes = has_total && card->own_loss_count > 0;
    const bool rescales = has_total && card->rescaled;
    put_sum(page, rows,
            rescales ? JX_LABEL_RESCALED_SUM : (takes ? JX_LABEL_SUBTOTAL : JX_LABEL_TOTAL));
    if (rescales) {
        jx_paper_number(page, JX_SELF_WEIGHT, JX_PAPER_SUM_FREE, card->rescaled_from);
        jx_paper_height(page, page->row++, 1);
        put_line(page, takes ? JX_LABEL_SUBTOTAL : JX_LABEL_RESCALED_TOTAL, page->table->full,
                 &card->subtotal);
    }
    if (takes) {
        jx_paper_height(page, page->row++, 1);
        put_line(page, JX_LABEL_TOTAL, page->table->full, &card->total);
    }
    put_grade(page);
}

static void put_signature(jx_paper *page, uint16_t from, uint16_t to, jx_label label, jx_str known)
{
    jx_text *raw = jx_paper_raw(page);
    jx_text_put(raw, jx_label_in(label, page->lang));
    jx_text_add(raw, known);
    jx_paper_wide_raw(page, from, to, JX_PAPER_PLAIN);
}

static void put_signatures(jx_paper *page)
{
    page->row++;
    put_signature(page, JX_SELF_NUMBER, JX_SELF_SUBCATEGORY, JX_LABEL_SELF_PREPARER,
                  jx_paper_printed(page->table, JX_PROJECT_PREPARER));
    put_signature(page, JX_SELF_LEAF, JX_SELF_LEAF, JX_LABEL_SELF_HEAD_OF_UNIT, JX_STR_NONE);
    put_signature(page, JX_SELF_TARGET, JX_SELF_ACTUAL, JX_LABEL_SELF_SEAL, JX_STR_NONE);
    put_signature(page, JX_SELF_WEIGHT, JX_SELF_REASON, JX_LABEL_SELF_DATE,
                  jx_paper_printed(page->table, JX_PROJECT_DATE));
    jx_paper_height(page, page->row++, 2);
}

void jx_paper_form(jx_paper *page)
{
    form_rows rows = {.funds_at = 0};
    uint64_t number = 0;
    jx_paper_sheet(page, JX_LABEL_XLSX_SHEET_CARD, jx_self_widths);
    rows.funds = jx_paper_form_head(page, &rows.funds_at);
    put_headings(page);
    rows.first = page->row;
    for (size_t i = 0; i < page->table->row_count; i++) {
        if (i != rows.funds) {
            put_indicator(page, i, ++number);
        }
    }
    rows.behind = page->row;
    merge_level(page, &rows, JX_SELF_CATEGORY);
    merge_level(page, &rows, JX_SELF_SUBCATEGORY);
    put_totals(page, &rows);
    put_signatures(page);
}

// SPDX-License-Identifier: MIT
// Every loss explained: its sentence, what was left before and behind it, what somebody says of it; then the total.
#include "base/decimal.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/explanation.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/view.h"
#include "report/xlsx_card.h"

#include <stdio.h>

enum { NUMBER, LEAF, WEIGHT, LOST, LEFT, WHY, ARITHMETIC, NOTE, EVIDENCE, FORMULA = 64 };

static const uint8_t widths[] = {6, 25, 8, 8, 9, 42, 24, 26, 20, 0};

static const jx_label headings[] = {
    JX_LABEL_XLSX_NUMBER,     JX_LABEL_LEAF,        JX_LABEL_SELF_WEIGHT,
    JX_LABEL_COLUMN_LOST,     JX_LABEL_XLSX_LEFT,   JX_LABEL_XLSX_SENTENCE,
    JX_LABEL_XLSX_ARITHMETIC, JX_LABEL_SELF_REASON, JX_LABEL_XLSX_EVIDENCE};

typedef struct listing {
    jx_paper *page;
    uint64_t count;
    jx_decimal lost; // by all
} listing;

static uint32_t more(uint32_t lines, uint32_t others)
{
    return others > lines ? others : lines;
}

static void put_head(jx_paper *page)
{
    jx_paper_wide_label(page, NUMBER, EVIDENCE, JX_PAPER_TITLE, JX_LABEL_XLSX_SHEET_LOSSES);
    jx_paper_height(page, page->row++, 2);
    jx_text_add(jx_paper_raw(page), page->table->name);
    if (page->card->observations->instance.size > 0) {
        jx_bracketed_add(&page->raw, page->card->observations->instance, page->lang);
    }
    jx_paper_wide_raw(page, NUMBER, EVIDENCE, JX_PAPER_SUBTITLE);
    jx_paper_height(page, page->row++, 1);
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++) {
        jx_paper_label(page, (uint16_t)i, JX_PAPER_HEAD, headings[i]);
    }
    jx_paper_height(page, page->row, 1);
    jx_paper_repeat(page, page->row, LEAF + 1);
    page->row++;
}

// --------------------------------------------------------------------------------------------------- a loss

static uint32_t put_why(jx_paper *page, size_t index, const jx_lost *lost)
{
    jx_text *raw = jx_paper_raw(page);
    jx_reason_add(raw, page->card, index, lost, page->lang);
    jx_explanation_difference(raw, page->table, lost, page->lang);
    jx_text_put(raw, jx_label_in(JX_LABEL_STOP, page->lang));
    jx_paper_put_raw(page, WHY, JX_PAPER_TEXT);
    return jx_paper_lines(page, widths[WHY]);
}

// 12.00 - 1.20 = 10.80, as a formula and in words.
static void put_arithmetic(jx_paper *page, const jx_lost *lost, jx_decimal before, bool is_first)
{
    char formula[FORMULA];
    char taken[JX_DECIMAL_TEXT];
    char were[JX_DECIMAL_TEXT];
    char left[JX_DECIMAL_TEXT];
    jx_decimal after = before;
    (void)jx_decimal_subtract(before, lost->points, &after);
    (void)snprintf(formula, sizeof formula, "=%c%u-D%u", is_first ? 'C' : 'E',
                   is_first ? page->row + 1 : page->row, page->row + 1);
    jx_workbook_formula(page->book, page->row, LEFT, JX_PAPER_POINTS, formula, after);
    jx_text *raw = jx_paper_raw(page);
    jx_text_add(raw, jx_points_format(page->table, before, were));
    jx_text_put(raw, " - ");
    jx_text_add(raw, jx_points_format(page->table, lost->points, taken));
    jx_text_put(raw, " = ");
    jx_text_add(raw, jx_points_format(page->table, after, left));
    jx_paper_put_raw(page, ARITHMETIC, JX_PAPER_CENTER);
}

static uint32_t put_own_words(jx_paper *page, size_t index)
{
    const bool is_row = index != JX_OF_NO_ROW;
    jx_text *raw = jx_paper_raw(page);
    jx_text_add(raw, is_row ? jx_view_cell(page->card, index, JX_SLOT_NOTE) : JX_STR_NONE);
    const bool unnoted = is_row && jx_view_is_unnoted(page->card, index);
    if (unnoted) {
        jx_text_put(raw, jx_label_in(JX_LABEL_SELF_UNNOTED, page->lang));
    }
    jx_paper_put_raw(page, NOTE, unnoted ? JX_PAPER_WARN : JX_PAPER_TEXT);
    const uint32_t lines = jx_paper_lines(page, widths[NOTE]);
    jx_text_add(jx_paper_raw(page),
                is_row ? jx_view_cell(page->card, index, JX_SLOT_EVIDENCE) : JX_STR_NONE);
    jx_paper_put_raw(page, EVIDENCE, JX_PAPER_TEXT);
    return more(lines, jx_paper_lines(page, widths[EVIDENCE]));
}

static void put_losses(listing *list, size_t index)
{
    jx_paper *page = list->page;
    const bool is_row = index != JX_OF_NO_ROW;
    const jx_losses losses = jx_scorecard_losses(page->card, index);
    jx_decimal left = is_row ? page->table->rows[index].weight : page->card->subtotal;
    const jx_decimal weight = left;
    for (uint32_t i = 0; i < losses.count; i++) {
        const jx_lost *lost = &losses.rows[i];
        jx_paper_number(page, NUMBER, JX_PAPER_FREE, jx_decimal_make((int64_t)++list->count, 0));
        jx_text *raw = jx_paper_raw(page);
        jx_text_add(raw, is_row ? page->table->rows[index].name
                                : jx_str_of(jx_label_in(JX_LABEL_EXPLAIN_OWN, page->lang)));
        uint32_t lines = jx_paper_lines(page, widths[LEAF]);
        jx_paper_put_raw(page, LEAF, JX_PAPER_TEXT);
        jx_paper_number(page, WEIGHT, JX_PAPER_FREE, weight);
        jx_paper_number(page, LOST, JX_PAPER_LOST, lost->points);
        lines = more(lines, put_why(page, index, lost));
        put_arithmetic(page, lost, left, i == 0);
        lines = more(lines, put_own_words(page, index));
        jx_paper_height(page, page->row++, lines);
        (void)jx_decimal_subtract(left, lost->points, &left);
        (void)jx_decimal_add(list->lost, lost->points, &list->lost);
    }
}

// ------------------------------------------------------------------------------------------------ the end

static void put_sum(const listing *list, uint32_t first)
{
    char formula[FORMULA];
    jx_paper *page = list->page;
    if (list->count == 0) {
        jx_paper_wide_label(page, NUMBER, EVIDENCE, JX_PAPER_CENTER, JX_LABEL_NO_LOSSES);
        jx_paper_height(page, page->row++, 1);
        return;
    }
    (void)snprintf(formula, sizeof formula, "=SUM(D%u:D%u)", first + 1, page->row);
    jx_paper_wide_label(page, NUMBER, WEIGHT, JX_PAPER_SUM_TEXT, JX_LABEL_ALL);
    jx_workbook_formula(page->book, page->row, LOST, JX_PAPER_SUM_POINTS, formula, list->lost);
    jx_paper_wide(page, LEFT, EVIDENCE, JX_PAPER_SUM_TEXT, JX_STR_NONE);
    jx_paper_height(page, page->row++, 1);
}

static void put_block(jx_paper *page, jx_label label)
{
    enum { COLUMNS = 150 };
    const uint32_t lines = jx_paper_lines(page, COLUMNS);
    jx_paper_wide_label(page, NUMBER, LEAF, JX_PAPER_HEAD, label);
    jx_paper_wide_raw(page, WEIGHT, EVIDENCE, JX_PAPER_TEXT);
    jx_paper_height(page, page->row++, lines);
}

// The lines of an explanation are wrapped for a terminal, those of a sentence hang: they are joined again.
static void put_total(jx_paper *page)
{
    jx_text *raw = jx_paper_raw(page);
    jx_explain_total(raw, page->card, page->lang, false);
    while (raw->size > 0 && raw->data[raw->size - 1] == '\n') {
        raw->size--;
    }
    put_block(page, JX_LABEL_XLSX_TOTAL_IS);
}

static void add_basis(jx_paper *page, jx_label label, jx_str says)
{
    if (says.size > 0) {
        jx_text_put(&page->raw, page->raw.size > 0 ? "\n" : "");
        jx_text_put(&page->raw, jx_label_in(label, page->lang));
        jx_text_put(&page->raw, jx_label_in(JX_LABEL_COLON, page->lang));
        jx_text_add(&page->raw, says);
    }
}

static void put_basis(jx_paper *page)
{
    const jx_table *table = page->table;
    jx_text part = jx_text_in(page->report->arena);
    jx_paper_raw(page);
    add_basis(page, JX_LABEL_ACTUALS, jx_str_of(page->card->observations->file));
    jx_label_add(&part, page->lang, JX_LABEL_CONFIG_IS, jx_str_of(table->path),
                 jx_str_of(table->digest.text));
    add_basis(page, JX_LABEL_CONFIG, jx_text_str(&part));
    jx_scratch_end(&page->raw, &part);
    jx_plugins_add(&part, table, page->lang);
    add_basis(page, JX_LABEL_PLUGINS, jx_text_str(&part));
    jx_scratch_end(&page->raw, &part);
    jx_scripts_add(&part, table, page->lang);
    add_basis(page, JX_LABEL_SCRIPTS, jx_text_str(&part));
    add_basis(page, JX_LABEL_ENGINE, (jx_str)JX_STR("jixiao " JX_VERSION));
    jx_scratch_end(&page->raw, &part);
    put_block(page, JX_LABEL_BASIS);
}

void jx_paper_losses(jx_paper *page)
{
    listing list = {.page = page, .lost = JX_DECIMAL_ZERO};
    jx_paper_sheet(page, JX_LABEL_XLSX_SHEET_LOSSES, widths);
    put_head(page);
    const uint32_t first = page->row;
    for (size_t i = 0; i < page->table->row_count; i++) {
        put_losses(&list, i);
    }
    put_losses(&list, JX_OF_NO_ROW);
    put_sum(&list, first);
    put_total(page);
    put_basis(page);
}

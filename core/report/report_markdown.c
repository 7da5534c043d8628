// SPDX-License-Identifier: MIT
// GitHub-flavoured Markdown: one scorecard as a page, a batch as a table in input order with a summary by grade.
#include "base/decimal.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/escape.h"
#include "report/labels.h"
#include "report/markdown.h"
#include "report/reporters.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/view.h"

static void add_outcome_cell(jx_markdown *page, const jx_outcome *outcome)
{
    if (outcome->state == JX_SCORED) {
        jx_markdown_points_cell(page, &outcome->points);
    } else {
        jx_markdown_cell(page,
                         jx_str_of(jx_words_in(jx_state_words(outcome->state, false), page->lang)));
    }
}

// ------------------------------------------------------------------------------------------------- one

static void add_points_fact(jx_markdown *page, const jx_scorecard *card)
{
    const jx_table *table = page->table;
    jx_text *raw = jx_markdown_raw(page);
    if (jx_view_has_total(card)) {
        char total[JX_DECIMAL_TEXT];
        char full[JX_DECIMAL_TEXT];
        jx_text_add(raw, jx_points_format(table, card->total, total));
        jx_text_put(raw, " / ");
        jx_text_add(raw, jx_decimal_format(table->full, 0, full));
    } else {
        jx_text_put(raw, jx_label_in(JX_LABEL_NOTHING, page->lang));
    }
    jx_markdown_fact(page, JX_LABEL_TOTAL, jx_text_str(raw));
}

static void add_state_fact(jx_markdown *page, const jx_scorecard *card)
{
    jx_text reason = jx_text_in(page->out->arena);
    jx_state_reason_add(&reason, card, page->lang);
    jx_text *raw = jx_markdown_raw(page);
    jx_text_put(raw, jx_words_in(jx_state_words(card->state, true), page->lang));
    if (reason.size > 0) {
        jx_bracketed_add(raw, jx_text_str(&reason), page->lang);
    }
    jx_markdown_fact(page, JX_LABEL_STATUS, jx_text_str(raw));
    jx_scratch_end(page->out, &reason);
}

static void add_head(jx_markdown *page, const jx_scorecard *card)
{
    const jx_table *table = page->table;
    jx_text_put(page->out, "# ");
    jx_add_markdown(page->out, table->name);
    jx_text_put(page->out, "\n\n");
    jx_markdown_fact(page, JX_LABEL_PROJECT_ID, table->id);
    jx_markdown_fact(page, JX_LABEL_INSTANCE, card->observations->instance);
    if (table->year != 0) {
        char year[JX_DECIMAL_TEXT];
        jx_decimal number = jx_decimal_make(table->year, 0);
        jx_markdown_fact(page, JX_LABEL_YEAR, jx_decimal_format(number, 0, year));
    }
    jx_markdown_fact(page, JX_LABEL_GOAL, table->goal);
    add_points_fact(page, card);
    if (card->grade != NULL) {
        jx_text *raw = jx_markdown_raw(page);
        jx_grade_add(raw, table, card->grade, page->lang);
        jx_markdown_fact(page, JX_LABEL_GRADE, jx_text_str(raw));
    }
    add_state_fact(page, card);
}

static void add_headings(jx_markdown *page)
{
    static const jx_label labels[] = {JX_LABEL_CATEGORY, JX_LABEL_SUBCATEGORY, JX_LABEL_LEAF,
                                      JX_LABEL_TARGET,   JX_LABEL_ACTUAL,      JX_LABEL_WEIGHT,
                                      JX_LABEL_POINTS};
    jx_text_put(page->out, "\n|");
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        jx_markdown_label_cell(page, labels[i]);
    }
    jx_text_put(page->out, "\n| --- | --- | --- | --- | --- | ---: | ---: |\n");
}

static void add_achieved_cell(jx_markdown *page, const jx_scorecard *card, size_t row)
{
    jx_text from = jx_text_in(page->out->arena);
    jx_text *raw = jx_markdown_raw(page);
    jx_achieved_add(raw, card, row, page->lang);
    if (jx_derivation_add(&from, card, row, page->lang)) {
        jx_bracketed_add(raw, jx_text_str(&from), page->lang);
    }
    jx_markdown_raw_cell(page);
    jx_scratch_end(page->out, &from);
}

static void add_indicator(jx_markdown *page, const jx_scorecard *card, size_t index)
{
    const jx_table *table = page->table;
    const jx_table_row *row = &table->rows[index];
    const jx_outcome *outcome = jx_view_outcome(card, index);
    bool stated = row->subcategory.size > 0;
    jx_text_put(page->out, "|");
    jx_markdown_cell(page,
                     jx_str_of(jx_words_in(table->categories[row->category].label, page->lang)));
    jx_markdown_cell(page,
                     jx_str_of(stated ? jx_words_in(row->subcategory_label, page->lang) : NULL));
    jx_markdown_cell(page, row->name);
    jx_target_add(jx_markdown_raw(page), row, false);
    jx_markdown_raw_cell(page);
    add_achieved_cell(page, card, index);
    jx_markdown_weight_cell(page, row->weight);
    if (outcome->state == JX_MISSING) {
        jx_markdown_points_cell(page, &outcome->points);
    } else {
        add_outcome_cell(page, outcome);
    }
    jx_text_put(page->out, "\n");
}

static void add_total(jx_markdown *page, jx_label label, jx_decimal weight, jx_decimal points)
{
    char weight_text[JX_DECIMAL_TEXT];
    jx_text_put(page->out, "| **");
    jx_markdown_label(page, label);
    jx_text_put(page->out, "** | | | | | **");
    jx_text_add(page->out, jx_decimal_format(weight, 0, weight_text));
    jx_text_put(page->out, "** | **");
    jx_points_add(page->out, page->table, points);
    jx_text_put(page->out, "** |\n");
}

static void add_totals(jx_markdown *page, const jx_scorecard *card)
{
    if (!jx_view_has_total(card)) {
        return;
    }
    if (card->rescaled) {
        add_total(page, JX_LABEL_RESCALED_SUM, card->rescaled_from, card->raw_total);
    }
    if (card->own_loss_count > 0) {
        add_total(page, JX_LABEL_SUBTOTAL, page->table->full, card->subtotal);
    }
    jx_label label = card->rescaled ? JX_LABEL_RESCALED_TOTAL : JX_LABEL_TOTAL;
    add_total(page, label, page->table->full, card->total);
}

// Of an indicator, or of the project (JX_OF_NO_ROW).
// - **name** (1.20 points lost): sentence
static void add_loss(jx_markdown *page, const jx_scorecard *card, size_t row, const jx_lost *lost)
{
    char points[JX_DECIMAL_TEXT];
    jx_text taken = jx_text_in(page->out->arena);
    jx_str number = jx_points_format(page->table, lost->points, points);
    jx_label_add(&taken, page->lang, JX_LABEL_LOST, number);
    jx_markdown_item(page, jx_markdown_name(page, row));
    jx_text *raw = jx_markdown_raw(page);
    jx_bracketed_add(raw, jx_text_str(&taken), page->lang);
    jx_text_put(raw, jx_label_in(JX_LABEL_COLON, page->lang));
    jx_reason_add(raw, card, row, lost, page->lang);
    if (lost->cut) {
        jx_text_put(raw, jx_label_in(JX_LABEL_SEMICOLON, page->lang));
        jx_cut_add(raw, page->table, lost, page->lang);
    }
    jx_markdown_add_raw(page);
    jx_text_put(page->out, "\n");
    jx_scratch_end(page->out, &taken);
}

static void add_losses_of(jx_markdown *page, const jx_scorecard *card, size_t row)
{
    const jx_losses losses = jx_scorecard_losses(card, row);
    for (uint32_t i = 0; i < losses.count; i++) {
        add_loss(page, card, row, &losses.rows[i]);
    }
}

static void add_losses(jx_markdown *page, const jx_scorecard *card)
{
    jx_markdown_heading(page, JX_LABEL_LOSSES);
    size_t before = page->out->size;
    for (size_t i = 0; i < page->table->row_count; i++) {
        const jx_outcome *outcome = jx_view_outcome(card, i);
        add_losses_of(page, card, i);
        if (outcome->state == JX_FAULTY && outcome->error != NULL) {
            jx_markdown_item(page, page->table->rows[i].name);
            jx_markdown_label(page, JX_LABEL_COLON);
            jx_add_markdown(page->out, jx_str_of(outcome->error));
            jx_text_put(page->out, "\n");
        }
    }
    add_losses_of(page, card, JX_OF_NO_ROW);
    if (page->out->size == before) {
        jx_markdown_label(page, JX_LABEL_NO_LOSSES);
        jx_text_put(page->out, "\n");
    }
}

static void add_page(jx_markdown *page, const jx_scorecard *card)
{
    add_head(page, card);
    add_headings(page);
    for (size_t i = 0; i < page->table->row_count; i++) {
        add_indicator(page, card, i);
    }
    add_totals(page, card);
    add_losses(page, card);
    jx_markdown_notes(page, card);
    jx_markdown_findings(page, card);
    jx_markdown_provenance(page, card);
    jx_scratch_end(page->out, &page->raw);
}

// ------------------------------------------------------------------------------------------------ batch

static jx_status begin(jx_report *report, jx_error *err)
{
    (void)err;
    if (report->single) {
        return JX_OK;
    }
    jx_markdown page = jx_markdown_on(report, NULL);
    jx_text_put(page.out, "# ");
    jx_markdown_label(&page, JX_LABEL_BATCH);
    jx_text_put(page.out, "\n\n|");
    jx_markdown_label_cell(&page, JX_LABEL_PROJECT);
    for (size_t i = 0; i < report->column_count; i++) {
        jx_markdown_cell(&page, report->columns[i]);
    }
    jx_markdown_label_cell(&page, JX_LABEL_TOTAL);
    jx_markdown_label_cell(&page, JX_LABEL_GRADE);
    jx_markdown_label_cell(&page, JX_LABEL_STATUS);
    jx_markdown_label_cell(&page, JX_LABEL_ERROR);
    jx_text_put(page.out, "\n| --- |");
    for (size_t i = 0; i < report->column_count + 1; i++) {
        jx_text_put(page.out, " ---: |");
    }
    jx_text_put(page.out, " --- | --- | --- |\n");
    return JX_OK;
}

static void add_outcome_cells(jx_markdown *page, const jx_report *report, const jx_scorecard *card)
{
    jx_report_cells cells = jx_report_find_cells(report, card->table);
    size_t next = 0;
    for (size_t i = 0; i < report->column_count; i++) {
        if (next < cells.count && cells.list[next].column == i) {
            add_outcome_cell(page, jx_view_outcome(card, cells.list[next].row));
            next++;
        } else {
            jx_markdown_cell(page, JX_STR_NONE);
        }
    }
}

static void add_line(jx_markdown *page, const jx_report *report, const jx_scorecard *card)
{
    jx_text_put(page->out, "|");
    jx_markdown_cell(page, card->observations->project);
    add_outcome_cells(page, report, card);
    jx_markdown_points_cell(page, jx_view_has_total(card) ? &card->total : NULL);
    jx_markdown_cell(page, card->grade == NULL ? JX_STR_NONE : card->grade->name);
    jx_markdown_cell(page, jx_str_of(jx_words_in(jx_state_words(card->state, true), page->lang)));
    jx_markdown_cell(page, jx_str_of(card->state == JX_FAULTY ? card->error : NULL));
    jx_text_put(page->out, "\n");
}

static void add_card(jx_report *report, const jx_scorecard *card)
{
    jx_markdown page = jx_markdown_on(report, card);
    if (report->single) {
        add_page(&page, card);
    } else {
        add_line(&page, report, card);
    }
}

static void add_count(jx_markdown *page, jx_str what, uint64_t count)
{
    jx_text_put(page->out, "|");
    jx_markdown_cell(page, what);
    jx_text_put(page->out, " ");
    jx_text_add_number(page->out, count);
    jx_text_put(page->out, " |\n");
}

static jx_status end(jx_report *report, jx_error *err)
{
    (void)err;
    if (report->single) {
        return JX_OK;
    }
    jx_markdown page = jx_markdown_on(report, NULL);
    jx_markdown_heading(&page, JX_LABEL_SUMMARY);
    jx_text_put(page.out, "|");
    jx_markdown_label_cell(&page, JX_LABEL_GRADE);
    jx_markdown_label_cell(&page, JX_LABEL_PROJECTS);
    jx_text_put(page.out, "\n| --- | ---: |\n");
    for (size_t i = 0; i < report->tally_count; i++) {
        add_count(&page, report->tallies[i].grade, report->tallies[i].count);
    }
    jx_words incomplete = jx_state_words(JX_MISSING, true);
    jx_words faulty = jx_state_words(JX_FAULTY, true);
    add_count(&page, jx_str_of(jx_words_in(incomplete, page.lang)), report->incomplete);
    add_count(&page, jx_str_of(jx_words_in(faulty, page.lang)), report->faulty);
    add_count(&page, jx_str_of(jx_label_in(JX_LABEL_ALL, page.lang)), report->added);
    return JX_OK;
}

const jx_reporter jx_reporter_markdown = {
    .name = "md",
    .serves = JX_FOR_ONE | JX_FOR_BATCH,
    .batch_losses = true,
    .says = {"Markdown文档", "Markdown"},
    .begin = begin,
    .add = add_card,
    .end = end,
};

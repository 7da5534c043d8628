// SPDX-License-Identifier: MIT
// One scorecard for a terminal: a table of the indicators by category, each lost point under its indicator.
#include "base/decimal.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/labels.h"
#include "report/page.h"
#include "report/reporters.h"
#include "report/row_findings.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/text_table.h"
#include "report/view.h"

enum { NOTE_INDENT = 4, DIGEST_SHOWN = 12, FACT_COLUMN_ZH = 10, FACT_COLUMN_EN = 12 };

// ------------------------------------------------------------------------------------------------ facts

// A line of the head or the foot: a label and what the page's scratch holds.
static void write_fact(jx_page *page, jx_label label, jx_tone tone)
{
    jx_page_cell lead = {jx_str_of(jx_label_in(label, page->lang)), 0, JX_TONE_FAINT};
    jx_page_paragraph(page, lead, page->lang == JX_EN ? FACT_COLUMN_EN : FACT_COLUMN_ZH, tone);
}

static void write_text_fact(jx_page *page, jx_label label, jx_str text)
{
    if (text.size > 0) {
        jx_text_add(jx_page_raw(page), text);
        write_fact(page, label, JX_TONE_PLAIN);
    }
}

static void write_head(jx_page *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_text_add(jx_page_raw(page), table->name);
    jx_page_paragraph(page, (jx_page_cell){.indent = 0}, 0, JX_TONE_STRONG);
    write_text_fact(page, JX_LABEL_PROJECT_ID, table->id);
    write_text_fact(page, JX_LABEL_INSTANCE, card->observations->instance);
    if (table->year != 0) {
        jx_text_add_number(jx_page_raw(page), (uint64_t)table->year);
        write_fact(page, JX_LABEL_YEAR, JX_TONE_PLAIN);
    }
    write_text_fact(page, JX_LABEL_GOAL, table->goal);
    jx_page_blank(page);
}

// --------------------------------------------------------------------------------- under an indicator

// Where texts under an indicator begin: behind the longest loss there can be.
static size_t note_column(const jx_table *table)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_str most = jx_points_format(table, jx_decimal_negate(table->full), buffer);
    return NOTE_INDENT + most.size + JX_PAGE_GAP;
}

// A paragraph of what the page's scratch holds.
static void write_note(jx_page *page, const jx_table *table, jx_tone tone)
{
    jx_page_paragraph(page, (jx_page_cell){.indent = 0}, note_column(table), tone);
}

static void write_loss(jx_page *page, const jx_scorecard *card, size_t row, const jx_lost *lost)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_text *raw = jx_page_raw(page);
    jx_reason_add(raw, card, row, lost, page->lang);
    if (lost->cut) {
        jx_text_put(raw, jx_label_in(JX_LABEL_SEMICOLON, page->lang));
        jx_cut_add(raw, card->table, lost, page->lang);
    }
    size_t hang = note_column(card->table);
    jx_str points = jx_points_format(card->table, jx_decimal_negate(lost->points), buffer);
    jx_page_cell lead = {points, hang - JX_PAGE_GAP - points.size, JX_TONE_LOST};
    jx_page_paragraph(page, lead, hang, JX_TONE_PLAIN);
}

static void write_losses(jx_page *page, const jx_scorecard *card, size_t row)
{
    const jx_losses losses = jx_scorecard_losses(card, row);
    for (uint32_t i = 0; i < losses.count; i++) {
        write_loss(page, card, row, &losses.rows[i]);
    }
}

static void write_reasons(jx_page *page, const jx_scorecard *card, size_t row)
{
    const jx_outcome *outcome = jx_view_outcome(card, row);
    write_losses(page, card, row);
    if (outcome->state == JX_FAULTY && outcome->error != NULL) {
        jx_text_put(jx_page_raw(page), outcome->error);
        write_note(page, card->table, JX_TONE_BAD);
    }
}

// What scripts had to say of the row, or of the project (JX_OF_NO_ROW).
static void write_remarks(jx_page *page, const jx_scorecard *card, size_t row)
{
    for (uint32_t i = 0; i < card->remark_count; i++) {
        if (card->remarks[i].row == row) {
            jx_remark_add(jx_page_raw(page), &card->remarks[i], page->lang);
            write_note(page, card->table, JX_TONE_FAINT);
        }
    }
}

// How the figure was found, what it cost, by what it was scored, and what was noted.
static void write_findings(jx_page *page, const jx_scorecard *card, size_t row)
{
    const uint32_t found = jx_row_findings(card, row);
    for (jx_row_finding i = JX_FOUND_PERCENT_SIGN; i < JX_ROW_FINDINGS; i++) {
        if (jx_row_finds(found, i)) {
            jx_row_finding_add(jx_page_raw(page), card, row, i, page->lang);
            write_note(page, card->table, JX_TONE_WARN);
        }
    }
}

static void write_under(jx_page *page, const jx_scorecard *card, size_t row)
{
    const jx_table *table = card->table;
    if (jx_derivation_add(jx_page_raw(page), card, row, page->lang)) {
        write_note(page, table, JX_TONE_FAINT);
    }
    write_reasons(page, card, row);
    if (jx_scored_by_add(jx_page_raw(page), &table->rows[row], page->lang)) {
        write_note(page, table, JX_TONE_FAINT);
    }
    write_remarks(page, card, row);
    jx_str note = jx_view_cell(card, row, JX_SLOT_NOTE);
    if (note.data != NULL) {
        jx_text *raw = jx_page_raw(page);
        jx_text_put(raw, jx_label_in(JX_LABEL_NOTE, page->lang));
        jx_text_put(raw, jx_label_in(JX_LABEL_COLON, page->lang));
        jx_text_add(raw, note);
        write_note(page, table, JX_TONE_FAINT);
    }
    write_findings(page, card, row);
}

static void write_category(jx_page *page, jx_text_table *rows, size_t category)
{
    const jx_table *table = rows->table;
    jx_category_sum sum = jx_view_sum(rows->card, category);
    const char *label = jx_words_in(table->categories[category].label, page->lang);
    const jx_decimal *points = sum.has_points ? &sum.points : NULL;
    jx_state state = jx_decimal_sign(sum.full) == 0 ? JX_NOT_APPLICABLE : JX_FAULTY;
    jx_text_table_sum(rows, label, sum.full, points, state);
    for (size_t i = 0; i < table->row_count; i++) {
        if (table->rows[i].category == category) {
            jx_text_table_indicator(rows, i);
            write_under(page, rows->card, i);
        }
    }
}

// ------------------------------------------------------------------------------------------------- foot

static void write_total(jx_page *page, jx_text_table *rows)
{
    const jx_scorecard *card = rows->card;
    bool has_total = jx_view_has_total(card);
    bool rescaled = has_total && card->rescaled;
    if (rescaled) {
        const char *sum = jx_label_in(JX_LABEL_RESCALED_SUM, page->lang);
        jx_text_table_sum(rows, sum, card->rescaled_from, &card->raw_total, card->state);
    }
    if (has_total && card->own_loss_count > 0) {
        const char *before = jx_label_in(JX_LABEL_SUBTOTAL, page->lang);
        jx_text_table_sum(rows, before, rows->table->full, &card->subtotal, card->state);
        write_losses(page, card, JX_OF_NO_ROW);
    }
    write_remarks(page, card, JX_OF_NO_ROW);
    const char *total =
        jx_label_in(rescaled ? JX_LABEL_RESCALED_TOTAL : JX_LABEL_TOTAL, page->lang);
    const jx_decimal *points = has_total ? &card->total : NULL;
    jx_text_table_sum(rows, total, rows->table->full, points, card->state);
}

static void write_grade(jx_page *page, const jx_scorecard *card)
{
    if (card->grade != NULL) {
        jx_grade_add(jx_page_raw(page), card->table, card->grade, page->lang);
        write_fact(page, JX_LABEL_GRADE, JX_TONE_GOOD);
    }
}

static void write_state(jx_page *page, const jx_scorecard *card)
{
    static const jx_tone tones[] = {
        [JX_SCORED] = JX_TONE_PLAIN,
        [JX_MISSING] = JX_TONE_WARN,
        [JX_NOT_APPLICABLE] = JX_TONE_WARN,
        [JX_FAULTY] = JX_TONE_BAD,
    };
    jx_text inside = jx_text_in(page->out->arena);
    jx_state_reason_add(&inside, card, page->lang);
    jx_text *raw = jx_page_raw(page);
    jx_text_put(raw, jx_words_in(jx_state_words(card->state, true), page->lang));
    if (inside.size > 0) {
        jx_bracketed_add(raw, jx_text_str(&inside), page->lang);
    }
    write_fact(page, JX_LABEL_STATUS, tones[card->state]);
    jx_scratch_end(page->out, &inside);
}

static void write_provenance(jx_page *page, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    write_text_fact(page, JX_LABEL_ACTUALS, jx_str_of(card->observations->file));
    jx_str digest = jx_str_of(table->digest.text);
    bool whole = digest.size > DIGEST_SHOWN;
    jx_label_add(jx_page_raw(page), page->lang, JX_LABEL_CONFIG_IS, jx_str_of(table->path),
                 whole ? jx_str_first(digest, DIGEST_SHOWN) : digest);
    write_fact(page, JX_LABEL_CONFIG, JX_TONE_PLAIN);
    jx_plugins_add(jx_page_raw(page), table, page->lang);
    if (table->plugin_count > 0) {
        write_fact(page, JX_LABEL_PLUGINS, JX_TONE_PLAIN);
    }
    jx_scripts_add(jx_page_raw(page), table, page->lang);
    if (table->script_count > 0) {
        write_fact(page, JX_LABEL_SCRIPTS, JX_TONE_PLAIN);
    }
    write_text_fact(page, JX_LABEL_ENGINE, (jx_str)JX_STR("jixiao " JX_VERSION));
}

static void add_card(jx_report *report, const jx_scorecard *card)
{
    jx_page page = jx_page_on(report->out, report->lang, report->colour);
    jx_text_table rows = jx_text_table_on(&page, card);
    write_head(&page, card);
    jx_text_table_headings(&rows);
    for (size_t i = 0; i < rows.table->category_count; i++) {
        write_category(&page, &rows, i);
    }
    jx_text_table_rule(&rows);
    write_total(&page, &rows);
    jx_page_blank(&page);
    write_grade(&page, card);
    write_state(&page, card);
    jx_page_blank(&page);
    write_provenance(&page, card);
    jx_scratch_end(page.out, &page.raw);
}

const jx_reporter jx_reporter_text = {
    .name = "text",
    .serves = JX_FOR_ONE,
    .says = {"供人阅读的表格", "a table to be read on a terminal"},
    .add = add_card,
};

// SPDX-License-Identifier: MIT
// How every point was lost: a paragraph an indicator, then the total.
#include "base/decimal.h"
#include "base/utf8.h"
#include "report/cells.h"
#include "report/explanation.h"
#include "report/report.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/view.h"

// ------------------------------------------------------------------------------------- one indicator

// name (id): 10.80 / 12
static void put_title(jx_explanation *about, size_t index)
{
    const jx_table_row *row = &about->table->rows[index];
    const jx_outcome *outcome = jx_view_outcome(about->card, index);
    jx_lang lang = about->page.lang;
    jx_text *raw = jx_page_raw(&about->page);
    jx_text_add(raw, row->name);
    jx_bracketed_add(raw, row->id, lang);
    jx_explanation_label(about, JX_LABEL_COLON);
    if (jx_view_has_points(outcome)) {
        jx_explanation_points(about, outcome->points);
        jx_text_put(raw, " / ");
        jx_explanation_number(about, row->weight);
    } else {
        jx_text_put(raw, jx_words_in(jx_state_words(outcome->state, false), lang));
    }
}

// What was expected and what was found, as far as there is either.
static void put_facts(jx_explanation *about, size_t index)
{
    jx_lang lang = about->page.lang;
    jx_text part = jx_text_in(about->page.out->arena);
    jx_target_add(&part, &about->table->rows[index], false);
    bool expected = part.size > 0;
    if (expected) {
        jx_explanation_filled(about, JX_LABEL_EXPLAIN_EXPECTED, &part);
    }
    jx_achieved_add(&part, about->card, index, lang);
    if (expected && part.size > 0) {
        jx_explanation_label(about, JX_LABEL_COMMA);
    }
    if (part.size > 0) {
        bool missing = jx_view_outcome(about->card, index)->state == JX_MISSING;
        jx_explanation_filled(about, missing ? JX_LABEL_EXPLAIN_MISSING : JX_LABEL_EXPLAIN_FOUND,
                              &part);
    }
    if (jx_derivation_add(&part, about->card, index, lang)) {
        jx_explanation_filled(about, JX_LABEL_BRACKETS, &part);
    }
    jx_scratch_end(about->page.out, &part);
}

static void put_method(jx_explanation *about, const jx_table_row *row)
{
    if (about->page.raw.size > 0) {
        jx_explanation_label(about, JX_LABEL_SEMICOLON);
    }
    if (!jx_scored_by_add(&about->page.raw, row, about->page.lang)) {
        jx_str method = jx_str_of(jx_words_in(row->method_label, about->page.lang));
        jx_label_add(&about->page.raw, about->page.lang, JX_LABEL_EXPLAIN_METHOD, method);
    }
}

void jx_explanation_difference(jx_text *out,
                               const jx_table *table,
                               const jx_lost *lost,
                               jx_lang lang)
{
    char taken[JX_DECIMAL_TEXT];
    char places[JX_DECIMAL_TEXT];
    jx_decimal shown;
    if (lost->cut) {
        jx_text_put(out, jx_label_in(JX_LABEL_SEMICOLON, lang));
        jx_cut_add(out, table, lost, lang);
        return;
    }
    if (jx_explanation_is_exactly(lost->exact, lost->points) ||
        !jx_ratio_show(lost->exact, &shown)) {
        return;
    }
    jx_text exact = jx_text_in(out->arena);
    jx_ratio_add_text(&exact, lost->exact);
    jx_text_put(out, jx_label_in(JX_LABEL_SEMICOLON, lang));
    jx_label_add(out, lang,
                 jx_explanation_is_exactly(lost->exact, shown) ? JX_LABEL_EXPLAIN_ROUNDED
                                                               : JX_LABEL_EXPLAIN_ROUNDED_ABOUT,
                 jx_text_str(&exact), jx_points_format(table, lost->points, taken),
                 jx_str_of(jx_label_in(jx_explanation_rounding(table), lang)),
                 jx_decimal_format(jx_decimal_make(table->places, 0), 0, places));
    jx_scratch_end(out, &exact);
}

void jx_explanation_loss(jx_explanation *about, size_t index, const jx_lost *lost)
{
    char points[JX_DECIMAL_TEXT];
    jx_lang lang = about->page.lang;
    jx_text lead = jx_text_in(about->page.out->arena);
    jx_str taken = jx_points_format(about->table, lost->points, points);
    jx_label_add(&lead, lang, JX_LABEL_LOST, taken);
    jx_text_put(&lead, jx_label_in(JX_LABEL_COLON, lang));
    jx_reason_add(jx_page_raw(&about->page), about->card, index, lost, lang);
    jx_explanation_difference(&about->page.raw, about->table, lost, lang);
    jx_explanation_label(about, JX_LABEL_STOP);
    jx_page_cell cell = {jx_text_str(&lead), JX_EXPLANATION_INDENT, JX_TONE_LOST};
    jx_page_paragraph(&about->page, cell, JX_EXPLANATION_INDENT + jx_utf8_width(cell.text),
                      JX_TONE_PLAIN);
    jx_scratch_end(about->page.out, &lead);
}

// 12 - 1.20 = 10.80
static void write_difference(jx_explanation *about, size_t index, jx_losses losses)
{
    jx_text *raw = jx_page_raw(&about->page);
    jx_explanation_label(about, JX_LABEL_POINTS);
    jx_explanation_label(about, JX_LABEL_COLON);
    jx_explanation_number(about, about->table->rows[index].weight);
    for (uint32_t i = 0; i < losses.count; i++) {
        jx_text_put(raw, " - ");
        jx_explanation_points(about, losses.rows[i].points);
    }
    jx_text_put(raw, " = ");
    jx_explanation_points(about, jx_view_outcome(about->card, index)->points);
    jx_explanation_sentence(about, JX_TONE_PLAIN);
}

static void write_losses(jx_explanation *about, size_t index)
{
    const jx_losses losses = jx_scorecard_losses(about->card, index);
    for (uint32_t i = 0; i < losses.count; i++) {
        jx_explanation_loss(about, index, &losses.rows[i]);
    }
    if (losses.count > 0) {
        write_difference(about, index, losses);
    }
}

void jx_explanation_remarks(jx_explanation *about, size_t index)
{
    for (uint32_t i = 0; i < about->card->remark_count; i++) {
        const jx_remark *remark = &about->card->remarks[i];
        if (remark->row == index) {
            jx_remark_add(jx_page_raw(&about->page), remark, about->page.lang);
            jx_explanation_paragraph(about, JX_EXPLANATION_INDENT, JX_TONE_PLAIN);
        }
    }
}

static void write_full(jx_explanation *about, size_t index)
{
    put_title(about, index);
    jx_explanation_label(about, JX_LABEL_COMMA);
    jx_explanation_label(about, JX_LABEL_EXPLAIN_FULL);
    jx_explanation_label(about, JX_LABEL_SEMICOLON);
    put_facts(about, index);
    put_method(about, &about->table->rows[index]);
    jx_explanation_label(about, JX_LABEL_STOP);
    jx_explanation_paragraph(about, 0, JX_TONE_PLAIN);
}

static void write_fault(jx_explanation *about, const jx_outcome *outcome)
{
    jx_text *raw = jx_page_raw(&about->page);
    jx_explanation_label(about, JX_LABEL_EXPLAIN_FAULTY);
    if (outcome->error != NULL) {
        jx_explanation_label(about, JX_LABEL_COLON);
        jx_text_put(raw, outcome->error);
    }
    jx_explanation_sentence(about, JX_TONE_BAD);
}

static void write_not_applicable(jx_explanation *about)
{
    jx_page_raw(&about->page);
    jx_explanation_label(about, JX_LABEL_EXPLAIN_NOT_APPLICABLE);
    jx_explanation_sentence(about, JX_TONE_PLAIN);
}

static void write_scoring(jx_explanation *about, size_t index)
{
    jx_page_raw(&about->page);
    put_facts(about, index);
    put_method(about, &about->table->rows[index]);
    jx_explanation_sentence(about, JX_TONE_PLAIN);
    write_losses(about, index);
    jx_explanation_remarks(about, index);
}

void jx_explanation_indicator(jx_explanation *about, size_t index)
{
    const jx_outcome *outcome = jx_view_outcome(about->card, index);
    if (outcome->state == JX_SCORED && outcome->loss_count == 0) {
        write_full(about, index);
        jx_explanation_remarks(about, index);
        jx_page_blank(&about->page);
        return;
    }
    put_title(about, index);
    jx_explanation_paragraph(about, 0, JX_TONE_STRONG);
    if (outcome->state == JX_NOT_APPLICABLE) {
        write_not_applicable(about);
    } else {
        write_scoring(about, index);
    }
    if (outcome->state == JX_FAULTY) {
        write_fault(about, outcome);
    }
    jx_page_blank(&about->page);
}

static void write_head(jx_explanation *about)
{
    const jx_table *table = about->table;
    jx_str instance = about->card->observations->instance;
    jx_text *raw = jx_page_raw(&about->page);
    jx_text_add(raw, table->name);
    jx_bracketed_add(raw, instance.size > 0 ? instance : table->id, about->page.lang);
    jx_explanation_paragraph(about, 0, JX_TONE_STRONG);
    jx_page_blank(&about->page);
}

void jx_explain_indicator(
    jx_text *out, const jx_scorecard *card, size_t row, jx_lang lang, bool colour)
{
    jx_explanation about = {
        .page = jx_page_on(out, lang, colour),
        .card = card,
        .table = jx_view_table(card),
    };
    jx_explanation_indicator(&about, row);
    jx_scratch_end(out, &about.page.raw);
}

void jx_explain_total(jx_text *out, const jx_scorecard *card, jx_lang lang, bool colour)
{
    jx_explanation about = {
        .page = jx_page_on(out, lang, colour),
        .card = card,
        .table = jx_view_table(card),
    };
    jx_explanation_total(&about);
    jx_scratch_end(out, &about.page.raw);
}

void jx_explain(jx_text *out, const jx_scorecard *card, jx_str only, jx_lang lang, bool colour)
{
    jx_explanation about = {
        .page = jx_page_on(out, lang, colour),
        .card = card,
        .table = jx_view_table(card),
    };
    write_head(&about);
    for (size_t i = 0; i < about.table->row_count; i++) {
        if (only.data == NULL || jx_str_equal(only, about.table->rows[i].id)) {
            jx_explanation_indicator(&about, i);
        }
    }
    if (only.data == NULL) {
        jx_explanation_total(&about);
    }
    jx_scratch_end(out, &about.page.raw);
}

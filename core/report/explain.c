// SPDX-License-Identifier: MIT
// How every point was lost: a paragraph an indicator, then the total.
#include "base/decimal.h"
#include "base/ratio.h"
#include "base/utf8.h"
#include "report/cells.h"
#include "report/labels.h"
#include "report/page.h"
#include "report/report.h"
#include "report/sentence.h"
#include "report/view.h"

enum { INDENT = 2 };

typedef struct explanation {
    jx_page page;
    const jx_scorecard *card;
    const jx_table *table;
} explanation;

static void put_label(explanation *about, jx_label label)
{
    jx_text_put(&about->page.raw, jx_label_in(label, about->page.lang));
}

static void put_points(explanation *about, jx_decimal points)
{
    jx_points_add(&about->page.raw, about->table, points);
}

static void put_plain(explanation *about, jx_decimal number)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_text_add(&about->page.raw, jx_decimal_format(number, 0, buffer));
}

// Writes what was put as a paragraph of its own.
static void write_paragraph(explanation *about, size_t indent, jx_tone tone)
{
    jx_page_paragraph(&about->page, (jx_page_cell){.indent = 0}, indent, tone);
}

static void write_sentence(explanation *about, jx_tone tone)
{
    put_label(about, JX_LABEL_STOP);
    write_paragraph(about, INDENT, tone);
}

// ------------------------------------------------------------------------------------- one indicator

// name (id): 10.80 / 12
static void put_title(explanation *about, size_t index)
{
    const jx_table_row *row = &about->table->rows[index];
    const jx_outcome *outcome = jx_view_outcome(about->card, index);
    jx_lang lang = about->page.lang;
    jx_text *raw = jx_page_raw(&about->page);
    jx_text_add(raw, row->name);
    jx_bracketed_add(raw, row->id, lang);
    put_label(about, JX_LABEL_COLON);
    if (jx_view_has_points(outcome)) {
        put_points(about, outcome->points);
        jx_text_put(raw, " / ");
        put_plain(about, row->weight);
    } else {
        jx_text_put(raw, jx_words_in(jx_state_words(outcome->state, false), lang));
    }
}

static void put_filled(explanation *about, jx_label label, jx_text *argument)
{
    jx_label_add(&about->page.raw, about->page.lang, label, jx_text_str(argument));
    about->page.out->failed = about->page.out->failed || argument->failed;
    jx_text_clear(argument);
}

// What was expected and what was found.
static void put_facts(explanation *about, size_t index)
{
    jx_lang lang = about->page.lang;
    jx_text part = jx_text_in(about->page.out->arena);
    jx_target_add(&part, &about->table->rows[index], false);
    if (part.size > 0) {
        put_filled(about, JX_LABEL_EXPLAIN_EXPECTED, &part);
        put_label(about, JX_LABEL_COMMA);
    }
    jx_achieved_add(&part, about->card, index, lang);
    bool missing = jx_view_outcome(about->card, index)->state == JX_MISSING;
    put_filled(about, missing ? JX_LABEL_EXPLAIN_MISSING : JX_LABEL_EXPLAIN_FOUND, &part);
    if (jx_derivation_add(&part, about->card, index, lang)) {
        put_filled(about, JX_LABEL_BRACKETS, &part);
    }
}

static void put_method(explanation *about, const jx_table_row *row)
{
    put_label(about, JX_LABEL_SEMICOLON);
    if (!jx_scored_by_add(&about->page.raw, row, about->page.lang)) {
        jx_str method = jx_str_of(row->method);
        jx_label_add(&about->page.raw, about->page.lang, JX_LABEL_EXPLAIN_METHOD, method);
    }
}

static bool is_exactly(jx_ratio ratio, jx_decimal number)
{
    int order = 0;
    return jx_ratio_compare(ratio, jx_ratio_of(number), &order) && order == 0;
}

static jx_label rounding_of(const jx_table *table)
{
    static const jx_label labels[] = {
        [JX_ROUND_HALF_UP] = JX_LABEL_HALF_UP,
        [JX_ROUND_HALF_EVEN] = JX_LABEL_HALF_EVEN,
        [JX_ROUND_DOWN] = JX_LABEL_DOWN,
    };
    return labels[table->rounding];
}

// Why the loss is not what was asked for: less was left, or what is left was rounded.
static void put_difference(explanation *about, const jx_lost *lost)
{
    jx_lang lang = about->page.lang;
    jx_text *raw = &about->page.raw;
    char taken[JX_DECIMAL_TEXT];
    char places[JX_DECIMAL_TEXT];
    jx_decimal shown;
    if (lost->cut) {
        put_label(about, JX_LABEL_SEMICOLON);
        jx_cut_add(raw, about->table, lost, lang);
        return;
    }
    if (is_exactly(lost->exact, lost->points) || !jx_ratio_show(lost->exact, &shown)) {
        return;
    }
    jx_text exact = jx_text_in(about->page.out->arena);
    jx_ratio_add_text(&exact, lost->exact);
    put_label(about, JX_LABEL_SEMICOLON);
    jx_label_add(raw, lang,
                 is_exactly(lost->exact, shown) ? JX_LABEL_EXPLAIN_ROUNDED
                                                : JX_LABEL_EXPLAIN_ROUNDED_ABOUT,
                 jx_text_str(&exact), jx_points_format(about->table, lost->points, taken),
                 jx_str_of(jx_label_in(rounding_of(about->table), lang)),
                 jx_decimal_format(jx_decimal_make(about->table->places, 0), 0, places));
    about->page.out->failed = about->page.out->failed || exact.failed;
}

static void write_loss(explanation *about, size_t index, const jx_lost *lost)
{
    char points[JX_DECIMAL_TEXT];
    jx_lang lang = about->page.lang;
    jx_text lead = jx_text_in(about->page.out->arena);
    jx_str taken = jx_points_format(about->table, lost->points, points);
    jx_label_add(&lead, lang, JX_LABEL_LOST, taken);
    jx_text_put(&lead, jx_label_in(JX_LABEL_COLON, lang));
    jx_sentence_add(jx_page_raw(&about->page), about->card, index, lost, lang);
    put_difference(about, lost);
    put_label(about, JX_LABEL_STOP);
    jx_page_cell cell = {jx_text_str(&lead), INDENT, JX_TONE_LOST};
    jx_page_paragraph(&about->page, cell, INDENT + jx_utf8_width(cell.text), JX_TONE_PLAIN);
    about->page.out->failed = about->page.out->failed || lead.failed;
}

// 12 - 1.20 = 10.80
static void write_difference(explanation *about, size_t index)
{
    const jx_outcome *outcome = jx_view_outcome(about->card, index);
    jx_text *raw = jx_page_raw(&about->page);
    put_label(about, JX_LABEL_POINTS);
    put_label(about, JX_LABEL_COLON);
    put_plain(about, about->table->rows[index].weight);
    for (uint32_t i = 0; i < outcome->loss_count; i++) {
        jx_text_put(raw, " - ");
        put_points(about, about->card->losses[outcome->first_loss + i].points);
    }
    jx_text_put(raw, " = ");
    put_points(about, outcome->points);
    write_sentence(about, JX_TONE_PLAIN);
}

static void write_losses(explanation *about, size_t index)
{
    const jx_outcome *outcome = jx_view_outcome(about->card, index);
    for (uint32_t i = 0; i < outcome->loss_count; i++) {
        write_loss(about, index, &about->card->losses[outcome->first_loss + i]);
    }
    if (outcome->loss_count > 0) {
        write_difference(about, index);
    }
}

static void write_full(explanation *about, size_t index)
{
    put_title(about, index);
    put_label(about, JX_LABEL_COMMA);
    put_label(about, JX_LABEL_EXPLAIN_FULL);
    put_label(about, JX_LABEL_SEMICOLON);
    put_facts(about, index);
    put_label(about, JX_LABEL_STOP);
    write_paragraph(about, 0, JX_TONE_PLAIN);
}

static void write_fault(explanation *about, const jx_outcome *outcome)
{
    jx_text *raw = jx_page_raw(&about->page);
    put_label(about, JX_LABEL_EXPLAIN_FAULTY);
    put_label(about, JX_LABEL_COLON);
    jx_text_add(raw, jx_str_of(outcome->error));
    write_sentence(about, JX_TONE_BAD);
}

static void write_not_applicable(explanation *about)
{
    jx_page_raw(&about->page);
    put_label(about, JX_LABEL_EXPLAIN_NOT_APPLICABLE);
    write_sentence(about, JX_TONE_PLAIN);
}

static void write_scoring(explanation *about, size_t index)
{
    jx_page_raw(&about->page);
    put_facts(about, index);
    put_method(about, &about->table->rows[index]);
    write_sentence(about, JX_TONE_PLAIN);
    write_losses(about, index);
}

static void explain_indicator(explanation *about, size_t index)
{
    const jx_outcome *outcome = jx_view_outcome(about->card, index);
    if (outcome->state == JX_SCORED && outcome->loss_count == 0) {
        write_full(about, index);
        jx_page_blank(&about->page);
        return;
    }
    put_title(about, index);
    write_paragraph(about, 0, JX_TONE_STRONG);
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

// -------------------------------------------------------------------------------------------- the total

static void write_sum(explanation *about)
{
    const char *plus = "";
    jx_text *raw = jx_page_raw(&about->page);
    for (size_t i = 0; i < about->table->row_count; i++) {
        const jx_outcome *outcome = jx_view_outcome(about->card, i);
        if (jx_view_has_points(outcome)) {
            jx_text_put(raw, plus);
            put_points(about, outcome->points);
            plus = " + ";
        }
    }
    jx_text_put(raw, " = ");
    put_points(about, about->card->raw_total);
    write_sentence(about, JX_TONE_PLAIN);
}

// 86.80 ÷ 90 × 100 = 96.44 (rounded half up to 2 places)
static void write_rescaling(explanation *about)
{
    const jx_table *table = about->table;
    char places[JX_DECIMAL_TEXT];
    jx_lang lang = about->page.lang;
    jx_text rounded = jx_text_in(about->page.out->arena);
    jx_label_add(&rounded, lang, JX_LABEL_EXPLAIN_RESCALED_ROUNDED,
                 jx_str_of(jx_label_in(rounding_of(table), lang)),
                 jx_decimal_format(jx_decimal_make(table->places, 0), 0, places));
    jx_text *raw = jx_page_raw(&about->page);
    put_label(about, JX_LABEL_EXPLAIN_RESCALED);
    put_label(about, JX_LABEL_COLON);
    put_points(about, about->card->raw_total);
    jx_text_put(raw, " ÷ ");
    put_plain(about, about->card->rescaled_from);
    jx_text_put(raw, " × ");
    put_plain(about, table->full);
    jx_text_put(raw, " = ");
    put_points(about, about->card->total);
    put_filled(about, JX_LABEL_BRACKETS, &rounded);
    write_sentence(about, JX_TONE_PLAIN);
}

static void put_share(explanation *about)
{
    jx_ratio share;
    jx_decimal shown;
    jx_ratio hundred = jx_ratio_of(jx_decimal_make(100, 0));
    if (!jx_ratio_make(about->card->total, about->table->full, &share) ||
        !jx_ratio_multiply(share, hundred, &share) || !jx_ratio_show(share, &shown)) {
        return;
    }
    char buffer[JX_DECIMAL_TEXT];
    bool exact = is_exactly(share, shown);
    jx_label_add(&about->page.raw, about->page.lang,
                 exact ? JX_LABEL_EXPLAIN_SHARE : JX_LABEL_EXPLAIN_SHARE_ABOUT,
                 jx_decimal_format(shown, 0, buffer));
    put_label(about, JX_LABEL_COMMA);
}

static void put_grade(explanation *about, jx_label label, const jx_grade *grade)
{
    char least[JX_DECIMAL_TEXT];
    jx_str percent = jx_decimal_format(grade->least, 0, least);
    jx_label_add(&about->page.raw, about->page.lang, label, grade->name, percent);
}

static void write_grade(explanation *about)
{
    const jx_grade *grade = about->card->grade;
    jx_page_raw(&about->page);
    put_label(about, JX_LABEL_GRADE);
    put_label(about, JX_LABEL_COLON);
    put_share(about);
    put_grade(about, JX_LABEL_EXPLAIN_REACHED, grade);
    if (grade > about->table->grades) {
        put_label(about, JX_LABEL_SEMICOLON);
        put_grade(about, JX_LABEL_EXPLAIN_NEXT, grade - 1);
    }
    write_sentence(about, JX_TONE_PLAIN);
}

static void write_total_title(explanation *about)
{
    const jx_scorecard *card = about->card;
    jx_text *raw = jx_page_raw(&about->page);
    put_label(about, JX_LABEL_TOTAL);
    put_label(about, JX_LABEL_COLON);
    if (jx_view_has_total(card)) {
        put_points(about, card->total);
        jx_text_put(raw, " / ");
        put_plain(about, about->table->full);
    } else {
        put_label(about, JX_LABEL_NOTHING);
    }
    if (card->grade != NULL) {
        put_label(about, JX_LABEL_COMMA);
        jx_text_add(raw, card->grade->name);
    }
    write_paragraph(about, 0, JX_TONE_STRONG);
}

static void explain_total(explanation *about)
{
    const jx_scorecard *card = about->card;
    write_total_title(about);
    if (jx_view_has_total(card)) {
        write_sum(about);
    }
    if (jx_view_has_total(card) && card->rescaled) {
        write_rescaling(about);
    }
    if (card->grade != NULL) {
        write_grade(about);
    }
    if (card->state != JX_SCORED) {
        jx_state_reason_add(jx_page_raw(&about->page), card, about->page.lang);
        write_sentence(about, JX_TONE_WARN);
    }
}

static void write_head(explanation *about)
{
    const jx_table *table = about->table;
    jx_str instance = about->card->observations->instance;
    jx_text *raw = jx_page_raw(&about->page);
    jx_text_add(raw, table->name);
    jx_bracketed_add(raw, instance.size > 0 ? instance : table->id, about->page.lang);
    write_paragraph(about, 0, JX_TONE_STRONG);
    jx_page_blank(&about->page);
}

void jx_explain(jx_text *out, const jx_scorecard *card, jx_str only, jx_lang lang, bool colour)
{
    explanation about = {
        .page = jx_page_on(out, lang, colour),
        .card = card,
        .table = jx_view_table(card),
    };
    write_head(&about);
    for (size_t i = 0; i < about.table->row_count; i++) {
        if (only.data == NULL || jx_str_equal(only, about.table->rows[i].id)) {
            explain_indicator(&about, i);
        }
    }
    if (only.data == NULL) {
        explain_total(&about);
    }
}

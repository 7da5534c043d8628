// SPDX-License-Identifier: MIT
// The arithmetic of the total: sum, rescaling, grade; or why there is none.
#include "base/decimal.h"
#include "base/ratio.h"
#include "report/cells.h"
#include "report/explanation.h"
#include "report/sentence.h"
#include "report/view.h"

static void write_sum(jx_explanation *about)
{
    const char *plus = "";
    jx_text *raw = jx_page_raw(&about->page);
    for (size_t i = 0; i < about->table->row_count; i++) {
        const jx_outcome *outcome = jx_view_outcome(about->card, i);
        if (jx_view_has_points(outcome)) {
            jx_text_put(raw, plus);
            jx_explanation_points(about, outcome->points);
            plus = " + ";
        }
    }
    jx_text_put(raw, " = ");
    jx_explanation_points(about, about->card->raw_total);
    jx_explanation_sentence(about, JX_TONE_PLAIN);
}

// 86.80 ÷ 90 × 100 = 96.44 (rounded half up to 2 places)
static void write_rescaling(jx_explanation *about)
{
    const jx_table *table = about->table;
    char places[JX_DECIMAL_TEXT];
    jx_lang lang = about->page.lang;
    jx_text rounded = jx_text_in(about->page.out->arena);
    jx_label_add(&rounded, lang, JX_LABEL_EXPLAIN_RESCALED_ROUNDED,
                 jx_str_of(jx_label_in(jx_explanation_rounding(table), lang)),
                 jx_decimal_format(jx_decimal_make(table->places, 0), 0, places));
    jx_text *raw = jx_page_raw(&about->page);
    jx_explanation_label(about, JX_LABEL_EXPLAIN_RESCALED);
    jx_explanation_label(about, JX_LABEL_COLON);
    jx_explanation_points(about, about->card->raw_total);
    jx_text_put(raw, " ÷ ");
    jx_explanation_number(about, about->card->rescaled_from);
    jx_text_put(raw, " × ");
    jx_explanation_number(about, table->full);
    jx_text_put(raw, " = ");
    jx_explanation_points(about, about->card->subtotal);
    jx_explanation_filled(about, JX_LABEL_BRACKETS, &rounded);
    jx_explanation_sentence(about, JX_TONE_PLAIN);
}

// What the project's script took: 96.80 - 5.00 = 91.80
static void write_own_losses(jx_explanation *about)
{
    const jx_scorecard *card = about->card;
    const jx_losses losses = jx_scorecard_losses(card, JX_OF_NO_ROW);
    for (uint32_t i = 0; i < losses.count; i++) {
        jx_explanation_loss(about, JX_OF_NO_ROW, &losses.rows[i]);
    }
    jx_text *raw = jx_page_raw(&about->page);
    jx_explanation_label(about, JX_LABEL_EXPLAIN_OWN);
    jx_explanation_label(about, JX_LABEL_COLON);
    jx_explanation_points(about, card->subtotal);
    for (uint32_t i = 0; i < losses.count; i++) {
        jx_text_put(raw, " - ");
        jx_explanation_points(about, losses.rows[i].points);
    }
    jx_text_put(raw, " = ");
    jx_explanation_points(about, card->total);
    jx_explanation_sentence(about, JX_TONE_PLAIN);
}

static void put_share(jx_explanation *about)
{
    jx_ratio share;
    jx_decimal shown;
    jx_ratio hundred = jx_ratio_of(jx_decimal_make(100, 0));
    if (!jx_ratio_make(about->card->total, about->table->full, &share) ||
        !jx_ratio_multiply(share, hundred, &share) || !jx_ratio_show(share, &shown)) {
        return;
    }
    char buffer[JX_DECIMAL_TEXT];
    bool exact = jx_explanation_is_exactly(share, shown);
    jx_label_add(&about->page.raw, about->page.lang,
                 exact ? JX_LABEL_EXPLAIN_SHARE : JX_LABEL_EXPLAIN_SHARE_ABOUT,
                 jx_decimal_format(shown, 0, buffer));
    jx_explanation_label(about, JX_LABEL_COMMA);
}

static void put_grade(jx_explanation *about, jx_label label, const jx_grade *grade)
{
    char least[JX_DECIMAL_TEXT];
    jx_str percent = jx_decimal_format(grade->least, 0, least);
    jx_label_add(&about->page.raw, about->page.lang, label, grade->name, percent);
}

static void write_grade(jx_explanation *about)
{
    const jx_grade *grade = about->card->grade;
    jx_page_raw(&about->page);
    jx_explanation_label(about, JX_LABEL_GRADE);
    jx_explanation_label(about, JX_LABEL_COLON);
    put_share(about);
    bool lowest = jx_decimal_sign(grade->least) == 0;
    put_grade(about, lowest ? JX_LABEL_EXPLAIN_LOWEST : JX_LABEL_EXPLAIN_REACHED, grade);
    if (grade > about->table->grades) {
        jx_explanation_label(about, JX_LABEL_SEMICOLON);
        put_grade(about, JX_LABEL_EXPLAIN_NEXT, grade - 1);
    }
    jx_explanation_sentence(about, JX_TONE_PLAIN);
}

static void write_total_title(jx_explanation *about)
{
    const jx_scorecard *card = about->card;
    jx_text *raw = jx_page_raw(&about->page);
    jx_explanation_label(about, JX_LABEL_TOTAL);
    jx_explanation_label(about, JX_LABEL_COLON);
    if (jx_view_has_total(card)) {
        jx_explanation_points(about, card->total);
        jx_text_put(raw, " / ");
        jx_explanation_number(about, about->table->full);
    } else {
        jx_explanation_label(about, JX_LABEL_NOTHING);
    }
    if (card->grade != NULL) {
        jx_explanation_label(about, JX_LABEL_COMMA);
        jx_text_add(raw, card->grade->name);
    }
    jx_explanation_paragraph(about, 0, JX_TONE_STRONG);
}

void jx_explanation_total(jx_explanation *about)
{
    const jx_scorecard *card = about->card;
    write_total_title(about);
    if (jx_view_has_total(card)) {
        write_sum(about);
    }
    if (jx_view_has_total(card) && card->rescaled) {
        write_rescaling(about);
    }
    if (jx_view_has_total(card) && card->own_loss_count > 0) {
        write_own_losses(about);
    }
    jx_explanation_remarks(about, JX_OF_NO_ROW);
    if (card->grade != NULL) {
        write_grade(about);
    }
    if (card->state != JX_SCORED) {
        jx_state_reason_add(jx_page_raw(&about->page), card, about->page.lang);
        jx_explanation_sentence(about, JX_TONE_WARN);
    }
}

// SPDX-License-Identifier: MIT
// The table of a printed form: indicators by category and subcategory, then the total.
#include "base/decimal.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/pdf_draft.h"
#include "report/row_findings.h"
#include "report/sentence.h"
#include "report/view.h"

static const jx_label headings[JX_PDF_COLUMNS] = {
    [JX_PDF_CATEGORY] = JX_LABEL_CATEGORY,  [JX_PDF_SUBCATEGORY] = JX_LABEL_SUBCATEGORY,
    [JX_PDF_LEAF] = JX_LABEL_LEAF,          [JX_PDF_TARGET] = JX_LABEL_SELF_TARGET,
    [JX_PDF_ACTUAL] = JX_LABEL_SELF_ACTUAL, [JX_PDF_WEIGHT] = JX_LABEL_SELF_WEIGHT,
    [JX_PDF_POINTS] = JX_LABEL_POINTS,      [JX_PDF_REASON] = JX_LABEL_SELF_REASON,
};

static jx_str keep_number(jx_pdf_draft *draft, jx_decimal number)
{
    char buffer[JX_DECIMAL_TEXT];
    return jx_pdf_keep_text(draft, jx_decimal_format(number, 0, buffer));
}

static jx_str keep_points(jx_pdf_draft *draft, jx_decimal points)
{
    jx_points_add(jx_pdf_raw(draft), draft->table, points);
    return jx_pdf_keep(draft);
}

// -------------------------------------------------------------------------------------- an indicator

// 38.80 / 40
static jx_str keep_sum(jx_pdf_draft *draft, size_t category)
{
    const jx_category_sum sum = jx_view_sum(draft->card, category);
    char full[JX_DECIMAL_TEXT];
    jx_text *raw = jx_pdf_raw(draft);
    if (sum.has_points) {
        jx_points_add(raw, draft->table, sum.points);
        jx_text_put(raw, " / ");
        jx_text_add(raw, jx_decimal_format(sum.full, 0, full));
    }
    return jx_pdf_keep(draft);
}

static jx_pdf_cell keep_achieved(jx_pdf_draft *draft, size_t index)
{
    jx_pdf_cell cell = {.lost = false};
    jx_achieved_add(jx_pdf_raw(draft), draft->card, index, draft->lang);
    cell.text = jx_pdf_keep(draft);
    (void)jx_derivation_add(jx_pdf_raw(draft), draft->card, index, draft->lang);
    cell.aside = jx_pdf_keep(draft);
    return cell;
}

static jx_pdf_cell keep_outcome(jx_pdf_draft *draft, const jx_outcome *outcome)
{
    jx_pdf_cell cell = {.lost = outcome->loss_count > 0 || outcome->state != JX_SCORED};
    if (jx_view_has_points(outcome)) {
        cell.text = keep_points(draft, outcome->points);
    } else {
        cell.text = jx_str_of(jx_words_in(jx_state_words(outcome->state, false), draft->lang));
    }
    return cell;
}

static void add_losses(jx_pdf_draft *draft, size_t index)
{
    const jx_losses losses = jx_scorecard_losses(draft->card, index);
    for (uint32_t i = 0; i < losses.count; i++) {
        char points[JX_DECIMAL_TEXT];
        jx_text *raw = jx_pdf_raw(draft);
        jx_label_add(raw, draft->lang, JX_LABEL_LOST,
                     jx_points_format(draft->table, losses.rows[i].points, points));
        jx_text_put(raw, jx_label_in(JX_LABEL_COLON, draft->lang));
        jx_reason_add(raw, draft->card, index, &losses.rows[i], draft->lang);
        jx_pdf_end_line(draft);
    }
}

// Why points were lost, as the host says it and as those say it who fill in the table.
static jx_pdf_cell keep_reason(jx_pdf_draft *draft, size_t index)
{
    const jx_outcome *outcome = jx_view_outcome(draft->card, index);
    const jx_str note = jx_view_cell(draft->card, index, JX_SLOT_NOTE);
    jx_pdf_cell cell = {.lost = false};
    add_losses(draft, index);
    if (outcome->state == JX_FAULTY && outcome->error != NULL) {
        jx_text_put(jx_pdf_raw(draft), outcome->error);
        jx_pdf_end_line(draft);
    }
    if (note.size > 0) {
        jx_label_add(jx_pdf_raw(draft), draft->lang, JX_LABEL_PDF_NOTED, note);
        jx_pdf_end_line(draft);
    }
    cell.text = jx_pdf_keep(draft);
    (void)jx_row_doubts_add(jx_pdf_raw(draft), draft->card, index,
                            jx_label_in(JX_LABEL_STOP, draft->lang), draft->lang);
    if (jx_view_is_unnoted(draft->card, index)) {
        jx_text_put(jx_pdf_raw(draft), jx_label_in(JX_LABEL_SELF_UNNOTED, draft->lang));
    }
    cell.aside = jx_pdf_keep(draft);
    return cell;
}

static jx_pdf_row keep_row(jx_pdf_draft *draft, size_t index)
{
    const jx_table_row *row = &draft->table->rows[index];
    const jx_words category = draft->table->categories[row->category].label;
    jx_pdf_row ret = {.is_sum = false};
    jx_pdf_cell *cells = ret.cells;
    cells[JX_PDF_CATEGORY].text =
        jx_pdf_keep_text(draft, jx_str_of(jx_words_in(category, draft->lang)));
    cells[JX_PDF_CATEGORY].aside = keep_sum(draft, row->category);
    if (row->subcategory.size > 0) {
        cells[JX_PDF_SUBCATEGORY].text =
            jx_pdf_keep_text(draft, jx_str_of(jx_words_in(row->subcategory_label, draft->lang)));
    }
    cells[JX_PDF_LEAF].text = jx_pdf_keep_text(draft, row->name);
    jx_target_add(jx_pdf_raw(draft), row, false);
    cells[JX_PDF_TARGET].text = jx_pdf_keep(draft);
    cells[JX_PDF_ACTUAL] = keep_achieved(draft, index);
    cells[JX_PDF_WEIGHT].text = keep_number(draft, row->weight);
    cells[JX_PDF_POINTS] = keep_outcome(draft, jx_view_outcome(draft->card, index));
    cells[JX_PDF_REASON] = keep_reason(draft, index);
    return ret;
}

// ---------------------------------------------------------------------------------------- all of them

// What of the table was added so far.
typedef struct rows_made {
    jx_pdf_row *rows;
    bool *taken;     // by row of the table
    size_t category; // of the last one
} rows_made;

static void add_row(jx_pdf_draft *draft, rows_made *made, size_t index, size_t first)
{
    jx_pdf_document *document = &draft->document;
    jx_pdf_row *row = &made->rows[document->row_count++];
    const size_t category = draft->table->rows[index].category;
    *row = keep_row(draft, index);
    row->opens_subcategory = index == first;
    row->opens_category = category != made->category;
    made->category = category;
    made->taken[index] = true;
}

// The row and all behind it that share its category and subcategory.
static void add_alike(jx_pdf_draft *draft, rows_made *made, size_t first)
{
    const jx_table_row *rows = draft->table->rows;
    for (size_t i = first; i < draft->table->row_count; i++) {
        if (rows[i].category == rows[first].category &&
            jx_str_equal(rows[i].subcategory, rows[first].subcategory)) {
            add_row(draft, made, i, first);
        }
    }
}

void jx_pdf_add_rows(jx_pdf_draft *draft)
{
    const jx_table *table = draft->table;
    jx_pdf_document *document = &draft->document;
    rows_made made = {
        .rows = jx_pdf_array(draft, table->row_count, sizeof *made.rows),
        .taken = jx_pdf_array(draft, table->row_count, sizeof *made.taken),
        .category = SIZE_MAX,
    };
    for (size_t i = 0; i < JX_PDF_COLUMNS; i++) {
        document->headings[i] = jx_pdf_label(draft, headings[i]);
    }
    if (draft->failed) {
        return;
    }
    document->rows = made.rows;
    for (size_t category = 0; category < table->category_count; category++) {
        for (size_t i = 0; i < table->row_count; i++) {
            if (table->rows[i].category == category && !made.taken[i]) {
                add_alike(draft, &made, i);
            }
        }
    }
}

// ------------------------------------------------------------------------------------------ the total

static void add_sum(jx_pdf_draft *draft,
                    jx_pdf_row *sums,
                    jx_label label,
                    jx_decimal weight,
                    const jx_decimal *points,
                    jx_str reason)
{
    jx_pdf_row *sum = &sums[draft->document.sum_count++];
    *sum = (jx_pdf_row){.is_sum = true, .opens_category = true, .opens_subcategory = true};
    sum->cells[JX_PDF_CATEGORY].text = jx_pdf_label(draft, label);
    sum->cells[JX_PDF_WEIGHT].text = keep_number(draft, weight);
    if (points != NULL) {
        sum->cells[JX_PDF_POINTS].text = keep_points(draft, *points);
    }
    sum->cells[JX_PDF_REASON].text = reason;
}

// The grade and what it takes, or why there is none.
static jx_str keep_standing(jx_pdf_draft *draft)
{
    const jx_scorecard *card = draft->card;
    jx_text part = jx_text_in(draft->arena);
    jx_text *raw = jx_pdf_raw(draft);
    if (card->grade != NULL) {
        jx_grade_add(&part, draft->table, card->grade, draft->lang);
        jx_label_add(raw, draft->lang, JX_LABEL_SELF_GRADE_IS, jx_text_str(&part));
    } else {
        jx_state_reason_add(&part, card, draft->lang);
        jx_text_put(raw, jx_words_in(jx_state_words(card->state, true), draft->lang));
        if (part.size > 0) {
            jx_bracketed_add(raw, jx_text_str(&part), draft->lang);
        }
    }
    draft->failed = draft->failed || part.failed;
    return jx_pdf_keep(draft);
}

void jx_pdf_add_sums(jx_pdf_draft *draft)
{
    enum { SUMS_MOST = 3 };
    const jx_scorecard *card = draft->card;
    const bool has_total = jx_view_has_total(card);
    const bool rescaled = has_total && card->rescaled;
    jx_pdf_row *sums = jx_pdf_array(draft, SUMS_MOST, sizeof *sums);
    if (sums == NULL) {
        return;
    }
    draft->document.sums = sums;
    if (rescaled) {
        add_sum(draft, sums, JX_LABEL_RESCALED_SUM, card->rescaled_from, &card->raw_total,
                (jx_str)JX_STR(""));
    }
    if (has_total && card->own_loss_count > 0) {
        add_losses(draft, JX_OF_NO_ROW);
        add_sum(draft, sums, JX_LABEL_SUBTOTAL, draft->table->full, &card->subtotal,
                jx_pdf_keep(draft));
    }
    add_sum(draft, sums, rescaled ? JX_LABEL_RESCALED_TOTAL : JX_LABEL_TOTAL, draft->table->full,
            has_total ? &card->total : NULL, keep_standing(draft));
}

// SPDX-License-Identifier: MIT
// The ranking: a row a project, the best first.
#include "base/decimal.h"
#include "base/workbook_text.h"
#include "report/sentence.h"
#include "report/xlsx_batch.h"

#include <stdio.h>
#include <xlsxwriter.h>

enum { RANK, PROJECT, NAME, GRADE, TOTAL, FIXED, FORMULA = 64, NAME_TEXT = 16, WIDTHS = 256 };

enum { TEXT_IN_FORMULA = 255 }; // the longest one

// Of grades, best first; those further down have the last one.
static const lxw_color_t tints[] = {0xC6EFCE, 0xDDEBF7, 0xFFEB9C, 0xFFC7CE};

enum { TINTS = sizeof tints / sizeof tints[0] };

static void set_frame(jx_batch_page *batch)
{
    static const uint8_t fixed[FIXED] = {7, 34, 24, 8, 10};
    enum { POINTS = 13, STATE = 9, ERROR = 60, NO_ERROR = 9 };
    uint8_t widths[WIDTHS] = {0};
    size_t count = 0;
    for (size_t i = 0; i < FIXED; i++) {
        widths[count++] = fixed[i];
    }
    for (size_t i = 0; i < batch->report->column_count && count < WIDTHS - 3; i++) {
        widths[count++] = POINTS;
    }
    widths[count++] = STATE;
    widths[count] = batch->valued < batch->count ? ERROR : NO_ERROR;
    jx_paper_sheet(&batch->page, JX_LABEL_RANKING, widths);
}

static void put_head(jx_batch_page *batch)
{
    static const jx_label labels[FIXED] = {JX_LABEL_RANK, JX_LABEL_PROJECT, JX_LABEL_SELF_NAME,
                                           JX_LABEL_GRADE, JX_LABEL_TOTAL};
    enum { HEAD_LINES = 3 };
    jx_paper *page = &batch->page;
    uint16_t at = FIXED;
    jx_paper_label(page, 0, JX_PAPER_PLAIN_TITLE, JX_LABEL_RANKING);
    jx_paper_height(page, page->row++, 2);
    for (size_t i = 0; i < FIXED; i++) {
        jx_paper_label(page, (uint16_t)i, JX_PAPER_HEAD, labels[i]);
    }
    for (size_t i = 0; i < batch->report->column_count; i++) {
        jx_paper_put(page, at++, JX_PAPER_HEAD, batch->columns[i].name);
    }
    jx_paper_label(page, at++, JX_PAPER_HEAD, JX_LABEL_STATUS);
    jx_paper_label(page, at, JX_PAPER_HEAD, JX_LABEL_ERROR);
    jx_paper_height(page, page->row, HEAD_LINES);
    jx_paper_repeat(page, page->row++, NAME + 1);
}

// --------------------------------------------------------------------------------------------------- rows

// Returns what they sum to.
static jx_decimal put_points(jx_batch_page *batch, const jx_gathered *card)
{
    jx_paper *page = &batch->page;
    const jx_report_cells cells = jx_report_find_cells(batch->report, card->table);
    jx_decimal sum = JX_DECIMAL_ZERO;
    size_t next = 0;
    for (uint32_t i = 0; i < batch->report->column_count; i++) {
        const uint16_t column = (uint16_t)(FIXED + i);
        const bool has = next < cells.count && cells.list[next].column == i;
        const jx_gathered_cell *cell =
            has && card->cell_count > 0 ? &card->cells[cells.list[next].row] : NULL;
        next += has;
        if (cell == NULL) {
            jx_paper_put(page, column, JX_PAPER_POINTS, JX_STR_NONE);
        } else if (jx_gathered_has_points(cell) && !card->has_total) {
            char points[JX_DECIMAL_TEXT]; // a text, which no formula counts
            jx_paper_put(page, column, JX_PAPER_MIDDLE,
                         jx_points_format(card->table, cell->points, points));
        } else if (jx_gathered_has_points(cell)) {
            const bool lost = jx_decimal_sign(cell->lost) > 0;
            jx_paper_number(page, column, lost ? JX_PAPER_LOST : JX_PAPER_POINTS, cell->points);
            (void)jx_decimal_add(sum, cell->points, &sum);
        } else {
            const jx_words words = jx_state_words((jx_state)cell->state, false);
            jx_paper_put(page, column, JX_PAPER_MIDDLE, jx_str_of(jx_words_in(words, page->lang)));
        }
    }
    return sum;
}

// A total that is the sum of its row is one for the spreadsheet as well.
static void put_total(jx_batch_page *batch, const jx_gathered *card, jx_decimal sum)
{
    char formula[FORMULA];
    char from[NAME_TEXT];
    char to[NAME_TEXT];
    jx_paper *page = &batch->page;
    if (!card->has_total) {
        jx_paper_put(page, TOTAL, JX_PAPER_POINTS, JX_STR_NONE);
        return;
    }
    if (jx_decimal_compare(sum, card->total) != 0) {
        jx_paper_number(page, TOTAL, JX_PAPER_SUM_POINTS, card->total);
        return;
    }
    lxw_rowcol_to_cell(from, page->row, FIXED);
    lxw_rowcol_to_cell(to, page->row, (lxw_col_t)(FIXED + batch->report->column_count - 1));
    (void)snprintf(formula, sizeof formula, "=SUM(%s:%s)", from, to);
    jx_workbook_formula(page->book, page->row, TOTAL, JX_PAPER_SUM_POINTS, formula, card->total);
}

static void put_card(jx_batch_page *batch, const jx_gathered *card, size_t rank)
{
    jx_paper *page = &batch->page;
    uint16_t at = (uint16_t)(FIXED + batch->report->column_count);
    if (rank > 0) {
        jx_paper_number(page, RANK, JX_PAPER_COUNT_OF, jx_decimal_make((int64_t)rank, 0));
    } else {
        jx_paper_put(page, RANK, JX_PAPER_COUNT_OF, JX_STR_NONE);
    }
    jx_paper_put(page, PROJECT, JX_PAPER_LINE, card->project);
    jx_paper_put(page, NAME, JX_PAPER_LINE, jx_batch_name(card));
    jx_paper_put(page, GRADE, JX_PAPER_MIDDLE, card->grade);
    const jx_decimal sum = put_points(batch, card);
    jx_paper_put(page, at++, JX_PAPER_MIDDLE,
                 jx_str_of(jx_words_in(jx_state_words(card->state, true), page->lang)));
    jx_paper_put(page, at, JX_PAPER_LINE, card->error);
    put_total(batch, card, sum);
    page->row++;
}

static void put_cards(jx_batch_page *batch)
{
    size_t rank = 0;
    for (size_t i = 0; i < batch->count; i++) {
        const bool ties =
            i > 0 && i < batch->scored &&
            jx_decimal_compare(batch->ranked[i]->total, batch->ranked[i - 1]->total) == 0;
        if (batch->page.row == JX_SHEET_ROWS - 1) {
            char more[JX_NUMBER_TEXT];
            jx_label_add(jx_paper_raw(&batch->page), batch->page.lang, JX_LABEL_XLSX_MORE,
                         jx_str_number(batch->count - i, more));
            jx_paper_put_raw(&batch->page, RANK, JX_PAPER_PLAIN);
            return;
        }
        rank = ties ? rank : i + 1;
        put_card(batch, batch->ranked[i], i < batch->scored ? rank : 0);
    }
}

// Whether a grade is this one, as a formula over the ranking's first row; NULL where a formula cannot hold the name. A quote
// inside a text of a formula is written twice.
static const char *compare_grade(jx_batch_page *batch, jx_str grade)
{
    jx_text formula = jx_text_in(batch->report->arena);
    const char *safe = jx_workbook_safe(batch->page.book, grade, JX_WORKBOOK_TEXT_MOST);
    const jx_str name = safe == NULL ? JX_STR_NONE : jx_str_of(safe);
    if (safe == NULL || name.size > TEXT_IN_FORMULA) {
        return NULL;
    }
    jx_text_put(&formula, "=EXACT($D3,\""); // GRADE, JX_RANKING_FIRST
    for (size_t i = 0; i < name.size; i++) {
        jx_text_add_char(&formula, name.data[i]);
        jx_text_put(&formula, name.data[i] == '"' ? "\"" : "");
    }
    jx_text_put(&formula, "\")");
    batch->page.failed = batch->page.failed || formula.failed;
    return jx_text_end(&formula).data;
}

static void colour_grades(jx_batch_page *batch)
{
    lxw_worksheet *sheet = jx_workbook_current(batch->page.book);
    const uint32_t last = batch->page.row - 1;
    for (size_t i = 0; sheet != NULL && i < batch->report->tally_count; i++) {
        const char *formula = compare_grade(batch, batch->report->tallies[i].grade);
        lxw_format *format =
            formula == NULL ? NULL : workbook_add_format(jx_workbook_file_of(batch->page.book));
        lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                       .value_string = jx_workbook_lend(formula),
                                       .format = format};
        if (format != NULL) {
            format_set_bg_color(format, tints[i < TINTS ? i : TINTS - 1]);
            jx_workbook_note(batch->page.book,
                             worksheet_conditional_format_range(sheet, JX_RANKING_FIRST, GRADE,
                                                                last, GRADE, &rule));
        }
    }
}

void jx_batch_ranking(jx_batch_page *batch)
{
    set_frame(batch);
    put_head(batch);
    put_cards(batch);
    lxw_worksheet *sheet = jx_workbook_current(batch->page.book);
    if (sheet != NULL && batch->count > 0) {
        const uint16_t last = (uint16_t)(FIXED + batch->report->column_count + 1);
        jx_workbook_note(batch->page.book, worksheet_autofilter(sheet, JX_RANKING_FIRST - 1, 0,
                                                                batch->page.row - 1, last));
        colour_grades(batch);
    }
}

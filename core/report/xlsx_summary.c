// SPDX-License-Identifier: MIT
// The summary of a batch: how many, the spread over grades, what was lost where, who is first and last; a chart beside each
// table. Figures are formulas over the other sheets.
#include "base/decimal.h"
#include "report/sentence.h"
#include "report/xlsx_formula.h"

#include <xlsxwriter.h>

enum {
    CHART_COLUMN = 6,
    CHART_ROWS = 13,
    CHART_WIDTH = 520,
    ROW_PIXELS = 23,
    SHOWN = 10, // projects at either end
    SCALE = 60  // of the printed page, in percent: two tables with their charts fit on it
};

static const uint8_t widths[] = {28, 11, 11, 11, 23, 2, 0};

static const lxw_color_t BLUE = 0x2F6DB5;
static const lxw_color_t RED = 0xC0504D;

static void put_count(jx_batch_page *batch, uint16_t column, uint64_t count)
{
    jx_paper_number(&batch->page, column, JX_PAPER_COUNT_OF, jx_decimal_make((int64_t)count, 0));
}

static void put_title(jx_batch_page *batch, jx_label label)
{
    jx_paper_label(&batch->page, 0, JX_PAPER_PLAIN_TITLE, label);
    jx_paper_height(&batch->page, batch->page.row++, 2);
}

static void put_headings(jx_batch_page *batch, const jx_label *labels, uint16_t count)
{
    for (uint16_t i = 0; i < count; i++) {
        jx_paper_label(&batch->page, i, JX_PAPER_HEAD, labels[i]);
    }
    jx_paper_height(&batch->page, batch->page.row++, 1);
}

// ------------------------------------------------------------------------------------------------- charts

// A chart beside the rows from `first` to `last`: their column 0 names what their `values` say. The next table goes below it.
static void put_chart(jx_batch_page *batch,
                      lxw_chart_type type,
                      jx_label title,
                      uint32_t first,
                      uint32_t last,
                      uint16_t values,
                      lxw_color_t colour)
{
    jx_paper *page = &batch->page;
    lxw_worksheet *sheet = jx_workbook_current(page->book);
    lxw_chart *chart =
        sheet == NULL ? NULL : workbook_add_chart(jx_workbook_file_of(page->book), (uint8_t)type);
    lxw_chart_series *series = chart == NULL ? NULL : chart_add_series(chart, NULL, NULL);
    if (series == NULL) {
        return;
    }
    const char *name = jx_workbook_name(page->book);
    const uint32_t rows = last - first + 4 > CHART_ROWS ? last - first + 4 : CHART_ROWS;
    const uint32_t height = (rows - 1) * ROW_PIXELS;
    lxw_chart_fill fill = {.color = colour};
    lxw_chart_options options = {.x_offset = 4, .y_offset = 4};
    chart_series_set_categories(series, name, first, 0, last, 0);
    chart_series_set_values(series, name, first, values, last, values);
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_title_set_name(chart, jx_label_in(title, page->lang));
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_series_set_labels_num_format(series, "General");
    lxw_chart_axis *amounts = type == LXW_CHART_BAR ? chart->x_axis : chart->y_axis;
    chart_axis_off(amounts); // each bar says its own
    chart_axis_major_gridlines_set_visible(amounts, LXW_FALSE);
    chart_axis_set_min(amounts, 0);
    if (type == LXW_CHART_BAR) {
        chart_axis_set_reverse(chart->y_axis); // the first on top
    }
    options.x_scale = CHART_WIDTH / 480.0;
    options.y_scale = height / 288.0;
    jx_workbook_note(page->book,
                     worksheet_insert_chart_opt(sheet, first - 2, CHART_COLUMN, chart, &options));
    if (page->row < first - 2 + rows) {
        page->row = first - 2 + rows;
    }
    page->row++;
}

// -------------------------------------------------------------------------------------------------- facts

enum { ALL, SCORED, MEAN, BEST, WORST, FACTS };

static const struct fact {
    jx_label label;
    jx_paper_look look;
    const char *formula;
} facts[FACTS] = {
    [ALL] = {JX_LABEL_PROJECTS, JX_PAPER_COUNT_OF, "=ROWS({rank})"},
    [SCORED] = {JX_LABEL_XLSX_SCORED, JX_PAPER_COUNT_OF, "=COUNT({rank})"},
    [MEAN] = {JX_LABEL_XLSX_MEAN, JX_PAPER_POINTS,
              "=ROUND(SUMIF({rank},\">0\",{total})/COUNT({rank}),4)"},
    [BEST] = {JX_LABEL_XLSX_BEST, JX_PAPER_POINTS, "=MAX({graded})"},
    [WORST] = {JX_LABEL_XLSX_WORST, JX_PAPER_POINTS, "=MIN({graded})"},
};

static void put_facts(jx_batch_page *batch)
{
    jx_label labels[FACTS];
    jx_decimal numbers[FACTS] = {[ALL] = jx_decimal_make((int64_t)batch->count, 0),
                                 [SCORED] = jx_decimal_make((int64_t)batch->scored, 0)};
    jx_decimal sum = JX_DECIMAL_ZERO;
    for (size_t i = 0; i < batch->scored; i++) {
        (void)jx_decimal_add(sum, batch->ranked[i]->total, &sum);
    }
    if (batch->scored > 0) {
        numbers[MEAN] = jx_batch_mean(sum, batch->scored);
        numbers[BEST] = batch->ranked[0]->total;
        numbers[WORST] = batch->ranked[batch->scored - 1]->total;
    }
    for (size_t i = 0; i < FACTS; i++) {
        labels[i] = facts[i].label;
    }
    put_title(batch, JX_LABEL_BATCH);
    put_headings(batch, labels, FACTS);
    for (uint16_t i = 0; i < (uint16_t)(batch->scored > 0 ? FACTS : MEAN); i++) {
        jx_batch_formula(batch, i, facts[i].look, facts[i].formula, 0, numbers[i]);
    }
    batch->page.row += 2;
}

// ------------------------------------------------------------------------------------------------- grades

static uint64_t count_grade(const jx_batch_page *batch, jx_str grade)
{
    uint64_t count = 0;
    for (size_t i = 0; i < batch->scored; i++) {
        count += jx_str_equal(batch->ranked[i]->grade, grade);
    }
    return count;
}

static void put_share(jx_batch_page *batch, jx_str name, const char *formula, uint64_t count)
{
    const jx_decimal number = jx_decimal_make((int64_t)count, 0);
    jx_paper_put(&batch->page, 0, JX_PAPER_LINE, name);
    jx_batch_formula(batch, 1, JX_PAPER_COUNT_OF, formula, 0, number);
    jx_batch_formula(batch, 2, JX_PAPER_SHARE, "=ROUND(B{row}/ROWS({rank}),4)", 0,
                     jx_batch_mean(number, batch->count));
    batch->page.row++;
}

static void put_grades(jx_batch_page *batch)
{
    static const jx_label labels[] = {JX_LABEL_GRADE, JX_LABEL_PROJECTS, JX_LABEL_SHARE_OF_ALL};
    const jx_report *report = batch->report;
    const jx_lang lang = batch->page.lang;
    const char *const in_grade = "=SUMPRODUCT(--EXACT({grade},A{row}))";
    const char *const in_state = "=SUMPRODUCT(--EXACT({state},A{row}))";
    put_title(batch, JX_LABEL_SPREAD);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    const uint32_t first = batch->page.row;
    for (size_t i = 0; i < report->tally_count; i++) {
        const jx_str grade = report->tallies[i].grade;
        put_share(batch, grade, in_grade, count_grade(batch, grade));
    }
    const jx_words incomplete = jx_state_words(JX_MISSING, true);
    const jx_words faulty = jx_state_words(JX_FAULTY, true);
    put_share(batch, jx_str_of(jx_words_in(incomplete, lang)), in_state,
              batch->valued - batch->scored);
    put_share(batch, jx_str_of(jx_words_in(faulty, lang)), in_state, batch->count - batch->valued);
    put_chart(batch, LXW_CHART_COLUMN, JX_LABEL_SPREAD, first, batch->page.row - 1, 1, BLUE);
}

// ------------------------------------------------------------------------------------------------- losses

// What was lost by it on average, and by how many projects.
static void put_lost(jx_batch_page *batch,
                     const jx_batch_sum *sum,
                     const char *formula,
                     size_t at,
                     uint64_t projects)
{
    jx_paper_put(&batch->page, 0, JX_PAPER_LINE, sum->name);
    jx_batch_formula(batch, 1, JX_PAPER_MEAN, formula, at, jx_batch_mean(sum->lost, projects));
    put_count(batch, 2, sum->hit);
}

static void put_categories(jx_batch_page *batch)
{
    static const jx_label labels[] = {JX_LABEL_CATEGORY, JX_LABEL_MEAN_LOST, JX_LABEL_XLSX_HIT};
    const char *const formula =
        "=ROUND(SUMPRODUCT(--EXACT({category},A{row}),{lost})/MAX(1,COUNT({total})),4)";
    put_title(batch, JX_LABEL_XLSX_BY_CATEGORY);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    const uint32_t first = batch->page.row;
    for (size_t i = 0; i < batch->category_count; i++) {
        put_lost(batch, &batch->categories[i], formula, i, batch->valued);
        batch->page.row++;
    }
    put_chart(batch, LXW_CHART_BAR, JX_LABEL_XLSX_BY_CATEGORY, first, batch->page.row - 1, 1, RED);
}

static void put_indicators(jx_batch_page *batch)
{
    static const jx_label labels[] = {JX_LABEL_LEAF, JX_LABEL_MEAN_LOST, JX_LABEL_XLSX_HIT,
                                      JX_LABEL_SELF_WEIGHT, JX_LABEL_XLSX_INDICATOR_ID};
    const char *const formula =
        "=ROUND(SUMPRODUCT(--EXACT({id},E{row}),{lost})/MAX(1,COUNT({points})),4)";
    put_title(batch, JX_LABEL_XLSX_BY_INDICATOR);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    const uint32_t first = batch->page.row;
    for (size_t i = 0; i < batch->report->column_count; i++) {
        const jx_batch_sum *sum = &batch->columns[i];
        put_lost(batch, sum, formula, i, sum->counted);
        jx_paper_number(&batch->page, 3, JX_PAPER_FREE, sum->weight);
        jx_paper_put(&batch->page, 4, JX_PAPER_LINE, sum->key);
        batch->page.row++;
    }
    put_chart(batch, LXW_CHART_BAR, JX_LABEL_XLSX_BY_INDICATOR, first, batch->page.row - 1, 1, RED);
}

// --------------------------------------------------------------------------------------------- first and last

// Some of the ranking, from its place `from`; each refers to its row there.
static void put_some(jx_batch_page *batch, jx_label title, size_t from, size_t to)
{
    static const jx_label labels[] = {JX_LABEL_PROJECT, JX_LABEL_TOTAL, JX_LABEL_GRADE};
    jx_paper *page = &batch->page;
    put_title(batch, title);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    const uint32_t first = page->row;
    for (size_t i = from; i < to; i++) {
        const jx_gathered *card = batch->ranked[i];
        jx_paper_put(page, 0, JX_PAPER_LINE, jx_batch_name(card));
        jx_batch_formula(batch, 1, JX_PAPER_POINTS, "='{ranking}'!E{at}", JX_RANKING_FIRST + i + 1,
                         card->total);
        jx_paper_put(page, 2, JX_PAPER_MIDDLE, card->grade);
        page->row++;
    }
    put_chart(batch, LXW_CHART_BAR, title, first, page->row - 1, 1, BLUE);
}

static void put_ends(jx_batch_page *batch)
{
    if (batch->scored == 0) {
        return;
    }
    const size_t top = batch->scored < SHOWN ? batch->scored : SHOWN;
    put_some(batch, JX_LABEL_XLSX_TOP, 0, top);
    if (batch->scored > top) {
        const size_t left = batch->scored - top;
        put_some(batch, JX_LABEL_XLSX_BOTTOM, batch->scored - (left < SHOWN ? left : SHOWN),
                 batch->scored);
    }
}

void jx_batch_summary(jx_batch_page *batch)
{
    jx_paper_sheet(&batch->page, JX_LABEL_XLSX_SHEET_SUMMARY, widths);
    lxw_row_t breaks[] = {
        0, 0, 0}; // before the indicators, before those who are first; the last ends the list
    lxw_worksheet *sheet = jx_workbook_current(batch->page.book);
    put_facts(batch);
    put_grades(batch);
    if (batch->category_count > 0) {
        put_categories(batch);
    }
    breaks[0] = batch->page.row;
    if (batch->report->column_count > 0) {
        put_indicators(batch);
    }
    breaks[1] = batch->page.row > breaks[0] ? batch->page.row : 0;
    put_ends(batch);
    if (sheet != NULL) {
        worksheet_set_print_scale(sheet, SCALE);
        jx_workbook_note(batch->page.book, worksheet_set_h_pagebreaks(sheet, breaks));
    }
}

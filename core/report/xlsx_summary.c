// SPDX-License-Identifier: MIT
// The summary of a batch: how many, the spread over grades, what was lost where, who is first and last; a chart beside each
// table. Figures are formulas over the other sheets.
#include "base/decimal.h"
#include "report/sentence.h"
#include "report/xlsx_batch.h"

#include <stdio.h>
#include <xlsxwriter.h>

enum {
    RANGE = 192,
    FORMULA = 1024,
    CHART_COLUMN = 6,
    CHART_ROWS = 13,
    CHART_WIDTH = 520,
    ROW_PIXELS = 23,
    SHOWN = 10, // projects at either end
    SHARE_PLACES = 4,
    SCALE = 60 // of the printed page, in percent: two tables with their charts fit on it
};

static const uint8_t widths[] = {28, 11, 11, 11, 23, 2, 0};

static const lxw_color_t BLUE = 0x2F6DB5;
static const lxw_color_t RED = 0xC0504D;

// A column of another sheet: 排名!$E$3:$E$12.
static const char *range(
    char buffer[RANGE], const char *sheet, uint32_t first, uint64_t count, uint16_t column)
{
    char name[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(name, column, 1);
    (void)snprintf(buffer, RANGE, "'%s'!%s$%u:%s$%u", sheet, name, first + 1, name,
                   first + (uint32_t)(count == 0 ? 1 : count));
    return buffer;
}

static const char *ranking_range(const jx_batch_page *batch, uint16_t column, char buffer[RANGE])
{
    return range(buffer, batch->ranking, JX_RANKING_FIRST, batch->count, column);
}

static const char *listing_range(const jx_batch_page *batch, uint16_t column, char buffer[RANGE])
{
    return range(buffer, batch->listing, JX_LISTING_FIRST, batch->losses, column);
}

// Where the other sheets could not hold everything, a formula over them would be wrong: the number goes alone.
static void put_formula(jx_batch_page *batch,
                        uint16_t column,
                        jx_paper_look look,
                        const char *formula,
                        jx_decimal number)
{
    const uint64_t most = JX_SHEET_ROWS - JX_RANKING_FIRST - 1;
    jx_paper *page = &batch->page;
    if (batch->count > most || batch->losses > most) {
        jx_paper_number(page, column, look, number);
    } else {
        jx_workbook_formula(page->book, page->row, column, look, formula, number);
    }
}

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

static void put_facts(jx_batch_page *batch)
{
    static const jx_label labels[] = {JX_LABEL_PROJECTS, JX_LABEL_XLSX_SCORED, JX_LABEL_XLSX_MEAN,
                                      JX_LABEL_XLSX_BEST, JX_LABEL_XLSX_WORST};
    char formula[FORMULA];
    char rank[RANGE];
    char total[RANGE];
    jx_paper *page = &batch->page;
    jx_decimal sum = JX_DECIMAL_ZERO;
    put_title(batch, JX_LABEL_BATCH);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    for (size_t i = 0; i < batch->scored; i++) {
        (void)jx_decimal_add(sum, batch->ranked[i]->total, &sum);
    }
    (void)snprintf(formula, sizeof formula, "=COUNTA(%s)",
                   ranking_range(batch, JX_RANKING_PROJECT, rank));
    put_formula(batch, 0, JX_PAPER_COUNT_OF, formula, jx_decimal_make((int64_t)batch->count, 0));
    (void)snprintf(formula, sizeof formula, "=COUNT(%s)", ranking_range(batch, 0, rank));
    put_formula(batch, 1, JX_PAPER_COUNT_OF, formula, jx_decimal_make((int64_t)batch->scored, 0));
    if (batch->scored > 0) {
        (void)snprintf(formula, sizeof formula, "=ROUND(SUMIF(%s,\">0\",%s)/COUNT(%s),4)", rank,
                       ranking_range(batch, JX_RANKING_TOTAL, total), rank);
        put_formula(batch, 2, JX_PAPER_POINTS, formula, jx_batch_mean(sum, batch->scored));
        (void)range(total, batch->ranking, JX_RANKING_FIRST, batch->scored, JX_RANKING_TOTAL);
        (void)snprintf(formula, sizeof formula, "=MAX(%s)", total);
        put_formula(batch, 3, JX_PAPER_POINTS, formula, batch->ranked[0]->total);
        (void)snprintf(formula, sizeof formula, "=MIN(%s)", total);
        put_formula(batch, 4, JX_PAPER_POINTS, formula, batch->ranked[batch->scored - 1]->total);
    }
    page->row += 2;
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

static void put_share(jx_batch_page *batch, jx_str name, uint16_t in, uint64_t count)
{
    char formula[FORMULA];
    char cells[RANGE];
    jx_paper *page = &batch->page;
    jx_paper_put(page, 0, JX_PAPER_LINE, name);
    (void)snprintf(formula, sizeof formula, "=COUNTIF(%s,A%u)", ranking_range(batch, in, cells),
                   page->row + 1);
    put_formula(batch, 1, JX_PAPER_COUNT_OF, formula, jx_decimal_make((int64_t)count, 0));
    (void)snprintf(formula, sizeof formula, "=ROUND(B%u/COUNTA(%s),%d)", page->row + 1,
                   ranking_range(batch, JX_RANKING_PROJECT, cells), SHARE_PLACES);
    put_formula(batch, 2, JX_PAPER_SHARE, formula,
                jx_batch_mean(jx_decimal_make((int64_t)count, 0), batch->count));
    page->row++;
}

static void put_grades(jx_batch_page *batch)
{
    static const jx_label labels[] = {JX_LABEL_GRADE, JX_LABEL_PROJECTS, JX_LABEL_SHARE_OF_ALL};
    const jx_report *report = batch->report;
    const jx_lang lang = batch->page.lang;
    const uint16_t states = (uint16_t)(JX_RANKING_POINTS + report->column_count);
    put_title(batch, JX_LABEL_SPREAD);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    const uint32_t first = batch->page.row;
    for (size_t i = 0; i < report->tally_count; i++) {
        const jx_str grade = report->tallies[i].grade;
        put_share(batch, grade, JX_RANKING_GRADE, count_grade(batch, grade));
    }
    const jx_words incomplete = jx_state_words(JX_MISSING, true);
    const jx_words faulty = jx_state_words(JX_FAULTY, true);
    put_share(batch, jx_str_of(jx_words_in(incomplete, lang)), states,
              batch->valued - batch->scored);
    put_share(batch, jx_str_of(jx_words_in(faulty, lang)), states, batch->count - batch->valued);
    put_chart(batch, LXW_CHART_COLUMN, JX_LABEL_SPREAD, first, batch->page.row - 1, 1, BLUE);
}

// ------------------------------------------------------------------------------------------------- losses

static void put_categories(jx_batch_page *batch)
{
    static const jx_label labels[] = {JX_LABEL_CATEGORY, JX_LABEL_MEAN_LOST, JX_LABEL_XLSX_HIT};
    char formula[FORMULA];
    char names[RANGE];
    char lost[RANGE];
    char totals[RANGE];
    put_title(batch, JX_LABEL_XLSX_BY_CATEGORY);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    const uint32_t first = batch->page.row;
    for (size_t i = 0; i < batch->category_count; i++) {
        const jx_batch_sum *sum = &batch->categories[i];
        jx_paper_put(&batch->page, 0, JX_PAPER_LINE, sum->name);
        (void)snprintf(formula, sizeof formula, "=ROUND(SUMIF(%s,A%u,%s)/MAX(1,COUNT(%s)),4)",
                       listing_range(batch, JX_LISTING_CATEGORY, names), batch->page.row + 1,
                       listing_range(batch, JX_LISTING_LOST, lost),
                       ranking_range(batch, JX_RANKING_TOTAL, totals));
        put_formula(batch, 1, JX_PAPER_MEAN, formula, jx_batch_mean(sum->lost, batch->valued));
        put_count(batch, 2, sum->hit);
        batch->page.row++;
    }
    put_chart(batch, LXW_CHART_BAR, JX_LABEL_XLSX_BY_CATEGORY, first, batch->page.row - 1, 1, RED);
}

static void put_indicators(jx_batch_page *batch)
{
    static const jx_label labels[] = {JX_LABEL_LEAF, JX_LABEL_MEAN_LOST, JX_LABEL_XLSX_HIT,
                                      JX_LABEL_SELF_WEIGHT, JX_LABEL_XLSX_INDICATOR_ID};
    char formula[FORMULA];
    char ids[RANGE];
    char lost[RANGE];
    char points[RANGE];
    put_title(batch, JX_LABEL_XLSX_BY_INDICATOR);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    const uint32_t first = batch->page.row;
    for (size_t i = 0; i < batch->report->column_count; i++) {
        const jx_batch_sum *sum = &batch->columns[i];
        jx_paper_put(&batch->page, 0, JX_PAPER_LINE, sum->name);
        (void)snprintf(formula, sizeof formula, "=ROUND(SUMIF(%s,E%u,%s)/MAX(1,COUNT(%s)),4)",
                       listing_range(batch, JX_LISTING_ID, ids), batch->page.row + 1,
                       listing_range(batch, JX_LISTING_LOST, lost),
                       ranking_range(batch, (uint16_t)(JX_RANKING_POINTS + i), points));
        put_formula(batch, 1, JX_PAPER_MEAN, formula, jx_batch_mean(sum->lost, sum->counted));
        put_count(batch, 2, sum->hit);
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
    char formula[FORMULA];
    jx_paper *page = &batch->page;
    put_title(batch, title);
    put_headings(batch, labels, sizeof labels / sizeof labels[0]);
    const uint32_t first = page->row;
    for (size_t i = from; i < to; i++) {
        const jx_gathered *card = batch->ranked[i];
        jx_paper_put(page, 0, JX_PAPER_LINE, jx_batch_name(card));
        (void)snprintf(formula, sizeof formula, "='%s'!E%u", batch->ranking,
                       (uint32_t)(JX_RANKING_FIRST + i + 1));
        put_formula(batch, 1, JX_PAPER_POINTS, formula, card->total);
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

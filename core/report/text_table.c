// SPDX-License-Identifier: MIT
#include "report/text_table.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "report/cells.h"
#include "report/labels.h"
#include "report/sentence.h"
#include "report/view.h"

enum { NAME, TARGET, ACTUAL, WEIGHT, POINTS };

enum {
    LEAST_WIDTH = 76, // of the table, so that it stands well above the sentences
    CELL_WIDTH = 24,  // targets and actuals wrap beyond
    NAME_INDENT = 2
};

typedef struct text_row {
    jx_page_cell cells[JX_TEXT_COLUMNS];
    size_t ends[JX_TEXT_COLUMNS]; // in jx_text_table.cells
} text_row;

// ------------------------------------------------------------------------------------------------- rows

// Keeps what the page's scratch holds as the text of a cell.
static void keep_cell(jx_text_table *table, text_row *row, size_t column)
{
    jx_text_add(&table->cells, jx_page_shown(table->page));
    row->ends[column] = table->cells.size;
    table->page->out->failed = table->page->out->failed || table->cells.failed;
}

static void find_texts(const jx_text_table *table, text_row *row)
{
    jx_str all = jx_text_str(&table->cells);
    size_t start = 0;
    for (size_t i = 0; i < JX_TEXT_COLUMNS; i++) {
        size_t end = row->ends[i] < all.size ? row->ends[i] : all.size;
        row->cells[i].text = (jx_str){all.data + start, end - start};
        start = end;
    }
}

static void add_weight(jx_text *out, jx_decimal weight)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_text_add(out, jx_decimal_format(weight, 0, buffer));
}

static jx_tone tone_of(jx_state state)
{
    static const jx_tone tones[] = {
        [JX_SCORED] = JX_TONE_PLAIN,
        [JX_MISSING] = JX_TONE_WARN,
        [JX_NOT_APPLICABLE] = JX_TONE_FAINT,
        [JX_FAULTY] = JX_TONE_BAD,
    };
    return tones[state];
}

static void fill_points(jx_text_table *table,
                        const jx_decimal *points,
                        jx_state state,
                        text_row *row)
{
    jx_text *raw = jx_page_raw(table->page);
    if (points != NULL) {
        jx_points_add(raw, table->table, *points);
    } else {
        jx_text_put(raw, jx_words_in(jx_state_words(state, false), table->page->lang));
    }
    keep_cell(table, row, POINTS);
}

static text_row fill_indicator(jx_text_table *table, size_t index)
{
    const jx_table_row *of = &table->table->rows[index];
    const jx_outcome *outcome = jx_view_outcome(table->card, index);
    text_row row = {.cells[NAME].indent = NAME_INDENT};
    row.cells[ACTUAL].tone = row.cells[POINTS].tone = tone_of(outcome->state);
    jx_text_clear(&table->cells);
    jx_text_add(jx_page_raw(table->page), of->name);
    keep_cell(table, &row, NAME);
    jx_target_add(jx_page_raw(table->page), of, true);
    keep_cell(table, &row, TARGET);
    jx_achieved_add(jx_page_raw(table->page), table->card, index, table->page->lang);
    keep_cell(table, &row, ACTUAL);
    add_weight(jx_page_raw(table->page), of->weight);
    keep_cell(table, &row, WEIGHT);
    fill_points(table, jx_view_has_points(outcome) ? &outcome->points : NULL, outcome->state, &row);
    find_texts(table, &row);
    return row;
}

static text_row fill_sum(jx_text_table *table,
                         const char *title,
                         jx_decimal weight,
                         const jx_decimal *points,
                         jx_state state)
{
    text_row row = {.cells[NAME].tone = JX_TONE_STRONG, .cells[WEIGHT].tone = JX_TONE_STRONG};
    row.cells[POINTS].tone = points == NULL ? tone_of(state) : JX_TONE_STRONG;
    jx_text_clear(&table->cells);
    jx_text_put(jx_page_raw(table->page), title);
    keep_cell(table, &row, NAME);
    row.ends[TARGET] = row.ends[ACTUAL] = table->cells.size;
    add_weight(jx_page_raw(table->page), weight);
    keep_cell(table, &row, WEIGHT);
    fill_points(table, points, state, &row);
    find_texts(table, &row);
    return row;
}

static text_row fill_headings(const jx_text_table *table)
{
    static const jx_label labels[JX_TEXT_COLUMNS] = {
        JX_LABEL_INDICATOR, JX_LABEL_TARGET, JX_LABEL_ACTUAL, JX_LABEL_WEIGHT, JX_LABEL_POINTS};
    text_row row = {0};
    for (size_t i = 0; i < JX_TEXT_COLUMNS; i++) {
        row.cells[i].text = jx_str_of(jx_label_in(labels[i], table->page->lang));
    }
    return row;
}

// ----------------------------------------------------------------------------------------------- widths

static void widen(jx_text_table *table, text_row row)
{
    for (size_t i = 0; i < JX_TEXT_COLUMNS; i++) {
        size_t width = row.cells[i].indent + jx_utf8_width(row.cells[i].text);
        if (width > table->columns[i].width) {
            table->columns[i].width = width;
        }
    }
}

static void measure_rows(jx_text_table *table)
{
    const char *total = jx_label_in(JX_LABEL_RESCALED_TOTAL, table->page->lang);
    const jx_decimal *full = &table->table->full;
    widen(table, fill_headings(table));
    widen(table, fill_sum(table, total, *full, full, JX_SCORED));
    for (size_t i = 0; i < table->table->row_count; i++) {
        widen(table, fill_indicator(table, i));
    }
}

// Names get what the other columns leave.
static void fit_columns(jx_text_table *table)
{
    jx_page_column *columns = table->columns;
    size_t others = (size_t)JX_PAGE_GAP * (JX_TEXT_COLUMNS - 1);
    for (size_t i = TARGET; i < JX_TEXT_COLUMNS; i++) {
        bool wraps = i == TARGET || i == ACTUAL;
        columns[i].width = wraps && columns[i].width > CELL_WIDTH ? CELL_WIDTH : columns[i].width;
        others += columns[i].width;
    }
    if (columns[NAME].width + others > JX_PAGE_COLUMNS) {
        columns[NAME].width = JX_PAGE_COLUMNS - others;
    } else if (columns[NAME].width + others < LEAST_WIDTH) {
        columns[NAME].width = LEAST_WIDTH - others;
    }
}

jx_text_table jx_text_table_on(jx_page *page, const jx_scorecard *card)
{
    jx_text_table table = {
        .page = page,
        .card = card,
        .table = jx_view_table(card),
        .columns = {[WEIGHT].right = true, [POINTS].right = true},
        .cells = jx_text_in(page->out->arena),
    };
    measure_rows(&table);
    fit_columns(&table);
    return table;
}

// ----------------------------------------------------------------------------------------------- writing

static void write_row(const jx_text_table *table, text_row row)
{
    jx_page_row(table->page, table->columns, row.cells, JX_TEXT_COLUMNS);
}

void jx_text_table_headings(jx_text_table *table)
{
    write_row(table, fill_headings(table));
    jx_text_table_rule(table);
}

void jx_text_table_rule(jx_text_table *table)
{
    jx_page_rule(table->page, table->columns, JX_TEXT_COLUMNS);
}

void jx_text_table_indicator(jx_text_table *table, size_t row)
{
    write_row(table, fill_indicator(table, row));
}

void jx_text_table_sum(jx_text_table *table,
                       const char *title,
                       jx_decimal weight,
                       const jx_decimal *points,
                       jx_state state)
{
    write_row(table, fill_sum(table, title, weight, points, state));
}

// SPDX-License-Identifier: MIT
// Scorecards in order, and what they lost added up.
#include "base/decimal.h"
#include "base/ratio.h"
#include "report/xlsx_batch.h"

#include <stdlib.h>

enum { MEAN_PLACES = 4 };

static int class_of(const jx_gathered *card)
{
    return card->state == JX_SCORED ? 0 : (card->has_total ? 1 : 2);
}

// Equal totals stay in the order of the actuals, which is that of their addresses.
static int compare(const void *left, const void *right)
{
    const jx_gathered *a = *(const jx_gathered *const *)left;
    const jx_gathered *b = *(const jx_gathered *const *)right;
    int order = class_of(a) - class_of(b);
    if (order == 0 && a->has_total && b->has_total) {
        order = jx_decimal_compare(b->total, a->total);
    }
    return order != 0 ? order : (a > b) - (a < b);
}

static bool rank(jx_batch_page *batch, jx_arena *arena)
{
    const jx_report *report = batch->report;
    batch->count = report->gathered_count;
    batch->ranked = jx_arena_array(arena, batch->count, sizeof(const jx_gathered *));
    if (batch->ranked == NULL) {
        return false;
    }
    for (size_t i = 0; i < batch->count; i++) {
        batch->ranked[i] = &report->gathered[i];
        batch->scored += class_of(batch->ranked[i]) == 0;
        batch->valued += class_of(batch->ranked[i]) < 2;
        batch->losses += batch->ranked[i]->has_total ? batch->ranked[i]->loss_count : 0;
    }
    if (batch->count > 1) {
        qsort(batch->ranked, batch->count, sizeof(const jx_gathered *), compare);
    }
    return true;
}

// ------------------------------------------------------------------------------------------------- columns

uint32_t jx_batch_column(const jx_batch_page *batch, const jx_table *table, uint32_t row)
{
    const jx_report_cells cells = jx_report_find_cells(batch->report, table);
    for (size_t i = 0; i < cells.count; i++) {
        if (cells.list[i].row == row) {
            return cells.list[i].column;
        }
    }
    return 0;
}

jx_str jx_batch_category(const jx_batch_page *batch, const jx_table *table, uint32_t row)
{
    const jx_lang lang = batch->page.lang;
    return jx_str_of(row == JX_OF_NO_ROW
                         ? jx_label_in(JX_LABEL_EXPLAIN_OWN, lang)
                         : jx_words_in(table->categories[table->rows[row].category].label, lang));
}

jx_str jx_batch_name(const jx_gathered *card)
{
    if (card->instance.size > 0) {
        return card->instance;
    }
    return card->table == NULL ? card->project : card->table->name;
}

static jx_batch_sum *find_category(jx_batch_page *batch, jx_str label)
{
    size_t at = 0;
    while (at < batch->category_count && !jx_str_equal(batch->categories[at].key, label)) {
        at++;
    }
    if (at == batch->category_count) {
        batch->categories[batch->category_count++] =
            (jx_batch_sum){.key = label, .name = label, .weight = JX_DECIMAL_ZERO};
    }
    return &batch->categories[at];
}

static size_t most_categories(const jx_report *report)
{
    size_t most = 1; // what projects' own scripts took
    for (size_t i = 0; i < report->table_count; i++) {
        most += report->tables[i]->category_count;
    }
    return most;
}

static void add_table(jx_batch_page *batch, const jx_table *table)
{
    const jx_report_cells cells = jx_report_find_cells(batch->report, table);
    for (size_t i = 0; i < cells.count; i++) {
        const jx_table_row *row = &table->rows[cells.list[i].row];
        jx_batch_sum *sum = &batch->columns[cells.list[i].column];
        if (sum->name.data == NULL) {
            *sum = (jx_batch_sum){.key = row->id, .name = row->name, .weight = row->weight};
        }
    }
    for (uint32_t i = 0; i < table->row_count; i++) {
        jx_batch_sum *sum = find_category(batch, jx_batch_category(batch, table, i));
        if (table == batch->report->tables[0]) {
            (void)jx_decimal_add(sum->weight, table->rows[i].weight, &sum->weight);
        }
    }
}

// ---------------------------------------------------------------------------------------------------- sums

static void add_to(jx_batch_sum *sum, jx_decimal lost)
{
    (void)jx_decimal_add(sum->lost, lost, &sum->lost);
    sum->hit += jx_decimal_sign(lost) > 0;
}

// What a project lost in each category counts once.
static void add_categories(jx_batch_page *batch, const jx_gathered *card)
{
    for (size_t i = 0; i < batch->category_count; i++) {
        jx_decimal lost = JX_DECIMAL_ZERO;
        for (size_t k = 0; k < card->loss_count; k++) {
            const jx_gathered_loss *loss = &card->losses[k];
            const jx_str label = jx_batch_category(batch, card->table, loss->row);
            if (jx_str_equal(label, batch->categories[i].key)) {
                (void)jx_decimal_add(lost, loss->points, &lost);
            }
        }
        add_to(&batch->categories[i], lost);
        batch->categories[i].counted++;
    }
}

static void add_card(jx_batch_page *batch, const jx_gathered *card)
{
    const jx_report_cells cells = jx_report_find_cells(batch->report, card->table);
    for (size_t i = 0; i < cells.count && card->cell_count > 0; i++) {
        const jx_gathered_cell *cell = &card->cells[cells.list[i].row];
        jx_batch_sum *sum = &batch->columns[cells.list[i].column];
        if (jx_gathered_has_points(cell)) {
            sum->counted++;
            add_to(sum, cell->lost);
        }
    }
    for (size_t k = 0; k < card->loss_count; k++) {
        if (card->losses[k].row == JX_OF_NO_ROW) {
            (void)find_category(batch, jx_batch_category(batch, card->table, JX_OF_NO_ROW));
        }
    }
}

bool jx_batch_order(jx_batch_page *batch, jx_arena *arena)
{
    const jx_report *report = batch->report;
    batch->columns = jx_arena_array(arena, report->column_count, sizeof *batch->columns);
    batch->categories = jx_arena_array(arena, most_categories(report), sizeof *batch->categories);
    if (batch->columns == NULL || batch->categories == NULL || !rank(batch, arena)) {
        return false;
    }
    for (size_t i = 0; i < report->table_count; i++) {
        add_table(batch, report->tables[i]);
    }
    for (size_t i = 0; i < batch->valued; i++) {
        add_card(batch, batch->ranked[i]);
    }
    for (size_t i = 0; i < batch->valued; i++) {
        add_categories(batch, batch->ranked[i]);
    }
    return true;
}

jx_decimal jx_batch_mean(jx_decimal sum, uint64_t count)
{
    jx_ratio ratio;
    jx_decimal mean = JX_DECIMAL_ZERO;
    if (count > 0 && jx_ratio_make(sum, jx_decimal_make((int64_t)count, 0), &ratio)) {
        (void)jx_ratio_round(ratio, MEAN_PLACES, JX_ROUND_HALF_UP, &mean);
    }
    return mean;
}

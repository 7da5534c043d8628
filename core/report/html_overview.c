// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "base/ratio.h"
#include "report/html_batch.h"

#include <stdlib.h>

// ---------------------------------------------------------------------------------------------- ranking

static bool find_share(const jx_gathered *card, jx_ratio *ret)
{
    return card->has_total && jx_ratio_make(card->total, card->table->full, ret);
}

// By share of the full score, the highest first, those that were scored before those that are incomplete; then in the order of
// the actuals.
static int compare_shares(const jx_gathered *one, const jx_gathered *other)
{
    jx_ratio shares[2];
    const bool scored[] = {one->state == JX_SCORED, other->state == JX_SCORED};
    if (scored[0] != scored[1]) {
        return scored[1] - scored[0];
    }
    const bool has[] = {find_share(one, &shares[0]), find_share(other, &shares[1])};
    return has[0] && has[1] ? jx_ratio_compare(shares[1], shares[0]) : has[1] - has[0];
}

static int compare_ranked(const void *a, const void *b)
{
    const jx_ranked *one = a;
    const jx_ranked *other = b;
    const int order = compare_shares(one->card, other->card);
    return order != 0 ? order : (one->card > other->card) - (one->card < other->card);
}

static bool rank(jx_overview *it, jx_arena *arena)
{
    const size_t count = it->report->gathered_count;
    it->ranking = jx_arena_array(arena, count, sizeof *it->ranking);
    if (it->ranking == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        it->ranking[i].card = &it->report->gathered[i];
    }
    if (count > 1) {
        qsort(it->ranking, count, sizeof *it->ranking, compare_ranked);
    }
    for (size_t i = 0; i < count && it->ranking[i].card->state == JX_SCORED; i++) {
        const bool level =
            i > 0 && compare_shares(it->ranking[i - 1].card, it->ranking[i].card) == 0;
        it->ranking[i].rank = level ? it->ranking[i - 1].rank : i + 1;
    }
    return true;
}

// ------------------------------------------------------------------------------------------------- sums

static size_t find_category(const jx_overview *it, const jx_table_category *category)
{
    size_t i = 0;
    while (i < it->category_count && !jx_str_equal(it->categories[i].id, category->name)) {
        i++;
    }
    return i;
}

static bool has_own_losses(const jx_gathered *card)
{
    return card->loss_count > 0 && card->losses[card->loss_count - 1].row == JX_OF_NO_ROW;
}

// What projects lost themselves comes behind the categories, if any did.
static void find_own(jx_overview *it)
{
    const jx_report *report = it->report;
    for (size_t i = 0; i < report->gathered_count; i++) {
        if (has_own_losses(&report->gathered[i])) {
            it->categories[it->category_count++].name =
                jx_str_of(jx_label_in(JX_LABEL_EXPLAIN_OWN, report->lang));
            it->has_own = true;
            return;
        }
    }
}

static bool find_categories(jx_overview *it, jx_arena *arena)
{
    const jx_report *report = it->report;
    size_t most = 1;
    for (size_t i = 0; i < report->table_count; i++) {
        most += report->tables[i]->category_count;
    }
    it->categories = jx_arena_array(arena, most, sizeof *it->categories);
    if (it->categories == NULL) {
        return false;
    }
    for (size_t i = 0; i < report->table_count; i++) {
        for (size_t k = 0; k < report->tables[i]->category_count; k++) {
            const jx_table_category *category = &report->tables[i]->categories[k];
            if (find_category(it, category) == it->category_count) {
                it->categories[it->category_count++] =
                    (jx_lost_sum){.id = category->name,
                                  .name = jx_str_of(jx_words_in(category->label, report->lang))};
            }
        }
    }
    find_own(it);
    return true;
}

static bool find_indicators(jx_overview *it, jx_arena *arena)
{
    const jx_report *report = it->report;
    it->indicators = jx_arena_array(arena, report->column_count, sizeof *it->indicators);
    if (it->indicators == NULL) {
        return false;
    }
    for (size_t i = report->table_count; i-- > 0;) {
        const jx_report_cells cells = jx_report_find_cells(report, report->tables[i]);
        for (size_t k = 0; k < cells.count; k++) {
            const jx_table_row *row = &report->tables[i]->rows[cells.list[k].row];
            it->indicators[cells.list[k].column] = (jx_lost_sum){.id = row->id, .name = row->name};
        }
    }
    return true;
}

bool jx_gathered_lost(const jx_gathered *card, size_t row, jx_decimal *ret)
{
    return row < card->cell_count && jx_gathered_has_points(&card->cells[row]) &&
           jx_decimal_subtract(card->table->rows[row].weight, card->cells[row].points, ret);
}

static void add_lost(jx_lost_sum *sum, jx_decimal lost)
{
    sum->projects += jx_decimal_add(sum->lost, lost, &sum->lost);
}

void jx_overview_lost(const jx_overview *it, const jx_gathered *card, jx_lost_sum *ret)
{
    for (size_t i = 0; i < it->category_count; i++) {
        ret[i] = (jx_lost_sum){.projects = 0};
    }
    for (size_t i = 0; i < card->cell_count; i++) {
        const uint32_t category = card->table->rows[i].category;
        jx_decimal lost;
        if (jx_gathered_lost(card, i, &lost)) {
            add_lost(&ret[find_category(it, &card->table->categories[category])], lost);
        }
    }
    for (size_t i = 0; i < card->loss_count && it->has_own; i++) {
        if (card->losses[i].row == JX_OF_NO_ROW) {
            add_lost(&ret[it->category_count - 1], card->losses[i].points);
        }
    }
}

static void add_card(jx_overview *it, const jx_gathered *card, jx_lost_sum *own)
{
    const jx_report_cells cells = jx_report_find_cells(it->report, card->table);
    for (size_t i = 0; i < cells.count; i++) {
        jx_decimal lost;
        if (jx_gathered_lost(card, cells.list[i].row, &lost)) {
            add_lost(&it->indicators[cells.list[i].column], lost);
        }
    }
    jx_overview_lost(it, card, own);
    for (size_t i = 0; i < it->category_count; i++) {
        if (own[i].projects > 0 || (it->has_own && i + 1 == it->category_count)) {
            add_lost(&it->categories[i], own[i].lost);
        }
    }
}

static int compare_sums(const void *a, const void *b)
{
    const jx_lost_sum *one = a;
    const jx_lost_sum *other = b;
    const int order = jx_decimal_compare(jx_lost_mean(other), jx_lost_mean(one));
    return order != 0 ? order : jx_str_order(one->id, other->id);
}

jx_decimal jx_lost_mean(const jx_lost_sum *sum)
{
    jx_decimal mean = jx_decimal_make(0, 0);
    if (sum->projects > 0) {
        (void)jx_decimal_multiply_divide(sum->lost, jx_decimal_make(1, 0),
                                         jx_decimal_make((int64_t)sum->projects, 0), JX_MEAN_PLACES,
                                         JX_ROUND_HALF_UP, &mean);
    }
    return mean;
}

// ------------------------------------------------------------------------------------------------- mean

// Of totals out of the same full score.
static bool find_mean(jx_overview *it)
{
    jx_lost_sum totals = {.projects = 0};
    for (size_t i = 0; i < it->report->gathered_count; i++) {
        const jx_gathered *card = it->ranking[i].card;
        if (card->state != JX_SCORED) {
            continue;
        }
        if (totals.projects > 0 && jx_decimal_compare(it->full, card->table->full) != 0) {
            return false;
        }
        it->full = card->table->full;
        add_lost(&totals, card->total);
    }
    it->mean = jx_lost_mean(&totals);
    return totals.projects > 0;
}

bool jx_overview_make(jx_overview *it, const jx_report *report, jx_arena *arena)
{
    *it = (jx_overview){.report = report};
    if (!rank(it, arena) || !find_categories(it, arena) || !find_indicators(it, arena)) {
        return false;
    }
    jx_lost_sum *own = jx_arena_array(arena, it->category_count, sizeof *own);
    if (own == NULL) {
        return false;
    }
    for (size_t i = 0; i < report->gathered_count; i++) {
        if (report->gathered[i].has_total) {
            add_card(it, &report->gathered[i], own);
        }
    }
    if (report->column_count > 1) {
        qsort(it->indicators, report->column_count, sizeof *it->indicators, compare_sums);
    }
    it->has_mean = find_mean(it);
    return true;
}

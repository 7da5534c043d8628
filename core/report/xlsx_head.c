// SPDX-License-Identifier: MIT
// The head of the form: title, project, funds, goal.
#include "base/decimal.h"
#include "base/list.h"
#include "model/keys.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/sentence.h"
#include "report/view.h"
#include "report/xlsx_card.h"

#include <string.h>

// A pair of facts that stand in one row.
typedef struct fact {
    jx_label label;
    uint32_t key; // JX_PROJECT_…
} fact;

static const struct fact_pair {
    fact left;
    fact right;
    bool always;
} pairs[] = {
    {{JX_LABEL_SELF_DEPARTMENT, JX_PROJECT_DEPARTMENT},
     {JX_LABEL_SELF_UNIT, JX_PROJECT_UNIT},
     true},
    {{JX_LABEL_SELF_CONTACT, JX_PROJECT_CONTACT}, {JX_LABEL_SELF_PHONE, JX_PROJECT_PHONE}, false},
    {{JX_LABEL_SELF_PERIOD, JX_PROJECT_PERIOD},
     {JX_LABEL_SELF_ATTRIBUTE, JX_PROJECT_ATTRIBUTE},
     false},
};

static const fact funds[] = {
    {JX_LABEL_SELF_BUDGET, JX_PROJECT_BUDGET},
    {JX_LABEL_SELF_EXECUTED, JX_PROJECT_EXECUTED},
};

jx_str jx_paper_printed(const jx_table *table, uint32_t key)
{
    const jx_field *field = jx_list_at(&jx_project_keys, key);
    for (size_t i = 0; i < table->printed_count; i++) {
        if (strcmp(table->printed[i].label.en, field->says.en) == 0) {
            return table->printed[i].text;
        }
    }
    return JX_STR_NONE;
}

// --------------------------------------------------------------------------------------------- the project

static void put_title(jx_paper *page)
{
    jx_paper_wide_label(page, JX_SELF_NUMBER, JX_SELF_REASON, JX_PAPER_TITLE, JX_LABEL_SELF_TITLE);
    jx_paper_height(page, page->row++, 2);
    if (page->table->year != 0) {
        char digits[JX_NUMBER_TEXT];
        jx_label_add(jx_paper_raw(page), page->lang, JX_LABEL_SELF_OF_YEAR,
                     jx_str_number((uint64_t)page->table->year, digits));
        jx_paper_wide_raw(page, JX_SELF_NUMBER, JX_SELF_REASON, JX_PAPER_SUBTITLE);
        jx_paper_height(page, page->row++, 1);
    }
}

static void put_pair(jx_paper *page, jx_label left, jx_str says, jx_label right, jx_str also)
{
    enum { LEFT_COLUMNS = 52, RIGHT_COLUMNS = 66 };
    jx_text_add(jx_paper_raw(page), says);
    uint32_t lines = jx_paper_lines(page, LEFT_COLUMNS);
    jx_text_add(jx_paper_raw(page), also);
    const uint32_t others = jx_paper_lines(page, RIGHT_COLUMNS);
    lines = others > lines ? others : lines;
    jx_paper_wide_label(page, JX_SELF_NUMBER, JX_SELF_CATEGORY, JX_PAPER_HEAD, left);
    jx_paper_wide(page, JX_SELF_SUBCATEGORY, JX_SELF_LEAF, JX_PAPER_TEXT, says);
    jx_paper_label(page, JX_SELF_TARGET, JX_PAPER_HEAD, right);
    jx_paper_wide(page, JX_SELF_ACTUAL, JX_SELF_REASON, JX_PAPER_TEXT, also);
    jx_paper_height(page, page->row++, lines);
}

static void put_facts(jx_paper *page)
{
    const jx_table *table = page->table;
    const jx_str instance = page->card->observations->instance;
    jx_text name = jx_text_in(page->report->arena);
    jx_text_add(&name, table->name);
    if (instance.size > 0) {
        jx_bracketed_add(&name, instance, page->lang);
    }
    page->raw.failed = page->raw.failed || name.failed;
    put_pair(page, JX_LABEL_SELF_NAME, jx_text_str(&name), JX_LABEL_PROJECT_ID, table->id);
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        const jx_str left = jx_paper_printed(table, pairs[i].left.key);
        const jx_str right = jx_paper_printed(table, pairs[i].right.key);
        if (pairs[i].always || left.size > 0 || right.size > 0) {
            put_pair(page, pairs[i].left.label, left, pairs[i].right.label, right);
        }
    }
}

// ----------------------------------------------------------------------------------------------- the funds

// The one row that says how much of the budget was spent: its category is headed so, and it has a figure to compare with.
static size_t find_funds(const jx_paper *page)
{
    size_t found = JX_SELF_NO_ROW;
    for (size_t i = 0; i < page->table->row_count; i++) {
        const jx_table_row *row = &page->table->rows[i];
        const char *label = page->table->categories[row->category].label.zh;
        if (strstr(label, "预算执行") == NULL) {
            continue;
        }
        if (found != JX_SELF_NO_ROW) {
            return JX_SELF_NO_ROW;
        }
        found = i;
    }
    const bool stated =
        found != JX_SELF_NO_ROW && jx_view_cell(page->card, found, JX_SLOT_BASELINE).size > 0;
    return stated ? found : JX_SELF_NO_ROW;
}

static void put_unit(jx_paper *page, uint16_t column, jx_label plain, jx_label in, jx_str unit)
{
    if (unit.size == 0) {
        jx_paper_label(page, column, JX_PAPER_HEAD, plain);
        return;
    }
    jx_label_add(jx_paper_raw(page), page->lang, in, unit);
    jx_paper_put_raw(page, column, JX_PAPER_HEAD);
}

static void put_funds_headings(jx_paper *page, jx_str unit)
{
    const uint32_t row = page->row;
    jx_workbook_merged(page->book,
                       (jx_workbook_block){row, JX_SELF_NUMBER, row + 1, JX_SELF_NUMBER},
                       JX_PAPER_HEAD, jx_str_of(jx_label_in(JX_LABEL_XLSX_FUNDS, page->lang)));
    jx_paper_wide_label(page, JX_SELF_CATEGORY, JX_SELF_SUBCATEGORY, JX_PAPER_HEAD,
                        JX_LABEL_XLSX_FUNDS_NAME);
    put_unit(page, JX_SELF_LEAF, JX_LABEL_SELF_BUDGET, JX_LABEL_XLSX_BUDGET_IN, unit);
    put_unit(page, JX_SELF_TARGET, JX_LABEL_SELF_EXECUTED, JX_LABEL_XLSX_EXECUTED_IN, unit);
    jx_paper_label(page, JX_SELF_ACTUAL, JX_PAPER_HEAD, JX_LABEL_XLSX_RATE);
    jx_paper_label(page, JX_SELF_WEIGHT, JX_PAPER_HEAD, JX_LABEL_SELF_WEIGHT);
    jx_paper_label(page, JX_SELF_POINTS, JX_PAPER_HEAD, JX_LABEL_POINTS);
    jx_paper_label(page, JX_SELF_REASON, JX_PAPER_HEAD, JX_LABEL_SELF_REASON);
    jx_paper_height(page, page->row++, 1);
}

// The budget, and what was added to it since.
static void put_budget(jx_paper *page, size_t index)
{
    const jx_table_row *row = &page->table->rows[index];
    jx_text *raw = jx_paper_raw(page);
    jx_text_add(raw, jx_view_cell(page->card, index, JX_SLOT_BASELINE));
    for (size_t i = 0; i < row->input_count; i++) {
        const jx_str written = jx_view_cell(page->card, index, JX_SLOT_INPUTS + (uint32_t)i);
        if (written.size > 0) {
            jx_text_add_char(raw, '\n');
            jx_label_add(raw, page->lang, JX_LABEL_DERIVED_FURTHER, row->inputs[i], written);
        }
    }
    jx_paper_put_raw(page, JX_SELF_LEAF, JX_PAPER_CENTER);
}

static void put_funds(jx_paper *page, size_t index)
{
    const jx_table_row *row = &page->table->rows[index];
    put_funds_headings(page, row->unit);
    jx_paper_wide(page, JX_SELF_CATEGORY, JX_SELF_SUBCATEGORY, JX_PAPER_CENTER, row->name);
    put_budget(page, index);
    uint32_t lines = jx_paper_lines(page, jx_self_widths[JX_SELF_LEAF]);
    jx_paper_put(page, JX_SELF_TARGET, JX_PAPER_CENTER,
                 jx_view_cell(page->card, index, JX_SLOT_ACTUAL));
    jx_achieved_add(jx_paper_raw(page), page->card, index, page->lang);
    jx_paper_put_raw(page, JX_SELF_ACTUAL, JX_PAPER_CENTER);
    const uint32_t others = jx_paper_form_points(page, index);
    jx_paper_height(page, page->row++, (others > lines ? others : lines) + 1);
}

// Where no indicator is about the budget, what the project file says of it.
static void put_printed_funds(jx_paper *page)
{
    const jx_str budget = jx_paper_printed(page->table, funds[0].key);
    const jx_str executed = jx_paper_printed(page->table, funds[1].key);
    if (budget.size > 0 || executed.size > 0) {
        put_pair(page, funds[0].label, budget, funds[1].label, executed);
    }
}

// ------------------------------------------------------------------------------------------------ the goal

static void add_achievement(jx_paper *page)
{
    size_t whole = 0;
    size_t lost = 0;
    char digits[3][JX_NUMBER_TEXT];
    char points[JX_DECIMAL_TEXT];
    jx_text *raw = jx_paper_raw(page);
    for (size_t i = 0; i < page->table->row_count; i++) {
        const jx_outcome *outcome = jx_view_outcome(page->card, i);
        whole += outcome->state == JX_SCORED && outcome->loss_count == 0;
        lost += jx_view_has_points(outcome) && outcome->loss_count > 0;
    }
    if (jx_view_has_total(page->card)) {
        jx_label_add(raw, page->lang, JX_LABEL_XLSX_ACHIEVED_IS,
                     jx_str_number(page->table->row_count, digits[0]),
                     jx_str_number(whole, digits[1]), jx_str_number(lost, digits[2]),
                     jx_points_format(page->table, page->card->total, points));
    }
    if (page->card->state != JX_SCORED) {
        jx_state_reason_add(raw, page->card, page->lang);
        jx_text_put(raw, jx_label_in(JX_LABEL_STOP, page->lang));
    }
}

static void put_goal(jx_paper *page)
{
    enum { GOAL_COLUMNS = 68 };
    const uint32_t row = page->row;
    jx_workbook_merged(page->book,
                       (jx_workbook_block){row, JX_SELF_NUMBER, row + 1, JX_SELF_NUMBER},
                       JX_PAPER_HEAD, jx_str_of(jx_label_in(JX_LABEL_XLSX_GOAL, page->lang)));
    jx_paper_wide_label(page, JX_SELF_CATEGORY, JX_SELF_TARGET, JX_PAPER_HEAD,
                        JX_LABEL_XLSX_EXPECTED);
    jx_paper_wide_label(page, JX_SELF_ACTUAL, JX_SELF_REASON, JX_PAPER_HEAD,
                        JX_LABEL_XLSX_ACHIEVED);
    jx_paper_height(page, page->row++, 1);
    jx_text_add(jx_paper_raw(page), page->table->goal);
    uint32_t lines = jx_paper_lines(page, GOAL_COLUMNS);
    jx_paper_wide_raw(page, JX_SELF_CATEGORY, JX_SELF_TARGET, JX_PAPER_TEXT);
    add_achievement(page);
    const uint32_t others = jx_paper_lines(page, GOAL_COLUMNS);
    jx_paper_wide_raw(page, JX_SELF_ACTUAL, JX_SELF_REASON, JX_PAPER_TEXT);
    lines = others > lines ? others : lines;
    jx_paper_height(page, page->row++, lines < 2 ? 2 : lines);
}

size_t jx_paper_form_head(jx_paper *page, uint32_t *ret_at)
{
    put_title(page);
    put_facts(page);
    const size_t index = find_funds(page);
    if (index == JX_SELF_NO_ROW) {
        put_printed_funds(page);
    } else {
        *ret_at = page->row + 1;
        put_funds(page, index);
    }
    put_goal(page);
    return index;
}

// SPDX-License-Identifier: MIT
#include "report/report.h"

#include "report/gathered.h"
#include "report/reporters.h"

#include <string.h>

static const jx_reporter *const reporters[] = {
    &jx_reporter_text,     &jx_reporter_json, &jx_reporter_csv,  &jx_reporter_jsonl,
    &jx_reporter_markdown, &jx_reporter_html, &jx_reporter_xlsx, &jx_reporter_pdf,
};

size_t jx_reporter_count(void)
{
    return sizeof reporters / sizeof reporters[0];
}

const jx_reporter *jx_reporter_at(size_t index)
{
    return reporters[index];
}

const jx_reporter *jx_reporter_find(const char *name, unsigned serves)
{
    for (size_t i = 0; i < jx_reporter_count(); i++) {
        if (strcmp(reporters[i]->name, name) == 0 && (reporters[i]->serves & serves) == serves) {
            return reporters[i];
        }
    }
    return NULL;
}

// ---------------------------------------------------------------------------------------------- columns

static size_t find_or_add(jx_str *names, size_t *count, jx_str name)
{
    for (size_t i = 0; i < *count; i++) {
        if (jx_str_equal(names[i], name)) {
            return i;
        }
    }
    names[*count] = name;
    return (*count)++;
}

// Keeps the cells in the order of their columns.
static void insert_cell(jx_report_cell *cells, size_t count, jx_report_cell cell)
{
    size_t at = count;
    while (at > 0 && cells[at - 1].column > cell.column) {
        cells[at] = cells[at - 1];
        at--;
    }
    cells[at] = cell;
}

static bool find_columns(jx_report *report, jx_arena *arena)
{
    size_t most = 0;
    for (size_t i = 0; i < report->table_count; i++) {
        most += report->tables[i]->row_count;
    }
    jx_str *columns = jx_arena_array(arena, most, sizeof *columns);
    jx_report_cell *next = jx_arena_array(arena, most, sizeof *next);
    jx_report_cells *cells = jx_arena_array(arena, report->table_count, sizeof *cells);
    if (columns == NULL || next == NULL || cells == NULL) {
        return false;
    }
    report->column_count = 0;
    for (size_t i = 0; i < report->table_count; i++) {
        const jx_table *table = report->tables[i];
        for (uint32_t k = 0; k < table->row_count; k++) {
            size_t column = find_or_add(columns, &report->column_count, table->rows[k].id);
            insert_cell(next, k, (jx_report_cell){(uint32_t)column, k});
        }
        cells[i] = (jx_report_cells){next, table->row_count};
        next += table->row_count;
    }
    report->columns = columns;
    report->cells = cells;
    return true;
}

static bool find_grades(jx_report *report, jx_arena *arena)
{
    size_t most = 0;
    for (size_t i = 0; i < report->table_count; i++) {
        most += report->tables[i]->grade_count;
    }
    jx_str *names = jx_arena_array(arena, most, sizeof *names);
    jx_tally *tallies = jx_arena_array(arena, most, sizeof *tallies);
    if (names == NULL || tallies == NULL) {
        return false;
    }
    report->tally_count = 0;
    for (size_t i = 0; i < report->table_count; i++) {
        for (size_t k = 0; k < report->tables[i]->grade_count; k++) {
            jx_str name = report->tables[i]->grades[k].name;
            tallies[find_or_add(names, &report->tally_count, name)].grade = name;
        }
    }
    report->tallies = tallies;
    return true;
}

jx_report_cells jx_report_find_cells(const jx_report *report, const jx_table *table)
{
    for (size_t i = 0; i < report->table_count; i++) {
        if (report->tables[i] == table) {
            return report->cells[i];
        }
    }
    return (jx_report_cells){NULL, 0};
}

// ----------------------------------------------------------------------------------------------- writing

jx_status jx_report_begin(jx_report *report, jx_arena *arena, jx_error *err)
{
    report->added = report->incomplete = report->faulty = 0;
    report->arena = arena;
    report->own = NULL;
    report->gathered = NULL;
    report->gathered_count = 0;
    if (!find_columns(report, arena) || !find_grades(report, arena)) {
        return jx_fail_memory(err);
    }
    const jx_status status =
        report->reporter->begin == NULL ? JX_OK : report->reporter->begin(report, err);
    return status == JX_OK && report->out->failed ? jx_fail_memory(err) : status;
}

static bool gathers(const jx_report *report)
{
    return report->reporter->gathers && !report->single;
}

void jx_report_write(jx_report *report, const jx_scorecard *card)
{
    if (gathers(report)) {
        jx_gather_write(report, card);
    } else {
        report->reporter->add(report, card);
    }
}

jx_status jx_report_take(jx_report *report, jx_str written, bool *ret_output, jx_error *err)
{
    *ret_output = !gathers(report);
    return *ret_output ? JX_OK : jx_gather_take(report, written, err);
}

jx_status jx_report_add(jx_report *report, const jx_scorecard *card, jx_error *err)
{
    jx_text *out = report->out;
    const size_t before = out->size;
    bool is_output = true;
    jx_report_write(report, card);
    jx_report_count(report, card->state, card->grade == NULL ? JX_STR_NONE : card->grade->name);
    if (out->failed) {
        return jx_fail_memory(err);
    }
    const jx_status status =
        jx_report_take(report, jx_str_from(jx_text_str(out), before), &is_output, err);
    out->size = is_output ? out->size : before;
    return status;
}

jx_status jx_report_end(jx_report *report, jx_error *err)
{
    const jx_status status =
        report->reporter->end == NULL ? JX_OK : report->reporter->end(report, err);
    return status == JX_OK && report->out->failed ? jx_fail_memory(err) : status;
}

void jx_report_count(jx_report *report, jx_state state, jx_str grade)
{
    report->added++;
    report->incomplete += state == JX_MISSING;
    report->faulty += state == JX_FAULTY;
    for (size_t i = 0; i < report->tally_count && grade.data != NULL; i++) {
        if (jx_str_equal(report->tallies[i].grade, grade)) {
            report->tallies[i].count++;
            return;
        }
    }
}

// SPDX-License-Identifier: MIT
#include "cli/coverage_page.h"

#include "base/utf8.h"
#include "report/labels.h"
#include "report/page.h"
#include "report/sentence.h"

#include <inttypes.h>
#include <stdio.h>

enum { COLUMNS = 1 + JX_BRANCH_COUNT, NUMBER_TEXT = 16, NUMBER_COLUMNS = 4 };

static const struct {
    jx_label heading;
    jx_label hole;
} branches[JX_BRANCH_COUNT] = {
    [JX_BRANCH_FULL] = {JX_LABEL_TEST_FULL, JX_LABEL_TEST_HOLE_FULL},
    [JX_BRANCH_PART] = {JX_LABEL_TEST_PART, JX_LABEL_TEST_HOLE_PART},
    [JX_BRANCH_FLOOR] = {JX_LABEL_TEST_FLOOR, JX_LABEL_TEST_HOLE_FLOOR},
    [JX_BRANCH_MISSING] = {JX_LABEL_TEST_MISSING, JX_LABEL_TEST_HOLE_MISSING},
};

// ------------------------------------------------------------------------------------------- the table

static size_t wider(size_t width, jx_str text)
{
    const size_t found = jx_utf8_width(text);
    return found > width ? found : width;
}

static void write_headings(jx_page *page, const jx_coverage *coverage, jx_page_column *columns)
{
    jx_page_cell cells[COLUMNS] = {{.text = JX_STR(""), .indent = 0, .tone = JX_TONE_PLAIN}};
    cells[0].text = jx_str_of(jx_label_in(JX_LABEL_INDICATOR, page->lang));
    columns[0] = (jx_page_column){.width = wider(0, cells[0].text)};
    for (size_t i = 0; i < coverage->plan->count; i++) {
        columns[0].width = wider(columns[0].width, coverage->plan->table.rows[i].id);
    }
    for (size_t i = 0; i < JX_BRANCH_COUNT; i++) {
        cells[1 + i].text = jx_str_of(jx_label_in(branches[i].heading, page->lang));
        columns[1 + i] =
            (jx_page_column){.width = wider(NUMBER_COLUMNS, cells[1 + i].text), .right = true};
    }
    jx_page_row(page, columns, cells, COLUMNS);
    jx_page_rule(page, columns, COLUMNS);
}

static void write_row(jx_page *page,
                      const jx_coverage *coverage,
                      size_t row,
                      const jx_page_column *columns)
{
    char numbers[JX_BRANCH_COUNT][NUMBER_TEXT];
    const jx_coverage_row *at = &coverage->rows[row];
    jx_page_cell cells[COLUMNS] = {{.text = coverage->plan->table.rows[row].id}};
    for (size_t i = 0; i < JX_BRANCH_COUNT; i++) {
        (void)snprintf(numbers[i], NUMBER_TEXT, "%" PRIu32, at->cases[i]);
        const bool shown = at->asked[i] || at->cases[i] != 0;
        cells[1 + i].text = shown ? jx_str_of(numbers[i]) : (jx_str)JX_STR("-");
    }
    jx_page_row(page, columns, cells, COLUMNS);
}

// ------------------------------------------------------------------------------------ what is uncovered

static void write_hole(jx_page *page, const jx_coverage *coverage, size_t row, jx_label label)
{
    char least[JX_DECIMAL_TEXT];
    const jx_table *table = &coverage->plan->table;
    const bool own = row == table->row_count;
    jx_text *raw = jx_page_raw(page);
    jx_text_put(raw, table->path);
    jx_text_add_char(raw, ':');
    if (!own) {
        jx_text_add_number(raw, table->rows[row].line);
        jx_text_put(raw, ": ");
        jx_text_add(raw, table->rows[row].id);
        jx_text_add_char(raw, ':');
    }
    jx_text_add_char(raw, ' ');
    jx_label_add(raw, page->lang, label,
                 own ? (jx_str)JX_STR("")
                     : jx_points_format(table, coverage->rows[row].least, least));
    jx_text_add(page->out, jx_page_shown(page));
    jx_text_add_char(page->out, '\n');
}

static void write_holes(jx_page *page, const jx_coverage *coverage, size_t row)
{
    const jx_coverage_row *at = &coverage->rows[row];
    if (jx_coverage_is_untouched(at)) {
        write_hole(page, coverage, row, JX_LABEL_TEST_HOLE_ROW);
        return;
    }
    for (size_t i = 0; i < JX_BRANCH_COUNT; i++) {
        if (at->asked[i] && at->cases[i] == 0) {
            write_hole(page, coverage, row, branches[i].hole);
        }
    }
}

void jx_coverage_page_add(jx_text *out, const jx_coverage *coverage, jx_lang lang)
{
    jx_page page = jx_page_on(out, lang, false);
    jx_page_column columns[COLUMNS];
    const size_t count = coverage->plan->count;
    jx_text_put(out, jx_label_in(JX_LABEL_TEST_COVERAGE, lang));
    jx_text_add_char(out, '\n');
    write_headings(&page, coverage, columns);
    for (size_t i = 0; i < count; i++) {
        write_row(&page, coverage, i, columns);
    }
    if (jx_coverage_count_holes(coverage) == 0) {
        jx_text_put(out, jx_label_in(JX_LABEL_TEST_COVERED, lang));
        jx_text_put(out, jx_label_in(JX_LABEL_STOP, lang));
        jx_text_add_char(out, '\n');
        return;
    }
    for (size_t i = 0; i < count; i++) {
        write_holes(&page, coverage, i);
    }
    if (coverage->plan->table.rescale && coverage->not_applicable == 0) {
        write_hole(&page, coverage, count, JX_LABEL_TEST_HOLE_NOT_APPLICABLE);
    }
}

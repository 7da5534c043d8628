// SPDX-License-Identifier: MIT
#include "cli/coverage_page.h"

#include "base/utf8.h"
#include "report/labels.h"
#include "report/page.h"
#include "report/sentence.h"

enum { MOST_COLUMNS = 1 + JX_BRANCH_COUNT, NUMBER_COLUMNS = 4 };

_Static_assert((int)MOST_COLUMNS <= (int)JX_PAGE_CELLS, "a column for the name and each branch");

static const struct {
    jx_label heading;
    jx_label hole;
} branches[JX_BRANCH_COUNT] = {
    [JX_BRANCH_FULL] = {JX_LABEL_TEST_FULL, JX_LABEL_TEST_HOLE_FULL},
    [JX_BRANCH_PART] = {JX_LABEL_TEST_PART, JX_LABEL_TEST_HOLE_PART},
    [JX_BRANCH_FLOOR] = {JX_LABEL_TEST_FLOOR, JX_LABEL_TEST_HOLE_FLOOR},
    [JX_BRANCH_MISSING] = {JX_LABEL_TEST_MISSING, JX_LABEL_TEST_HOLE_MISSING},
    [JX_BRANCH_RAN] = {JX_LABEL_TEST_RAN, JX_LABEL_TEST_HOLE_RAN},
    [JX_BRANCH_TOOK] = {JX_LABEL_TEST_TOOK, JX_LABEL_TEST_HOLE_TOOK},
    [JX_BRANCH_NOT_APPLICABLE] = {JX_LABEL_NOT_APPLICABLE, JX_LABEL_TEST_HOLE_NOT_APPLICABLE},
};

// Coverage being written: a column for each branch that is asked of anybody.
typedef struct coverage_page {
    jx_page page;
    const jx_coverage *coverage;
    const jx_table *table;
    jx_branch shown[JX_BRANCH_COUNT];
    size_t count; // of them
    jx_page_column columns[MOST_COLUMNS];
} coverage_page;

static bool is_own(const coverage_page *at, size_t row)
{
    return row == at->table->row_count;
}

// ------------------------------------------------------------------------------------------- the table

static jx_str name_row(const coverage_page *at, size_t row)
{
    return is_own(at, row) ? jx_str_of(jx_label_in(JX_LABEL_TEST_PROJECT, at->page.lang))
                           : at->table->rows[row].id;
}

// The project has a row where anything is asked of it.
static size_t count_rows(const coverage_page *at)
{
    for (size_t i = 0; i < JX_BRANCH_COUNT; i++) {
        if (at->coverage->rows[at->table->row_count].asked[i]) {
            return at->table->row_count + 1;
        }
    }
    return at->table->row_count;
}

static size_t wider(size_t width, jx_str text)
{
    const size_t found = jx_utf8_width(text);
    return found > width ? found : width;
}

static void write_headings(coverage_page *at)
{
    jx_page_cell cells[MOST_COLUMNS] = {{.text = JX_STR_NONE}};
    const jx_lang lang = at->page.lang;
    cells[0].text = jx_str_of(jx_label_in(JX_LABEL_INDICATOR, lang));
    at->columns[0].width = wider(0, cells[0].text);
    for (size_t i = 0; i < count_rows(at); i++) {
        at->columns[0].width = wider(at->columns[0].width, name_row(at, i));
    }
    for (jx_branch i = 0; i < JX_BRANCH_COUNT; i++) {
        if (!jx_coverage_asks(at->coverage, i)) {
            continue;
        }
        at->shown[at->count++] = i;
        cells[at->count].text = jx_str_of(jx_label_in(branches[i].heading, lang));
        at->columns[at->count] =
            (jx_page_column){.width = wider(NUMBER_COLUMNS, cells[at->count].text), .right = true};
    }
    jx_page_row(&at->page, at->columns, cells, 1 + at->count);
    jx_page_rule(&at->page, at->columns, 1 + at->count);
}

static void write_row(coverage_page *at, size_t row)
{
    char numbers[JX_BRANCH_COUNT][JX_NUMBER_TEXT];
    const jx_coverage_row *covered = &at->coverage->rows[row];
    jx_page_cell cells[MOST_COLUMNS] = {{.text = name_row(at, row)}};
    for (size_t i = 0; i < at->count; i++) {
        const jx_branch branch = at->shown[i];
        const bool shown = covered->asked[branch] || covered->cases[branch] != 0;
        cells[1 + i].text =
            shown ? jx_str_number(covered->cases[branch], numbers[i]) : (jx_str)JX_STR("-");
    }
    jx_page_row(&at->page, at->columns, cells, 1 + at->count);
}

// ------------------------------------------------------------------------------------ what is uncovered

// What the sentence about a hole names: the least points, or the script.
static jx_str name_cause(const coverage_page *at,
                         size_t row,
                         jx_label label,
                         char buffer[JX_DECIMAL_TEXT])
{
    const bool scripts = label == JX_LABEL_TEST_HOLE_RAN || label == JX_LABEL_TEST_HOLE_TOOK;
    if (scripts) {
        return is_own(at, row) ? at->table->script : at->table->rows[row].script;
    }
    return jx_points_format(at->table, at->coverage->rows[row].least, buffer);
}

static void write_hole(coverage_page *at, size_t row, jx_label label)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_text *raw = jx_page_raw(&at->page);
    jx_text_put(raw, at->table->path);
    jx_text_add_char(raw, ':');
    if (!is_own(at, row)) {
        jx_text_add_number(raw, at->table->rows[row].line);
        jx_text_put(raw, ": ");
        jx_text_add(raw, at->table->rows[row].id);
        jx_text_add_char(raw, ':');
    }
    jx_text_add_char(raw, ' ');
    jx_label_add(raw, at->page.lang, label, name_cause(at, row, label, buffer));
    jx_text_add(at->page.out, jx_page_shown(&at->page));
    jx_text_add_char(at->page.out, '\n');
}

static void write_holes(coverage_page *at, size_t row)
{
    const jx_coverage_row *covered = &at->coverage->rows[row];
    if (!is_own(at, row) && jx_coverage_is_untouched(covered)) {
        write_hole(at, row, JX_LABEL_TEST_HOLE_ROW);
        return;
    }
    for (size_t i = 0; i < JX_BRANCH_COUNT; i++) {
        if (covered->asked[i] && covered->cases[i] == 0) {
            write_hole(at, row, branches[i].hole);
        }
    }
}

void jx_coverage_page_add(jx_text *out, const jx_coverage *coverage, jx_lang lang)
{
    coverage_page at = {
        .page = jx_page_on(out, lang, false),
        .coverage = coverage,
        .table = &coverage->plan->table,
    };
    jx_text_put(out, jx_label_in(JX_LABEL_TEST_COVERAGE, lang));
    jx_text_add_char(out, '\n');
    write_headings(&at);
    for (size_t i = 0; i < count_rows(&at); i++) {
        write_row(&at, i);
    }
    if (jx_coverage_count_holes(coverage) == 0) {
        jx_text_put(out, jx_label_in(JX_LABEL_TEST_COVERED, lang));
        jx_text_put(out, jx_label_in(JX_LABEL_STOP, lang));
        jx_text_add_char(out, '\n');
        return;
    }
    for (size_t i = 0; i < count_rows(&at); i++) {
        write_holes(&at, i);
    }
}

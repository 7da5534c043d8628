// SPDX-License-Identifier: MIT
#include "import/findings.h"

#include "base/text.h"
#include "import/weight.h"
#include "wording/categories.h"

static jx_place row_place(const jx_import *import, const jx_import_row *row)
{
    return (jx_place){.file = import->publication->where,
                      .line = row->published == NULL ? 0 : row->published->line};
}

// ------------------------------------------------------------------------------------------- the table

// Columns that nobody reads.
static void find_unread(const jx_publication *publication, jx_findings *findings)
{
    const jx_place place = {.file = publication->where, .line = publication->line};
    for (size_t i = 0; i < publication->unread_count; i++) {
        char number[JX_NUMBER_TEXT];
        jx_find(findings, JX_INFO, &place, JX_MESSAGE_COLUMN_UNREAD, publication->unread[i].heading,
                jx_str_number(publication->unread[i].number, number));
    }
}

static bool is_by_default(const jx_import_row *row)
{
    return row->published != NULL && row->undecided.zh == NULL && row->wording.rule.size == 0;
}

// Rows that state a target and no rule.
static void find_defaults(const jx_import *import, jx_findings *findings)
{
    const jx_publication *publication = import->publication;
    const jx_place place = {.file = publication->where, .line = publication->line};
    jx_text ids = jx_text_in(findings->arena);
    size_t count = 0;
    for (size_t i = 0; i < import->count; i++) {
        if (is_by_default(&import->rows[i])) {
            jx_text_list(&ids, import->rows[i].id, count++, SIZE_MAX);
        }
    }
    findings->failed = findings->failed || ids.failed;
    if (count > 0) {
        jx_find(findings, JX_INFO, &place, JX_MESSAGE_RULE_ABSENT, jx_text_str(&ids));
    }
}

// The row of sums states other points than the rows have.
static void find_total(const jx_import *import, jx_findings *findings)
{
    char full[JX_DECIMAL_TEXT];
    jx_decimal stated;
    const jx_publication *publication = import->publication;
    const jx_place place = {.file = publication->where, .line = publication->total_line};
    bool all = true;
    for (size_t i = 0; i < import->count; i++) {
        all = all && import->rows[i].is_weighed;
    }
    if (all && jx_import_weight(publication->total, false, &stated) &&
        jx_decimal_compare(stated, import->full) != 0) {
        jx_find(findings, JX_WARNING, &place, JX_MESSAGE_TOTAL_DIFFERS,
                jx_decimal_format(import->full, 0, full), publication->total);
    }
}

// ------------------------------------------------------------------------------------------------- rows

static bool is_same_group(const jx_import_row *a, const jx_import_row *b)
{
    return jx_str_equal(a->first, b->first) && jx_str_equal(a->second, b->second);
}

// A first level that names no category, and a second one that is none of its category's: once for each group.
static void find_group(const jx_import *import,
                       size_t index,
                       const jx_registry *registry,
                       jx_findings *findings)
{
    const jx_import_row *row = &import->rows[index];
    const jx_place place = row_place(import, row);
    const bool begins = index == 0 || !is_same_group(&import->rows[index - 1], row);
    const jx_str none = JX_STR("");
    if (!begins || row->published == NULL) {
        return;
    }
    if (row->first.size != 0 && jx_category_find(registry, row->first, none) == NULL) {
        jx_find(findings, JX_WARNING, &place, JX_MESSAGE_CATEGORY_GUESSED, row->first,
                row->wording.category, row->second);
    } else if (row->second.size != 0 && row->wording.subcategory.size == 0) {
        jx_find(findings, JX_INFO, &place, JX_MESSAGE_SUBCATEGORY_LEFT_OUT, row->second,
                row->wording.category);
    }
}

// What is left open.
static void find_undecided(const jx_import *import, size_t index, jx_findings *findings)
{
    const jx_import_row *row = &import->rows[index];
    jx_place place = row_place(import, row);
    place.indicator = row->id;
    if (row->undecided.zh != NULL) {
        jx_find(findings, JX_WARNING, &place, JX_MESSAGE_UNDECIDED,
                jx_str_of(jx_words_in(row->undecided, findings->lang)));
    }
}

void jx_import_find(const jx_import *import, const jx_registry *registry, jx_findings *findings)
{
    find_unread(import->publication, findings);
    find_defaults(import, findings);
    for (size_t i = 0; i < import->count; i++) {
        find_group(import, i, registry, findings);
        find_undecided(import, i, findings);
    }
    find_total(import, findings);
}

// SPDX-License-Identifier: MIT
#include "import/draft.h"

#include "base/folder.h"
#include "base/text.h"
#include "import/ids.h"
#include "import/target.h"
#include "import/weight.h"
#include "import/year.h"
#include "wording/alone.h"
#include "wording/categories.h"
#include "wording/section.h"

enum { EXECUTION_WEIGHT = 10 };

typedef struct drafting {
    jx_arena *arena;
    const jx_publication *publication;
    const jx_import_wishes *wishes;
    const jx_vocabulary *vocabulary;
    const jx_plan_sources *sources;
    jx_faults *faults;
    jx_import *import;
    jx_str *ids;
    jx_str first;  // 一级指标 of the row above
    jx_str second; // 二级指标
} drafting;

static jx_str cell_of(const jx_publication_row *row, jx_published_column column)
{
    return row->cells[column].data == NULL ? (jx_str)JX_STR("") : row->cells[column];
}

static jx_place place_of(const drafting *at,
                         const jx_publication_row *row,
                         jx_published_column column)
{
    return (jx_place){.file = at->publication->where,
                      .line = row->line,
                      .key = at->publication->headings[column]};
}

// --------------------------------------------------------------------------------------------- category

// Blank cells carry down; a new first level begins with no second one.
static void carry_down(drafting *at, const jx_publication_row *row)
{
    const jx_str first = cell_of(row, JX_COLUMN_CATEGORY);
    const jx_str second = cell_of(row, JX_COLUMN_SUBCATEGORY);
    if (first.size != 0 && !jx_str_equal(first, at->first)) {
        at->first = first;
        at->second = (jx_str)JX_STR("");
    }
    at->second = second.size != 0 ? second : at->second;
}

static jx_status fail_category(drafting *at, const jx_publication_row *row)
{
    jx_text names = jx_text_in(at->arena);
    size_t count = 0;
    for (size_t i = 0; i < jx_registry_count(at->sources->registry); i++) {
        const jx_plugin *plugin = jx_registry_at(at->sources->registry, i)->plugin;
        if (plugin->kind == JX_PLUGIN_CATEGORY) {
            jx_text_list(&names, jx_str_of(plugin->label.zh), count++, SIZE_MAX);
        }
    }
    const jx_place place = place_of(at, row, JX_COLUMN_CATEGORY);
    return jx_fault(at->faults, &place, JX_MESSAGE_IMPORT_CATEGORY, at->first, jx_text_str(&names));
}

static jx_status find_category(drafting *at, const jx_publication_row *row, jx_import_row *ret)
{
    const jx_registered *found = jx_category_find(at->sources->registry, at->first, at->second);
    if (found == NULL) {
        return fail_category(at, row);
    }
    const jx_subcategory *second = jx_category_find_second(found->plugin, at->second);
    ret->first = at->first;
    ret->second = at->second;
    ret->wording.category = jx_str_of(found->plugin->name);
    ret->wording.subcategory = second == NULL ? (jx_str)JX_STR("") : jx_str_of(second->name);
    return JX_OK;
}

// ----------------------------------------------------------------------------------------------- weight

static jx_str format_weight(const drafting *at, jx_decimal weight)
{
    char buffer[JX_DECIMAL_TEXT];
    return jx_arena_copy(at->arena, jx_decimal_format(weight, 0, buffer));
}

// From the column of weights, else from a remark such as `12 分`; *ret_given is false where neither says any.
static jx_status find_weight(drafting *at,
                             const jx_publication_row *row,
                             jx_decimal *ret,
                             bool *ret_given)
{
    jx_decimal remarked = JX_DECIMAL_ZERO;
    const jx_str cell = cell_of(row, JX_COLUMN_WEIGHT);
    const jx_str remark = cell_of(row, JX_COLUMN_REMARK);
    const jx_place place = place_of(at, row, JX_COLUMN_WEIGHT);
    const bool has_remarked = jx_import_weight(remark, true, &remarked);
    if (cell.size != 0 && !jx_import_weight(cell, false, ret)) {
        return jx_fault(at->faults, &place, JX_MESSAGE_IMPORT_WEIGHT_FORM, cell);
    }
    if (cell.size != 0 && has_remarked && jx_decimal_compare(*ret, remarked) != 0) {
        return jx_fault(at->faults, &place, JX_MESSAGE_IMPORT_WEIGHT_TWICE, cell, remark);
    }
    *ret = cell.size != 0 ? *ret : remarked;
    *ret_given = cell.size != 0 || has_remarked;
    return JX_OK;
}

// A weight that only the rule says; a row that nobody gives points is left open.
static void take_weight_of_rule(jx_import_row *row)
{
    static const jx_words absent = {
        "没有分值：应写在列“分值”或“备注”（如 12 分），或写在评分标准里；请写明 weight",
        "there are no points, neither in a column 分值 or 备注 nor in the rule: state the weight"};
    const jx_str said = jx_reading_find(&row->reading, "weight");
    row->is_weighed = said.data != NULL && jx_import_weight(said, false, &row->weight);
    if (row->is_weighed) {
        row->wording.weight = said;
    } else if (row->undecided.zh == NULL) {
        row->undecided = absent;
    }
}

// ---------------------------------------------------------------------------------------------- wording

// Keys that no plan can be made of are as good as undecided.
static jx_status try_keys(drafting *at, jx_import_row *row)
{
    jx_section section;
    jx_alone alone = {.plan = NULL};
    jx_error err = JX_ERROR(at->faults->lang);
    const jx_entry year = {JX_STR("year"), at->import->year, 1};
    const jx_section head = {.entries = &year, .count = at->import->year.size != 0};
    jx_status status =
        jx_section_make(at->arena, row->id, &row->wording, &row->reading, &section, &err);
    if (status == JX_OK) {
        status = jx_alone_try(at->arena, &section, &head, at->sources, err.lang, &alone,
                              &row->undecided, &err);
    }
    jx_alone_close(&alone);
    return status == JX_OK ? JX_OK : jx_faults_take(at->faults, &err);
}

static jx_status read_wording(drafting *at, jx_import_row *row)
{
    jx_error err = JX_ERROR(at->faults->lang);
    jx_status status = JX_OK;
    if (row->wording.rule.size != 0) {
        status = jx_rule_read(at->vocabulary, &row->wording, at->arena, &row->reading, &err);
    } else {
        status = jx_import_read_target(at->arena, &row->wording, &row->reading, &err);
    }
    if (status != JX_OK) {
        return jx_faults_take(at->faults, &err);
    }
    if (!row->reading.is_compiled) {
        row->undecided = row->reading.because;
    }
    return JX_OK;
}

// -------------------------------------------------------------------------------------------------- ids

static jx_status find_id(drafting *at, const jx_publication_row *row, jx_import_row *ret)
{
    const jx_str given = cell_of(row, JX_COLUMN_ID);
    const jx_str group =
        ret->wording.subcategory.size != 0 ? ret->wording.subcategory : ret->wording.category;
    bool unique = true;
    for (size_t i = 0; i < at->import->count; i++) {
        unique = unique && !jx_str_equal(given, at->ids[i]);
    }
    if (given.size != 0 && (!unique || !jx_str_is_id(given))) {
        const jx_place place = place_of(at, row, JX_COLUMN_ID);
        return jx_fault(at->faults, &place, JX_MESSAGE_IMPORT_ID_CELL, given);
    }
    ret->id = given.size != 0
                  ? given
                  : jx_import_id(at->arena, ret->wording.name, group, at->ids, at->import->count);
    return ret->id.data == NULL ? jx_fault_memory(at->faults) : JX_OK;
}

// ------------------------------------------------------------------------------------------------- rows

static jx_wording copy_cells(const drafting *at, const jx_publication_row *row)
{
    return (jx_wording){
        .name = cell_of(row, JX_COLUMN_NAME),
        .value = cell_of(row, JX_COLUMN_VALUE),
        .content = cell_of(row, JX_COLUMN_CONTENT),
        .target = row->cells[JX_COLUMN_TARGET],
        .comparator = row->cells[JX_COLUMN_COMPARATOR],
        .unit = cell_of(row, JX_COLUMN_UNIT),
        .kind = cell_of(row, JX_COLUMN_KIND),
        .year = at->import->year.size == 0 ? JX_STR_NONE : at->import->year,
        .rule = cell_of(row, JX_COLUMN_RULE),
    };
}

// Of a row that only begins a group of indicators.
static bool is_heading_only(const jx_publication_row *row)
{
    static const jx_published_column said[] = {JX_COLUMN_NAME,   JX_COLUMN_VALUE, JX_COLUMN_CONTENT,
                                               JX_COLUMN_TARGET, JX_COLUMN_RULE,  JX_COLUMN_UNIT};
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        if (cell_of(row, said[i]).size != 0) {
            return false;
        }
    }
    return true;
}

static jx_status add_row(drafting *at, jx_import_row *row)
{
    jx_import *import = at->import;
    if (row->is_weighed && !jx_decimal_add(import->full, row->weight, &import->full)) {
        const jx_place place = {.file = at->publication->where};
        return jx_fault(at->faults, &place, JX_MESSAGE_IMPORT_WEIGHT_FORM, row->wording.weight);
    }
    jx_status status = row->undecided.zh == NULL ? try_keys(at, row) : JX_OK;
    at->ids[import->count] = row->id;
    import->rows[import->count++] = *row;
    import->undecided += row->undecided.zh != NULL;
    return status;
}

static jx_status draft_row(drafting *at, const jx_publication_row *published)
{
    jx_import_row row = {.published = published, .wording = copy_cells(at, published)};
    if (row.wording.name.size == 0) {
        const jx_place place = place_of(at, published, JX_COLUMN_NAME);
        return jx_fault(at->faults, &place, JX_MESSAGE_IMPORT_NAME, JX_STR_NONE);
    }
    jx_status status = find_category(at, published, &row);
    status = status != JX_OK ? status : find_id(at, published, &row);
    status = status != JX_OK ? status : find_weight(at, published, &row.weight, &row.is_weighed);
    if (status != JX_OK) {
        return status;
    }
    row.wording.weight = row.is_weighed ? format_weight(at, row.weight) : JX_STR_NONE;
    status = read_wording(at, &row);
    if (!row.is_weighed) {
        take_weight_of_rule(&row);
    }
    return status != JX_OK ? status : add_row(at, &row);
}

// The row that forms of self-evaluation have beside those of the table.
static jx_status add_execution(drafting *at)
{
    static const jx_rule_key keys[] = {
        {"target", JX_STR("100")},    {"comparator", JX_STR(">=")},     {"weight", JX_STR("10")},
        {"measure", JX_STR("ratio")}, {"method", JX_STR("proportion")},
    };
    static const jx_publication_row none = {.line = 0};
    jx_import_row row = {
        .wording = {.name = JX_STR("预算执行率"),
                    .unit = JX_STR("元"),
                    .weight = JX_STR("10"),
                    .rule = JX_STR("")},
        .is_weighed = true,
        .weight = jx_decimal_make(EXECUTION_WEIGHT, 0),
        .reading = {.is_compiled = true,
                    .keys = keys,
                    .key_count = sizeof keys / sizeof keys[0],
                    .actual_is = {"支出数，基数：预算数", "what was paid; baseline: the budget"},
                    .reads = {"支出数除以预算数，按比例得分，最多得满分",
                              "what was paid in proportion to the budget, at most in full"}},
    };
    at->first = row.wording.name;
    at->second = row.wording.name;
    jx_status status = find_category(at, &none, &row);
    status = status != JX_OK ? status : find_id(at, &none, &row);
    return status != JX_OK ? status : add_row(at, &row);
}

static jx_status draft_rows(drafting *at)
{
    const jx_publication *publication = at->publication;
    const size_t most = publication->count + 1;
    jx_status worst = JX_OK;
    at->import->rows = jx_arena_array(at->arena, most, sizeof *at->import->rows);
    at->ids = jx_arena_array(at->arena, most, sizeof *at->ids);
    if (at->import->rows == NULL || at->ids == NULL) {
        return jx_fault_memory(at->faults);
    }
    for (size_t i = 0; i < publication->count; i++) {
        carry_down(at, &publication->rows[i]);
        if (!is_heading_only(&publication->rows[i])) {
            worst = jx_status_worse(worst, draft_row(at, &publication->rows[i]));
        }
    }
    if (at->wishes->budget_execution) {
        worst = jx_status_worse(worst, add_execution(at));
    }
    return worst;
}

// ------------------------------------------------------------------------------------------ the project

// What a file is called without its folder and its ending.
static jx_str stem_of(const char *path)
{
    const jx_str name = jx_path_name(jx_str_of(path));
    size_t size = name.size;
    while (size > 0 && name.data[size - 1] != '.') {
        size--;
    }
    return size > 1 ? jx_str_first(name, size - 1) : name;
}

static jx_status draft_project(drafting *at)
{
    jx_import *import = at->import;
    const jx_import_wishes *wishes = at->wishes;
    const bool written = wishes->output != NULL && strcmp(wishes->output, "-") != 0;
    const jx_str stem = stem_of(written ? wishes->output : at->publication->path);
    import->id = wishes->id != NULL ? jx_str_of(wishes->id) : stem;
    if (!jx_str_is_id(import->id)) {
        return jx_fault(at->faults, NULL, JX_MESSAGE_IMPORT_ID, import->id);
    }
    const jx_str said = at->publication->facts[JX_FACT_NAME];
    import->name = wishes->name != NULL ? jx_str_of(wishes->name)
                   : said.size != 0     ? said
                                        : import->id;
    if (wishes->year != NULL && !jx_import_is_year(jx_str_of(wishes->year))) {
        return jx_fault(at->faults, NULL, JX_MESSAGE_IMPORT_YEAR, jx_str_of(wishes->year));
    }
    import->year = wishes->year != NULL ? jx_str_of(wishes->year)
                                        : jx_import_find_year(at->publication, import->id);
    return JX_OK;
}

static jx_status check_columns(drafting *at)
{
    const jx_place place = {.file = at->publication->where, .line = at->publication->line};
    return at->publication->headings[JX_COLUMN_NAME].data != NULL
               ? JX_OK
               : jx_fault(at->faults, &place, JX_MESSAGE_TABLE_COLUMN_MISSING,
                          (jx_str)JX_STR("三级指标"));
}

jx_status jx_import_make(jx_arena *arena,
                         const jx_publication *publication,
                         const jx_import_wishes *wishes,
                         const jx_vocabulary *vocabulary,
                         const jx_plan_sources *sources,
                         jx_faults *faults,
                         jx_import *ret)
{
    jx_import import = {.publication = publication, .full = JX_DECIMAL_ZERO};
    drafting at = {
        .arena = arena,
        .publication = publication,
        .wishes = wishes,
        .vocabulary = vocabulary,
        .sources = sources,
        .faults = faults,
        .import = &import,
        .first = JX_STR(""),
        .second = JX_STR(""),
    };
    jx_status status = check_columns(&at);
    status = status != JX_OK ? status : draft_project(&at);
    status = status != JX_OK ? status : draft_rows(&at);
    if (status == JX_OK) {
        *ret = import;
    }
    return status;
}

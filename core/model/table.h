// SPDX-License-Identifier: MIT
// A performance-target table as understood: what reports print beside the points. Made with the plan, const, and
// lives as long as the plan.
#ifndef JIXIAO_MODEL_TABLE_H
#define JIXIAO_MODEL_TABLE_H

#include "base/digest.h"
#include "base/str.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum jx_scored_by { JX_BY_METHOD, JX_BY_RULE, JX_BY_DEFAULT } jx_scored_by;

typedef struct jx_table_row {
    jx_str id;
    jx_str name;
    jx_str subcategory; // its name; empty where none is stated
    jx_words subcategory_label;
    uint32_t category; // index into jx_table.categories
    jx_scored_by scored_by;
    jx_str target;        // as written, or the category's default; empty where there is none
    jx_str compared;      // what is compared with, where not the target as written; else empty
    jx_str unit;          // of the actual
    jx_str measured_unit; // of what is measured; empty unless that is a number
    uint32_t comparator;  // JX_COMPARE_…
    jx_decimal weight;
    const char *measure; // names, for reports
    const char *method;
    jx_words method_label;
    const jx_str *levels; // best first
    size_t level_count;
    jx_str value; // the published cells, word for word; empty where not stated
    jx_str content;
    jx_str rule;
    jx_str kind;
    jx_str remark;
    uint32_t line;        // of its section in the project file
    uint32_t slot;        // JX_SLOT_ACTUAL of its cells: see jx_sheet
    const jx_str *inputs; // names of its further columns, in the order of their slots
    size_t input_count;
    jx_str script; // its name; empty where it has none
} jx_table_row;

typedef struct jx_table_category {
    jx_str name;
    jx_words label;
    jx_list loss_codes; // jx_loss_code: its sentences, which go before the host's
} jx_table_category;

typedef struct jx_table_plugin {
    uint32_t kind; // JX_PLUGIN_…
    jx_str name;
    jx_str version;
    const char *path;
    jx_digest digest;
} jx_table_plugin;

typedef struct jx_table_script {
    jx_str name; // as the project file names it
    const char *path;
    jx_digest digest;
} jx_table_script;

typedef struct jx_grade {
    jx_str name;
    jx_decimal least; // in percent of `full`
} jx_grade;

// A text of [project] that forms print: department, unit, contact…
typedef struct jx_printed {
    jx_words label;
    jx_str text;
} jx_printed;

typedef struct jx_table {
    jx_str id;
    jx_str name;
    jx_str goal;  // empty where not stated
    jx_str type;  // the project type, named or the usual one; empty where there is none
    int32_t year; // 0 where not stated
    uint32_t places;
    uint32_t rounding; // JX_ROUND_…
    bool rescale;      // not_applicable = rescale
    jx_decimal full;
    const jx_printed *printed;
    size_t printed_count;
    const jx_grade *grades; // highest first, the last at 0
    size_t grade_count;
    const jx_table_row *rows; // in file order
    size_t row_count;
    const jx_table_category *categories; // in order of first use
    size_t category_count;
    const char *path; // of the project file
    jx_digest digest;
    jx_digest wordings; // of what rules without a method were read as; an empty text where none was
    const jx_table_plugin *plugins; // those in use, in order of first use
    size_t plugin_count;
    const jx_table_script *scripts; // in order of first use
    size_t script_count;
    jx_str script; // the project's own; empty where it has none
} jx_table;

#endif

// SPDX-License-Identifier: MIT
// A published table of performance targets, its cells by column: what `import` turns into a project file and `rule` reads
// wordings from. Plain data in the arena of whoever read it.
#ifndef JIXIAO_MODEL_PUBLICATION_H
#define JIXIAO_MODEL_PUBLICATION_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum jx_published_column {
    JX_COLUMN_ID,
    JX_COLUMN_CATEGORY,    // 一级指标
    JX_COLUMN_SUBCATEGORY, // 二级指标
    JX_COLUMN_NAME,        // 三级指标
    JX_COLUMN_VALUE,       // 指标值
    JX_COLUMN_CONTENT,     // 指标值内容
    JX_COLUMN_TARGET,      // as a project file states it
    JX_COLUMN_COMPARATOR,
    JX_COLUMN_RULE, // 评（扣分标准）
    JX_COLUMN_UNIT, // 度量单位
    JX_COLUMN_KIND, // 指标值类型
    JX_COLUMN_WEIGHT,
    JX_COLUMN_YEAR,
    JX_COLUMN_REMARK, // 备注
    JX_COLUMN_TRY,    // actuals, parted by `;`
    JX_COLUMN_COUNT
} jx_published_column;

// What may stand above the table: `项目名称`, a title…
typedef enum jx_published_fact {
    JX_FACT_NAME,
    JX_FACT_YEAR,
    JX_FACT_GOAL,
    JX_FACT_DEPARTMENT,
    JX_FACT_UNIT,
    JX_FACT_CONTACT,
    JX_FACT_PHONE,
    JX_FACT_PERIOD,
    JX_FACT_ATTRIBUTE,
    JX_FACT_COUNT
} jx_published_fact;

typedef struct jx_publication_row {
    jx_str
        cells[JX_COLUMN_COUNT]; // on one line each; JX_STR_NONE where the table has no such column
    uint32_t line;
} jx_publication_row;

// A column that nobody reads.
typedef struct jx_unread_column {
    jx_str heading;
    size_t number; // from 1
} jx_unread_column;

typedef struct jx_publication {
    const char *path;
    const char *where; // what places in messages say: the path, or a sheet of the workbook
    uint32_t line;     // of the headings
    jx_str headings[JX_COLUMN_COUNT]; // as written; JX_STR_NONE where the table has no such column
    jx_str facts[JX_FACT_COUNT];      // empty where nothing is said above the table
    const jx_publication_row *rows;
    size_t count;
    jx_str total; // of the weights, where a row of sums states it
    uint32_t total_line;
    const jx_unread_column *unread;
    size_t unread_count;
} jx_publication;

#endif

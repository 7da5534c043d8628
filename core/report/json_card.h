// SPDX-License-Identifier: MIT
// What json and jsonl write alike. [any-thread]
#ifndef JIXIAO_REPORT_JSON_CARD_H
#define JIXIAO_REPORT_JSON_CARD_H

#include "model/scorecard.h"
#include "report/json_writer.h"

#include <stddef.h>

// Points with the table's places; null where there are none.
void jx_json_points(jx_json *json, const jx_table *table, const jx_decimal *points);

// A ratio rounded half up to six places; null where it cannot be written so.
void jx_json_ratio(jx_json *json, jx_ratio ratio);

// A member whose value is a ratio.
void jx_json_key_ratio(jx_json *json, jx_str key, jx_ratio ratio);

// The project's grade; null where it has none.
void jx_json_grade(jx_json *json, const jx_scorecard *card);

// {"path":…,"sha256":…} of a project file.
void jx_json_config(jx_json *json, const jx_table *table);

// The member `provenance`: engine, config (null where the tables are several), the plugins of all tables, scripts.
void jx_json_provenance(jx_json *json, const jx_table *const *tables, size_t count);

#endif

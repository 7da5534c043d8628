// SPDX-License-Identifier: MIT
// The keys that every project file knows, whatever its categories: one table for reading, validation, help
// and the reference.
#ifndef JIXIAO_MODEL_KEYS_H
#define JIXIAO_MODEL_KEYS_H

#include "base/str.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stdint.h>

// The places of rows in jx_project_keys, for those who read the values.
enum {
    JX_PROJECT_ID,
    JX_PROJECT_NAME,
    JX_PROJECT_YEAR,
    JX_PROJECT_GOAL,
    JX_PROJECT_FULL,
    JX_PROJECT_ROUNDING, // choices in the order of JX_ROUND_…
    JX_PROJECT_PLACES,
    JX_PROJECT_NOT_APPLICABLE,
    JX_PROJECT_TYPE,
    JX_PROJECT_SCRIPT,
    JX_PROJECT_PRINTED, // from here on: texts that forms print
    JX_PROJECT_DEPARTMENT = JX_PROJECT_PRINTED,
    JX_PROJECT_UNIT,
    JX_PROJECT_CONTACT,
    JX_PROJECT_PHONE,
    JX_PROJECT_PERIOD,
    JX_PROJECT_ATTRIBUTE,
    JX_PROJECT_BUDGET,
    JX_PROJECT_EXECUTED,
    JX_PROJECT_PREPARER,
    JX_PROJECT_DATE,
    JX_PROJECT_REMARK,
    JX_PROJECT_KEY_COUNT
};

// The places of rows in jx_indicator_keys.
enum {
    JX_INDICATOR_CATEGORY,
    JX_INDICATOR_SUBCATEGORY,
    JX_INDICATOR_NAME,
    JX_INDICATOR_VALUE,
    JX_INDICATOR_CONTENT,
    JX_INDICATOR_RULE,
    JX_INDICATOR_KIND,
    JX_INDICATOR_REMARK,
    JX_INDICATOR_UNIT,
    JX_INDICATOR_TARGET,
    JX_INDICATOR_COMPARATOR,
    JX_INDICATOR_WEIGHT,
    JX_INDICATOR_MEASURE,
    JX_INDICATOR_METHOD,
    JX_INDICATOR_LEVELS,
    JX_INDICATOR_SCRIPT,
    JX_INDICATOR_WHOLE,
    JX_INDICATOR_MINIMUM,
    JX_INDICATOR_MAXIMUM,
    JX_INDICATOR_KEY_COUNT
};

extern const jx_list jx_project_keys; // jx_field
extern const jx_list jx_indicator_keys;

// The grades of the self-evaluation forms, which hold where a project file states none: the least percentage of each.
typedef struct jx_usual_grade {
    jx_str name;
    int64_t least;
} jx_usual_grade;

enum { JX_USUAL_GRADES = 4 };
extern const jx_usual_grade jx_usual_grades[JX_USUAL_GRADES];

// Whether one of both has that key.
bool jx_key_is_known(jx_str key);

// Whether the value of that key keeps every character, ` ;` included (rule, name, goal, content, remark).
bool jx_key_is_literal(jx_str key);

#endif

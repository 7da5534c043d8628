// SPDX-License-Identifier: MIT
// What the type of a field tells, for those who do not parse it. [any-thread]
#ifndef JIXIAO_MODEL_FIELD_H
#define JIXIAO_MODEL_FIELD_H

#include <jixiao/plugin.h>

#include <stdbool.h>

// Whether the value of such a field is a number, which may have bounds.
static inline bool jx_field_is_number(const jx_field *field)
{
    return field->type == JX_FIELD_INTEGER || field->type == JX_FIELD_DECIMAL ||
           field->type == JX_FIELD_PERCENT || field->type == JX_FIELD_POINTS;
}

#endif

// SPDX-License-Identifier: MIT
// Typed fields: what plugins, measures, methods and the host itself declare, parsed and checked in one place.
// [any-thread]
#ifndef JIXIAO_PLUGIN_FIELDS_H
#define JIXIAO_PLUGIN_FIELDS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/str.h"

#include <jixiao/plugin.h>

// What a value may refer to.
typedef struct jx_field_context {
    jx_arena *arena;      // keeps texts
    jx_decimal weight;    // for JX_FIELD_POINTS written N%
    const jx_str *levels; // for JX_FIELD_LEVEL, best first
    size_t level_count;
} jx_field_context;

// Parses `text` as the field's type and checks its range. On failure *ret is untouched and the message says what was
// expected (from the field's row) and found.
jx_status jx_field_parse(const jx_field *field,
                         jx_str text,
                         const jx_field_context *context,
                         const jx_place *place,
                         jx_value *ret,
                         jx_error *err);

// The value where nothing was stated: the fallback, or one that is not given.
jx_status jx_field_default(const jx_field *field,
                           const jx_field_context *context,
                           const jx_place *place,
                           jx_value *ret,
                           jx_error *err);

// The field of that key, or NULL; its index in *ret_index unless that is NULL.
const jx_field *jx_field_find(const jx_list *fields, jx_str key, uint32_t *ret_index);

// What a list of jx_default gives for a key, or NULL.
const char *jx_default_find(const jx_list *defaults, const char *key);

// What is expected of a field, as words: "a whole number of at least 0", "rate or level". JX_STR_NONE where memory is
// out.
jx_str jx_field_expects(jx_arena *arena, const jx_field *field, jx_lang lang);

#endif

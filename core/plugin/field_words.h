// SPDX-License-Identifier: MIT
// What fields expect, in words, for fields.c only. [any-thread]
#ifndef JIXIAO_PLUGIN_FIELD_WORDS_H
#define JIXIAO_PLUGIN_FIELD_WORDS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

#include <jixiao/plugin.h>

#include <stddef.h>

// The field's choices, lent by the field, as an array in the arena; NULL where there are none or memory is out.
const jx_str *jx_field_choices(jx_arena *arena, const jx_field *field, size_t *ret_count);

// As jx_field_expects, but naming the levels where a level is expected and they are known. JX_STR_NONE where memory
// is out.
jx_str jx_field_words(
    jx_arena *arena, const jx_field *field, const jx_str *levels, size_t level_count, jx_lang lang);

#endif

// SPDX-License-Identifier: MIT
// Writes JSON into a text: commas, quotes and escapes are its business, the order of things is its caller's.
// [any-thread]
#ifndef JIXIAO_REPORT_JSON_WRITER_H
#define JIXIAO_REPORT_JSON_WRITER_H

#include "base/text.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stdint.h>

typedef struct jx_json {
    jx_text *out;
    bool comma;    // something stands before, on the same level
    bool new_line; // what comes next begins a line
} jx_json;

enum { JX_JSON_SEPARATORS = 2 }; // bytes before what comes next: a comma, a line end

jx_json jx_json_on(jx_text *out);

// Room for what comes next where the text has it already; else NULL, and jx_json_grow asks for more.
static inline char *jx_json_room(const jx_json *json, size_t size)
{
    const jx_text *out = json->out;
    const bool fits = !out->failed && JX_JSON_SEPARATORS + size <= out->capacity - out->size;
    return fits ? out->data + out->size : NULL;
}

// The same where there may be no room yet; NULL where memory ran out.
char *jx_json_grow(jx_json *json, size_t size);

// Writes what stands before the next thing and returns where that begins.
static inline char *jx_json_separate(jx_json *json, char *at)
{
    *at = ',';
    at += json->comma;
    *at = '\n';
    at += json->new_line;
    json->comma = true;
    json->new_line = false;
    return at;
}

// What is JSON already, with everything between its parts: `{"points":` say. `comma` tells whether more may follow on
// the level where it ends.
__attribute__((always_inline)) static inline void jx_json_add(jx_json *json,
                                                              jx_str written,
                                                              bool comma)
{
    char *at = jx_json_room(json, written.size);
    if (at != NULL || (at = jx_json_grow(json, written.size)) != NULL) {
        at = jx_json_separate(json, at);
        memcpy(at, written.data, written.size);
        jx_text_keep(json->out, at + written.size);
    }
    json->comma = comma;
}

void jx_json_open_object(jx_json *json);
void jx_json_close_object(jx_json *json);
void jx_json_open_array(jx_json *json);
void jx_json_close_array(jx_json *json);

// Begins a line before what comes next, for people who read along.
void jx_json_line(jx_json *json);

// The name of the member whose value comes next.
void jx_json_key_text(jx_json *json, jx_str key);

static inline void jx_json_key(jx_json *json, const char *key)
{
    jx_json_key_text(json, jx_str_of(key));
}

// A string; null for JX_STR_NONE. Bytes that are no UTF-8 become U+FFFD.
void jx_json_text(jx_json *json, jx_str value);

static inline void jx_json_string(jx_json *json, const char *value)
{
    jx_json_text(json, jx_str_of(value));
}

// A number written in full, with at least `places` decimals.
void jx_json_decimal(jx_json *json, jx_decimal value, uint32_t places);
void jx_json_integer(jx_json *json, int64_t value);

// A member whose value is a number: jx_json_key_text and jx_json_decimal in one.
void jx_json_key_decimal(jx_json *json, jx_str key, jx_decimal value, uint32_t places);

void jx_json_null(jx_json *json);

#endif

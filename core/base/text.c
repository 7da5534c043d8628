// SPDX-License-Identifier: MIT
#include "base/text.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

// The name of the {name} that the text begins with, JX_STR_NONE where it does not.
static jx_str name_at_start(jx_str text)
{
    for (size_t i = 1; i < text.size && text.data[i] != '{'; i++) {
        if (text.data[i] == '}') {
            return (jx_str){text.data + 1, i - 1};
        }
    }
    return JX_STR_NONE;
}

jx_text jx_text_in(jx_arena *arena)
{
    return (jx_text){.arena = arena};
}

char *jx_text_grow(jx_text *text, size_t more)
{
    if (text->failed) {
        return NULL;
    }
    size_t doubled = text->capacity > SIZE_MAX / 2 ? SIZE_MAX : text->capacity * 2;
    size_t needed = more > SIZE_MAX - text->size ? SIZE_MAX : text->size + more;
    size_t capacity = doubled < FIRST_CAPACITY ? FIRST_CAPACITY : doubled;
    capacity = capacity < needed ? needed : capacity;
    char *data = (char *)jx_arena_grow(text->arena, text->data, text->capacity, capacity);
    if (data == NULL) {
        text->failed = true;
        return NULL;
    }
    text->data = data;
    text->capacity = capacity;
    return data + text->size;
}

void jx_text_pad(jx_text *text, jx_str more, size_t columns)
{
    jx_text_add(text, more);
    for (size_t width = jx_utf8_width(more); width < columns; width++) {
        jx_text_add_char(text, ' ');
    }
}

void jx_text_add_number(jx_text *text, uint64_t number)
{
    char digits[JX_NUMBER_TEXT];
    jx_text_add(text, jx_str_number(number, digits));
}

void jx_text_list(jx_text *text, jx_str item, size_t index, size_t most)
{
    if (index <= most) {
        jx_text_put(text, index == 0 ? "" : ", ");
        jx_text_add(text, index == most ? (jx_str)JX_STR("…") : item);
    }
}

void jx_text_fill(jx_text *text, jx_str template, jx_text_find find, void *user)
{
    jx_str rest = template;
    while (rest.size > 0) {
        const char *brace = (const char *)memchr(rest.data, '{', rest.size);
        size_t plain = brace == NULL ? rest.size : (size_t)(brace - rest.data);
        jx_text_add(text, jx_str_first(rest, plain));
        rest = jx_str_from(rest, plain);
        if (rest.size == 0) {
            return;
        }
        jx_str name = name_at_start(rest);
        jx_str found = name.data == NULL ? JX_STR_NONE : find(user, name);
        size_t taken = name.data == NULL ? 1 : name.size + 2;
        jx_text_add(text, found.data == NULL ? jx_str_first(rest, taken) : found);
        rest = jx_str_from(rest, taken);
    }
}

void jx_text_clear(jx_text *text)
{
    text->size = 0;
    text->failed = false;
}

jx_str jx_text_end(jx_text *text)
{
    jx_text_add_char(text, '\0');
    return text->failed ? JX_STR_NONE : (jx_str){text->data, text->size - 1};
}

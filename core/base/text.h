// SPDX-License-Identifier: MIT
// A growing text inside an arena. Running out of memory is remembered and asked for once, at the end.
#ifndef JIXIAO_BASE_TEXT_H
#define JIXIAO_BASE_TEXT_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

typedef struct jx_text {
    jx_arena *arena;
    char *data;
    size_t size;
    size_t capacity;
    bool failed; // memory ran out: the text is not whole
} jx_text;

// An empty text that grows in `arena`, which must outlive it.
jx_text jx_text_in(jx_arena *arena);

// Makes room for `more` bytes, for jx_text_reserve.
char *jx_text_grow(jx_text *text, size_t more);

// Where `more` bytes may be written, then counted by jx_text_keep; NULL where memory ran out.
static inline char *jx_text_reserve(jx_text *text, size_t more)
{
    return !text->failed && more <= text->capacity - text->size ? text->data + text->size
                                                                : jx_text_grow(text, more);
}

// Counts what was written up to `end` into room that was reserved.
static inline void jx_text_keep(jx_text *text, const char *end)
{
    text->size = (size_t)(end - text->data);
}

static inline void jx_text_add(jx_text *text, jx_str more)
{
    char *at = more.data == NULL || more.size == 0 ? NULL : jx_text_reserve(text, more.size);
    if (at != NULL) {
        memcpy(at, more.data, more.size);
        text->size += more.size;
    }
}

static inline void jx_text_add_char(jx_text *text, char byte)
{
    char *at = jx_text_reserve(text, 1);
    if (at != NULL) {
        *at = byte;
        text->size++;
    }
}

// Adds a C string.
static inline void jx_text_put(jx_text *text, const char *more)
{
    jx_text_add(text, jx_str_of(more));
}

// Adds a text, then blanks until it is `columns` columns wide on a terminal.
void jx_text_pad(jx_text *text, jx_str more, size_t columns);

// Adds `number` in decimal digits.
void jx_text_add_number(jx_text *text, uint64_t number);

// Adds the item of that index in a list, with a comma between; of those from `most` on, one ellipsis in all.
void jx_text_list(jx_text *text, jx_str item, size_t index, size_t most);

// Adds `template` with each {name} replaced by what `find` answers for the name; a name that `find` does not
// know (JX_STR_NONE) stays as it stands, braces and all.
typedef jx_str (*jx_text_find)(void *user, jx_str name);
void jx_text_fill(jx_text *text, jx_str template, jx_text_find find, void *user);

// Empties the text and keeps its memory.
void jx_text_clear(jx_text *text);

// Ends the text by NUL (not counted) and answers it whole, to live as long as the arena; JX_STR_NONE where memory
// ran out. Nothing may be added after it.
jx_str jx_text_end(jx_text *text);

// What was added so far, lent until the next change.
static inline jx_str jx_text_str(const jx_text *text)
{
    return (jx_str){text->data == NULL ? "" : text->data, text->size};
}

#endif

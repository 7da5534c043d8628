// SPDX-License-Identifier: MIT
// Slices: bytes lent by somebody else, not ended by NUL. What a slice points at must outlive it.
// All functions: [any-thread]
#ifndef JIXIAO_BASE_STR_H
#define JIXIAO_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct jx_str {
    const char *data; // NULL: there is none, which differs from an empty one
    size_t size;      // bytes
} jx_str;

// A slice of a string literal; usable in initialisers.
#define JX_STR(literal)                                                                            \
  {                                                                                                \
    ("" literal), sizeof(literal) - 1                                                              \
  }
#define JX_STR_NONE ((jx_str){NULL, 0})

// The bytes of a C string before its NUL; NULL gives JX_STR_NONE.
static inline jx_str jx_str_of(const char *text)
{
    return text == NULL ? JX_STR_NONE : (jx_str){text, strlen(text)};
}

static inline bool jx_str_equal(jx_str a, jx_str b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline bool jx_str_is(jx_str text, const char *word)
{
    return jx_str_equal(text, jx_str_of(word));
}

static inline bool jx_str_starts(jx_str text, jx_str start)
{
    return text.size >= start.size &&
           (start.size == 0 || memcmp(text.data, start.data, start.size) == 0);
}

static inline bool jx_str_ends(jx_str text, jx_str end)
{
    return text.size >= end.size &&
           (end.size == 0 || memcmp(text.data + (text.size - end.size), end.data, end.size) == 0);
}

// The slice without its first `count` bytes; count is at most its size.
static inline jx_str jx_str_from(jx_str text, size_t count)
{
    return count == 0 ? text : (jx_str){text.data + count, text.size - count};
}

// The first `count` bytes; count is at most its size.
static inline jx_str jx_str_first(jx_str text, size_t count)
{
    return (jx_str){text.data, count};
}

// Below, at, above 0 by bytes, a shorter one before its continuation: an order that no locale changes.
int jx_str_order(jx_str a, jx_str b);

// Without blanks, tabs, line ends and ideographic spaces (U+3000) at either end.
jx_str jx_str_trim(jx_str text);

// Cuts the part before the first `separator` off *rest and returns it, untrimmed; the whole of *rest, which
// then becomes JX_STR_NONE, where there is no separator. Returns JX_STR_NONE once *rest is that.
jx_str jx_str_next(jx_str *rest, char separator);

// Whether one of the parts, as jx_str_next cuts them, is that one.
bool jx_str_has_part(jx_str text, char separator, jx_str part);

// Whether it is one of `count` words.
bool jx_str_is_among(jx_str text, const char *const *words, size_t count);

enum { JX_NAME_MOST = 39 }; // bytes of a name

// Whether the text is a name: 1 to 39 bytes, each a lower-case letter, a digit or `extra`.
bool jx_str_is_name(jx_str text, char extra);

// Whether the text is an identifier: a name with hyphens.
static inline bool jx_str_is_id(jx_str text)
{
    return jx_str_is_name(text, '-');
}

// Whether the text is that word of lower-case letters, whatever the case of its ASCII letters.
bool jx_str_is_caseless(jx_str text, const char *word);

enum { JX_NUMBER_TEXT = 20 }; // digits of the longest number

// Writes the number in decimal digits into the end of `buffer`, NUL not added, and returns them.
jx_str jx_str_number(uint64_t number, char buffer[JX_NUMBER_TEXT]);

// Reads 是 有 yes true as 1 and 否 无 no false as 0, in letters of either case and either width. *ret is untouched unless
// true.
bool jx_str_read_yes_no(jx_str text, int32_t *ret);

// The one of `count` words nearest to `text` (by inserted, deleted, changed and swapped bytes), the first of
// equally near ones, or JX_STR_NONE where none is near enough to be what was meant.
jx_str jx_str_nearest(jx_str text, const jx_str *words, size_t count);

#endif

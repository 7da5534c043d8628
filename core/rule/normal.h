// SPDX-License-Identifier: MIT
// Wordings normalised: characters of every width and both scripts become one, blanks and line breaks go, and what is
// left remembers where it stood, so that messages quote the original words. [any-thread]
#ifndef JIXIAO_RULE_NORMAL_H
#define JIXIAO_RULE_NORMAL_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    JX_NORMAL_UNKNOWN = 0xFFFD // stands for a byte that is no UTF-8: no word has it
};

typedef struct jx_normal_char {
    uint32_t code;
    uint32_t from; // bytes of the original, [from, to)
    uint32_t to;
    bool gap; // blanks or a line break stood before it
} jx_normal_char;

typedef struct jx_normal {
    jx_str original;
    const jx_normal_char *chars; // ended by one of code 0
    size_t count;
} jx_normal;

enum {
    JX_NORMAL_WORDING = 6144, // bytes of the longest wording or cell that is read
    JX_NORMAL_MOST = 1 << 20  // of any text; what is longer is cut
};

// False where memory is out.
bool jx_normal_make(jx_arena *arena, jx_str text, jx_normal *ret);

// The original words of the characters [first, end).
jx_str jx_normal_slice(const jx_normal *normal, size_t first, size_t end);

// Whether the first `count` characters of both are the same.
bool jx_normal_same(const jx_normal_char *a, const jx_normal_char *b, size_t count);

// Whether the characters stand somewhere among the others.
bool jx_normal_within(const jx_normal_char *chars,
                      size_t count,
                      const jx_normal_char *others,
                      size_t other_count);

// The same character in the simplified script.
uint32_t jx_normal_simplify(uint32_t code);

static inline bool jx_normal_is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

#endif

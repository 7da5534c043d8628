// SPDX-License-Identifier: MIT
// The vocabulary from inside: classes of words, the words and how they are looked up; for core/rule only.
// [any-thread] once made.
#ifndef JIXIAO_RULE_WORDS_H
#define JIXIAO_RULE_WORDS_H

#include "rule/normal.h"
#include "rule/rule.h"

typedef enum jx_class {
#define JX_CLASS(id, name) JX_CLASS_##id,
#include "rule/classes.def"
#undef JX_CLASS
    JX_CLASS_COUNT
} jx_class;

// Where a word counts.
typedef enum jx_word_place {
    JX_ANYWHERE,
    JX_BEFORE_NUMBER, // right before a number, or behind 每
    JX_BEHIND_NUMBER
} jx_word_place;

typedef struct jx_word {
    const uint32_t *codes;
    size_t count; // characters
    jx_class class;
    jx_word_place place;
    jx_str family;        // of a unit, without `unit.`
    struct jx_word *next; // begins with a character of the same bucket, no longer than this one
} jx_word;

enum { JX_WORD_BUCKETS = 1024 };

typedef struct jx_pattern jx_pattern;

struct jx_vocabulary {
    jx_arena *arena;
    const jx_pattern *patterns; // of clauses, in the order of their rows
    jx_word *buckets[JX_WORD_BUCKETS];
    jx_word *signs; // those of OTHERYEAR and the classes behind it, which no token has
};

// The class of that name; JX_CLASS_COUNT: none.
jx_class jx_class_find(jx_str name);

// Words that begin where the characters begin, the longest first: the next one behind `after`, the first where that
// is NULL; NULL behind the last.
const jx_word *jx_word_find(const jx_vocabulary *vocabulary,
                            const jx_normal_char *chars,
                            size_t count,
                            const jx_word *after);

// How many characters the sign of that class has that begins at `at`, or that ends there; 0: there is none.
size_t jx_sign_at(const jx_vocabulary *vocabulary,
                  jx_class class,
                  const jx_normal *normal,
                  size_t at);
size_t jx_sign_before(const jx_vocabulary *vocabulary,
                      jx_class class,
                      const jx_normal *normal,
                      size_t at);

// Whether one stands among the characters [first, end).
bool jx_sign_within(const jx_vocabulary *vocabulary,
                    jx_class class,
                    const jx_normal *normal,
                    size_t first,
                    size_t end);

// The shipped words, as the build has them from words.txt.
extern const char jx_shipped_words[];
extern const size_t jx_shipped_words_size;

#endif

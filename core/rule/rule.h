// SPDX-License-Identifier: MIT
// The published wording is the programme: reads a scoring rule from its own text, with what the table says beside
// it, and gives the formal keys of a project file that mean the same, or says which words leave it open. What is
// not understood to the last character is unclear; nothing is guessed.
// All functions: [any-thread], each arena to one thread. Source of the readings: contract, sections 2, 6 and 8.
#ifndef JIXIAO_RULE_RULE_H
#define JIXIAO_RULE_RULE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

// The words that rules are written with and what they mean; immutable once made.
typedef struct jx_vocabulary jx_vocabulary;

// The shipped words (core/rule/words.txt), in the arena; NULL where memory is out.
jx_vocabulary *jx_vocabulary_new(jx_arena *arena);

// Adds words of a file in the same format before anybody reads by the vocabulary; `path` is for messages. Faults: a meaning
// that does not exist.
jx_status jx_vocabulary_add(jx_vocabulary *vocabulary,
                            jx_str text,
                            const char *path,
                            jx_faults *faults);

// The cells of one row of a table as published, untrimmed; JX_STR_NONE where the table has no such column.
typedef struct jx_wording {
    jx_str category; // a plugin's name
    jx_str subcategory;
    jx_str name;       // 三级指标
    jx_str value;      // 指标值
    jx_str content;    // 指标值内容
    jx_str target;     // as a project file states it; usually absent, `value` stands for it then
    jx_str comparator; // likewise; `kind` stands for it
    jx_str unit;       // 度量单位
    jx_str weight;     // points; absent: the wording says it
    jx_str kind;       // 指标值类型
    jx_str year;       // of the project
    jx_str rule;       // 评（扣分标准）
} jx_wording;

// A formal key as a project file would state it.
typedef struct jx_rule_key {
    const char *key;
    jx_str value;
} jx_rule_key;

// What was understood. Everything in the arena given to jx_rule_read, or constant.
typedef struct jx_reading {
    bool is_compiled; // else unclear: no keys, but `because`
    const jx_rule_key *
        keys; // unit (where the table has none), measure, method, target, comparator, weight, the method's; in the order of
    size_t key_count;   // the reference; stated even where they are the default
    jx_words actual_is; // what the actual stands for
    const char *const
        *assumes; // names of the conventional readings that were needed, in the contract's order
    size_t assume_count;
    jx_words reads;   // the meaning, said back as one sentence
    jx_words because; // why it is unclear, with the words in question
    jx_str at; // those words: a slice of the wording's rule; JX_STR_NONE where a word is wanting
} jx_reading;

// Reads a wording. JX_ESYSTEM when memory runs out, nothing else: what cannot be read is a reading too.
jx_status jx_rule_read(const jx_vocabulary *vocabulary,
                       const jx_wording *wording,
                       jx_arena *arena,
                       jx_reading *ret,
                       jx_error *err);

#endif

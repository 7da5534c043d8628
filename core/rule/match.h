// SPDX-License-Identifier: MIT
// Patterns laid over tokens, for core/rule only.
#ifndef JIXIAO_RULE_MATCH_H
#define JIXIAO_RULE_MATCH_H

#include "rule/clauses.h"

// Where the row's pattern ends that begins at `at`; SIZE_MAX: it does not begin there. `present` are the bits of the classes
// that stand at `at` or behind it.
size_t jx_pattern_match(const jx_vocabulary *vocabulary,
                        size_t index,
                        const jx_tokens *tokens,
                        size_t at,
                        uint64_t present);

// The bit of a class; none of those that patterns cannot name.
uint64_t jx_class_bit(jx_class class);

// The class of a token; JX_CLASS_COUNT behind the last.
jx_class jx_class_at(const jx_tokens *tokens, size_t at);

// 含 and 不含; 以上, 以下 and the like.
bool jx_is_mark(jx_class class);
bool jx_is_tail(jx_class class);

// Where a mark that begins at `at` ends, (含90%) whole; `at` where there is none.
size_t jx_skip_mark(const jx_tokens *tokens, size_t at);

// The number in the mark whose bracket stands at `open`, and the one before it that it repeats; SIZE_MAX: none.
size_t jx_find_repeated(const jx_tokens *tokens, size_t open);
size_t jx_find_marked(const jx_tokens *tokens, size_t open, size_t repeated);

#endif

// SPDX-License-Identifier: MIT
// Which projects have come: eight bytes for each, so that millions fit. Names are known by 64 bits of hash; that
// two of ten million different ones are taken for one has a chance of one in 400 thousand.
#ifndef JIXIAO_READ_SEEN_H
#define JIXIAO_READ_SEEN_H

#include "base/str.h"

#include <stdbool.h>

typedef struct jx_seen jx_seen;

// An empty memory, or NULL where memory is out. Freed by jx_seen_free.
jx_seen *jx_seen_new(void);

// NULL is allowed.
void jx_seen_free(jx_seen *seen);

// Remembers the name; *ret_again tells whether it had come before. False where memory is out.
bool jx_seen_add(jx_seen *seen, jx_str name, bool *ret_again);

#endif

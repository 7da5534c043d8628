// SPDX-License-Identifier: MIT
// Which projects have come: eight bytes for each. Beyond half a million they lie in a file without a name, so that memory
// does not grow. Projects are known by keys, 64 bits of hash: that two of ten million different ones are taken for
// one has a chance of one in 400 thousand.
#ifndef JIXIAO_READ_SEEN_H
#define JIXIAO_READ_SEEN_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jx_seen jx_seen;

// An empty memory; `folder`, lent, is where its file will be. NULL where memory is out. Freed by jx_seen_free.
jx_seen *jx_seen_new(const char *folder);

// NULL is allowed.
void jx_seen_free(jx_seen *seen);

// Remembers a key, which is not 0; *ret_again tells whether it had come before. Errors, here and below, are JX_ESYSTEM: no
// memory, no room for the file.
jx_status jx_seen_add(jx_seen *seen, uint64_t key, bool *ret_again, jx_error *err);

// Remembers keys that cannot have come before: as long as all projects came in ascending order of their names nothing need
// be looked up.
jx_status jx_seen_append(jx_seen *seen, const uint64_t *keys, size_t count, jx_error *err);

#endif

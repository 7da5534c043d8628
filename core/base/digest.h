// SPDX-License-Identifier: MIT
// SHA-256, by nettle. All functions: [any-thread]
#ifndef JIXIAO_BASE_DIGEST_H
#define JIXIAO_BASE_DIGEST_H

#include "base/str.h"

#include <nettle/sha2.h>

enum { JX_DIGEST_TEXT = 65 };

typedef struct jx_digest {
    char text[JX_DIGEST_TEXT]; // 64 lower-case hexadecimal digits and NUL
} jx_digest;

jx_digest jx_digest_of(jx_str bytes);

// A digest that is made piece by piece.
typedef struct jx_digester {
    struct sha256_ctx context;
} jx_digester;

void jx_digester_begin(jx_digester *digester);
void jx_digester_add(jx_digester *digester, jx_str bytes);

// Adds the text and a NUL, so that texts one behind the other are told apart.
void jx_digester_add_text(jx_digester *digester, jx_str text);
jx_digest jx_digester_end(jx_digester *digester);

#endif

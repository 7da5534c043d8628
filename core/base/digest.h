// SPDX-License-Identifier: MIT
// SHA-256, by nettle. All functions: [any-thread]
#ifndef JIXIAO_BASE_DIGEST_H
#define JIXIAO_BASE_DIGEST_H

#include "base/str.h"

enum { JX_DIGEST_TEXT = 65 };

typedef struct jx_digest {
    char text[JX_DIGEST_TEXT]; // 64 lower-case hexadecimal digits and NUL
} jx_digest;

jx_digest jx_digest_of(jx_str bytes);

#endif

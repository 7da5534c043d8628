// SPDX-License-Identifier: MIT
// jx_utf8_check for blocks of actuals, which are plain ASCII and Chinese characters nearly throughout.
#ifndef JIXIAO_READ_WELL_FORMED_H
#define JIXIAO_READ_WELL_FORMED_H

#include "base/str.h"

#include <stdbool.h>

// Whether the bytes are well-formed UTF-8 without NUL; else *ret_bad is the offset of the first bad one.
// [any-thread]
bool jx_well_formed(jx_str text, size_t *ret_bad);

// Whether all bytes are below 0x80. [any-thread]
bool jx_is_ascii(jx_str text);

#endif

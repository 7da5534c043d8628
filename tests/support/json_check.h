// SPDX-License-Identifier: MIT
// A strict JSON checker (RFC 8259) that shares nothing with the writer: one value, nothing behind it but a line end.
#ifndef JIXIAO_TESTS_SUPPORT_JSON_CHECK_H
#define JIXIAO_TESTS_SUPPORT_JSON_CHECK_H

#include "base/str.h"

#include <stdbool.h>

// False where the text is no JSON; *ret_bad is then the offset of what cannot be read.
bool jx_json_check(jx_str text, size_t *ret_bad);

#endif

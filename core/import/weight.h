// SPDX-License-Identifier: MIT
// Points as cells of published tables write them. [any-thread]
#ifndef JIXIAO_IMPORT_WEIGHT_H
#define JIXIAO_IMPORT_WEIGHT_H

#include "base/decimal.h"
#include "base/str.h"

#include <stdbool.h>

// Reads 12, 12分, 12 分, １２分, 12%; with `marked` only what ends in 分. False where it is nothing of the kind or not above 0.
bool jx_import_weight(jx_str cell, bool marked, jx_decimal *ret);

// The cell behind its comparator, which is empty where none is written.
jx_str jx_import_sign(jx_str cell, jx_str *ret_comparator);

// Reads a target that is a number with its comparator: ≥95%, 1,200个, 95%以上. What stands behind the number is *ret_unit.
// *ret_comparator is empty where none is written. False where it is nothing of the kind.
bool jx_import_target(jx_str cell, jx_str *ret_comparator, jx_decimal *ret, jx_str *ret_unit);

#endif

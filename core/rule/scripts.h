// SPDX-License-Identifier: MIT
// Characters of the traditional script beside those of the simplified one, in the order of the former: those that tables
// and rules are written with.
#ifndef JIXIAO_RULE_SCRIPTS_H
#define JIXIAO_RULE_SCRIPTS_H

#include <stddef.h>
#include <stdint.h>

extern const uint32_t jx_scripts[][2];
extern const size_t jx_script_count;

#endif

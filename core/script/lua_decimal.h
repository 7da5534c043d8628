// SPDX-License-Identifier: MIT
// Exact numbers in scripts: jx.decimal. They are fractions inside, so that dividing is exact too. For script/*.c only.
// All functions: on the thread of the state.
#ifndef JIXIAO_SCRIPT_LUA_DECIMAL_H
#define JIXIAO_SCRIPT_LUA_DECIMAL_H

#include "base/ratio.h"
#include "script/cage_state.h"

#include <stdbool.h>

void jx_lua_push_ratio(lua_State *lua, jx_ratio number);
void jx_lua_push_decimal(lua_State *lua, jx_decimal number);

// The number at the index: a jx.decimal, or an integer; raises for anything else, with a hint where it is
// an inexact number.
jx_ratio jx_lua_check_number(lua_State *lua, int index);

// The jx.decimal at the index, or NULL.
const jx_ratio *jx_lua_test_decimal(lua_State *lua, int index);

// Pushes a number as text: its decimals where it has an end, else six of them, rounded half up.
void jx_lua_push_number_text(lua_State *lua, jx_ratio number);

#endif

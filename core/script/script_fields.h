// SPDX-License-Identifier: MIT
// What scripts declare: tables of Lua as rows of jx_field. For script/*.c only. [main-thread]
#ifndef JIXIAO_SCRIPT_SCRIPT_FIELDS_H
#define JIXIAO_SCRIPT_SCRIPT_FIELDS_H

#include "script/cage_state.h"

// Reads the table on top of the stack, `params` or `inputs`, nil being an empty one, into rows in the arena, by key. Raises
// (without a line) for what cannot be declared.
void jx_script_take_fields(lua_State *lua, jx_arena *arena, const char *name, jx_list *ret);

#endif

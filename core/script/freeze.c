// SPDX-License-Identifier: MIT
// Frozen tables: they read from a table behind them and cannot be written. What is not there is an error, so that a
// misspelt name does not pass for nil.
#include "script/cage_state.h"

#include <string.h>

static jx_str key_text(lua_State *lua, int index)
{
    return lua_type(lua, index) == LUA_TSTRING ? jx_str_of(lua_tostring(lua, index))
                                               : jx_cage_type(lua, index);
}

// Upvalue 1 is what messages call the table.
static jx_str table_name(lua_State *lua)
{
    return jx_str_of(lua_tostring(lua, lua_upvalueindex(1)));
}

static int refuse_reading(lua_State *lua)
{
    return jx_cage_raise(lua, JX_MESSAGE_LUA_NO_NAME, key_text(lua, 2), table_name(lua));
}

static int refuse_writing(lua_State *lua)
{
    return jx_cage_raise(lua, JX_MESSAGE_LUA_FROZEN, key_text(lua, 2), table_name(lua));
}

static void set_guard(lua_State *lua, const char *event, const char *name, lua_CFunction guard)
{
    lua_pushstring(lua, name);
    lua_pushcclosure(lua, guard, 1);
    lua_setfield(lua, -2, event);
}

void jx_cage_freeze(lua_State *lua, const char *name)
{
    lua_createtable(lua, 0, 1); // of the table behind: what it has not
    set_guard(lua, "__index", name, refuse_reading);
    lua_setmetatable(lua, -2);
    lua_createtable(lua, 0, 0); // in front
    lua_createtable(lua, 0, 3);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    set_guard(lua, "__newindex", name, refuse_writing);
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_remove(lua, -2);
}

void jx_cage_guard_metatable(lua_State *lua, const char *name)
{
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    set_guard(lua, "__newindex", name, refuse_writing);
    lua_pushstring(lua, name);
    lua_setfield(lua, -2, "__name");
}

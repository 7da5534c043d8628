// SPDX-License-Identifier: MIT
// The allow-list: functions without a library's name, and `math`. What is not named here is not there.
#include "script/lua_decimal.h"

#include <lualib.h>

#include <string.h>

void jx_cage_push_text(lua_State *lua, int index)
{
    const jx_ratio *number = jx_lua_test_decimal(lua, index);
    if (number != NULL) {
        jx_lua_push_number_text(lua, *number);
        return;
    }
    switch (lua_type(lua, index)) {
    case LUA_TSTRING:
        lua_pushvalue(lua, index);
        return;
    case LUA_TNUMBER:
        lua_pushvalue(lua, index);
        (void)lua_tostring(lua, -1);
        return;
    case LUA_TBOOLEAN:
        lua_pushstring(lua, lua_toboolean(lua, index) != 0 ? "true" : "false");
        return;
    default: // never an address
        lua_pushstring(lua, luaL_typename(lua, index));
        return;
    }
}

static int to_text(lua_State *lua)
{
    luaL_checkany(lua, 1);
    jx_cage_push_text(lua, 1);
    return 1;
}

// As Lua's own, but that nothing is caught once a wall was hit.
static int call_protected(lua_State *lua)
{
    luaL_checkany(lua, 1);
    lua_pushboolean(lua, 1);
    lua_insert(lua, 1);
    int status = lua_pcall(lua, lua_gettop(lua) - 2, LUA_MULTRET, 0);
    jx_budget_check(lua, status);
    if (status == LUA_OK) {
        return lua_gettop(lua);
    }
    lua_pushboolean(lua, 0);
    lua_insert(lua, -2);
    return 2;
}

void jx_cage_borrow(lua_State *lua, lua_CFunction library, const luaL_Reg *rows)
{
    lua_pushcfunction(lua, library);
    lua_call(lua, 0, 1);
    for (const luaL_Reg *row = rows; row->name != NULL; row++) {
        lua_getfield(lua, -1, row->name);
        if (row->func != NULL) {
            lua_pushcclosure(lua, row->func, 1);
        }
        lua_setfield(lua, -3, row->name);
    }
    lua_pop(lua, 1);
}

static const luaL_Reg borrowed_base[] = {
    {"assert", NULL},   {"error", NULL}, {"ipairs", NULL}, {"select", NULL},
    {"tonumber", NULL}, {"type", NULL},  {NULL, NULL},
};

static const luaL_Reg borrowed_math[] = {
    {"abs", NULL},        {"ceil", NULL},       {"floor", NULL}, {"max", NULL},
    {"min", NULL},        {"tointeger", NULL},  {"type", NULL},  {"ult", NULL},
    {"maxinteger", NULL}, {"mininteger", NULL}, {"huge", NULL},  {NULL, NULL},
};

// luaopen_base writes into the globals, which no script sees: they are these only while the state is built.
void jx_cage_open_base(lua_State *lua)
{
    lua_newtable(lua);
    jx_cage_borrow(lua, luaopen_base, borrowed_base);
    lua_pushcfunction(lua, call_protected);
    lua_setfield(lua, -2, "pcall");
    lua_pushcfunction(lua, jx_cage_pairs);
    lua_setfield(lua, -2, "pairs");
    lua_pushcfunction(lua, to_text);
    lua_setfield(lua, -2, "tostring");
}

void jx_cage_open_math(lua_State *lua)
{
    lua_newtable(lua);
    jx_cage_borrow(lua, luaopen_math, borrowed_math);
}

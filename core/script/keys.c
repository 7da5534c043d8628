// SPDX-License-Identifier: MIT
// The keys of tables, in an order that they alone decide: Lua's own changes from one run to the next.
#include "script/cage_state.h"

// Numbers before texts before booleans.
static int rank_of(lua_State *lua, int index)
{
    switch (lua_type(lua, index)) {
    case LUA_TNUMBER:
        return 1;
    case LUA_TSTRING:
        return 2;
    case LUA_TBOOLEAN:
        return 3;
    default:
        return 0;
    }
}

// Whether the key at index -1 goes before the one at -2.
static bool key_goes_before(lua_State *lua)
{
    int rank = rank_of(lua, -1);
    int other = rank_of(lua, -2);
    if (rank != other) {
        return rank < other;
    }
    if (rank == 2) {
        return jx_str_order(jx_cage_str(lua, -1), jx_cage_str(lua, -2)) < 0;
    }
    return rank == 3 ? lua_toboolean(lua, -1) < lua_toboolean(lua, -2)
                     : lua_compare(lua, -1, -2, LUA_OPLT) != 0;
}

void jx_cage_push_keys(lua_State *lua, int table)
{
    lua_Integer count = 0;
    lua_newtable(lua);
    int keys = lua_gettop(lua);
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        lua_pop(lua, 1);
        jx_budget_pay(lua, 1);
        if (rank_of(lua, -1) == 0) {
            jx_cage_raise(lua, JX_MESSAGE_LUA_KEYS, jx_cage_type(lua, -1));
        }
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, keys, ++count);
    }
    jx_cage_sort(lua, keys, count, key_goes_before);
}

bool jx_cage_push_stranger(lua_State *lua, int table, bool (*is_known)(jx_str key))
{
    lua_pushnil(lua);
    int stranger = lua_gettop(lua);
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        lua_pop(lua, 1);
        jx_budget_pay(lua, 1);
        if (lua_type(lua, -1) == LUA_TSTRING && is_known(jx_cage_str(lua, -1))) {
            continue;
        }
        jx_cage_push_text(lua, -1);
        if (lua_isnil(lua, stranger) ||
            jx_str_order(jx_cage_str(lua, -1), jx_cage_str(lua, stranger)) < 0) {
            lua_replace(lua, stranger);
        } else {
            lua_pop(lua, 1);
        }
    }
    if (lua_isnil(lua, stranger)) {
        lua_pop(lua, 1);
        return false;
    }
    return true;
}

// --------------------------------------------------------------------------------------------------- pairs

// Upvalues: the table, its keys, how many came.
static int next_pair(lua_State *lua)
{
    lua_Integer at = lua_tointeger(lua, lua_upvalueindex(3));
    do { // past keys whose values were taken away meanwhile
        lua_settop(lua, 0);
        if (lua_rawgeti(lua, lua_upvalueindex(2), ++at) == LUA_TNIL) {
            return 1;
        }
        lua_pushvalue(lua, -1);
    } while (lua_gettable(lua, lua_upvalueindex(1)) == LUA_TNIL);
    lua_pushinteger(lua, at);
    lua_replace(lua, lua_upvalueindex(3));
    return 2;
}

int jx_cage_pairs(lua_State *lua)
{
    luaL_checkany(lua, 1);
    lua_settop(lua, 1);
    if (luaL_getmetafield(lua, 1, "__pairs") != LUA_TNIL) {
        lua_insert(lua, 1);
        lua_call(lua, 1, 1);
        return 1;
    }
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_pushvalue(lua, 1);
    jx_cage_push_keys(lua, 1);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_pair, 3);
    return 1;
}

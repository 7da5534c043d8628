// SPDX-License-Identifier: MIT
// The allow-list: `table`, and pairs in order. What may take long pays before it begins.
#include "script/cage_state.h"

#include <lualib.h>

#include <string.h>

enum { MOST_UNPACKED = 200, COMPARING = 4 };

static lua_Integer check_length(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    return luaL_len(lua, 1);
}

// Upvalue 1 is Lua's own function; every element of the table may be moved.
static int call_paying(lua_State *lua)
{
    lua_Integer length = check_length(lua);
    jx_budget_pay(lua, (size_t)(length < 0 ? 0 : length));
    int count = lua_gettop(lua);
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, count, LUA_MULTRET);
    return lua_gettop(lua);
}

static int unpack(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_Integer first = luaL_optinteger(lua, 2, 1);
    lua_Integer last = lua_isnoneornil(lua, 3) ? luaL_len(lua, 1) : luaL_checkinteger(lua, 3);
    if (first > last) {
        return 0;
    }
    if ((lua_Unsigned)last - (lua_Unsigned)first >= MOST_UNPACKED) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_MANY, (jx_str)JX_STR("200"));
    }
    int count = (int)(last - first) + 1;
    luaL_checkstack(lua, count, "unpack");
    for (int i = 0; i < count; i++) {
        lua_geti(lua, 1, first + i);
    }
    return count;
}

_Static_assert(MOST_UNPACKED == 200, "the limit is written as text, too");

// ------------------------------------------------------------------------------------------------- sorting

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

static jx_str text_at(lua_State *lua, int index)
{
    size_t size = 0;
    const char *data = lua_tolstring(lua, index, &size);
    return (jx_str){data, size};
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
        return jx_str_order(text_at(lua, -1), text_at(lua, -2)) < 0;
    }
    return rank == 3 ? lua_toboolean(lua, -1) < lua_toboolean(lua, -2)
                     : lua_compare(lua, -1, -2, LUA_OPLT) != 0;
}

// Whether the value at -1 goes before the one at -2, by the function at index 2 where there is one.
static bool value_goes_before(lua_State *lua)
{
    if (lua_isnil(lua, 2)) {
        return lua_compare(lua, -1, -2, LUA_OPLT) != 0;
    }
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, -2);
    lua_pushvalue(lua, -4);
    lua_call(lua, 2, 1);
    bool before = lua_toboolean(lua, -1) != 0;
    lua_pop(lua, 1);
    return before;
}

typedef bool (*goes_before)(lua_State *lua);

// Merges from[first..middle) and from[middle..last) into `to`; equal ones keep their order.
static void merge(lua_State *lua,
                  const int tables[2],
                  const lua_Integer ends[3],
                  goes_before before)
{
    lua_Integer left = ends[0];
    lua_Integer right = ends[1];
    for (lua_Integer at = ends[0]; at < ends[2]; at++) {
        bool take_right = left == ends[1];
        if (left < ends[1] && right < ends[2]) {
            jx_budget_pay(lua, COMPARING);
            lua_geti(lua, tables[0], left);
            lua_geti(lua, tables[0], right);
            take_right = before(lua);
            lua_pop(lua, 2);
        }
        lua_geti(lua, tables[0], take_right ? right++ : left++);
        lua_seti(lua, tables[1], at);
    }
}

static lua_Integer at_most(lua_Integer a, lua_Integer b)
{
    return a < b ? a : b;
}

// Sorts the elements 1..length of the table at that index. The same steps every time: nothing is left to chance.
static void sort_table(lua_State *lua, int table, lua_Integer length, goes_before before)
{
    lua_newtable(lua);
    int tables[2] = {table, lua_gettop(lua)};
    for (lua_Integer run = 1; run < length; run *= 2) {
        for (lua_Integer at = 1; at <= length; at += 2 * run) {
            lua_Integer ends[3] = {at, at_most(at + run, length + 1),
                                   at_most(at + 2 * run, length + 1)};
            merge(lua, tables, ends, before);
        }
        int other = tables[0];
        tables[0] = tables[1];
        tables[1] = other;
    }
    for (lua_Integer at = 1; tables[0] != table && at <= length; at++) {
        jx_budget_pay(lua, 1);
        lua_geti(lua, tables[0], at);
        lua_seti(lua, table, at);
    }
    lua_pop(lua, 1);
}

static int sort(lua_State *lua)
{
    lua_Integer length = check_length(lua);
    lua_settop(lua, 2);
    if (!lua_isnil(lua, 2)) {
        luaL_checktype(lua, 2, LUA_TFUNCTION);
    }
    jx_budget_pay(lua, (size_t)(length < 0 ? 0 : length));
    sort_table(lua, 1, length, value_goes_before);
    return 0;
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

// Pushes the table's keys as a sorted table.
static void push_keys(lua_State *lua)
{
    lua_Integer count = 0;
    lua_newtable(lua);
    int keys = lua_gettop(lua);
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        lua_pop(lua, 1);
        jx_budget_pay(lua, 1);
        if (rank_of(lua, -1) == 0) {
            jx_cage_raise(lua, JX_MESSAGE_LUA_KEYS, jx_cage_type(lua, -1));
        }
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, keys, ++count);
    }
    sort_table(lua, keys, count, key_goes_before);
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
    push_keys(lua);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_pair, 3);
    return 1;
}

static const luaL_Reg functions[] = {{"sort", sort}, {"unpack", unpack}, {NULL, NULL}};

void jx_cage_open_table(lua_State *lua)
{
    static const char *const names[] = {"concat", "insert", "remove"};
    lua_newtable(lua);
    luaL_setfuncs(lua, functions, 0);
    lua_pushcfunction(lua, luaopen_table);
    lua_call(lua, 0, 1);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        lua_getfield(lua, -1, names[i]);
        lua_pushcclosure(lua, call_paying, 1);
        lua_setfield(lua, -3, names[i]);
    }
    lua_pop(lua, 1);
}

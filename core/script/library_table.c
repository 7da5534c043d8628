// SPDX-License-Identifier: MIT
// The allow-list: `table`. What may take long pays before it begins.
#include "script/lua_decimal.h"

#include <lualib.h>

#include <string.h>

enum { MOST_UNPACKED = 200, COMPARING = 4, MOVING = 2 };

static lua_Integer check_length(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    return luaL_len(lua, 1);
}

// Pays for the elements that are moved by one place; Lua's own function, upvalue 1, then does it in our stead.
static int call_moving(lua_State *lua, lua_Integer first, lua_Integer last)
{
    if (first <= last) {
        jx_budget_pay(lua, (size_t)((lua_Unsigned)last - (lua_Unsigned)first) / MOVING + 1);
    }
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

static int insert(lua_State *lua)
{
    lua_Integer length = check_length(lua);
    bool in_between = lua_gettop(lua) == 3 && lua_tointeger(lua, 2) > 0;
    return call_moving(lua, in_between ? lua_tointeger(lua, 2) : length + 1, length);
}

static int take_out(lua_State *lua)
{
    lua_Integer length = check_length(lua);
    bool in_between = lua_tointeger(lua, 2) > 0;
    return call_moving(lua, in_between ? lua_tointeger(lua, 2) : length + 1, length);
}

// Pushes the text of an element of the table at index 1, and returns its size.
static size_t push_element(lua_State *lua, lua_Integer at)
{
    int type = lua_geti(lua, 1, at);
    if (type != LUA_TSTRING && type != LUA_TNUMBER && jx_lua_test_decimal(lua, -1) == NULL) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_CONCAT, jx_cage_type(lua, -1));
    }
    jx_cage_push_text(lua, -1);
    lua_remove(lua, -2);
    return (size_t)lua_rawlen(lua, -1);
}

// table.concat(list [, between [, first [, last]]]): numbers may be jx.decimal, and nothing grows beyond the longest string.
static int concat(lua_State *lua)
{
    luaL_Buffer out;
    size_t between_size = 0;
    size_t total = 0;
    lua_Integer length = check_length(lua);
    const char *between = luaL_optlstring(lua, 2, "", &between_size);
    lua_Integer first = luaL_optinteger(lua, 3, 1);
    lua_Integer last = luaL_optinteger(lua, 4, length);
    lua_settop(lua, 2);
    luaL_buffinit(lua, &out);
    for (lua_Integer at = first; at <= last; at++) {
        jx_budget_pay(lua, 1);
        total += push_element(lua, at);
        luaL_addvalue(&out);
        if (at == last) {
            break; // it may be the last integer
        }
        luaL_addlstring(&out, between, between_size);
        total += between_size;
        if (total > JX_SCRIPT_STRING) {
            jx_budget_stop(lua, JX_WALL_STRING);
        }
    }
    luaL_pushresult(&out);
    return 1;
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

// Comparing texts looks at every byte of them.
static void pay_comparing(lua_State *lua)
{
    size_t size = 0;
    for (int index = -2; index <= -1; index++) {
        size += lua_type(lua, index) == LUA_TSTRING ? (size_t)lua_rawlen(lua, index) : 0;
    }
    jx_budget_pay(lua, COMPARING);
    jx_budget_pay_bytes(lua, size);
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

// Merges from[first..middle) and from[middle..last) into `to`; equal ones keep their order.
static void merge(lua_State *lua,
                  const int tables[2],
                  const lua_Integer ends[3],
                  jx_cage_order before)
{
    lua_Integer left = ends[0];
    lua_Integer right = ends[1];
    for (lua_Integer at = ends[0]; at < ends[2]; at++) {
        bool take_right = left == ends[1];
        if (left < ends[1] && right < ends[2]) {
            lua_geti(lua, tables[0], left);
            lua_geti(lua, tables[0], right);
            pay_comparing(lua);
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
void jx_cage_sort(lua_State *lua, int table, lua_Integer length, jx_cage_order before)
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
    jx_cage_sort(lua, 1, length, value_goes_before);
    return 0;
}

static const luaL_Reg functions[] = {
    {"concat", concat}, {"sort", sort}, {"unpack", unpack}, {NULL, NULL}};

// Of Lua's own, with what pays for them.
static const luaL_Reg borrowed[] = {{"insert", insert}, {"remove", take_out}, {NULL, NULL}};

void jx_cage_open_table(lua_State *lua)
{
    lua_newtable(lua);
    luaL_setfuncs(lua, functions, 0);
    jx_cage_borrow(lua, luaopen_table, borrowed);
}

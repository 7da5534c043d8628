// SPDX-License-Identifier: MIT
#include "script/lua_decimal.h"

#include "base/list.h"
#include "model/keys.h"

#include <string.h>

static const char METATABLE[] = "jx.decimal";

enum { SHOWN_PLACES = 6, MOST_PLACES = 18 };

// --------------------------------------------------------------------------------------- in and out of Lua

void jx_lua_push_ratio(lua_State *lua, jx_ratio number)
{
    jx_ratio *kept = lua_newuserdatauv(lua, sizeof *kept, 0);
    *kept = number;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, jx_cage_of(lua)->decimals);
    lua_setmetatable(lua, -2);
}

void jx_lua_push_decimal(lua_State *lua, jx_decimal number)
{
    jx_lua_push_ratio(lua, jx_ratio_of(number));
}

// Scripts make no userdata themselves, and none of ours but numbers has this size.
const jx_ratio *jx_lua_test_decimal(lua_State *lua, int index)
{
    return lua_type(lua, index) == LUA_TUSERDATA && lua_rawlen(lua, index) == sizeof(jx_ratio)
               ? lua_touserdata(lua, index)
               : NULL;
}

jx_ratio jx_lua_check_number(lua_State *lua, int index)
{
    const jx_ratio *number = jx_lua_test_decimal(lua, index);
    if (number != NULL) {
        return *number;
    }
    if (lua_isinteger(lua, index)) {
        return jx_ratio_of(jx_decimal_make(lua_tointeger(lua, index), 0));
    }
    if (lua_type(lua, index) == LUA_TNUMBER) {
        lua_pushvalue(lua, index);
        const char *number_text = lua_tostring(lua, -1);
        const char *exact = lua_pushfstring(lua, "jx.decimal(\"%s\")", number_text);
        jx_cage_raise(lua, JX_MESSAGE_LUA_FLOAT, jx_str_of(number_text), jx_str_of(exact));
    }
    jx_cage_raise(lua, JX_MESSAGE_LUA_NUMBER, jx_cage_type(lua, index));
    return jx_ratio_of(JX_DECIMAL_ZERO);
}

// With all its decimals where they come to an end.
static jx_str number_text(jx_ratio number, char buffer[JX_DECIMAL_TEXT])
{
    jx_decimal shown;
    if (jx_ratio_round(number, MOST_PLACES, JX_ROUND_DOWN, &shown) &&
        jx_ratio_compare(jx_ratio_of(shown), number) == 0) {
        return jx_decimal_format(shown, 0, buffer);
    }
    for (uint32_t places = SHOWN_PLACES + 1; places-- > 0;) {
        if (jx_ratio_round(number, places, JX_ROUND_HALF_UP, &shown)) {
            return jx_decimal_format(shown, 0, buffer);
        }
    }
    return (jx_str)JX_STR("?");
}

void jx_lua_push_number_text(lua_State *lua, jx_ratio number)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_str text = number_text(number, buffer);
    lua_pushlstring(lua, text.data, text.size);
}

// ---------------------------------------------------------------------------------------------- operators

static int answer(lua_State *lua, bool fits, jx_ratio result)
{
    if (!fits) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_TOO_LARGE, JX_STR_NONE);
    }
    jx_lua_push_ratio(lua, result);
    return 1;
}

static jx_ratio check_divisor(lua_State *lua)
{
    jx_ratio divisor = jx_lua_check_number(lua, 2);
    if (jx_ratio_sign(divisor) == 0) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_ZERO, JX_STR_NONE);
    }
    return divisor;
}

static int add(lua_State *lua)
{
    jx_ratio result = {0};
    bool fits = jx_ratio_add(jx_lua_check_number(lua, 1), jx_lua_check_number(lua, 2), &result);
    return answer(lua, fits, result);
}

static int subtract(lua_State *lua)
{
    jx_ratio result = {0};
    bool fits =
        jx_ratio_subtract(jx_lua_check_number(lua, 1), jx_lua_check_number(lua, 2), &result);
    return answer(lua, fits, result);
}

static int multiply(lua_State *lua)
{
    jx_ratio result = {0};
    bool fits =
        jx_ratio_multiply(jx_lua_check_number(lua, 1), jx_lua_check_number(lua, 2), &result);
    return answer(lua, fits, result);
}

static int divide(lua_State *lua)
{
    jx_ratio result = {0};
    bool fits = jx_ratio_divide(jx_lua_check_number(lua, 1), check_divisor(lua), &result);
    return answer(lua, fits, result);
}

static bool divide_whole(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    jx_decimal whole;
    if (!jx_ratio_divide(a, b, ret) || !jx_ratio_floor(*ret, &whole)) {
        return false;
    }
    *ret = jx_ratio_of(whole);
    return true;
}

static int floor_divide(lua_State *lua)
{
    jx_ratio result = {0};
    bool fits = divide_whole(jx_lua_check_number(lua, 1), check_divisor(lua), &result);
    return answer(lua, fits, result);
}

// What is left has the sign of the divisor, as with Lua's own numbers.
static int modulo(lua_State *lua)
{
    jx_ratio a = jx_lua_check_number(lua, 1);
    jx_ratio b = check_divisor(lua);
    jx_ratio result = {0};
    bool fits = divide_whole(a, b, &result) && jx_ratio_multiply(result, b, &result) &&
                jx_ratio_subtract(a, result, &result);
    return answer(lua, fits, result);
}

static int negate(lua_State *lua)
{
    jx_ratio number = jx_lua_check_number(lua, 1);
    number.numerator = jx_decimal_negate(number.numerator);
    jx_lua_push_ratio(lua, number);
    return 1;
}

static int compare(lua_State *lua)
{
    return jx_ratio_compare(jx_lua_check_number(lua, 1), jx_lua_check_number(lua, 2));
}

static int is_equal(lua_State *lua)
{
    lua_pushboolean(lua, compare(lua) == 0);
    return 1;
}

static int is_below(lua_State *lua)
{
    lua_pushboolean(lua, compare(lua) < 0);
    return 1;
}

static int is_at_most(lua_State *lua)
{
    lua_pushboolean(lua, compare(lua) <= 0);
    return 1;
}

static int concatenate(lua_State *lua)
{
    jx_cage_push_text(lua, 1);
    jx_cage_push_text(lua, 2);
    lua_concat(lua, 2);
    return 1;
}

// ------------------------------------------------------------------------------------------------ methods

static uint32_t check_places(lua_State *lua, int index)
{
    lua_Integer places = lua_isnoneornil(lua, index) ? 0 : lua_tointeger(lua, index);
    bool whole = lua_isnoneornil(lua, index) || lua_isinteger(lua, index);
    if (!whole || places < 0 || places > MOST_PLACES) {
        jx_cage_push_text(lua, index);
        jx_cage_raise(lua, JX_MESSAGE_LUA_PLACES, jx_str_of(lua_tostring(lua, -1)));
    }
    return (uint32_t)places;
}

// The names that project files have for it.
static uint32_t check_rounding(lua_State *lua, int index)
{
    const jx_field *field = jx_list_at(&jx_project_keys, JX_PROJECT_ROUNDING);
    if (lua_isnoneornil(lua, index)) {
        return JX_ROUND_HALF_UP;
    }
    jx_cage_push_text(lua, index);
    jx_str name = jx_str_of(lua_tostring(lua, -1));
    jx_str rest = jx_str_of(field->choices);
    for (uint32_t rounding = 0; rest.data != NULL; rounding++) {
        if (jx_str_equal(jx_str_next(&rest, '|'), name)) {
            return rounding;
        }
    }
    jx_cage_raise(lua, JX_MESSAGE_LUA_ROUNDING, name);
    return 0;
}

static int round_to(lua_State *lua)
{
    jx_decimal result = JX_DECIMAL_ZERO;
    bool fits = jx_ratio_round(jx_lua_check_number(lua, 1), check_places(lua, 2),
                               check_rounding(lua, 3), &result);
    return answer(lua, fits, jx_ratio_of(result));
}

static int round_down(lua_State *lua)
{
    jx_decimal result = JX_DECIMAL_ZERO;
    bool fits = jx_ratio_floor(jx_lua_check_number(lua, 1), &result);
    return answer(lua, fits, jx_ratio_of(result));
}

static int round_up(lua_State *lua)
{
    jx_decimal result = JX_DECIMAL_ZERO;
    bool fits = jx_ratio_ceiling(jx_lua_check_number(lua, 1), &result);
    return answer(lua, fits, jx_ratio_of(result));
}

static int absolute(lua_State *lua)
{
    if (jx_ratio_sign(jx_lua_check_number(lua, 1)) < 0) {
        return negate(lua);
    }
    lua_pushvalue(lua, 1);
    return 1;
}

// Methods by name; upvalue 1 holds them.
static int find_method(lua_State *lua)
{
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL) {
        return 1;
    }
    jx_cage_push_text(lua, 2);
    return jx_cage_raise(lua, JX_MESSAGE_LUA_NO_METHOD, jx_str_of(lua_tostring(lua, -1)));
}

// ------------------------------------------------------------------------------------------------- making

static int make(lua_State *lua)
{
    jx_decimal number;
    if (lua_type(lua, 1) != LUA_TSTRING) {
        jx_lua_push_ratio(lua, jx_lua_check_number(lua, 1));
        return 1;
    }
    const jx_str text = jx_cage_str(lua, 1);
    if (!jx_decimal_parse(jx_str_trim(text), &number)) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_DECIMAL_TEXT, text);
    }
    jx_lua_push_decimal(lua, number);
    return 1;
}

// The one of the arguments that is farthest in that direction.
static int choose(lua_State *lua, int direction)
{
    int count = lua_gettop(lua);
    jx_budget_pay(lua, (size_t)count);
    jx_ratio most = jx_lua_check_number(lua, 1);
    for (int i = 2; i <= count; i++) {
        jx_ratio number = jx_lua_check_number(lua, i);
        if (jx_ratio_compare(number, most) * direction > 0) {
            most = number;
        }
    }
    jx_lua_push_ratio(lua, most);
    return 1;
}

static int choose_least(lua_State *lua)
{
    return choose(lua, -1);
}

static int choose_most(lua_State *lua)
{
    return choose(lua, 1);
}

static const luaL_Reg operators[] = {
    {"__add", add},           {"__sub", subtract},  {"__mul", multiply},       {"__div", divide},
    {"__idiv", floor_divide}, {"__mod", modulo},    {"__unm", negate},         {"__eq", is_equal},
    {"__lt", is_below},       {"__le", is_at_most}, {"__concat", concatenate}, {NULL, NULL},
};

static const luaL_Reg methods[] = {
    {"round", round_to}, {"floor", round_down}, {"ceil", round_up},
    {"abs", absolute},   {"equals", is_equal},  {NULL, NULL},
};

static const luaL_Reg functions[] = {
    {"decimal", make}, {"min", choose_least}, {"max", choose_most}, {NULL, NULL}};

static void open_decimal(lua_State *lua)
{
    luaL_newlib(lua, operators);
    luaL_newlib(lua, methods);
    lua_pushcclosure(lua, find_method, 1);
    lua_setfield(lua, -2, "__index");
    jx_cage_guard_metatable(lua, METATABLE);
    jx_cage_of(lua)->decimals = luaL_ref(lua, LUA_REGISTRYINDEX);
}

void jx_cage_open_jx(lua_State *lua)
{
    open_decimal(lua);
    luaL_newlib(lua, functions);
}

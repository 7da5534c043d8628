// SPDX-License-Identifier: MIT
#include "script/lua_values.h"

#include "base/date.h"
#include "model/field.h"
#include "script/lua_decimal.h"

enum { MOST_NAMES = 64 };

void jx_lua_push_str(lua_State *lua, jx_str text)
{
    lua_pushlstring(lua, text.data == NULL ? "" : text.data, text.size);
}

static void push_date(lua_State *lua, int32_t first, int32_t last)
{
    char buffer[JX_DATE_TEXT];
    jx_lua_push_str(lua, jx_date_format((jx_date_range){first, last}, buffer));
}

void jx_lua_push_figure(lua_State *lua, const jx_table_row *row, const jx_figure *figure)
{
    switch (figure->kind) {
    case JX_FIGURE_NUMBER:
        jx_lua_push_ratio(lua, figure->number);
        break;
    case JX_FIGURE_YES_NO:
        lua_pushboolean(lua, figure->index != 0);
        break;
    case JX_FIGURE_LEVEL:
        jx_lua_push_str(lua, (size_t)figure->index < row->level_count ? row->levels[figure->index]
                                                                      : JX_STR_NONE);
        break;
    case JX_FIGURE_DATE:
        push_date(lua, figure->first_day, figure->last_day);
        break;
    default:
        lua_pushnil(lua);
        break;
    }
}

void jx_lua_push_value(lua_State *lua, const jx_field *field, const jx_value *value)
{
    if (value->given == 0) {
        lua_pushnil(lua);
        return;
    }
    if (jx_field_is_number(field)) {
        jx_lua_push_decimal(lua, value->number);
        return;
    }
    switch (field->type) {
    case JX_FIELD_BOOLEAN:
        lua_pushboolean(lua, value->index != 0);
        break;
    case JX_FIELD_DATE:
        push_date(lua, value->index, value->index);
        break;
    default:
        lua_pushstring(lua, value->text);
        break;
    }
}

void jx_lua_push_losses(lua_State *lua, jx_losses losses)
{
    lua_createtable(lua, (int)losses.count, 0);
    for (uint32_t i = 0; i < losses.count; i++) {
        jx_budget_pay(lua, 1);
        lua_createtable(lua, 0, 3);
        jx_lua_push_decimal(lua, losses.rows[i].points);
        lua_setfield(lua, -2, "points");
        lua_pushstring(lua, losses.rows[i].code->code);
        lua_setfield(lua, -2, "code");
        jx_lua_push_str(lua, losses.rows[i].source);
        lua_setfield(lua, -2, "source");
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

// ------------------------------------------------------------------------------------------------- views

int jx_lua_refuse_field(lua_State *lua, const char *view, const jx_str *names, size_t count)
{
    jx_cage_push_text(lua, 2);
    jx_str key = jx_str_of(lua_tostring(lua, -1));
    jx_str nearest = jx_str_nearest(key, names, count);
    return nearest.data == NULL
               ? jx_cage_raise(lua, JX_MESSAGE_LUA_NO_FIELD, key, jx_str_of(view))
               : jx_cage_raise(lua, JX_MESSAGE_LUA_NO_FIELD_NEAR, key, jx_str_of(view), nearest);
}

static int refuse_unknown(lua_State *lua)
{
    jx_str names[MOST_NAMES];
    const jx_lua_field *fields = lua_touserdata(lua, lua_upvalueindex(2));
    size_t count = (size_t)lua_tointeger(lua, lua_upvalueindex(3));
    count = count < MOST_NAMES ? count : MOST_NAMES;
    for (size_t i = 0; i < count; i++) {
        names[i] = jx_str_of(fields[i].name);
    }
    return jx_lua_refuse_field(lua, lua_tostring(lua, lua_upvalueindex(4)), names, count);
}

// Upvalues: names to rows, the rows, their count, the view's name.
static int read_field(lua_State *lua)
{
    lua_pushvalue(lua, 2);
    lua_rawget(lua, lua_upvalueindex(1));
    const jx_lua_field *field = lua_touserdata(lua, -1);
    if (field == NULL) {
        return refuse_unknown(lua);
    }
    field->push(lua, jx_cage_of(lua));
    return 1;
}

static void push_names(lua_State *lua, const jx_lua_field *fields, size_t count)
{
    lua_createtable(lua, 0, (int)(2 * count));
    for (size_t i = 0; i < count; i++) {
        lua_pushlightuserdata(
            lua,
            (void *)(uintptr_t)&fields[i]); // NOLINT(performance-no-int-to-ptr): Lua knows no const
        if (fields[i].zh != NULL) {
            lua_pushvalue(lua, -1);
            lua_setfield(lua, -3, fields[i].zh);
        }
        lua_setfield(lua, -2, fields[i].name);
    }
}

void jx_lua_push_view(lua_State *lua, const char *name, const jx_lua_field *fields, size_t count)
{
    lua_createtable(lua, 0, 4);
    push_names(lua, fields, count);
    lua_pushlightuserdata(lua, (void *)(uintptr_t)fields); // NOLINT(performance-no-int-to-ptr)
    lua_pushinteger(lua, (lua_Integer)count);
    lua_pushstring(lua, name);
    lua_pushcclosure(lua, read_field, 4);
    lua_setfield(lua, -2, "__index");
    jx_cage_guard_metatable(lua, name);
}

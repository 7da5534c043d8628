// SPDX-License-Identifier: MIT
// Figures, values and views as scripts see them. For script/*.c only. All functions: on the thread of
// the state.
#ifndef JIXIAO_SCRIPT_LUA_VALUES_H
#define JIXIAO_SCRIPT_LUA_VALUES_H

#include "model/scorecard.h"
#include "model/table.h"
#include "script/cage_state.h"

#include <stdbool.h>

void jx_lua_push_str(lua_State *lua, jx_str text);

// A number, a boolean, the name of a level, a date as 2024-05-31; nil for JX_FIGURE_NONE.
void jx_lua_push_figure(lua_State *lua, const jx_table_row *row, const jx_figure *figure);

// The value of a field; nil where it is not given.
void jx_lua_push_value(lua_State *lua, const jx_field *field, const jx_value *value);

// A table of losses, each with points, code and source.
void jx_lua_push_losses(lua_State *lua, jx_losses losses);

// ------------------------------------------------------------------------------------------------- views

// A field of a view: read when a script asks for it. The name in Chinese is another key of the same.
typedef struct jx_lua_field {
    const char *name;
    const char *zh;                              // NULL: none
    void (*push)(lua_State *lua, jx_cage *cage); // the view is at index 1
} jx_lua_field;

// Pushes the metatable of a view with these fields; messages call it `name`. `fields` must be static.
void jx_lua_push_view(lua_State *lua, const char *name, const jx_lua_field *fields, size_t count);

// Raises that the view has no such field; the nearest one is suggested.
int jx_lua_refuse_field(lua_State *lua, const char *view, const jx_str *names, size_t count);

// What scripts of projects see of the indicators: makes the views, in the registry.
void jx_lua_open_card(lua_State *lua);

// Pushes the view of all indicators.
void jx_lua_push_indicators(lua_State *lua, jx_cage *cage);

// ctx:deduct, ctx:note, ctx:cap
int jx_lua_deduct(lua_State *lua);
int jx_lua_note(lua_State *lua);
int jx_lua_cap(lua_State *lua);

#endif

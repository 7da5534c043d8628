// SPDX-License-Identifier: MIT
// ctx.indicators: the outcomes of a scorecard, by id or by number, for scripts of projects.
#include "script/lua_decimal.h"
#include "script/lua_values.h"

static const char ALL[] = "ctx.indicators";
static const char ONE[] = "ctx.indicators[ID]";

// --------------------------------------------------------------------------------------------- one of them

// The view holds its place in the table.
static size_t row_of(lua_State *lua)
{
    const size_t *row = lua_touserdata(lua, 1);
    return *row;
}

static const jx_table_row *table_row(lua_State *lua, jx_cage *cage)
{
    return &cage->job->card->table->rows[row_of(lua)];
}

static const jx_outcome *outcome_of(lua_State *lua, jx_cage *cage)
{
    return &cage->job->card->outcomes[row_of(lua)];
}

static void push_id(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_str(lua, table_row(lua, cage)->id);
}

static void push_name(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_str(lua, table_row(lua, cage)->name);
}

static void push_category(lua_State *lua, jx_cage *cage)
{
    const jx_table *table = cage->job->card->table;
    jx_lua_push_str(lua, table->categories[table_row(lua, cage)->category].name);
}

static void push_subcategory(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_str(lua, table_row(lua, cage)->subcategory);
}

static void push_weight(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_decimal(lua, table_row(lua, cage)->weight);
}

static void push_points(lua_State *lua, jx_cage *cage)
{
    const jx_outcome *outcome = outcome_of(lua, cage);
    if (outcome->state == JX_SCORED || outcome->state == JX_MISSING) {
        jx_lua_push_decimal(lua, outcome->points);
    } else {
        lua_pushnil(lua);
    }
}

static void push_measured(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_figure(lua, table_row(lua, cage), &outcome_of(lua, cage)->measured);
}

static void push_status(lua_State *lua, jx_cage *cage)
{
    lua_pushstring(lua, jx_state_name(outcome_of(lua, cage)->state, false));
}

static void push_losses(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_losses(lua, jx_scorecard_losses(cage->job->card, row_of(lua)));
}

static const jx_lua_field fields[] = {
    {"id", "代码", push_id},
    {"name", "名称", push_name},
    {"category", "一级指标", push_category},
    {"subcategory", "二级指标", push_subcategory},
    {"weight", "分值", push_weight},
    {"points", "得分", push_points},
    {"measured", "比较值", push_measured},
    {"status", "状态", push_status},
    {"losses", "扣分", push_losses},
};

static void push_one(lua_State *lua, size_t row)
{
    size_t *kept = lua_newuserdatauv(lua, sizeof *kept, 0);
    *kept = row;
    lua_getfield(lua, LUA_REGISTRYINDEX, ONE);
    lua_setmetatable(lua, -2);
}

// -------------------------------------------------------------------------------------------- all of them

static int refuse_id(lua_State *lua, const jx_table *table)
{
    enum { MOST = 128 };
    jx_str names[MOST];
    size_t count = table->row_count < MOST ? table->row_count : MOST;
    for (size_t i = 0; i < count; i++) {
        names[i] = table->rows[i].id;
    }
    return jx_lua_refuse_field(lua, ALL, names, count);
}

// By id; by number nil behind the last, so that ipairs ends.
static int read_indicator(lua_State *lua)
{
    const jx_table *table = jx_cage_of(lua)->job->card->table;
    if (lua_isinteger(lua, 2)) {
        lua_Integer at = lua_tointeger(lua, 2);
        if (at < 1 || (lua_Unsigned)at > table->row_count) {
            return 0;
        }
        push_one(lua, (size_t)at - 1);
        return 1;
    }
    jx_cage_push_text(lua, 2);
    jx_str id = jx_str_of(lua_tostring(lua, -1));
    jx_budget_pay(lua, table->row_count / 4);
    for (size_t i = 0; i < table->row_count; i++) {
        if (jx_str_equal(table->rows[i].id, id)) {
            push_one(lua, i);
            return 1;
        }
    }
    return refuse_id(lua, table);
}

static int count_indicators(lua_State *lua)
{
    lua_pushinteger(lua, (lua_Integer)jx_cage_of(lua)->job->card->table->row_count);
    return 1;
}

// Upvalue 1: how many came.
static int next_indicator(lua_State *lua)
{
    const jx_table *table = jx_cage_of(lua)->job->card->table;
    size_t at = (size_t)lua_tointeger(lua, lua_upvalueindex(1));
    if (at >= table->row_count) {
        return 0;
    }
    lua_pushinteger(lua, (lua_Integer)at + 1);
    lua_replace(lua, lua_upvalueindex(1));
    jx_lua_push_str(lua, table->rows[at].id);
    push_one(lua, at);
    return 2;
}

static int pair_indicators(lua_State *lua)
{
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_indicator, 1);
    return 1;
}

static const luaL_Reg all_events[] = {{"__index", read_indicator},
                                      {"__len", count_indicators},
                                      {"__pairs", pair_indicators},
                                      {NULL, NULL}};

void jx_lua_open_card(lua_State *lua)
{
    jx_lua_push_view(lua, ONE, fields, sizeof fields / sizeof fields[0]);
    lua_setfield(lua, LUA_REGISTRYINDEX, ONE);
    luaL_newlib(lua, all_events);
    jx_cage_guard_metatable(lua, ALL);
    lua_setfield(lua, LUA_REGISTRYINDEX, ALL);
}

void jx_lua_push_indicators(lua_State *lua, jx_cage *cage)
{
    (void)cage;
    (void)lua_newuserdatauv(lua, 0, 0);
    lua_getfield(lua, LUA_REGISTRYINDEX, ALL);
    lua_setmetatable(lua, -2);
}

// SPDX-License-Identifier: MIT
// ctx: what a script is handed. Nothing of it can be written; what it shows is read when it is asked for.
#include "base/list.h"
#include "base/ratio.h"
#include "script/lua_decimal.h"
#include "script/lua_values.h"

#include <string.h>

static const char PARAMS[] = "ctx.param";
static const char INPUTS[] = "ctx.input";

// --------------------------------------------------------------------------------------- params and inputs

// The place among the fields of the key at index 2, a name or what it says in Chinese; `count` where it is none.
static uint32_t find_field(lua_State *lua, const jx_list *list)
{
    const char *key = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "";
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_field *field = jx_list_at(list, i);
        if (strcmp(field->key, key) == 0 || strcmp(field->says.zh, key) == 0) {
            return i;
        }
    }
    return list->count;
}

static int refuse_key(lua_State *lua, const jx_list *list, const char *view)
{
    enum { MOST = 64 };
    jx_str names[MOST];
    uint32_t count = list->count < MOST ? list->count : MOST;
    for (uint32_t i = 0; i < count; i++) {
        const jx_field *field = jx_list_at(list, i);
        names[i] = jx_str_of(field->key);
    }
    return jx_lua_refuse_field(lua, view, names, count);
}

static int read_value(lua_State *lua, const jx_list *list, const jx_value *values, const char *view)
{
    uint32_t at = find_field(lua, list);
    if (at == list->count) {
        return refuse_key(lua, list, view);
    }
    jx_lua_push_value(lua, jx_list_at(list, at), &values[at]);
    return 1;
}

static int read_param(lua_State *lua)
{
    const jx_cage *cage = jx_cage_of(lua);
    return read_value(lua, &cage->script->params, cage->job->params, PARAMS);
}

static int read_input(lua_State *lua)
{
    const jx_cage *cage = jx_cage_of(lua);
    return read_value(lua, &cage->script->inputs, cage->job->inputs, INPUTS);
}

static int open_values(lua_State *lua, const char *name, lua_CFunction read)
{
    (void)lua_newuserdatauv(lua, 0, 0);
    lua_createtable(lua, 0, 4);
    lua_pushcfunction(lua, read);
    lua_setfield(lua, -2, "__index");
    jx_cage_guard_metatable(lua, name);
    lua_setmetatable(lua, -2);
    return luaL_ref(lua, LUA_REGISTRYINDEX);
}

// ------------------------------------------------------------------------------------- of both kinds

static void push_params(lua_State *lua, jx_cage *cage)
{
    lua_rawgeti(lua, LUA_REGISTRYINDEX, cage->params);
}

static void push_inputs(lua_State *lua, jx_cage *cage)
{
    lua_rawgeti(lua, LUA_REGISTRYINDEX, cage->inputs);
}

static void push_losses(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_losses(lua, cage->job->losses(cage->job->host));
}

static void push_left(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_ratio(lua, cage->job->left(cage->job->host));
}

static void push_year(lua_State *lua, jx_cage *cage)
{
    int32_t year = cage->job->card->table->year;
    if (year == 0) {
        lua_pushnil(lua);
    } else {
        lua_pushinteger(lua, year);
    }
}

static void push_deduct(lua_State *lua, jx_cage *cage)
{
    (void)cage;
    lua_pushcfunction(lua, jx_lua_deduct);
}

static void push_note(lua_State *lua, jx_cage *cage)
{
    (void)cage;
    lua_pushcfunction(lua, jx_lua_note);
}

// ---------------------------------------------------------------------------------------- of an indicator

static void push_id(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_str(lua, cage->job->row->id);
}

static void push_name(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_str(lua, cage->job->row->name);
}

static void push_unit(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_str(lua, cage->job->row->measured_unit);
}

static void push_target(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_figure(lua, cage->job->row, &cage->job->job->indicator->target);
}

// As project files write it; nil where nothing is compared.
static void push_comparator(lua_State *lua, jx_cage *cage)
{
    static const char *const signs[] = {NULL, ">=", "<=", "=", ">", "<"};
    uint32_t comparator = cage->job->row->comparator;
    const char *sign = comparator < sizeof signs / sizeof signs[0] ? signs[comparator] : NULL;
    lua_pushstring(lua, sign); // nil of NULL
}

static void push_measured(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_figure(lua, cage->job->row, &cage->job->job->measured);
}

// Of a survey: the answers of each level, by its name.
static void push_counts(lua_State *lua, const jx_script_job *job)
{
    const jx_indicator *indicator = job->job->indicator;
    lua_createtable(lua, 0, (int)indicator->level_count);
    for (uint32_t i = 0; i < indicator->level_count; i++) {
        jx_budget_pay(lua, 1);
        lua_pushstring(lua, indicator->levels[i]);
        jx_lua_push_decimal(lua, jx_decimal_make(job->job->counts[i], 0));
        lua_rawset(lua, -3);
    }
}

static void push_actual(lua_State *lua, jx_cage *cage)
{
    if (cage->job->counted) {
        push_counts(lua, cage->job);
    } else {
        jx_lua_push_figure(lua, cage->job->row, &cage->job->job->actual);
    }
}

static void push_baseline(lua_State *lua, jx_cage *cage)
{
    const jx_job *job = cage->job->job;
    if ((job->given & JX_GIVEN_BASELINE) != 0) {
        jx_lua_push_decimal(lua, job->baseline);
    } else {
        lua_pushnil(lua);
    }
}

static void push_weight(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_decimal(lua, cage->job->row->weight);
}

static const jx_lua_field indicator_fields[] = {
    {"target", "目标值", push_target}, {"measured", "比较值", push_measured},
    {"actual", "实际值", push_actual}, {"baseline", "基数", push_baseline},
    {"weight", "分值", push_weight},   {"points", "得分", push_left},
    {"input", "输入", push_inputs},    {"param", "参数", push_params},
    {"losses", "扣分", push_losses},   {"id", "代码", push_id},
    {"name", "名称", push_name},       {"unit", "度量单位", push_unit},
    {"year", "年度", push_year},       {"comparator", "比较符", push_comparator},
    {"deduct", NULL, push_deduct},     {"note", NULL, push_note},
};

// ------------------------------------------------------------------------------------------- of a project

static void push_project_id(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_str(lua, cage->job->card->table->id);
}

static void push_project_name(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_str(lua, cage->job->card->table->name);
}

static void push_full(lua_State *lua, jx_cage *cage)
{
    jx_lua_push_decimal(lua, cage->job->card->table->full);
}

static void push_status(lua_State *lua, jx_cage *cage)
{
    lua_pushstring(lua, jx_state_name(cage->job->card->state, true));
}

static void push_cap(lua_State *lua, jx_cage *cage)
{
    (void)cage;
    lua_pushcfunction(lua, jx_lua_cap);
}

static const jx_lua_field project_fields[] = {
    {"total", "总分", push_left},
    {"full", "满分", push_full},
    {"indicators", "指标", jx_lua_push_indicators},
    {"input", "输入", push_inputs},
    {"param", "参数", push_params},
    {"losses", "扣分", push_losses},
    {"id", "代码", push_project_id},
    {"name", "名称", push_project_name},
    {"year", "年度", push_year},
    {"status", "状态", push_status},
    {"deduct", NULL, push_deduct},
    {"note", NULL, push_note},
    {"cap", NULL, push_cap},
};

static void open_context(
    lua_State *lua, const char *name, const jx_lua_field *fields, size_t count, int *ret)
{
    (void)lua_newuserdatauv(lua, 0, 0);
    jx_lua_push_view(lua, name, fields, count);
    lua_setmetatable(lua, -2);
    *ret = luaL_ref(lua, LUA_REGISTRYINDEX);
}

void jx_cage_open_contexts(lua_State *lua)
{
    jx_cage *cage = jx_cage_of(lua);
    cage->params = open_values(lua, PARAMS, read_param);
    cage->inputs = open_values(lua, INPUTS, read_input);
    jx_lua_open_card(lua);
    open_context(lua, "ctx", indicator_fields, sizeof indicator_fields / sizeof indicator_fields[0],
                 &cage->contexts[JX_OF_INDICATOR]);
    open_context(lua, "ctx", project_fields, sizeof project_fields / sizeof project_fields[0],
                 &cage->contexts[JX_OF_PROJECT]);
}

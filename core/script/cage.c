// SPDX-License-Identifier: MIT
#include "script/cage.h"

#include "base/arena.h"
#include "script/cage_state.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WHERE_TEXT = 256, PIECE = 128, CHUNK_NAME = LUA_IDSIZE - 1 };

// ----------------------------------------------------------------------------------------- making a state

static void open_globals(lua_State *lua)
{
    static const struct {
        const char *name;
        void (*open)(lua_State *lua);
    } tables[] = {
        {"string", jx_cage_open_string},
        {"table", jx_cage_open_table},
        {"math", jx_cage_open_math},
        {"jx", jx_cage_open_jx},
    };
    jx_cage_open_base(lua);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        tables[i].open(lua);
        jx_cage_freeze(lua, tables[i].name);
        lua_setfield(lua, -2, tables[i].name);
    }
    jx_cage_freeze(lua, "_G");
    jx_cage_of(lua)->frozen = luaL_ref(lua, LUA_REGISTRYINDEX);
}

// A script's text, handed to the compiler by the piece: what it does with one takes no more than some milliseconds.
typedef struct pieces {
    jx_str rest;
} pieces;

static const char *read_piece(lua_State *lua, void *data, size_t *ret_size)
{
    pieces *from = data;
    jx_str rest = from->rest;
    if (jx_cage_of(lua)->is_reading) {
        jx_budget_look(lua);
    }
    *ret_size = rest.size < PIECE ? rest.size : PIECE;
    from->rest = jx_str_from(rest, *ret_size);
    return rest.data;
}

void jx_cage_push_chunk(lua_State *lua, const jx_script *script)
{
    pieces from = {script->text};
    const char *chunk = lua_pushfstring(lua, "=%s", script->name.data);
    if (lua_load(lua, read_piece, &from, chunk, "t") != LUA_OK) {
        lua_error(lua);
    }
    if (jx_cage_of(lua)->is_reading) {
        jx_budget_look(lua);
    }
    lua_remove(lua, -2);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, jx_cage_of(lua)->frozen);
    lua_setupvalue(lua, -2, 1);
}

// Whether a function keeps nothing between calls: all that it sees from outside are the globals.
static bool is_stateless(lua_State *lua, int function)
{
    bool stateless = !lua_iscfunction(lua, function);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, jx_cage_of(lua)->frozen);
    for (int i = 1; stateless; i++) {
        const char *name = lua_getupvalue(lua, function, i);
        if (name == NULL) {
            break;
        }
        stateless = strcmp(name, "_ENV") == 0 && lua_rawequal(lua, -1, -2) != 0;
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    return stateless;
}

// In place of what a script returned, the function in it; nil where there is none.
static void take_run(lua_State *lua)
{
    if (lua_istable(lua, -1)) {
        lua_rawgeti(lua, LUA_REGISTRYINDEX, jx_cage_of(lua)->run_key);
        lua_rawget(lua, -2);
        lua_remove(lua, -2);
    }
}

// Keeps the function itself where it is stateless, else the chunk that makes it anew.
static void keep_script(lua_State *lua, size_t index)
{
    jx_cage *cage = jx_cage_of(lua);
    jx_cage_push_chunk(lua, cage->scripts[index]);
    lua_pushvalue(lua, -1);
    jx_budget_start(cage);
    lua_call(lua, 0, 1);
    jx_budget_lift(cage);
    take_run(lua);
    cage->is_chunk[index] = !is_stateless(lua, lua_gettop(lua));
    lua_pop(lua, cage->is_chunk[index] ? 1 : 0);
    cage->bodies[index] = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_settop(lua, 0);
}

static int build(lua_State *lua)
{
    jx_cage *cage = jx_cage_of(lua);
    open_globals(lua);
    jx_cage_open_contexts(lua);
    lua_pushliteral(lua, "run");
    cage->run_key = luaL_ref(lua, LUA_REGISTRYINDEX);
    for (size_t i = 0; i < cage->count; i++) {
        keep_script(lua, i);
    }
    lua_gc(lua, LUA_GCCOLLECT, 0);
    return 0;
}

// The machinery of an error that nothing catches: there is none outside of build and run, which catch everything.
static bool make_state(jx_cage *cage)
{
    cage->used = 0;
    jx_budget_lift(cage);
    cage->refused = JX_WALL_NONE;
    cage->is_refusing = false;
    cage->has_run = cage->is_used = false;
    cage->lua = lua_newstate(jx_budget_allocate, cage);
    if (cage->lua == NULL) {
        return false;
    }
    *(jx_cage **)lua_getextraspace(cage->lua) = cage;
    lua_pushcfunction(cage->lua, build);
    if (lua_pcall(cage->lua, 0, 0, 0) != LUA_OK) {
        return false;
    }
    cage->most = cage->used + cage->limits.bytes;
    return true;
}

static void close_state(jx_cage *cage)
{
    if (cage->lua != NULL) {
        jx_budget_lift(cage);
        lua_close(cage->lua);
        cage->lua = NULL;
    }
    jx_pool_clear(&cage->pool);
}

jx_cage *jx_cage_new(const jx_script *const *scripts,
                     size_t count,
                     const jx_script_limits *limits,
                     jx_lang lang)
{
    jx_arena *arena = jx_arena_new();
    jx_cage *cage = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *cage);
    if (cage == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    *cage = (jx_cage){
        .arena = arena, .scripts = scripts, .count = count, .limits = *limits, .lang = lang};
    cage->bodies = jx_arena_array(arena, count, sizeof *cage->bodies);
    cage->is_chunk = jx_arena_array(arena, count, sizeof *cage->is_chunk);
    if (cage->bodies == NULL || cage->is_chunk == NULL || !make_state(cage)) {
        jx_cage_free(cage);
        return NULL;
    }
    return cage;
}

void jx_cage_free(jx_cage *cage)
{
    if (cage != NULL) {
        close_state(cage);
        jx_arena_free(cage->arena);
    }
}

// ------------------------------------------------------------------------------------------------ running

// Where a wall was hit, or must not be.
static bool renew_state(jx_cage *cage)
{
    close_state(cage);
    if (make_state(cage)) {
        return true;
    }
    close_state(cage);
    cage->wall = JX_WALL_SYSTEM;
    return false;
}

void jx_cage_begin(jx_cage *cage)
{
    if (cage->wall == JX_WALL_NONE || renew_state(cage)) {
        cage->is_used = cage->has_run;
        jx_budget_start(cage);
    }
}

bool jx_cage_begin_again(jx_cage *cage)
{
    bool is_near = cage->left < (int64_t)(cage->limits.instructions / 2);
    bool is_sure = !cage->is_used || cage->wall == JX_WALL_TIME || cage->wall == JX_WALL_SYSTEM;
    if (is_sure || (cage->wall == JX_WALL_NONE && !is_near && cage->refused == JX_WALL_NONE)) {
        return false;
    }
    bool was_timed = cage->is_timed;
    if (renew_state(cage)) {
        jx_budget_start(cage);
        cage->is_timed = was_timed;
    }
    return true;
}

// Nothing here allocates or can raise, but for what lua_pcall calls.
static int call(jx_cage *cage, size_t index)
{
    lua_State *lua = cage->lua;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, cage->bodies[index]);
    lua_rawgeti(lua, LUA_REGISTRYINDEX,
                cage->frozen); // a script may have put others in their place
    if (lua_setupvalue(lua, -2, 1) == NULL) {
        lua_pop(lua, 1); // it uses no globals
    }
    if (cage->is_chunk[index]) {
        int status = lua_pcall(lua, 0, 1, 0);
        if (status != LUA_OK) {
            return status;
        }
        take_run(lua);
    }
    int context = cage->contexts[cage->job->row == NULL ? JX_OF_PROJECT : JX_OF_INDICATOR];
    lua_rawgeti(lua, LUA_REGISTRYINDEX, context);
    return lua_pcall(lua, 1, 0, 0);
}

jx_str jx_cage_strip(jx_str text, jx_str name, uint32_t *ret_line)
{
    uint32_t line = 0;
    name.size = name.size < CHUNK_NAME ? name.size : CHUNK_NAME; // which is what Lua cuts it to
    size_t at = name.size + 1;
    *ret_line = 0;
    if (!jx_str_starts(text, name) || text.size <= at || text.data[name.size] != ':') {
        return text;
    }
    for (; at < text.size && text.data[at] >= '0' && text.data[at] <= '9'; at++) {
        line = line * 10 + (uint32_t)(text.data[at] - '0');
    }
    if (line == 0 || at == text.size || text.data[at] != ':') {
        return text;
    }
    *ret_line = line;
    return jx_str_trim(jx_str_from(text, at + 1));
}

jx_str jx_cage_reword(const jx_cage *cage, jx_str says)
{
    jx_words deep = jx_message_find(JX_MESSAGE_LUA_DEEP)->says;
    return jx_str_is(says, "C stack overflow") ? jx_str_of(jx_words_in(deep, cage->lang)) : says;
}

// The script as NAME:LINE, behind the place of the actuals.
static jx_status fail_text(const jx_cage *cage, jx_str text, const jx_place *place, jx_error *err)
{
    uint32_t line = 0;
    char where[WHERE_TEXT];
    jx_str name = cage->script->name;
    jx_str says = jx_cage_strip(text, name, &line);
    if (line != 0) {
        (void)snprintf(where, sizeof where, "%s:%" PRIu32, name.data, line);
        name = jx_str_of(where);
    }
    return jx_fail(err, place, JX_MESSAGE_SCRIPT_FAILED, name, jx_cage_reword(cage, says));
}

static jx_status fail(jx_cage *cage, int status, const jx_place *place, jx_error *err)
{
    lua_State *lua = cage->lua;
    jx_budget_note(lua, status);
    if (cage->wall != JX_WALL_NONE) {
        return jx_budget_fail(cage, place, cage->script->name, err);
    }
    if (lua_type(lua, -1) != LUA_TSTRING) {
        return jx_fail(err, place, JX_MESSAGE_SCRIPT_NO_WORDS, cage->script->name);
    }
    return fail_text(cage, jx_cage_str(lua, -1), place, err);
}

jx_status jx_cage_run(
    jx_cage *cage, size_t script, const jx_script_job *job, const jx_place *place, jx_error *err)
{
    cage->script = cage->scripts[script];
    if (cage->wall != JX_WALL_NONE) {
        return jx_budget_fail(cage, place, cage->script->name, err);
    }
    cage->has_run = true;
    cage->job = job;
    cage->given = 0;
    int status = call(cage, script);
    bool ended =
        status == LUA_OK && cage->wall == JX_WALL_NONE; // one may be hit by the last thing done
    jx_status result = ended ? JX_OK : fail(cage, status, place, err);
    lua_settop(cage->lua, 0);
    cage->job = NULL;
    return result;
}

// ------------------------------------------------------------------------------------------------ raising

// Pushes the line of the script that is at work: what called us may be called by a function of ours itself.
static void push_where(lua_State *lua)
{
    lua_Debug caller;
    for (int level = 1; lua_getstack(lua, level, &caller) != 0; level++) {
        (void)lua_getinfo(lua, "l", &caller);
        if (caller.currentline > 0) {
            luaL_where(lua, level);
            return;
        }
    }
    lua_pushliteral(lua, "");
}

int jx_cage_raise_args(lua_State *lua, jx_message message, const jx_str *args)
{
    jx_error err = JX_ERROR(jx_cage_of(lua)->lang);
    (void)jx_error_set(&err, NULL, message, args);
    push_where(lua);
    lua_pushstring(lua, err.text);
    lua_concat(lua, 2);
    return lua_error(lua);
}

jx_str jx_cage_type(lua_State *lua, int index)
{
    return jx_str_of(luaL_typename(lua, index));
}

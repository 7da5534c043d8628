// SPDX-License-Identifier: MIT
#include "script/script.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/utf8.h"
#include "script/cage_state.h"
#include "script/script_fields.h"

#include <string.h>
#include <sys/stat.h>

// ------------------------------------------------------------------------------------------------- finding

// Whether the name stays inside a folder: no part of it is empty, `.` or `..`.
static bool stays_inside(jx_str name)
{
    jx_str rest = name;
    while (rest.data != NULL) {
        jx_str part = jx_str_next(&rest, '/');
        if (part.size == 0 || jx_str_is(part, ".") || jx_str_is(part, "..")) {
            return false;
        }
    }
    return name.size > 0;
}

// Whether `name` is there inside the folder; its path goes to *ret.
static bool is_there(jx_arena *arena, jx_str folder, jx_str name, const char **ret)
{
    struct stat found;
    jx_str path =
        folder.size == 0 ? jx_arena_copy(arena, name) : jx_path_join(arena, folder, name.data);
    *ret = path.data;
    return path.data == NULL || stat(path.data, &found) == 0;
}

jx_status jx_script_find(jx_arena *arena,
                         jx_str name,
                         const char *project_path,
                         const char *script_path,
                         const jx_place *place,
                         const char **ret,
                         jx_error *err)
{
    const char *path = NULL;
    if (!stays_inside(name)) {
        return jx_fail(err, place, JX_MESSAGE_SCRIPT_NAME, name);
    }
    bool found = is_there(arena, jx_path_folder(jx_str_of(project_path)), name, &path);
    jx_str rest = jx_str_of(script_path);
    while (!found && rest.data != NULL) {
        jx_str folder = jx_str_next(&rest, ':');
        found = folder.size > 0 && is_there(arena, folder, name, &path);
    }
    if (!found) {
        return jx_fail(err, place, JX_MESSAGE_SCRIPT_ABSENT, name,
                       jx_str_of(script_path == NULL ? "" : script_path));
    }
    *ret = path;
    return path == NULL ? jx_fail_memory(err) : JX_OK;
}

// ------------------------------------------------------------------------------------------------- reading

static jx_status read_text(
    jx_arena *arena, const char *path, jx_script *ret, const jx_place *place, jx_error *err)
{
    static const jx_str bytecode = JX_STR("\x1bLua");
    static const jx_str mark = JX_STR("\xef\xbb\xbf");
    struct stat found;
    jx_str bytes;
    if (stat(path, &found) == 0 && !S_ISREG(found.st_mode)) {
        return jx_fail(err, place, JX_MESSAGE_SCRIPT_NOT_FILE, JX_STR_NONE);
    }
    jx_status status = jx_file_read(arena, path, JX_SCRIPT_BYTES, JX_EPLUGIN, &bytes, err);
    if (status != JX_OK) {
        return status;
    }
    if (jx_str_starts(bytes, bytecode)) {
        return jx_fail(err, place, JX_MESSAGE_SCRIPT_BINARY, JX_STR_NONE);
    }
    if (!jx_utf8_check(bytes, NULL)) {
        return jx_fail(err, place, JX_MESSAGE_SCRIPT_ENCODING, JX_STR_NONE);
    }
    ret->digest = jx_digest_of(bytes);
    ret->text = jx_str_starts(bytes, mark) ? jx_str_from(bytes, mark.size) : bytes;
    return JX_OK;
}

// --------------------------------------------------------------------------------------------- declarations

typedef struct declaring {
    jx_arena *arena;
    jx_script *script;
} declaring;

static bool is_part(jx_str key)
{
    return jx_str_is(key, "params") || jx_str_is(key, "inputs") || jx_str_is(key, "run");
}

static void take_fields(lua_State *lua, declaring *with, const char *name, jx_list *ret)
{
    lua_pushstring(lua, name);
    lua_rawget(lua, -2);
    jx_script_take_fields(lua, with->arena, name, ret);
    lua_pop(lua, 1);
}

static int declare(lua_State *lua)
{
    declaring *with = lua_touserdata(lua, 1);
    jx_cage_push_chunk(lua, with->script);
    lua_call(lua, 0, 1);
    if (lua_istable(lua, -1)) {
        if (jx_cage_push_stranger(lua, lua_gettop(lua), is_part)) {
            jx_cage_raise(lua, JX_MESSAGE_SCRIPT_PART, jx_str_of(lua_tostring(lua, -1)));
        }
        take_fields(lua, with, "params", &with->script->params);
        take_fields(lua, with, "inputs", &with->script->inputs);
        lua_pushliteral(lua, "run");
        lua_rawget(lua, -2);
    }
    if (!lua_isfunction(lua, -1)) {
        jx_cage_raise(lua, JX_MESSAGE_SCRIPT_RETURNS, jx_cage_type(lua, -1));
    }
    return 0;
}

static jx_status fail_declaring(jx_cage *cage, int status, const jx_script *script, jx_error *err)
{
    jx_place place = {.file = script->path};
    jx_budget_note(cage->lua, status);
    if (cage->wall != JX_WALL_NONE) {
        return jx_budget_fail(cage, &place, script->name, err);
    }
    if (lua_type(cage->lua, -1) != LUA_TSTRING) {
        return jx_fail(err, &place, JX_MESSAGE_SCRIPT_NO_WORDS, script->name);
    }
    jx_str text = jx_str_of(lua_tostring(cage->lua, -1));
    jx_str says = jx_cage_strip(text, script->name, &place.line);
    return jx_fail(err, &place, JX_MESSAGE_SCRIPT_UNREADABLE, jx_cage_reword(cage, says));
}

static jx_status read_declarations(jx_arena *arena,
                                   jx_script *script,
                                   const jx_script_limits *limits,
                                   jx_error *err)
{
    jx_cage *cage = jx_cage_new(NULL, 0, limits, err == NULL ? JX_ZH : err->lang);
    if (cage == NULL) {
        return jx_fail_memory(err);
    }
    jx_cage_begin(cage);
    cage->is_reading = true;
    declaring with = {arena, script};
    lua_pushcfunction(cage->lua, declare);
    lua_pushlightuserdata(cage->lua, &with);
    int status = lua_pcall(cage->lua, 1, 0, 0);
    bool ended = status == LUA_OK && cage->wall == JX_WALL_NONE;
    jx_status result = ended ? JX_OK : fail_declaring(cage, status, script, err);
    jx_cage_free(cage);
    return result;
}

jx_status jx_script_read(jx_arena *arena,
                         jx_str name,
                         const char *path,
                         const jx_script_limits *limits,
                         const jx_script **ret,
                         jx_error *err)
{
    jx_place place = {.file = path};
    jx_script *script = jx_arena_alloc(arena, sizeof *script);
    if (script == NULL) {
        return jx_fail_memory(err);
    }
    script->name = jx_arena_copy(arena, name);
    script->path = jx_arena_copy(arena, jx_str_of(path)).data;
    if (script->name.data == NULL || script->path == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = read_text(arena, path, script, &place, err);
    status = status != JX_OK ? status : read_declarations(arena, script, limits, err);
    if (status == JX_OK) {
        *ret = script;
    }
    return status;
}
